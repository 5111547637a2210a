#pragma once

#include "designer/text/json.h"

namespace Design
{

/// What stands at a place of an OpenAPI document (2.0 to 3.2), as far as references go.
enum class DocumentPart : quint8 {
    Document,
    Any,       ///< members that we have no references in
    Data,      ///< an example, a default: JSON of the author
    Opaque,    ///< what is inside such data
    Extension, ///< `x-...`
    PathMap,
    PathItem,
    OperationMap,
    Operation,
    ParameterMap,
    Parameter,
    RequestBodyMap,
    RequestBody,
    MediaTypeMap,
    MediaType,
    EncodingMap,
    Encoding,
    ResponseMap,
    Response,
    HeaderMap,
    Header,
    ExampleMap,
    Example,
    LinkMap,
    Link,
    CallbackMap,
    Callback,
    SecuritySchemeMap,
    SecurityScheme,
    Components,
    SchemaMap,
    Schema,
    Discriminator,
    Mapping, ///< of a discriminator: values to schemas
};

/// What stands under this key of that part.
DocumentPart childPart(DocumentPart parent, const QString &key);
/// What the elements of a list are that stands where that part is expected.
DocumentPart elementPart(DocumentPart list);

/// Whether the keys of the part are names that somebody has given.
bool hasNames(DocumentPart part);

/// The key of the Components Object that holds such parts; empty where there is none, or where
/// OpenAPI 3.0 has none (path items).
QString componentSection(DocumentPart part);

/// Where components stand: their section's pointer, such as `/components/schemas`, or
/// `/definitions` in Swagger 2.0, which has fewer of them: empty then.
QString sectionPointer(DocumentPart part, bool isSwagger2);

/// Whether a text of a mapping is a reference; else it is the name of a component.
bool isMappingReference(const QString &text);

} // namespace Design
