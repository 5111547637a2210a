#include "designer/coercion/types/choice_types.h"

#include "designer/coercion/reading.h"
#include "designer/coercion/texts/json_text_error.h"
#include "designer/coercion/texts/number_text.h"
#include "designer/coercion/texts/python_text.h"
#include "designer/coercion/types/number_types.h"
#include "designer/text/json_reader.h"

#include <algorithm>

namespace Design
{

namespace
{

/// As Python counts: truth values are 0 and 1, numbers with a fraction are as near as a double is.
Json asNumber(const Json &value)
{
    if (value.isBool())
        return Json(value.toBool() ? 1 : 0);
    return value.type() == Json::Type::Number ? Json(value.toDouble()) : value;
}

/// The one that is the input: of the same type if there is such a one, else one that Python takes
/// for equal, truth values first.
const Json *findChoice(const JsonArray &values, const Json &input)
{
    const Json *equal = nullptr;
    for (const Json &value : values) {
        if (!pythonEquals(value, input))
            continue;
        if (value.type() == input.type())
            return &value;
        if (!equal || (value.isBool() && !equal->isBool()))
            equal = &value;
    }
    return equal;
}

bool hasNull(const JsonArray &values)
{
    return std::any_of(values.begin(), values.end(),
                       [](const Json &value) { return value.isNull(); });
}

/// Integers beyond 64 bits are too large to be compared with those that are allowed.
bool isTooLarge(const JsonArray &values, const Json &input)
{
    const bool hasIntegers = std::any_of(values.begin(), values.end(),
                                         [](const Json &value) { return value.isInteger(); });
    return hasIntegers && input.isInteger() && !isWithin64Bits(input);
}

} // namespace

bool pythonEquals(const Json &a, const Json &b)
{
    const Json x = asNumber(a);
    const Json y = asNumber(b);
    if (x.isArray() && y.isArray()) {
        return std::equal(x.array().begin(), x.array().end(), y.array().begin(), y.array().end(),
                          pythonEquals);
    }
    if (x.isObject() && y.isObject()) {
        if (x.object().size() != y.object().size())
            return false;
        return std::all_of(x.object().begin(), x.object().end(), [&](const auto &member) {
            const Json *other = y.find(member.key);
            return other && pythonEquals(member.value, *other);
        });
    }
    return jsonEquals(x, y);
}

size_t pythonHash(const Json &value)
{
    return value.isArray() || value.isObject() ? 0 : jsonHash(asNumber(value));
}

LiteralType::LiteralType(NodeId node, const JsonArray &values, Keyword keyword)
    : Type(node)
    , m_values(values)
    , m_expected(pythonChoices(values))
    , m_keyword(keyword)
{
}

Json LiteralType::read(const Json &input, Reading &reading) const
{
    const Json *value = reading.isBytes(input) ? nullptr : findChoice(m_values, input);
    if (value)
        return *value;
    if (isTooLarge(m_values, input))
        return reading.refuse(ErrorType::IntParsingSize, input, node(), m_keyword);
    return reading.refuse(ErrorType::Literal, input, node(), m_keyword,
                          {{QStringLiteral("expected"), m_expected}});
}

QString LiteralType::name() const
{
    QStringList values;
    for (const Json &value : m_values)
        values.append(pythonRepr(value));
    return QStringLiteral("literal[%1]").arg(values.join(u','));
}

bool LiteralType::isNullable() const
{
    return hasNull(m_values);
}

EnumType::EnumType(NodeId node, const QString &className, const JsonArray &values)
    : Type(node)
    , m_className(className)
    , m_values(values)
    , m_expected(pythonChoices(values))
{
    const auto all = [&values](bool (Json::*is)() const) {
        return std::all_of(values.begin(), values.end(),
                           [is](const Json &value) { return (value.*is)(); });
    };
    if (all(&Json::isString))
        m_kind = Kind::Strings;
    else if (all(&Json::isInteger))
        m_kind = Kind::Integers;
    else if (all(&Json::isNumber))
        m_kind = Kind::Floats;
}

Json EnumType::read(const Json &input, Reading &reading) const
{
    reading.atMost(Exactness::Lax);
    Json wanted = input;
    const bool mayBeInteger =
        input.isNumber() || input.isBool() || (input.isString() && m_kind == Kind::Integers);
    if (m_kind != Kind::Strings && mayBeInteger) {
        Reading trial;
        const Json integer = readInteger(input, trial, node());
        if (!integer.isUndefined())
            wanted = integer;
    }
    if (m_kind == Kind::Floats && input.isString()) {
        if (const std::optional<double> number = readFloatText(input.string()))
            wanted = Json(*number);
    }
    const bool isReadable = m_kind != Kind::Mixed || !reading.isBytes(input);
    if (const Json *value = isReadable ? findChoice(m_values, wanted) : nullptr)
        return *value;
    if (isTooLarge(m_values, wanted))
        return reading.refuse(ErrorType::IntParsingSize, wanted, node(), Keyword::Enum);
    return reading.refuse(ErrorType::Enum, input, node(), Keyword::Enum,
                          {{QStringLiteral("expected"), m_expected}});
}

bool EnumType::isNullable() const
{
    return hasNull(m_values);
}

QString EnumType::name() const
{
    const QLatin1String form = m_kind == Kind::Strings    ? QLatin1String("str-enum[%1]")
                               : m_kind == Kind::Integers ? QLatin1String("int-enum[%1]")
                               : m_kind == Kind::Floats   ? QLatin1String("float-enum[%1]")
                                                          : QLatin1String("enum[%1]");
    return QString(form).arg(m_className);
}

Json NoneType::read(const Json &input, Reading &reading) const
{
    if (input.isNull())
        return input;
    return reading.refuse(ErrorType::NoneRequired, input, node(), Keyword::Type);
}

Json AnyType::read(const Json &input, Reading &reading) const
{
    reading.atMost(Exactness::Strict); // so that a union prefers a type that fits exactly
    return input;
}

JsonTextType::JsonTextType(NodeId node, const Type *content)
    : Type(node)
    , m_content(content)
{
}

Json JsonTextType::read(const Json &input, Reading &reading) const
{
    if (!input.isString())
        return reading.refuse(ErrorType::JsonType, input, node(), Keyword::Type);
    const QByteArray text = input.string().toUtf8();
    const QString error = jsonTextError(text);
    const PythonJson json = error.isEmpty() ? readPythonJson(text) : PythonJson();
    if (!error.isEmpty() || json.error) {
        return reading.refuse(
            ErrorType::JsonInvalid, input, node(), Keyword::ContentMediaType,
            {{QStringLiteral("error"), json.error ? json.error->message : error}});
    }
    reading.atMost(Exactness::Lax);
    return reading.readJsonText(*m_content, json.value);
}

QString JsonTextType::name() const
{
    return QStringLiteral("json[%1]").arg(m_content->name());
}

} // namespace Design
