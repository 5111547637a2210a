#include "designer/coercion/types/named_types.h"

#include "designer/coercion/reading.h"

#include <QDateTime>

namespace Design
{

namespace
{

bool hasZone(const QString &text)
{
    const qsizetype time = text.indexOf(u'T');
    return text.endsWith(u'Z') || text.indexOf(u'+', time) > 0 || text.indexOf(u'-', time) > time;
}

/// Whether the rule is broken, and by what in pydantic's words.
std::optional<ErrorType> brokenBy(MomentType::Rule rule, const QString &text)
{
    using Rule = MomentType::Rule;
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    const QDateTime point = QDateTime::fromString(text, Qt::ISODateWithMs);
    const auto unless = [](bool holds, ErrorType error) {
        return holds ? std::nullopt : std::optional(error);
    };
    switch (rule) {
    case Rule::PastDate:
        return unless(date < QDate::currentDate(), ErrorType::DatePast);
    case Rule::FutureDate:
        return unless(date > QDate::currentDate(), ErrorType::DateFuture);
    case Rule::PastDatetime:
        return unless(point < QDateTime::currentDateTime(), ErrorType::DatetimePast);
    case Rule::FutureDatetime:
        return unless(point > QDateTime::currentDateTime(), ErrorType::DatetimeFuture);
    case Rule::Aware:
        return unless(hasZone(text), ErrorType::TimezoneAware);
    case Rule::Naive:
        return unless(!hasZone(text), ErrorType::TimezoneNaive);
    }
    return std::nullopt;
}

} // namespace

std::optional<StrictType::Kind> strictKind(QStringView name)
{
    using Kind = StrictType::Kind;
    if (name == u"StrictInt")
        return Kind::Integer;
    if (name == u"StrictFloat")
        return Kind::Float;
    if (name == u"StrictStr")
        return Kind::Text;
    return name == u"StrictBool" ? std::optional(Kind::Boolean) : std::nullopt;
}

std::optional<MomentType::Rule> momentRule(QStringView name)
{
    using Rule = MomentType::Rule;
    if (name == u"PastDate")
        return Rule::PastDate;
    if (name == u"FutureDate")
        return Rule::FutureDate;
    if (name == u"PastDatetime")
        return Rule::PastDatetime;
    if (name == u"FutureDatetime")
        return Rule::FutureDatetime;
    if (name == u"AwareDatetime")
        return Rule::Aware;
    return name == u"NaiveDatetime" ? std::optional(Rule::Naive) : std::nullopt;
}

StrictType::StrictType(NodeId node, Kind kind, const Type *inner)
    : Type(node)
    , m_kind(kind)
    , m_inner(inner)
{
}

Json StrictType::read(const Json &input, Reading &reading) const
{
    const auto readIf = [&](bool isOne, ErrorType error) {
        return isOne ? reading.read(*m_inner, input)
                     : reading.refuse(error, input, node(), Keyword::Type);
    };
    switch (m_kind) {
    case Kind::Integer:
        return readIf(input.isInteger(), ErrorType::IntType);
    case Kind::Float:
        return readIf(input.isNumber(), ErrorType::FloatType);
    case Kind::Text:
        return readIf(input.isString() && !reading.isBytes(input), ErrorType::StringType);
    case Kind::Boolean:
        return readIf(input.isBool(), ErrorType::BoolType);
    }
    return {};
}

MomentType::MomentType(NodeId node, Rule rule, const Type *inner)
    : Type(node)
    , m_rule(rule)
    , m_inner(inner)
{
}

Json MomentType::read(const Json &input, Reading &reading) const
{
    const Json value = reading.read(*m_inner, input);
    if (value.isUndefined())
        return value;
    const std::optional<ErrorType> error = brokenBy(m_rule, value.string());
    return error ? reading.refuse(*error, input, node(), Keyword::Format) : value;
}

} // namespace Design
