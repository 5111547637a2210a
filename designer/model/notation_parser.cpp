#include "designer/model/notation_combine.h"
#include "designer/model/notation_rules.h"
#include "designer/model/notation_words.h"
#include "designer/text/json_reader.h"

namespace Design
{

using namespace Notation;
using Kind = TypeExpression::Kind;

namespace
{

constexpr int maxDepth = 64;

class Parser
{
public:
    Parser(QStringView text, const Api &api)
        : m_text(text)
        , m_api(api)
        , m_tokens(tokenize(text))
        , m_rules(text, m_tokens, m_at,
                  [this](const Token &at, const QString &message) { fail(at, message); })
    {
    }

    ParsedType parseWhole()
    {
        if (token().kind == Token::Kind::End)
            fail(token(),
                 Words::tr("Type what it is, such as string, int, [Item] or a model's name."));
        ParsedType result;
        result.type = parseUnion();
        expectEnd();
        sortAll(result.type);
        result.error = m_error;
        return result;
    }

    ParsedType parseRulesOnly(TypeExpression type)
    {
        type.rules.clear();
        QList<RuleParser::Placed> whole;
        while (!m_error && m_rules.isAtRule())
            m_rules.read(type, whole);
        for (const RuleParser::Placed &placed : whole)
            m_rules.add(type, placed.rule, placed.token);
        expectEnd();
        sortRules(type.rules);
        return {type, m_error};
    }

private:
    const Token &token() const { return m_tokens.at(m_at); }
    const Token &ahead(qsizetype n) const
    {
        return m_tokens.at(qMin(m_at + n, m_tokens.size() - 1));
    }

    Token take()
    {
        const Token taken = token();
        if (m_at + 1 < m_tokens.size())
            ++m_at;
        return taken;
    }

    bool accept(QLatin1String symbol)
    {
        if (!token().is(symbol))
            return false;
        take();
        return true;
    }

    /// The first failure counts. Parsing goes to the end, so that every loop stops.
    void fail(const Token &at, const QString &message, const QString &missingModel = {})
    {
        if (m_error)
            return;
        // What could not be read at all is the better explanation.
        const bool isBad = at.kind == Token::Kind::Bad;
        m_error = NotationError{at.column, at.length, isBad ? at.text : message, missingModel};
        m_at = m_tokens.size() - 1;
    }

    void expectEnd()
    {
        const Token &rest = token();
        if (rest.kind == Token::Kind::End)
            return;
        if (rest.is(QLatin1String("]")) || rest.is(QLatin1String("}")) ||
            rest.is(QLatin1String(")")))
            return fail(rest, Words::tr("“%1” closes nothing.").arg(rest.text));
        const QStringView word = m_text.mid(rest.column, rest.length);
        fail(rest,
             Words::tr("“%1” is no rule. Rules are, for example: 1..80, >=0, /^[a-z]+$/, unique, "
                       "default 3, read-only.")
                 .arg(word));
    }

    static void sortAll(TypeExpression &type)
    {
        sortRules(type.rules);
        for (TypeExpression &part : type.parts)
            sortAll(part);
        for (TypeExpression::Field &field : type.fields)
            sortAll(field.type);
    }

    TypeExpression parseUnion()
    {
        if (++m_depth > maxDepth)
            fail(token(), Words::tr("This is nested too deeply."));
        QList<RuleParser::Placed> whole;
        QList<RuleParser::Placed> *outer = std::exchange(m_whole, &whole);
        QList<TypeExpression> members{parseAll()};
        while (!m_error && (accept(QLatin1String("|")) || acceptWord("or")))
            members.append(parseAll());
        TypeExpression type = combineUnion(members);
        m_whole = outer;
        for (const RuleParser::Placed &placed : whole)
            m_rules.add(type, placed.rule, placed.token);
        --m_depth;
        return type;
    }

    bool acceptWord(const char *word)
    {
        if (!token().isWord(QLatin1String(word)))
            return false;
        take();
        return true;
    }

    TypeExpression parseAll()
    {
        QList<TypeExpression> parts{parsePart()};
        while (!m_error && accept(QLatin1String("&")))
            parts.append(parsePart());
        return combineAll(parts);
    }

    TypeExpression parsePart()
    {
        TypeExpression type = parsePrimary();
        while (!m_error) {
            if (accept(QLatin1String("?")))
                makeNullable(type);
            else if (m_rules.isAtRule())
                m_rules.read(type, *m_whole);
            else
                break;
        }
        return type;
    }

