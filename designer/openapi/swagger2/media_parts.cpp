#include "designer/openapi/swagger2/media_parts.h"

#include "designer/openapi/swagger2/schema_part.h"
#include "designer/openapi/swagger2/value_parts.h"

#include <algorithm>

namespace Design::Swagger2
{

namespace
{

const QString contentKey = QStringLiteral("content");
const QString schemaKey = QStringLiteral("schema");
const QString exampleKey = QStringLiteral("example");

/// The media types of a text, or those that stand in for none.
QStringList orDefault(const QStringList &types, const QString &fallback)
{
    return types.isEmpty() ? QStringList{fallback} : types;
}

bool isFile(const JsonObject &source)
{
    return source.value(u"type").string() == QLatin1String("file");
}

/// Of a Media Type Object: it comes from what has its schema.
void addOrigins(const Place &media, Origins &origins)
{
    origins.add(media);
    origins.add(media.child(schemaKey));
}

/// What `x-examples` and the like have for one media type, or under names of their own.
class Examples
{
public:
    explicit Examples(const Json &examples, const QStringList &types)
        : m_examples(examples.object())
        , m_types(types)
    {
    }

    /// Adds to the Media Type Object what is for it; names that are no media type of this list go
    /// to the first.
    void addTo(JsonObject &media, const QString &type, const Place &place, Origins &origins) const
    {
        JsonObject named;
        for (const JsonObject::Member &member : m_examples) {
            const bool isFirst = type == m_types.first() && !m_types.contains(member.key);
            if (member.key == type && !media.contains(exampleKey)) {
                media.insert(exampleKey, member.value);
                origins.add({place.child(member.key).from, place.child(exampleKey).to});
            } else if (isFirst) {
                const bool isExample = member.value.find(u"value");
                named.insert(member.key, isExample
                                             ? member.value
                                             : JsonObject{{QStringLiteral("value"), member.value}});
            }
        }
        if (named.isEmpty())
            return;
        if (media.contains(exampleKey)) { // 3.0 allows one of both
            const JsonObject whole{{QStringLiteral("value"), media.value(exampleKey)}};
            named.insert(0, QStringLiteral("default"), whole);
            media.remove(exampleKey);
        }
        media.insert(QStringLiteral("examples"), named);
    }

private:
    JsonObject m_examples;
    QStringList m_types;
};

} // namespace

QStringList mediaTypes(const Json &list)
{
    QStringList types;
    for (const Json &type : list.array()) {
        if (type.isString() && !types.contains(type.string()))
            types.append(type.string());
    }
    return types;
}

Json convertedBody(const JsonObject &parameter, const QStringList &consumes, const Place &place,
                   Origins &origins)
{
    origins.add(place);
    JsonObject body;
    Json example;
    for (const JsonObject::Member &member : parameter) {
        if (member.key == QLatin1String("x-example"))
            example = member.value;
        else if (member.key == QLatin1String("description") ||
                 member.key == QLatin1String("required") ||
                 (member.key.startsWith(QLatin1String("x-")) &&
                  member.key != QLatin1String("x-examples")))
            body.insert(member.key, member.value);
    }
    const QStringList types = orDefault(consumes, QStringLiteral("application/json"));
    const Examples examples(parameter.value(u"x-examples"), types);
    const Json schema = convertedSchema(parameter.value(schemaKey));
    JsonObject content;
    for (const QString &type : types) {
        const QString to = Place{{}, place.to}.child(contentKey).child(type).to;
        JsonObject media;
        if (!schema.isUndefined())
            media.insert(schemaKey, schema);
        if (!example.isUndefined())
            media.insert(exampleKey, example);
        examples.addTo(media, type, {place.child(QStringLiteral("x-examples")).from, to}, origins);
        content.insert(type, media);
        addOrigins({place.from, to}, origins);
    }
    body.insert(contentKey, content);
    return body;
}

Json convertedForm(const QList<PlacedParameter> &fields, const QStringList &consumes,
                   const QString &to, Origins &origins)
{
    const QString multipart = QStringLiteral("multipart/form-data");
    const QString urlEncoded = QStringLiteral("application/x-www-form-urlencoded");
    QStringList types = consumes;
    types.removeIf([&](const QString &type) { return type != multipart && type != urlEncoded; });
    const bool hasFiles = std::any_of(fields.begin(), fields.end(),
                                      [](const auto &field) { return isFile(field.parameter); });
    types = orDefault(types, hasFiles ? multipart : urlEncoded);

    JsonObject properties;
    JsonArray required;
    JsonObject encoding;
    for (const PlacedParameter &field : fields) {
        const QString name = field.parameter.value(u"name").toString();
        JsonObject schema = ownSchema(field.parameter).object();
        const Json mayBeEmpty = field.parameter.value(u"allowEmptyValue");
        if (mayBeEmpty.isBool() && !mayBeEmpty.toBool() && !schema.contains(u"minLength") &&
            schema.value(u"type").string() == QLatin1String("string"))
            schema.insert(QStringLiteral("minLength"), 1);
        if (const Json description = field.parameter.value(u"description"); description.isString())
            schema.insert(0, QStringLiteral("description"), description);
        if (const Json example = field.parameter.value(u"x-example"); !example.isUndefined())
            schema.insert(exampleKey, example);
        properties.insert(name, schema);
        if (field.parameter.value(u"required").toBool())
            required.append(name);
        const JsonObject style = listStyle(field.parameter, QStringLiteral("formData"));
        if (!style.isEmpty())
            encoding.insert(name, style);
    }
    JsonObject schema{{QStringLiteral("type"), QStringLiteral("object")}};
    if (!required.isEmpty())
        schema.insert(QStringLiteral("required"), required);
    schema.insert(QStringLiteral("properties"), properties);

    JsonObject content;
    for (const QString &type : std::as_const(types)) {
        JsonObject media{{schemaKey, schema}};
        if (!encoding.isEmpty())
            media.insert(QStringLiteral("encoding"), encoding);
        content.insert(type, media);
        const Place place = Place{{}, to}
                                .child(contentKey)
                                .child(type)
                                .child(schemaKey)
                                .child(QStringLiteral("properties"));
        for (const PlacedParameter &field : fields)
            origins.add({field.from, place.child(field.parameter.value(u"name").toString()).to});
    }
    origins.add({fields.first().from, to});
    JsonObject body{{contentKey, content}};
    if (!required.isEmpty())
        body.insert(QStringLiteral("required"), true);
    return body;
}

Json convertedResponse(const Json &response, const QStringList &produces, const Place &place,
                       Origins &origins)
{
    if (!response.isObject())
        return response;
    origins.add(place);
    const Json schema = response.value(schemaKey);
    const Json examples = response.value(u"examples");
    const Place headers = place.child(QStringLiteral("headers"));
    JsonObject converted;
    for (const JsonObject::Member &member : response.object()) {
        if (member.key == QLatin1String("headers") && member.value.isObject()) {
            QList<JsonObject::Member> all = member.value.object().members();
            for (JsonObject::Member &header : all)
                header.value = convertedHeader(header.value, headers.child(header.key), origins);
            converted.insert(member.key, JsonObject::fromDistinct(std::move(all)));
        } else if (member.key != schemaKey && member.key != QLatin1String("examples")) {
            converted.insert(member.key, member.value);
        }
    }
    if (schema.isUndefined() && examples.object().isEmpty())
        return converted;

    QStringList types = produces;
    if (types.isEmpty() && schema.isUndefined())
        types = examples.object().keys();
    types = orDefault(types, isFile(schema.object()) ? QStringLiteral("application/octet-stream")
                                                     : QStringLiteral("application/json"));
    const Examples byType(examples, types);
    JsonObject content;
    for (const QString &type : std::as_const(types)) {
        const QString to = Place{{}, place.to}.child(contentKey).child(type).to;
        JsonObject media;
        if (!schema.isUndefined())
            media.insert(schemaKey, convertedSchema(schema));
        byType.addTo(media, type, {place.child(QStringLiteral("examples")).from, to}, origins);
        content.insert(type, media);
        addOrigins({place.from, to}, origins);
    }
    converted.insert(contentKey, content);
    return converted;
}

} // namespace Design::Swagger2
