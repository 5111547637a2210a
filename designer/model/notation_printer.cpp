#include "designer/model/notation_lexer.h"
#include "designer/model/notation_words.h"
#include "designer/text/json_writer.h"

namespace Design
{

using namespace Notation;
using Kind = TypeExpression::Kind;

namespace
{

const QString arrow = QStringLiteral("→ ");

QString jsonText(const Json &value)
{
    return QString::fromUtf8(writeJson(value));
}

QString numberText(const Json &value)
{
    return QString::fromLatin1(value.numberText());
}

QString modelText(const TypeExpression &type)
{
    if (type.model == NodeId::None && type.name.contains(QLatin1Char('#')))
        return QLatin1Char('<') + type.name + QLatin1Char('>');
    return needsQuotes(type.name) ? QLatin1Char('`') + type.name + QLatin1Char('`') : type.name;
}

QString scalarText(const TypeExpression &type)
{
    for (const ScalarWord &word : scalarWords()) {
        if (word.isShown && type.name == QStringView(word.type) &&
            (type.format.isEmpty() ? !word.format
                                   : word.format && type.format == QStringView(word.format)))
            return QString::fromUtf16(word.word);
    }
    return type.name;
}

/// The limits of one kind: their keywords, and the word for what is counted.
struct Limits {
    Keyword low;
    Keyword lowOpen; ///< Unknown where there is none
    Keyword high;
    Keyword highOpen;
    bool isLength;
};

const Limits limits[]{
    {Keyword::MinLength, Keyword::Unknown, Keyword::MaxLength, Keyword::Unknown, true},
    {Keyword::MinItems, Keyword::Unknown, Keyword::MaxItems, Keyword::Unknown, false},
    {Keyword::MinProperties, Keyword::Unknown, Keyword::MaxProperties, Keyword::Unknown, false},
    {Keyword::Minimum, Keyword::ExclusiveMinimum, Keyword::Maximum, Keyword::ExclusiveMaximum,
     false},
};

/// "1..80", ">0 <=1000000"; pretty: "1…80", "> 0", "≤ 1000000".
QStringList limitTexts(const TypeExpression &type, const Limits &limit, bool pretty)
{
    const auto with = [pretty](const char16_t *sign, const char16_t *prettySign,
                               const Json &value) {
        return pretty ? QString::fromUtf16(prettySign) + QLatin1Char(' ') + numberText(value)
                      : QString::fromUtf16(sign) + numberText(value);
    };
    const Json low = type.rule(limit.low);
    const Json high = type.rule(limit.high);
    QStringList texts;
    if (!low.isUndefined() && low == high) {
        // Of a number `=3` is a default.
        const bool isNumber = limit.low == Keyword::Minimum;
        texts.append(pretty && limit.isLength ? Words::tr("exactly %1").arg(numberText(low))
                     : !pretty && isNumber ? numberText(low) + QLatin1String("..") + numberText(low)
                                           : with(u"=", u"=", low));
    } else if (!low.isUndefined() && !high.isUndefined()) {
        texts.append(numberText(low) + (pretty ? QStringLiteral("…") : QStringLiteral("..")) +
                     numberText(high));
    } else if (!low.isUndefined()) {
        texts.append(with(u">=", u"≥", low));
    }
    if (limit.lowOpen != Keyword::Unknown && !type.rule(limit.lowOpen).isUndefined())
        texts.append(with(u">", u">", type.rule(limit.lowOpen)));
    if (low.isUndefined() && !high.isUndefined())
        texts.append(with(u"<=", u"≤", high));
    if (limit.highOpen != Keyword::Unknown && !type.rule(limit.highOpen).isUndefined())
        texts.append(with(u"<", u"<", type.rule(limit.highOpen)));
    if (pretty && limit.isLength && !texts.isEmpty()) {
        // The last number decides: "≥ 1 char", "1…80 chars".
        const Json &last = high.isUndefined() ? low : high;
        texts.last() += last.toInt64() == 1 ? QStringLiteral(" char") : QStringLiteral(" chars");
    }
    return texts;
}

QString patternText(const QString &pattern)
{
    const QString text = QLatin1Char('/') + pattern + QLatin1Char('/');
    const QList<Token> tokens = tokenize(text);
    if (tokens.size() == 2 && tokens.first().kind == Token::Kind::Pattern &&
        tokens.first().text == pattern)
        return text;
    return QStringLiteral("pattern ") + jsonText(pattern); // a bare slash would end it
}

QString nameText(const QString &name)
{
    return needsQuotes(name) ? jsonText(name) : name;
}

QString otherRuleText(const TypeRule &rule, bool pretty)
{
    switch (rule.keyword) {
    case Keyword::MultipleOf:
        return QStringLiteral("multiple of ") + numberText(rule.value);
    case Keyword::UniqueItems:
        return QStringLiteral("unique");
    case Keyword::Format:
        return QStringLiteral("format ") + nameText(rule.value.string());
    case Keyword::Pattern:
        return patternText(rule.value.string());
    case Keyword::AdditionalProperties:
        return pretty ? QStringLiteral("no other fields") : QStringLiteral("closed");
    case Keyword::Discriminator:
        return pretty ? QStringLiteral("told apart by “%1”").arg(rule.value.string())
                      : QStringLiteral("by ") + nameText(rule.value.string());
    case Keyword::OneOf:
        return QStringLiteral("exactly one");
    case Keyword::Default:
        return QStringLiteral("default ") + jsonText(rule.value);
    case Keyword::ReadOnly:
        return QStringLiteral("read-only");
    case Keyword::WriteOnly:
        return QStringLiteral("write-only");
    case Keyword::Deprecated:
        return QStringLiteral("deprecated");
    default:
        return {};
    }
}

QStringList ruleTexts(const TypeExpression &type, bool pretty)
{
    QStringList texts;
    for (const Limits &limit : limits)
        texts += limitTexts(type, limit, pretty);
    QList<TypeRule> rules = type.rules;
    sortRules(rules);
    for (const TypeRule &rule : rules) {
        const QString text = otherRuleText(rule, pretty);
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts;
}

class Printer
{
public:
    explicit Printer(bool pretty)
        : m_pretty(pretty)
    {
    }

    /// How tightly the surroundings bind: inside a higher level, lower ones need parentheses.
    enum Level { OfUnion, OfAll, OfPart };

    QString print(const TypeExpression &type, bool withRules, Level level = OfUnion) const
    {
        const QString rules = withRules ? ruleTexts(type, m_pretty).join(separator()) : QString();
        QString text = printType(type, !rules.isEmpty());
        if (!rules.isEmpty())
            text += (m_pretty ? QStringLiteral(" · ") : QStringLiteral(" ")) + rules;
        if (level > levelOf(type, withRules))
            return QLatin1Char('(') + text + QLatin1Char(')');
        return text;
    }

private:
    QString separator() const { return m_pretty ? QStringLiteral(" · ") : QStringLiteral(" "); }

    static bool hasAnnotations(const TypeExpression &type)
    {
        return std::any_of(type.rules.begin(), type.rules.end(),
                           [](const TypeRule &rule) { return isAnnotation(rule.keyword); });
    }

    /// A rule that would be read as one of the whole binds only inside parentheses.
    static Level levelOf(const TypeExpression &type, bool withRules)
    {
        switch (type.kind) {
        case Kind::Union:
            return OfUnion;
        case Kind::Literals:
            return withRules && !type.rules.isEmpty() ? OfUnion
                   : type.values.size() > 1           ? OfUnion
                                                      : OfPart;
        case Kind::All:
            return type.nullable || (withRules && !type.rules.isEmpty()) ? OfUnion : OfAll;
        default:
            return withRules && hasAnnotations(type) ? OfUnion : OfPart;
        }
    }

    QString printType(const TypeExpression &type, bool hasRules) const
    {
        const QString nullable = type.nullable ? QStringLiteral("?") : QString();
        switch (type.kind) {
        case Kind::Any:
            return QStringLiteral("any");
        case Kind::Never:
            return QStringLiteral("nothing");
        case Kind::Scalar:
            if (m_pretty && !type.format.isEmpty())
                return type.name + QStringLiteral(" · ") + scalarText(type) + nullable;
            return scalarText(type) + nullable;
        case Kind::Model:
            return (m_pretty ? arrow : QString()) + modelText(type) + nullable;
        case Kind::Literals: {
            QStringList texts;
            for (const Json &value : type.values)
                texts.append(
                    (value.isArray() || value.isObject() ? QStringLiteral("json ") : QString()) +
                    jsonText(value));
            const QString text = texts.join(QStringLiteral(" | "));
            return hasRules && texts.size() > 1 ? QLatin1Char('(') + text + QLatin1Char(')') : text;
        }
        case Kind::List:
            if (m_pretty && !type.nullable)
                return QStringLiteral("list of ") + printInner(type);
            return QLatin1Char('[') + print(type.parts.value(0), !m_pretty) + QLatin1Char(']') +
                   nullable;
        case Kind::Map:
            if (m_pretty && !type.nullable)
                return QStringLiteral("map of ") + printInner(type);
            return QLatin1Char('{') + print(type.parts.value(0), !m_pretty) + QLatin1Char('}') +
                   nullable;
        case Kind::Tuple:
            return QLatin1Char('[') + join(type.parts, QStringLiteral(", "), OfUnion) +
                   QLatin1Char(']') + nullable;
        case Kind::Object:
            return printObject(type) + nullable;
        case Kind::Union: {
            QString text = join(type.parts, QStringLiteral(" | "), OfAll);
            if (type.nullable)
                text += QStringLiteral(" | null");
            return hasRules ? QLatin1Char('(') + text + QLatin1Char(')') : text;
        }
        case Kind::All: {
            const QString text = join(type.parts, QStringLiteral(" & "), OfPart);
            return type.nullable || hasRules ? QLatin1Char('(') + text + QLatin1Char(')') + nullable
                                             : text;
        }
        }
        return {};
    }

    QString printInner(const TypeExpression &type) const
    {
        QString text = print(type.parts.value(0), false, OfPart);
        return text.startsWith(arrow) ? text.mid(arrow.size()) : text;
    }

    QString printObject(const TypeExpression &type) const
    {
        if (type.fields.isEmpty())
            return QStringLiteral("object");
        QStringList texts;
        for (const TypeExpression::Field &field : type.fields)
            texts.append(nameText(field.name) +
                         (field.required ? QStringLiteral("*: ") : QStringLiteral(": ")) +
                         print(field.type, true));
        return QLatin1Char('{') + texts.join(QStringLiteral(", ")) + QLatin1Char('}');
    }

    QString join(const QList<TypeExpression> &parts, const QString &between, Level level) const
    {
        QStringList texts;
        for (const TypeExpression &part : parts) {
            // In a union, literals are members like any other.
            const bool flat = level == OfAll && part.kind == Kind::Literals && part.rules.isEmpty();
            const QString text = print(part, !m_pretty, flat ? OfUnion : level);
            texts.append(text.startsWith(arrow) ? text.mid(arrow.size()) : text);
        }
        return texts.join(between);
    }

    bool m_pretty;
};

} // namespace

QString typeText(const TypeExpression &type)
{
    return Printer(false).print(type, false);
}

QString rulesText(const TypeExpression &type)
{
    return ruleTexts(type, false).join(QLatin1Char(' '));
}

QString fullText(const TypeExpression &type)
{
    return Printer(false).print(type, true);
}

QString prettyType(const TypeExpression &type)
{
    return Printer(true).print(type, false);
}

QStringList prettyRules(const TypeExpression &type)
{
    return ruleTexts(type, true);
}

} // namespace Design
