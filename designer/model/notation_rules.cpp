#include "designer/model/notation_rules.h"

#include "designer/model/notation_words.h"
#include "designer/text/json_reader.h"
#include "designer/text/number.h"

namespace Design::Notation
{

using Kind = TypeExpression::Kind;

namespace
{

constexpr QLatin1String upTo("..");

bool isSign(const Token &token)
{
    return token.kind == Token::Kind::Symbol &&
           (token.text == QLatin1String("<=") || token.text == QLatin1String(">=") ||
            token.text == QLatin1String("<") || token.text == QLatin1String(">") ||
            token.text == QLatin1String("="));
}

bool isCount(const Json &value)
{
    return value.isInt64() && value.toInt64() >= 0;
}

} // namespace

RuleParser::RuleParser(QStringView text, const QList<Token> &tokens, qsizetype &at, Fail fail)
    : m_text(text)
    , m_tokens(tokens)
    , m_at(at)
    , m_fail(std::move(fail))
{
}

Token RuleParser::take()
{
    const Token token = m_tokens.at(m_at);
    if (m_at + 1 < m_tokens.size())
        ++m_at;
    return token;
}

bool RuleParser::isAtRule() const
{
    const Token &t = token();
    if (t.kind == Token::Kind::Number || t.kind == Token::Kind::Pattern || isSign(t) ||
        t.is(upTo) || t.is(QLatin1String("+")))
        return true;
    if (t.kind != Token::Kind::Word)
        return false;
    static const QStringList first{
        QStringLiteral("unique"),    QStringLiteral("multiple"),   QStringLiteral("step"),
        QStringLiteral("default"),   QStringLiteral("format"),     QStringLiteral("pattern"),
        QStringLiteral("read-only"), QStringLiteral("readonly"),   QStringLiteral("write-only"),
        QStringLiteral("writeonly"), QStringLiteral("deprecated"), QStringLiteral("closed"),
        QStringLiteral("no"),        QStringLiteral("by"),         QStringLiteral("told"),
        QStringLiteral("exactly"),
    };
    return first.contains(t.text, Qt::CaseInsensitive);
}

void RuleParser::read(TypeExpression &part, QList<Placed> &whole)
{
    const Token &first = token();
    const bool isDefault = isAtDefault(part);
    if (!isDefault && (first.kind == Token::Kind::Number || isSign(first) || first.is(upTo)))
        return readRange(part);

    const Token word = take();
    const auto is = [&word](const char *text) { return word.isWord(QLatin1String(text)); };
    const auto whole_ = [&](Keyword keyword, const Json &value) {
        whole.append({{keyword, value}, word});
    };
    if (word.kind == Token::Kind::Pattern) {
        add(part, {Keyword::Pattern, word.text}, word);
    } else if (word.is(QLatin1String("+"))) {
        take(); // a keyword shown beside the rules, which nobody edits here
    } else if (is("unique")) {
        add(part, {Keyword::UniqueItems, true}, word);
    } else if (is("multiple") || is("step")) {
        if (is("multiple") && token().isWord(QLatin1String("of")))
            take();
        const Token value = take();
        if (value.kind != Token::Kind::Number ||
            compareNumberTexts(value.value.numberText(), "0") <= 0)
            return m_fail(value, Words::tr("After “multiple of” comes a number greater than 0."));
        add(part, {Keyword::MultipleOf, value.value}, word);
    } else if (is("pattern")) {
        const Token value = take();
        if (value.kind != Token::Kind::String && value.kind != Token::Kind::Pattern)
            return m_fail(value, Words::tr("After “pattern” comes a pattern, such as /^[a-z]+$/."));
        add(part, {Keyword::Pattern, value.text}, word);
    } else if (is("format")) {
        add(part, {Keyword::Format, readName(word)}, word);
    } else if (is("closed")) {
        whole_(Keyword::AdditionalProperties, false);
    } else if (is("no")) {
        if (take().isWord(QLatin1String("other")) && take().isWord(QLatin1String("fields")))
            return whole_(Keyword::AdditionalProperties, false);
        m_fail(word, Words::tr("Did you mean “no other fields”?"));
    } else if (is("by")) {
        whole_(Keyword::Discriminator, readName(word));
    } else if (is("told")) {
        if (take().isWord(QLatin1String("apart")) && take().isWord(QLatin1String("by")))
            return whole_(Keyword::Discriminator, readName(word));
        m_fail(word, Words::tr("Did you mean “told apart by” and the name of a field?"));
    } else if (is("exactly")) {
        if (token().isWord(QLatin1String("one"))) {
            take();
            return whole_(Keyword::OneOf, true);
        }
        const Token value = take();
        if (value.kind != Token::Kind::Number)
            return m_fail(value, Words::tr("After “exactly” comes a number, or “one”."));
        addLimit(part, QLatin1String("="), value.value, value);
        skipUnits();
    } else if (isDefault || is("default")) {
        whole_(Keyword::Default, readJsonValue(word));
    } else if (is("read-only") || is("readonly")) {
        whole_(Keyword::ReadOnly, true);
    } else if (is("write-only") || is("writeonly")) {
        whole_(Keyword::WriteOnly, true);
    } else if (is("deprecated")) {
        whole_(Keyword::Deprecated, true);
    }
}

/// `string = "new"` and `int = 3` say what Python's do; `=3` of a text or a list is how long it is.
bool RuleParser::isAtDefault(const TypeExpression &part) const
{
    if (!token().is(QLatin1String("=")) || token().length != 1)
        return false; // `==` is always a limit
    const QString kind = valueKind(part);
    const bool isCounted = kind == QLatin1String("string") || kind == QLatin1String("array") ||
                           kind == QLatin1String("object");
    return !isCounted || ahead(1).kind != Token::Kind::Number;
}

QString RuleParser::readName(const Token &word)
{
    const Token name = take();
    if (name.kind != Token::Kind::Word && name.kind != Token::Kind::String &&
        name.kind != Token::Kind::Quoted) {
        m_fail(name,
               word.isWord(QLatin1String("format"))
                   ? Words::tr("After “format” comes its name.")
                   : Words::tr("After “by” comes the name of the field that tells them apart."));
        return {};
    }
    return name.text;
}

Json RuleParser::readJsonValue(const Token &word)
{
    const Token &first = token();
    if (first.kind == Token::Kind::End) {
        m_fail(first,
               Words::tr("After “%1” comes a value, such as 3, \"text\" or true.").arg(word.text));
        return {};
    }
    // As Python spells them.
    for (const auto &[spelling, value] :
         {std::pair{"True", Json(true)}, {"False", Json(false)}, {"None", Json(nullptr)}}) {
        if (first.kind == Token::Kind::Word && first.text == QLatin1String(spelling)) {
            take();
            return value;
        }
    }
    if (first.kind == Token::Kind::String) // also in other quotation marks
        return take().value;
    const qsizetype end = endOfJson(m_text, first.column);
    const QStringView text = m_text.mid(first.column, end - first.column);
    const ReadText value = readJson(text.toUtf8());
    if (!value.ok()) {
        Token place = first;
        place.length = end - first.column;
        const bool isBareWord = first.kind == Token::Kind::Word;
        m_fail(place, isBareWord ? Words::tr("Text after “%1” stands in quotation marks: \"%2\".")
                                       .arg(word.text, text.toString())
                                 : Words::tr("“%1” is no JSON value.").arg(text.toString()));
        return {};
    }
    while (token().kind != Token::Kind::End && token().column < end)
        take();
    return value.value;
}

void RuleParser::skipUnits()
{
    static const QStringList units{
        QStringLiteral("char"),   QStringLiteral("chars"), QStringLiteral("characters"),
        QStringLiteral("item"),   QStringLiteral("items"), QStringLiteral("field"),
        QStringLiteral("fields"),
    };
    if (token().kind == Token::Kind::Word && units.contains(token().text))
        take();
}

void RuleParser::readRange(TypeExpression &part)
{
    const Token first = take();
    const auto number = [this](const QString &after) -> Token {
        Token value = take();
        if (value.kind != Token::Kind::Number)
            m_fail(value, Words::tr("After “%1” comes a number.").arg(after));
        return value;
    };
    if (isSign(first)) {
        const Token value = number(first.text);
        if (value.kind == Token::Kind::Number)
            addLimit(part, QLatin1String(first.text.toLatin1()), value.value, value);
    } else if (first.is(upTo)) {
        const Token value = number(first.text);
        if (value.kind == Token::Kind::Number)
            addLimit(part, QLatin1String("<="), value.value, value);
    } else if (token().is(upTo)) {
        take();
        addLimit(part, QLatin1String(">="), first.value, first);
        if (token().kind == Token::Kind::Number) {
            const Token high = take();
            if (compareNumbers(first.value, high.value) > 0)
                return m_fail(
                    high, Words::tr("The range %1..%2 is empty: its lower end is the greater one.")
                              .arg(first.text, high.text));
            addLimit(part, QLatin1String("<="), high.value, high);
        }
    } else {
        m_fail(first,
               Words::tr("What is %1? Type %1..%1 for exactly that, >=%1 for at least, <=%1 for "
                         "at most.")
                   .arg(first.text));
    }
    skipUnits();
}

QString RuleParser::where(const TypeExpression &type) const
{
    switch (type.kind) {
    case Kind::Any:
        return Words::tr("any value");
    case Kind::Union:
        return Words::tr("alternatives");
    case Kind::Literals:
        return Words::tr("fixed values");
    case Kind::List:
    case Kind::Tuple:
        return Words::tr("a list");
    case Kind::Map:
        return Words::tr("a map");
    case Kind::Object:
    case Kind::All:
        return Words::tr("an object");
    default:
        return Words::tr("the type %1").arg(type.name);
    }
}

void RuleParser::addLimit(TypeExpression &part, QLatin1String sign, const Json &value,
                          const Token &at)
{
    const QString kind = valueKind(part);
    const bool isNumber = isRuleOf(Keyword::Minimum, kind);
    if (!isNumber && kind != QLatin1String("string") && kind != QLatin1String("array") &&
        kind != QLatin1String("object")) {
        if (part.kind == Kind::Model)
            return m_fail(at, Words::tr("Limits of %1 stand in that model itself.").arg(part.name));
        return m_fail(at, Words::tr("Limits have no meaning for %1.").arg(where(part)));
    }
    if (!isNumber && !isCount(value))
        return m_fail(at, Words::tr("%1 is no count: it must be a whole number, 0 or greater.")
                              .arg(QString::fromLatin1(value.numberText())));
    const bool isString = kind == QLatin1String("string");
    const bool isList = kind == QLatin1String("array");
    const Keyword low = isNumber   ? Keyword::Minimum
                        : isString ? Keyword::MinLength
                        : isList   ? Keyword::MinItems
                                   : Keyword::MinProperties;
    const Keyword high = isNumber   ? Keyword::Maximum
                         : isString ? Keyword::MaxLength
                         : isList   ? Keyword::MaxItems
                                    : Keyword::MaxProperties;
    if (sign == QLatin1String(">=")) {
        add(part, {low, value}, at);
    } else if (sign == QLatin1String("<=")) {
        add(part, {high, value}, at);
    } else if (sign == QLatin1String("=")) {
        add(part, {low, value}, at);
        add(part, {high, value}, at);
    } else if (isNumber) {
        add(part,
            {sign == QLatin1String(">") ? Keyword::ExclusiveMinimum : Keyword::ExclusiveMaximum,
             value},
            at);
    } else if (sign == QLatin1String(">")) {
        add(part, {low, value.toInt64() + 1}, at);
    } else if (value.toInt64() == 0) {
        m_fail(at, Words::tr("Nothing can have fewer than 0."));
    } else {
        add(part, {high, value.toInt64() - 1}, at);
    }
}

void RuleParser::add(TypeExpression &type, const TypeRule &rule, const Token &token)
{
    TypeRule added = rule;
    switch (rule.keyword) {
    case Keyword::UniqueItems:
        if (type.kind != Kind::List && type.kind != Kind::Tuple)
            return m_fail(token,
                          Words::tr("“unique” is a rule for lists, not for %1.").arg(where(type)));
        break;
    case Keyword::Pattern:
        if (valueKind(type) != QLatin1String("string"))
            return m_fail(token,
                          Words::tr("A pattern is a rule for text, not for %1.").arg(where(type)));
        break;
    case Keyword::MultipleOf:
        if (!isRuleOf(Keyword::MultipleOf, valueKind(type)))
            return m_fail(
                token,
                Words::tr("“multiple of” is a rule for numbers, not for %1.").arg(where(type)));
        break;
    case Keyword::Format:
        if (type.kind != Kind::Scalar || !isRuleOf(Keyword::Format, type.name))
            return m_fail(
                token,
                Words::tr("A format is a rule for text and numbers, not for %1.").arg(where(type)));
        for (const ScalarWord &word : scalarWords()) {
            if (word.format && rule.value.string() == QStringView(word.format) &&
                type.name == QStringView(word.type)) {
                type.format = rule.value.string();
                return;
            }
        }
        type.format.clear();
        break;
    case Keyword::AdditionalProperties:
        if (type.kind != Kind::Object && type.kind != Kind::All)
            return m_fail(
                token, Words::tr("“closed” is a rule for objects, not for %1.").arg(where(type)));
        break;
    case Keyword::Discriminator:
    case Keyword::OneOf:
        if (type.kind != Kind::Union)
            return m_fail(token,
                          Words::tr("“%1” is a rule for alternatives (A | B), not for %2.")
                              .arg(rule.keyword == Keyword::OneOf ? QStringLiteral("exactly one")
                                                                  : QStringLiteral("by"),
                                   where(type)));
        // A discriminator makes it exactly one anyway.
        if (rule.keyword == Keyword::OneOf && !type.rule(Keyword::Discriminator).isUndefined())
            return;
        if (rule.keyword == Keyword::Discriminator)
            type.rules.removeIf(
                [](const TypeRule &other) { return other.keyword == Keyword::OneOf; });
        break;
    default:
        break;
    }
    for (TypeRule &other : type.rules) {
        if (other.keyword == added.keyword) {
            other.value = added.value; // said twice: the last word counts
            return;
        }
    }
    type.rules.append(added);
}

} // namespace Design::Notation
