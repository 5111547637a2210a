#include "designer/openapi/swagger2/value_parts.h"

#include "designer/openapi/swagger2/schema_part.h"

#include <QSet>

namespace Design::Swagger2
{

namespace
{

/// Members of a Parameter, Header or Items Object that are keywords of a schema in 3.0.
bool isRule(const QString &key)
{
    static const QSet<QString> rules{
        QStringLiteral("type"),      QStringLiteral("format"),
        QStringLiteral("items"),     QStringLiteral("default"),
        QStringLiteral("maximum"),   QStringLiteral("exclusiveMaximum"),
        QStringLiteral("minimum"),   QStringLiteral("exclusiveMinimum"),
        QStringLiteral("maxLength"), QStringLiteral("minLength"),
        QStringLiteral("pattern"),   QStringLiteral("maxItems"),
        QStringLiteral("minItems"),  QStringLiteral("uniqueItems"),
        QStringLiteral("enum"),      QStringLiteral("multipleOf"),
        QStringLiteral("x-nullable")};
    return rules.contains(key);
}

/// The items of a list within a list cannot say in 3.0 how they are written.
Json withoutListFormats(const Json &items)
{
    if (!items.isObject())
        return items;
    JsonObject clean = items.object();
    clean.remove(u"collectionFormat");
    if (clean.contains(u"items"))
        clean.insert(QStringLiteral("items"), withoutListFormats(clean.value(u"items")));
    return clean;
}

/// A value of 2.0, whose rules are members of its own, with its rules in a schema.
Json withSchema(const JsonObject &source, const QString &in, const Place &place, Origins &origins)
{
    origins.add(place);
    JsonObject converted;
    for (const JsonObject::Member &member : source) {
        if (member.key == QLatin1String("x-example"))
            converted.insert(QStringLiteral("example"), member.value);
        else if (!isRule(member.key) && member.key != QLatin1String("collectionFormat"))
            converted.insert(member.key, member.value);
    }
    for (const JsonObject::Member &member : listStyle(source, in))
        converted.insert(member.key, member.value);
    if (!converted.contains(u"schema")) {
        converted.insert(QStringLiteral("schema"), ownSchema(source));
        origins.add({place.from, place.child(QStringLiteral("schema")).to});
    }
    return converted;
}

} // namespace

Json ownSchema(const JsonObject &source)
{
    JsonObject schema;
    for (const JsonObject::Member &member : source) {
        if (isRule(member.key))
            schema.insert(member.key, member.value);
    }
    return convertedSchema(withoutListFormats(schema));
}

JsonObject listStyle(const JsonObject &source, const QString &in)
{
    if (source.value(u"type").string() != QLatin1String("array"))
        return {};
    const bool isForm = in == QLatin1String("query") || in == QLatin1String("formData");
    const QString format = source.value(u"collectionFormat").toString();
    const QString style = QStringLiteral("style");
    const QString explode = QStringLiteral("explode");
    if (isForm && format == QLatin1String("multi"))
        return {{style, QStringLiteral("form")}, {explode, true}};
    if (isForm && format == QLatin1String("ssv"))
        return {{style, QStringLiteral("spaceDelimited")}, {explode, false}};
    if (isForm && format == QLatin1String("pipes"))
        return {{style, QStringLiteral("pipeDelimited")}, {explode, false}};
    JsonObject commas;
    if (isForm)
        commas = {{style, QStringLiteral("form")}, {explode, false}};
    if (!format.isEmpty() && format != QLatin1String("csv"))
        commas.insert(QStringLiteral("x-collectionFormat"), format);
    return commas;
}

Json convertedParameter(const JsonObject &source, const Place &place, Origins &origins)
{
    return withSchema(source, source.value(u"in").toString(), place, origins);
}

Json convertedHeader(const Json &source, const Place &place, Origins &origins)
{
    if (!source.isObject())
        return source;
    return withSchema(source.object(), QStringLiteral("header"), place, origins);
}

} // namespace Design::Swagger2
