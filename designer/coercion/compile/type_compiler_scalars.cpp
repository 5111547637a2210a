#include "designer/coercion/compile/type_compiler_p.h"
#include "designer/coercion/types/temporal_types.h"
#include "designer/model/design_text.h"
#include "designer/text/decimal_pattern.h"

namespace Design
{

namespace
{

// How pydantic begins the pattern of a byte size's text form.
constexpr QLatin1String byteSizePattern("^\\s*(\\d*\\.?\\d+)\\s*(\\w+)?");

bool isType(const Schema &schema, QLatin1String type)
{
    const QStringList types = schema.types();
    return types.size() == 1 && types.first() == type;
}

bool isDecimalText(const Schema &schema)
{
    return isType(schema, QLatin1String("string")) &&
           readDecimalPattern(schema.text(Keyword::Pattern)).has_value();
}

/// max_digits and decimal_places, read back from the pattern that pydantic makes of them.
DecimalType::Digits digitsOf(const Schema &text)
{
    const DecimalPattern pattern =
        readDecimalPattern(text.text(Keyword::Pattern)).value_or(DecimalPattern{});
    return {{pattern.digits, text.id(), Keyword::Pattern},
            {pattern.places, text.id(), Keyword::Pattern}};
}

} // namespace

NumberLimits TypeCompiler::Private::numberLimits(const FlatSchema &flat) const
{
    const auto number = [&](Keyword keyword) {
        const Constraint limit = flat.value(keyword);
        return limit.value.isNumber() ? limit : Constraint{};
    };
    NumberLimits limits;
    limits.multipleOf = number(Keyword::MultipleOf);
    if (limits.multipleOf.isSet() && limits.multipleOf.value.toDouble() <= 0)
        limits.multipleOf = {};
    limits.lessOrEqual = number(Keyword::Maximum);
    limits.greaterOrEqual = number(Keyword::Minimum);
    limits.less = number(Keyword::ExclusiveMaximum);
    limits.greater = number(Keyword::ExclusiveMinimum);
    // OpenAPI 3.0 and draft 4 say it with a boolean beside the limit.
    if (flat.value(Keyword::ExclusiveMaximum).value.toBool())
        limits.less = std::exchange(limits.lessOrEqual, {});
    if (flat.value(Keyword::ExclusiveMinimum).value.toBool())
        limits.greater = std::exchange(limits.greaterOrEqual, {});
    return limits;
}

StringLimits TypeCompiler::Private::stringLimits(const FlatSchema &flat)
{
    StringLimits limits;
    limits.shortest = flat.length(Keyword::MinLength);
    limits.longest = flat.length(Keyword::MaxLength);
    const Constraint pattern = flat.value(Keyword::Pattern);
    if (pattern.value.isString()) {
        const RustPattern compiled(pattern.value.toString());
        if (compiled.isValid()) {
            limits.pattern = pattern;
        } else {
            report(QStringLiteral("invalid-pattern"),
                   DesignText::tr("The pattern cannot be read (%1) and is not checked.")
                       .arg(compiled.error()),
                   pattern.node);
        }
    }
    return limits;
}

const Type *TypeCompiler::Private::compileNumber(const FlatSchema &flat, bool isInteger)
{
    const NumberLimits limits = numberLimits(flat);
    if (isInteger)
        return types->add<IntegerType>(flat.node(), limits);
    return types->add<FloatType>(flat.node(), limits);
}

const Type *TypeCompiler::Private::compileString(const FlatSchema &flat)
{
    const NodeId node = flat.node();
    const QString format = flat.value(Keyword::Format).value.toString();
    const QString media = flat.value(Keyword::ContentMediaType).value.toString();
    const bool isBytes = media == u"application/octet-stream";
    if (readDecimalPattern(flat.value(Keyword::Pattern).value.toString()))
        return compileDecimal(flat, flat.parts().last());
    if (format == u"base64" || format == u"base64url") {
        return types->add<Base64Type>(node, format == u"base64url",
                                      isBytes ? Base64Type::Content::Bytes
                                              : Base64Type::Content::Text);
    }
    if (format == u"password" && flat.flag(Keyword::WriteOnly))
        return types->add<SecretType>(node, stringLimits(flat), isBytes);
    if (format == u"binary" || isBytes) {
        if (options.isForm)
            return types->add<UploadType>(node);
        const bool isBase64 =
            isBytes && flat.value(Keyword::ContentEncoding).value.toString() == u"base64";
        return types->add<BytesType>(node, stringLimits(flat),
                                     isBase64 ? BytesType::Encoding::Base64
                                              : BytesType::Encoding::Utf8);
    }
    if (media == u"application/json" || format == u"json-string")
        return types->add<JsonTextType>(node, compile(flat.schema(Keyword::ContentSchema)));
    if (format == u"date")
        return types->add<DateType>(node);
    if (format == u"date-time")
        return types->add<DateTimeType>(node);
    if (format == u"time")
        return types->add<TimeType>(node);
    if (format == u"duration")
        return types->add<DurationType>(node);
    if (format == u"email")
        return types->add<EmailType>(node, false);
    if (format == u"name-email")
        return types->add<EmailType>(node, true);
    if (format == u"path" || format == u"file-path" || format == u"directory-path")
        return types->add<PathType>(node);
    if (format == u"regex")
        return types->add<PatternType>(node);
    if (format.endsWith(QLatin1String("network")) || format.endsWith(QLatin1String("interface"))) {
        const bool isInterface = format.endsWith(QLatin1String("interface"));
        if (format.startsWith(QLatin1String("ipv4")))
            return types->add<IpNetworkType>(node, IpAddressType::Version::Four, isInterface);
        if (format.startsWith(QLatin1String("ipv6")))
            return types->add<IpNetworkType>(node, IpAddressType::Version::Six, isInterface);
        if (format.startsWith(QLatin1String("ipvany")))
            return types->add<IpNetworkType>(node, IpAddressType::Version::Any, isInterface);
    }
    if (format == u"ipv4")
        return types->add<IpAddressType>(node, IpAddressType::Version::Four);
    if (format == u"ipv6")
        return types->add<IpAddressType>(node, IpAddressType::Version::Six);
    if (format == u"ipvanyaddress")
        return types->add<IpAddressType>(node, IpAddressType::Version::Any);
    if (format.startsWith(QLatin1String("uuid")) && format.size() <= 5)
        return types->add<UuidType>(node, format.size() == 5 ? format.back().digitValue() : 0);
    if (format == u"uri" || format == u"multi-host-uri") {
        // HttpUrl is AnyUrl with this length.
        const LengthLimit longest = flat.length(Keyword::MaxLength);
        const auto kind = format != u"uri"         ? UrlType::Kind::MultiHost
                          : longest.value == 2'083 ? UrlType::Kind::Http
                                                   : UrlType::Kind::Any;
        return types->add<UrlType>(node, kind, longest);
    }
    return types->add<StringType>(node, stringLimits(flat));
}

const Type *TypeCompiler::Private::compilePair(const Schema &first, const Schema &second)
{
    if (isType(first, QLatin1String("number")) && isDecimalText(second))
        return compileDecimal(FlatSchema(first, findSchema), second);
    if (isDecimalText(first) && isType(second, QLatin1String("number")))
        return compileDecimal(FlatSchema(second, findSchema), first);
    if (first.text(Keyword::Pattern) == byteSizePattern && isType(second, QLatin1String("integer")))
        return types->add<ByteSizeType>(first.id());
    return nullptr;
}

const Type *TypeCompiler::Private::compileDecimal(const FlatSchema &limits, const Schema &text)
{
    return types->add<DecimalType>(limits.node(), numberLimits(limits), digitsOf(text));
}

} // namespace Design
