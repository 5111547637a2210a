#include "designer/openapi/swagger2/schema_part.h"

namespace Design::Swagger2
{

namespace
{

bool isSchema(const QString &key)
{
    return key == QLatin1String("items") || key == QLatin1String("additionalProperties") ||
           key == QLatin1String("not");
}

bool isListOfSchemas(const QString &key)
{
    // 2.0 has allOf only; the others are found in documents all the same.
    return key == QLatin1String("allOf") || key == QLatin1String("anyOf") ||
           key == QLatin1String("oneOf") || key == QLatin1String("items");
}

bool isMapOfSchemas(const QString &key)
{
    return key == QLatin1String("properties") || key == QLatin1String("patternProperties");
}

Json convertedAll(const JsonArray &schemas)
{
    JsonArray converted;
    converted.reserve(schemas.size());
    for (const Json &schema : schemas)
        converted.append(convertedSchema(schema));
    return converted;
}

Json convertedAll(const JsonObject &schemas)
{
    QList<JsonObject::Member> converted = schemas.members();
    for (JsonObject::Member &member : converted)
        member.value = convertedSchema(member.value);
    return JsonObject::fromDistinct(std::move(converted));
}

Json convertedMember(const QString &key, const Json &value)
{
    if (isMapOfSchemas(key) && value.isObject())
        return convertedAll(value.object());
    if (isListOfSchemas(key) && value.isArray())
        return convertedAll(value.array());
    if (isSchema(key))
        return convertedSchema(value);
    if (key == QLatin1String("discriminator") && value.isString())
        return JsonObject{{QStringLiteral("propertyName"), value}};
    return value;
}

} // namespace

Json convertedSchema(const Json &schema)
{
    if (!schema.isObject())
        return schema;
    QList<JsonObject::Member> members = schema.object().members();
    for (JsonObject::Member &member : members)
        member.value = convertedMember(member.key, member.value);
    JsonObject converted = JsonObject::fromDistinct(std::move(members));
    if (const Json nullable = converted.value(u"x-nullable"); nullable.isBool()) {
        converted.rename(u"x-nullable", QStringLiteral("nullable"));
        // 3.0 wants null among the values as well.
        if (JsonArray values = converted.value(u"enum").array();
            nullable.toBool() && !values.isEmpty() && !values.contains(Json(nullptr))) {
            values.append(nullptr);
            converted.insert(QStringLiteral("enum"), values);
        }
    }
    if (converted.value(u"type").string() == QLatin1String("file")) {
        converted.insert(QStringLiteral("type"), QStringLiteral("string"));
        converted.insert(QStringLiteral("format"), QStringLiteral("binary"));
    }
    return converted;
}

} // namespace Design::Swagger2
