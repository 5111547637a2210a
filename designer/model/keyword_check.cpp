#include "designer/model/keyword_check.h"

#include "designer/text/number.h"

#include <algorithm>

namespace Design
{

namespace
{

bool isTypeName(const Json &value)
{
    static const QStringList names{
        QStringLiteral("string"), QStringLiteral("object"),  QStringLiteral("integer"),
        QStringLiteral("array"),  QStringLiteral("boolean"), QStringLiteral("number"),
        QStringLiteral("null"),
    };
    return value.isString() && names.contains(value.string());
}

bool isTypeList(const Json &value)
{
    return value.isArray() && !value.array().isEmpty() &&
           std::all_of(value.array().begin(), value.array().end(), isTypeName);
}

bool isStringList(const Json &value)
{
    return value.isArray() && std::all_of(value.array().begin(), value.array().end(),
                                          [](const Json &item) { return item.isString(); });
}

bool isCount(const Json &value)
{
    if (value.isInt64())
        return value.toInt64() >= 0;
    return value.isNumber() && value.toDouble() >= 0 && hasIntegralValue(value.numberText());
}

bool isObjectOfStringLists(const Json &value)
{
    return value.isObject() &&
           std::all_of(value.object().begin(), value.object().end(),
                       [](const JsonObject::Member &member) { return isStringList(member.value); });
}

QString unless(bool fine, const char16_t *expected)
{
    return fine ? QString() : QString::fromUtf16(expected);
}

} // namespace

QString expectedValue(Keyword keyword, const Json &value)
{
    switch (keyword) {
    case Keyword::Type:
        return unless(isTypeName(value) || isTypeList(value),
                      u"one of string, number, integer, boolean, object, array, null, or a list of "
                      u"them");
    case Keyword::Enum:
    case Keyword::Examples:
        return unless(value.isArray(), u"a list of values");
    case Keyword::MultipleOf:
        return unless(value.isNumber() && value.toDouble() > 0, u"a number greater than 0");
    case Keyword::Minimum:
    case Keyword::Maximum:
        return unless(value.isNumber(), u"a number");
    case Keyword::ExclusiveMinimum:
    case Keyword::ExclusiveMaximum:
        return unless(value.isNumber() || value.isBool(), u"a number (in OpenAPI 3.0: a boolean)");
    case Keyword::MinLength:
    case Keyword::MaxLength:
    case Keyword::MinItems:
    case Keyword::MaxItems:
    case Keyword::MinContains:
    case Keyword::MaxContains:
    case Keyword::MinProperties:
    case Keyword::MaxProperties:
        return unless(isCount(value), u"a non-negative integer");
    case Keyword::Required:
        return unless(isStringList(value), u"a list of property names");
    case Keyword::DependentRequired:
        return unless(isObjectOfStringLists(value), u"an object with lists of property names");
    case Keyword::UniqueItems:
    case Keyword::RecursiveAnchor:
    case Keyword::Deprecated:
    case Keyword::ReadOnly:
    case Keyword::WriteOnly:
    case Keyword::Nullable:
        return unless(value.isBool(), u"true or false");
    case Keyword::Schema:
    case Keyword::Id:
    case Keyword::Anchor:
    case Keyword::DynamicAnchor:
    case Keyword::Comment:
    case Keyword::Pattern:
    case Keyword::Format:
    case Keyword::ContentEncoding:
    case Keyword::ContentMediaType:
    case Keyword::Title:
    case Keyword::Description:
        return unless(value.isString(), u"a string");
    case Keyword::Vocabulary:
    case Keyword::Discriminator:
    case Keyword::Xml:
    case Keyword::ExternalDocs:
        return unless(value.isObject(), u"an object");
    default:
        return {}; // const, default and example take any value; `id` is nobody's any more
    }
}

} // namespace Design