    TypeExpression parsePrimary()
    {
        const Token first = take();
        TypeExpression type;
        switch (first.kind) {
        case Token::Kind::String:
        case Token::Kind::Number:
            type.kind = Kind::Literals;
            type.values.append(first.value);
            if (first.kind == Token::Kind::Number && token().is(QLatin1String("..")))
                fail(first, Words::tr("Say what it is before its limits, such as int %1..")
                                .arg(first.text));
            return type;
        case Token::Kind::Pattern: // only text has one
            type.kind = Kind::Scalar;
            type.name = QStringLiteral("string");
            m_rules.add(type, {Keyword::Pattern, first.text}, first);
            return type;
        case Token::Kind::Word:
            return parseWord(first);
        case Token::Kind::Quoted:
            return modelNamed(first);
        case Token::Kind::Reference:
            type.kind = Kind::Model;
            type.name = first.text;
            return type;
        case Token::Kind::Symbol:
            if (first.text == QLatin1String("["))
                return parseList(first);
            if (first.text == QLatin1String("{"))
                return parseBraces(first);
            if (first.text == QLatin1String("(")) {
                type = parseUnion();
                close(QLatin1String(")"), first);
                return type;
            }
            break;
        default:
            break;
        }
        if (first.kind == Token::Kind::End)
            fail(first, m_at == 0 || m_tokens.size() < 2
                            ? Words::tr("A type is missing.")
                            : Words::tr("After “%1” a type is missing.").arg(lastText()));
        else
            fail(first, Words::tr("A type cannot begin with “%1”.")
                            .arg(m_text.mid(first.column, first.length)));
        return type;
    }

    QString lastText() const
    {
        const Token &last = m_tokens.at(m_tokens.size() - 2);
        return m_text.mid(last.column, last.length).toString();
    }

    void close(QLatin1String symbol, const Token &opening)
    {
        if (accept(symbol))
            return;
        const Token &here = token();
        if (here.kind == Token::Kind::End)
            fail(here, Words::tr("“%1” is not closed: “%2” is missing.").arg(opening.text, symbol));
        else
            fail(here, Words::tr("“%1” cannot stand inside “%2 %3”.")
                           .arg(m_text.mid(here.column, here.length), opening.text, symbol));
    }

    TypeExpression parseList(const Token &opening)
    {
        TypeExpression type;
        type.kind = Kind::List;
        if (accept(QLatin1String("]"))) {
            type.parts.append(TypeExpression());
            return type;
        }
        type.parts.append(parseUnion());
        while (!m_error && accept(QLatin1String(",")))
            type.parts.append(parseUnion());
        close(QLatin1String("]"), opening);
        if (type.parts.size() > 1) {
            type.kind = Kind::Tuple;
            if (m_api.isVersion30())
                fail(opening, Words::tr("A list with a type for each place needs OpenAPI 3.1; this "
                                        "design says 3.0."));
        }
        return type;
    }

    TypeExpression parseBraces(const Token &opening)
    {
        TypeExpression type;
        const qsizetype mark = token().kind == Token::Kind::Symbol ? 0 : 1;
        const qsizetype colon =
            mark +
            (ahead(mark).is(QLatin1String("*")) || ahead(mark).is(QLatin1String("?")) ? 1 : 0);
        if (token().is(QLatin1String("}"))) {
            take();
            type.kind = Kind::Object;
        } else if (mark == 1 && ahead(colon).is(QLatin1String(":"))) {
            type.kind = Kind::Object;
            do {
                if (token().is(QLatin1String("}")))
                    break; // a comma at the end
                type.fields.append(parseField());
            } while (!m_error && accept(QLatin1String(",")));
            close(QLatin1String("}"), opening);
        } else {
            type.kind = Kind::Map;
            type.parts.append(parseUnion());
            close(QLatin1String("}"), opening);
        }
        return type;
    }

    TypeExpression::Field parseField()
    {
        TypeExpression::Field field;
        const Token name = take();
        if (name.kind != Token::Kind::Word && name.kind != Token::Kind::String &&
            name.kind != Token::Kind::Quoted && name.kind != Token::Kind::Number)
            fail(name, Words::tr("Here the name of a field is missing."));
        field.name = name.text;
        field.required = accept(QLatin1String("*"));
        if (!field.required)
            accept(QLatin1String("?"));
        if (!accept(QLatin1String(":")))
            fail(token(),
                 Words::tr("After the field “%1” comes “:” and its type.").arg(field.name));
        field.type = parseUnion();
        return field;
    }

