#include "designer/openapi/files/document_part.h"

#include "designer/model/keyword.h"
#include "designer/model/operation_keys.h"

#include <QHash>

namespace Design
{

namespace
{

using Part = DocumentPart;

struct Row {
    Part parent;
    QLatin1String key;
    Part child;
};

// OpenAPI 3.1.1, sections 4.8.1 to 4.8.30; `definitions` and the like are those of Swagger 2.0.
constexpr Row rows[] = {
    {Part::Document, QLatin1String("paths"), Part::PathMap},
    {Part::Document, QLatin1String("webhooks"), Part::PathMap},
    {Part::Document, QLatin1String("components"), Part::Components},
    {Part::Document, QLatin1String("definitions"), Part::SchemaMap},
    {Part::Document, QLatin1String("parameters"), Part::ParameterMap},
    {Part::Document, QLatin1String("responses"), Part::ResponseMap},
    {Part::Components, QLatin1String("schemas"), Part::SchemaMap},
    {Part::Components, QLatin1String("responses"), Part::ResponseMap},
    {Part::Components, QLatin1String("parameters"), Part::ParameterMap},
    {Part::Components, QLatin1String("examples"), Part::ExampleMap},
    {Part::Components, QLatin1String("requestBodies"), Part::RequestBodyMap},
    {Part::Components, QLatin1String("headers"), Part::HeaderMap},
    {Part::Components, QLatin1String("securitySchemes"), Part::SecuritySchemeMap},
    {Part::Components, QLatin1String("links"), Part::LinkMap},
    {Part::Components, QLatin1String("callbacks"), Part::CallbackMap},
    {Part::Components, QLatin1String("pathItems"), Part::PathMap},
    {Part::PathItem, QLatin1String("parameters"), Part::ParameterMap},
    {Part::PathItem, QLatin1String("additionalOperations"), Part::OperationMap},
    {Part::Operation, QLatin1String("parameters"), Part::ParameterMap},
    {Part::Operation, QLatin1String("requestBody"), Part::RequestBody},
    {Part::Operation, QLatin1String("responses"), Part::ResponseMap},
    {Part::Operation, QLatin1String("callbacks"), Part::CallbackMap},
    {Part::Parameter, QLatin1String("schema"), Part::Schema},
    {Part::Parameter, QLatin1String("items"), Part::Schema},
    {Part::Parameter, QLatin1String("example"), Part::Data},
    {Part::Parameter, QLatin1String("examples"), Part::ExampleMap},
    {Part::Parameter, QLatin1String("content"), Part::MediaTypeMap},
    {Part::RequestBody, QLatin1String("content"), Part::MediaTypeMap},
    {Part::MediaType, QLatin1String("schema"), Part::Schema},
    {Part::MediaType, QLatin1String("itemSchema"), Part::Schema},
    {Part::MediaType, QLatin1String("example"), Part::Data},
    {Part::MediaType, QLatin1String("examples"), Part::ExampleMap},
    {Part::MediaType, QLatin1String("encoding"), Part::EncodingMap},
    {Part::Encoding, QLatin1String("headers"), Part::HeaderMap},
    {Part::Response, QLatin1String("headers"), Part::HeaderMap},
    {Part::Response, QLatin1String("content"), Part::MediaTypeMap},
    {Part::Response, QLatin1String("links"), Part::LinkMap},
    {Part::Response, QLatin1String("schema"), Part::Schema},
    {Part::Response, QLatin1String("examples"), Part::ExampleMap},
    {Part::Header, QLatin1String("schema"), Part::Schema},
    {Part::Header, QLatin1String("items"), Part::Schema},
    {Part::Header, QLatin1String("example"), Part::Data},
    {Part::Header, QLatin1String("examples"), Part::ExampleMap},
    {Part::Header, QLatin1String("content"), Part::MediaTypeMap},
    {Part::Example, QLatin1String("value"), Part::Data},
    {Part::Discriminator, QLatin1String("mapping"), Part::Mapping},
};

/// What every member of a map is; Any for what is no map.
Part memberOf(Part map)
{
    switch (map) {
    case Part::PathMap:
        return Part::PathItem;
    case Part::OperationMap:
        return Part::Operation;
    case Part::ParameterMap:
        return Part::Parameter;
    case Part::RequestBodyMap:
        return Part::RequestBody;
    case Part::MediaTypeMap:
        return Part::MediaType;
    case Part::EncodingMap:
        return Part::Encoding;
    case Part::ResponseMap:
        return Part::Response;
    case Part::HeaderMap:
        return Part::Header;
    case Part::ExampleMap:
        return Part::Example;
    case Part::LinkMap:
        return Part::Link;
    case Part::CallbackMap:
        return Part::Callback;
    case Part::Callback:
        return Part::PathItem;
    case Part::SecuritySchemeMap:
        return Part::SecurityScheme;
    case Part::SchemaMap:
        return Part::Schema;
    default:
        return Part::Any;
    }
}

/// JSON Schema 2020-12 with what OpenAPI adds.
Part schemaChild(const QString &key)
{
    const Keyword keyword = keywordFromName(key);
    switch (keywordShape(keyword)) {
    case KeywordShape::OneSchema:
    case KeywordShape::SchemaList:
        return Part::Schema;
    case KeywordShape::SchemaMap:
        return Part::SchemaMap;
    default:
        break;
    }
    if (keyword == Keyword::Discriminator)
        return Part::Discriminator;
    const bool isWord = keyword == Keyword::Description || keyword == Keyword::Title;
    return isWord ? Part::Any : Part::Data;
}

} // namespace

DocumentPart childPart(DocumentPart parent, const QString &key)
{
    const bool mayBeExtended = !hasNames(parent) || parent == Part::PathMap ||
                               parent == Part::ResponseMap || parent == Part::Callback;
    if (parent == Part::Data || parent == Part::Opaque)
        return Part::Opaque;
    if (parent == Part::Extension || (mayBeExtended && key.startsWith(QLatin1String("x-"))))
        return key == QLatin1String("x-menura") ? Part::Data : Part::Extension;
    if (hasNames(parent))
        return memberOf(parent);
    if (parent == Part::Schema)
        return schemaChild(key);
    if (parent == Part::PathItem && operationKeys().contains(key))
        return Part::Operation;
    for (const Row &row : rows) {
        if (row.parent == parent && row.key == key)
            return row.child;
    }
    return Part::Any;
}

DocumentPart elementPart(DocumentPart list)
{
    switch (list) {
    case Part::ParameterMap:
        return Part::Parameter;
    case Part::Data:
    case Part::Opaque:
        return Part::Opaque;
    case Part::Schema:
    case Part::Extension:
        return list;
    default:
        return Part::Any;
    }
}

bool hasNames(DocumentPart part)
{
    return memberOf(part) != Part::Any;
}

QString componentSection(DocumentPart part)
{
    switch (part) {
    case Part::Schema:
        return QStringLiteral("schemas");
    case Part::Response:
        return QStringLiteral("responses");
    case Part::Parameter:
        return QStringLiteral("parameters");
    case Part::Example:
        return QStringLiteral("examples");
    case Part::RequestBody:
        return QStringLiteral("requestBodies");
    case Part::Header:
        return QStringLiteral("headers");
    case Part::SecurityScheme:
        return QStringLiteral("securitySchemes");
    case Part::Link:
        return QStringLiteral("links");
    case Part::Callback:
        return QStringLiteral("callbacks");
    default:
        return {};
    }
}

QString sectionPointer(DocumentPart part, bool isSwagger2)
{
    const QString section = componentSection(part);
    if (section.isEmpty() || !isSwagger2)
        return section.isEmpty() ? section : QStringLiteral("/components/") + section;
    if (part == Part::Schema)
        return QStringLiteral("/definitions");
    const bool isKnown = part == Part::Parameter || part == Part::Response;
    return isKnown ? u'/' + section : QString();
}

bool isMappingReference(const QString &text)
{
    for (const char *end : {".yaml", ".yml", ".json"}) {
        if (text.endsWith(QLatin1String(end)))
            return true;
    }
    return text.contains(u'/') || text.contains(u'#');
}

} // namespace Design
