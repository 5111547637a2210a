#include "mockserver/contract/example_body.h"

#include "designer/model/component_table.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/rest_schema.h"
#include "designer/model/schema_json.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_writer.h"
#include "mockserver/contract/parameter_text.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/inputs/xml_body.h"

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
    return type.startsWith(QLatin1String("multipart/")) ? 3 : 4;
}

QByteArray formText(const Json &value, const FormParts &parts)
{
    TextPairs pairs;
    for (const JsonObject::Member &member : value.object()) {
        if (const auto styled = parts.styles.constFind(member.key); styled != parts.styles.cend()) {
            pairs += queryPairs(*styled, member.value);
            continue;
        }
        const JsonArray items =
            member.value.isArray() ? member.value.array() : JsonArray{member.value};
        for (const Json &item : items)
            pairs.append(
                {QUrl::toPercentEncoding(member.key), QUrl::toPercentEncoding(plainText(item))});
    }
    return joined(pairs);
}

bool isFileSchema(const Schema &field)
{
    return field.text(Keyword::Format) == QLatin1String("binary") ||
           !field.text(Keyword::ContentMediaType).isEmpty();
}

/// The type of a part where nobody says one: that of bytes, or of what is written as JSON
/// (OpenAPI 3.1, section 4.8.15.1); empty: of text.
QByteArray partType(const Schema *property, const Json &value)
{
    if (property && (isFileSchema(*property) || isFileSchema(property->schema(Keyword::Items))))
        return QByteArrayLiteral("application/octet-stream");
    return value.isObject() ? QByteArrayLiteral("application/json") : QByteArray();
}

/// The parts of a field: one for each item of a list, unless it is written otherwise.
JsonArray partsOf(const JsonObject::Member &member, const FormParts &parts)
{
    const auto styled = parts.styles.constFind(member.key);
    if (styled == parts.styles.cend())
        return member.value.isArray() ? member.value.array() : JsonArray{member.value};
    JsonArray texts;
    for (const auto &[name, text] : queryPairs(*styled, member.value))
        texts.append(Json(QString::fromUtf8(QByteArray::fromPercentEncoding(text))));
    return texts;
}

/// RFC 7578; a field that the schema calls binary is sent as a file.
QByteArray multipartText(const Json &value, const Schema &schema, const FormParts &parts)
{
    QByteArray text;
    for (const JsonObject::Member &member : value.object()) {
        const JsonArray items = partsOf(member, parts);
        const Schema *property = schema.members(Keyword::Properties).find(member.key);
        QString name = member.key;
        name.replace(u'"', QStringLiteral("%22"));
        for (const Json &item : items) {
            const QByteArray usual =
                parts.texts.contains(member.key) ? QByteArray() : partType(property, item);
            const QByteArray type = parts.contentTypes.value(member.key, usual);
            text += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" +
                    name.toUtf8() + '"';
            if (usual == "application/octet-stream")
                text += "; filename=\"example.bin\"";
            if (!type.isEmpty())
                text += "\r\nContent-Type: " + type;
            for (const HeaderField &field : parts.heads.value(member.key))
                text += "\r\n" + field.name + ": " + field.value;
            text += "\r\n\r\n" + plainText(item).toUtf8() + "\r\n";
        }
    }
    return text + "--" + boundary + "--\r\n";
}

/// The items of a list as parts, which have no names.
QByteArray listText(const JsonArray &items, const FormParts &parts)
{
    QByteArray text;
    for (qsizetype place = 0; place < items.size(); ++place) {
        const Json &item = items[place];
        const QString name = QString::number(place);
        const QByteArray usual = item.isString() ? "text/plain" : "application/json";
        text += "--" + boundary + "\r\nContent-Type: " + parts.contentTypes.value(name, usual);
        for (const HeaderField &field : parts.heads.value(name))
            text += "\r\n" + field.name + ": " + field.value;
        text += "\r\n\r\n" + plainText(item).toUtf8() + "\r\n";
    }
    return text + "--" + boundary + "--\r\n";
}

/// A type that fits a range: `image/*` is any image.
QByteArray typeOf(const QString &ranges)
{
    return ranges.section(u',', 0, 0).trimmed().replace(u'*', QLatin1String("example")).toLatin1();
}

/// The encodings of the parts of a body by their names, or where they have none by their places.
Json encodingsOf(const MediaType &media, const Json &body)
{
    if (!body.isArray())
        return media.encoding;
    JsonObject encodings;
    for (qsizetype place = 0; place < body.array().size(); ++place)
        encodings.insert(QString::number(place), partEncoding(media, place));
    return Json(encodings);
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

FormParts formParts(const Api &api, SchemaCompiler &compiler, const Json &encoding)
{
    const ComponentTable components(api);
    const SchemaContext context{[] { return NodeId::None; },
                                [&](const QString &text) { return components.find(text); }};
    FormParts parts;
    for (const JsonObject::Member &field : encoding.object()) {
        const QByteArray type = typeOf(field.value.value(u"contentType").toString());
        if (!type.isEmpty())
            parts.contentTypes.insert(field.key, type);
        const Json style = field.value.value(u"style");
        const Json explode = field.value.value(u"explode");
        const Json former = field.value.value(u"x-collectionFormat");
        if (style.isString() || explode.isBool() || former.isString()) {
            Parameter written;
            written.name = field.key;
            written.style = style.toString();
            if (explode.isBool())
                written.explode = explode.toBool();
            if (former.isString())
                written.rest.set(QStringLiteral("x-collectionFormat"), former);
            parts.styles.insert(field.key, written);
        }
        for (const JsonObject::Member &header : field.value.value(u"headers").object()) {
            const QString shared = componentPath(header.value.value(u"$ref").toString()).name;
            const Header *known = api.components.headers.find(shared);
            const bool isRequired =
                known ? known->required : header.value.value(u"required").toBool();
            const Schema schema =
                known ? known->schema : readSchema(header.value.value(u"schema"), context);
            const Json value = isRequired ? sample(compiler.compile(schema), {}).value : Json();
            if (!value.isUndefined() && header.key.compare(u"content-type", Qt::CaseInsensitive))
                parts.heads[field.key].append({header.key.toLatin1(), plainText(value).toLatin1()});
        }
    }
    return parts;
}

QByteArray formBody(const Json &fields, const Schema &schema, QByteArray *mediaType,
                    const FormParts &parts)
{
    if (rank(QString::fromLatin1(*mediaType)) == 2)
        return formText(fields, parts);
    *mediaType += "; boundary=" + boundary;
    return fields.isArray() ? listText(fields.array(), parts) : multipartText(fields, schema, parts);
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
    } else if (rank(best->name) == 2 ||
               (rank(best->name) == 3 && (result.value.isObject() || result.value.isArray()))) {
        const Schema *resolved = resolve(api, best->value.schema);
        result.bytes = formBody(result.value, resolved ? *resolved : Schema(), &result.contentType,
                                formParts(api, compiler, encodingsOf(best->value, result.value)));
    } else if (parseMediaType(result.contentType).isXml() && !result.value.isString()) {
        const QString component = best->value.schema.reference().text.section(u'/', -1);
        const FindSchema find = [&api](const Reference &reference) {
            return findReferenced(api, reference);
        };
        result.bytes = writeXml(result.value, *xmlFormOf(best->value.schema, component, find));
    } else {
        result.bytes = plainText(result.value).toUtf8();
    }
    return result;
}

} // namespace Mock