    TypeExpression parseWord(const Token &word)
    {
        TypeExpression type;
        const QString lower = word.text.toLower();
        const bool isExact = lower == word.text;
        if (!isExact && m_api.components.schemas.contains(word.text))
            return modelNamed(word);
        if (token().is(QLatin1String("["))) {
            if (const auto generic = parseGeneric(lower, word))
                return *generic;
        }
        if (isExact && token().isWord(QLatin1String("of")) &&
            (lower == QLatin1String("list") || lower == QLatin1String("map"))) {
            take();
            type.kind = lower == QLatin1String("list") ? Kind::List : Kind::Map;
            TypeExpression inner = parsePrimary();
            while (accept(QLatin1String("?")))
                makeNullable(inner);
            type.parts.append(inner);
            return type;
        }
        for (const ScalarWord &scalar : scalarWords()) {
            if (lower != QStringView(scalar.word))
                continue;
            type.kind = Kind::Scalar;
            type.name = QString::fromUtf16(scalar.type);
            type.format = scalar.format ? QString::fromUtf16(scalar.format) : QString();
            // The shown form says both: "string · uuid".
            if (!scalar.format)
                acceptFormatWord(type);
            return type;
        }
        if (lower == QLatin1String("any") || lower == QLatin1String("unknown"))
            return type;
        if (lower == QLatin1String("nothing") || lower == QLatin1String("never")) {
            type.kind = Kind::Never;
            return type;
        }
        if (lower == QLatin1String("object") || lower == QLatin1String("dict")) {
            type.kind = Kind::Object;
            return type;
        }
        if (lower == QLatin1String("list") || lower == QLatin1String("array")) {
            type.kind = Kind::List;
            type.parts.append(TypeExpression());
            return type;
        }
        if (lower == QLatin1String("true") || lower == QLatin1String("false")) {
            type.kind = Kind::Literals;
            type.values.append(lower == QLatin1String("true"));
            return type;
        }
        if (isExact && lower == QLatin1String("json"))
            return parseJsonLiteral(word);
        return modelNamed(word);
    }

    void acceptFormatWord(TypeExpression &type)
    {
        if (token().kind != Token::Kind::Word)
            return;
        for (const ScalarWord &scalar : scalarWords()) {
            if (scalar.format && scalar.isShown && token().text == QStringView(scalar.word) &&
                type.name == QStringView(scalar.type)) {
                type.format = QString::fromUtf16(scalar.format);
                take();
                return;
            }
        }
    }

    TypeExpression parseJsonLiteral(const Token &word)
    {
        TypeExpression type;
        type.kind = Kind::Literals;
        const qsizetype from = token().column;
        const qsizetype end = endOfJson(m_text, from);
        const ReadText value = readJson(m_text.mid(from, end - from).toUtf8());
        if (!value.ok())
            fail(word, Words::tr("After “json” comes a JSON value."));
        type.values.append(value.value);
        while (token().kind != Token::Kind::End && token().column < end)
            take();
        return type;
    }

    /// The spellings of Python's typing module: list[T], dict[str, T], Optional[T], Union[A, B].
    std::optional<TypeExpression> parseGeneric(const QString &name, const Token &word)
    {
        static const QStringList known{
            QStringLiteral("list"),  QStringLiteral("set"),     QStringLiteral("sequence"),
            QStringLiteral("dict"),  QStringLiteral("tuple"),   QStringLiteral("optional"),
            QStringLiteral("union"), QStringLiteral("literal"),
        };
        if (!known.contains(name))
            return std::nullopt;
        const Token opening = take();
        QList<TypeExpression> parts{parseUnion()};
        while (!m_error && accept(QLatin1String(",")))
            parts.append(parseUnion());
        close(QLatin1String("]"), opening);
        TypeExpression type;
        if (name == QLatin1String("optional")) {
            type = parts.first();
            makeNullable(type);
        } else if (name == QLatin1String("union") || name == QLatin1String("literal")) {
            type = combineUnion(parts);
        } else if (name == QLatin1String("dict")) {
            if (parts.size() != 2)
                fail(word, Words::tr("“dict” has two types in brackets: dict[str, int]."));
            type.kind = Kind::Map;
            type.parts.append(parts.last());
        } else {
            type.kind =
                name == QLatin1String("tuple") && parts.size() > 1 ? Kind::Tuple : Kind::List;
            type.parts = type.kind == Kind::Tuple ? parts : QList<TypeExpression>{parts.first()};
            if (name == QLatin1String("set"))
                type.rules.append({Keyword::UniqueItems, true});
        }
        return type;
    }

    TypeExpression modelNamed(const Token &word)
    {
        TypeExpression type;
        type.kind = Kind::Model;
        type.name = word.text;
        const Named<Schema> *found = nullptr;
        for (const Named<Schema> &schema : m_api.components.schemas) {
            if (schema.name == word.text && !schema.isRaw())
                found = &schema;
        }
        if (found) {
            type.model = found->value.id();
            return type;
        }
        const QString nearest = nearestName(word.text, m_api);
        fail(word,
             nearest.isEmpty()
                 ? Words::tr("There is no model “%1”.").arg(word.text)
                 : Words::tr("There is no model “%1”. Did you mean %2?").arg(word.text, nearest),
             word.text);
        return type;
    }

    QStringView m_text;
    const Api &m_api;
    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<NotationError> m_error;
    QList<RuleParser::Placed> *m_whole = nullptr;
    RuleParser m_rules;
};

} // namespace

ParsedType parseType(QStringView text, const Api &api)
{
    return Parser(text, api).parseWhole();
}

ParsedType parseRules(QStringView text, const TypeExpression &type, const Api &api)
{
    return Parser(text, api).parseRulesOnly(type);
}

} // namespace Design
