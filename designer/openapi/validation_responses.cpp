#include "designer/openapi/validation_responses.h"

#include "designer/openapi/part_reader.h"
#include "designer/text/json_reader.h"

#include <algorithm>

namespace Design
{

namespace
{

// As fastapi/openapi/utils.py has them.
constexpr char validationError[] = R"({
    "properties": {
        "loc": {"items": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
                "type": "array", "title": "Location"},
        "msg": {"type": "string", "title": "Message"},
        "type": {"type": "string", "title": "Error Type"},
        "input": {"title": "Input"},
        "ctx": {"type": "object", "title": "Context"}
    },
    "type": "object", "required": ["loc", "msg", "type"], "title": "ValidationError"
})";
constexpr char httpValidationError[] = R"({
    "properties": {
        "detail": {"items": {"$ref": "#/components/schemas/ValidationError"},
                   "type": "array", "title": "Detail"}
    },
    "type": "object", "title": "HTTPValidationError"
})";
constexpr char validationResponse[] = R"({
    "description": "Validation Error",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/HTTPValidationError"}}}
})";

Json jsonOf(const char *text)
{
    return readJson(QByteArray(text)).value;
}

void addComponent(Api *api, const QString &name, const char *text)
{
    if (!api->components.schemas.contains(name))
        api->components.schemas.insert(name, readSchema(*api, jsonOf(text)));
}

bool isNeeded(const PathItem &item, const Operation &operation)
{
    const bool hasInputs =
        !item.parameters.isEmpty() || !operation.parameters.isEmpty() || operation.requestBody;
    return hasInputs && std::none_of(operation.responses.begin(), operation.responses.end(),
                                     [](const Named<Response> &response) {
                                         return response.name == u"422" ||
                                                response.name == u"4XX" ||
                                                response.name == u"default";
                                     });
}

} // namespace

void addValidationResponses(Api *api)
{
    for (qsizetype i = 0; i < api->paths.size(); ++i) {
        const PathItem item = std::as_const(*api).paths[i].value;
        for (qsizetype j = 0; j < item.operations.size(); ++j) {
            if (!isNeeded(item, item.operations[j]))
                continue;
            // The one that refers to the other comes second, so that the reference is bound.
            addComponent(api, QStringLiteral("ValidationError"), validationError);
            addComponent(api, QStringLiteral("HTTPValidationError"), httpValidationError);
            const Response response = readResponse(*api, jsonOf(validationResponse));
            api->paths[i].value.operations[j].responses.insert(QStringLiteral("422"), response);
        }
    }
}

} // namespace Design
