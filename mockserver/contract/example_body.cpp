#include "mockserver/contract/example_body.h"

#include "designer/model/locate.h"
#include "designer/schema/sampler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_writer.h"
#include "mockserver/contract/parameter_text.h"

#include <QUrl>

using namespace Design;

namespace Mock
{

namespace
{

const QByteArray boundary = QByteArrayLiteral("menura-example-boundary");

bool isJson(const QString &mediaType)
{
    const QString type = mediaType.section(u';', 0, 0).trimmed().toLower();
    return type == QLatin1String("application/json") || type.endsWith(QLatin1String("+json"));
}

int rank(const QString &mediaType)
{
    const QString type = mediaType.section(u';', 0, 0).trimmed().toLower();
    if (type == QLatin1String("application/json"))
        return 0;
    if (isJson(type))
        return 1;
    if (type == QLatin1String("application/x-www-form-urlencoded"))
        return 2;
    return type == QLatin1String("multipart/form-data") ? 3 : 4;
}

QByteArray formText(const Json &value)
{
    TextPairs pairs;
    for (const JsonObject::Member &member : value.object()) {
        const JsonArray items =
            member.value.isArray() ? member.value.array() : JsonArray{member.value};
        for (const Json &item : items)
            pairs.append(
                {QUrl::toPercentEncoding(member.key), QUrl::toPercentEncoding(plainText(item))});
    }
    return joined(pairs);
}

/// RFC 7578; a field that the schema calls binary is sent as a file.
QByteArray multipartText(const Json &value, const Schema &schema)
{
    QByteArray text;
    for (const JsonObject::Member &member : value.object()) {
        const JsonArray items =
            member.value.isArray() ? member.value.array() : JsonArray{member.value};
        const Schema *property = schema.members(Keyword::Properties).find(member.key);
        const auto isFileSchema = [](const Schema &field) {
            return field.text(Keyword::Format) == QLatin1String("binary") ||
                   !field.text(Keyword::ContentMediaType).isEmpty();
        };
        const bool isFile =
            property && (isFileSchema(*property) || isFileSchema(property->schema(Keyword::Items)));
        QString name = member.key;
        name.replace(u'"', QStringLiteral("%22"));
        for (const Json &item : items) {
            text += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" +
                    name.toUtf8() + '"';
            if (isFile)
                text += "; filename=\"example.bin\"\r\nContent-Type: application/octet-stream";
            text += "\r\n\r\n" + plainText(item).toUtf8() + "\r\n";
        }
    }
    return text + "--" + boundary + "--\r\n";
}

} // namespace

Json givenExample(const Api &api, const Json &example, const NamedList<Example> &examples,
                  const CompiledSchema &schema)
{
    if (!example.isUndefined() && isValid(schema, example))
        return example;
    for (const Named<Example> &named : examples) {
        const Example *given = named.isRaw() ? nullptr : resolve(api, named.value);
        if (given && !given->value.isUndefined() && isValid(schema, given->value))
            return given->value;
    }
    return {};
}

QByteArray formBody(const Json &fields, const Schema &schema, QByteArray *mediaType)
{
    if (rank(QString::fromLatin1(*mediaType)) == 2)
        return formText(fields);
    *mediaType += "; boundary=" + boundary;
    return multipartText(fields, schema);
}

ExampleBody exampleBody(const Api &api, SchemaCompiler &compiler, const RequestBody &body,
                        const QString &place, quint64 seed)
{
    ExampleBody result;
    const Named<MediaType> *best = nullptr;
    for (const Named<MediaType> &media : body.content) {
        if (!media.isRaw() && (!best || rank(media.name) < rank(best->name)))
            best = &media;
    }
    if (!best) {
        result.problem = QStringLiteral("the request body has no content");
        return result;
    }
    const CompiledSchema schema = compiler.compile(best->value.schema);
    result.value = givenExample(api, best->value.example, best->value.examples, schema);
    if (result.value.isUndefined()) {
        SampleOptions options;
        options.seed = seed;
        options.path = place + QStringLiteral(" body");
        options.direction = Direction::Request;
        const Sample made = sample(schema, options);
        if (!made.isFound()) {
            result.problem = QStringLiteral("the request body: %1").arg(made.reason);
            return result;
        }
        result.value = made.value;
    }
    result.contentType = best->name.toUtf8();
    if (result.contentType.contains('*'))
        result.contentType = rank(best->name) < 2 || result.contentType == "*/*"
                                 ? QByteArrayLiteral("application/json")
                                 : result.contentType.replace("*", "example");
    if (isJson(best->name) || result.contentType == "application/json") {
        result.bytes = writeJson(result.value);
    } else if (rank(best->name) == 2 || rank(best->name) == 3) {
        const Schema *resolved = resolve(api, best->value.schema);
        result.bytes = formBody(result.value, resolved ? *resolved : Schema(), &result.contentType);
    } else {
        result.bytes = plainText(result.value).toUtf8();
    }
    return result;
}

} // namespace Mock
