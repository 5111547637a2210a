#include "designer/model/edits/operation_edits.h"

#include "designer/model/edits/path_edits.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/rename/input_rename.h"

#include <array>

namespace Design
{

namespace
{

struct StatusWord {
    const char *status;
    const char *text;
};

// RFC 9110 section 15, and RFC 6585, 4918.
constexpr std::array statusWords{
    StatusWord{"100", "Continue"},
    StatusWord{"101", "Switching Protocols"},
    StatusWord{"200", "OK"},
    StatusWord{"201", "Created"},
    StatusWord{"202", "Accepted"},
    StatusWord{"203", "Non-Authoritative Information"},
    StatusWord{"204", "No Content"},
    StatusWord{"205", "Reset Content"},
    StatusWord{"206", "Partial Content"},
    StatusWord{"207", "Multi-Status"},
    StatusWord{"300", "Multiple Choices"},
    StatusWord{"301", "Moved Permanently"},
    StatusWord{"302", "Found"},
    StatusWord{"303", "See Other"},
    StatusWord{"304", "Not Modified"},
    StatusWord{"307", "Temporary Redirect"},
    StatusWord{"308", "Permanent Redirect"},
    StatusWord{"400", "Bad Request"},
    StatusWord{"401", "Unauthorized"},
    StatusWord{"402", "Payment Required"},
    StatusWord{"403", "Forbidden"},
    StatusWord{"404", "Not Found"},
    StatusWord{"405", "Method Not Allowed"},
    StatusWord{"406", "Not Acceptable"},
    StatusWord{"408", "Request Timeout"},
    StatusWord{"409", "Conflict"},
    StatusWord{"410", "Gone"},
    StatusWord{"411", "Length Required"},
    StatusWord{"412", "Precondition Failed"},
    StatusWord{"413", "Content Too Large"},
    StatusWord{"414", "URI Too Long"},
    StatusWord{"415", "Unsupported Media Type"},
    StatusWord{"416", "Range Not Satisfiable"},
    StatusWord{"417", "Expectation Failed"},
    StatusWord{"421", "Misdirected Request"},
    StatusWord{"422", "Unprocessable Content"},
    StatusWord{"423", "Locked"},
    StatusWord{"424", "Failed Dependency"},
    StatusWord{"425", "Too Early"},
    StatusWord{"426", "Upgrade Required"},
    StatusWord{"428", "Precondition Required"},
    StatusWord{"429", "Too Many Requests"},
    StatusWord{"431", "Request Header Fields Too Large"},
    StatusWord{"451", "Unavailable For Legal Reasons"},
    StatusWord{"500", "Internal Server Error"},
    StatusWord{"501", "Not Implemented"},
    StatusWord{"502", "Bad Gateway"},
    StatusWord{"503", "Service Unavailable"},
    StatusWord{"504", "Gateway Timeout"},
    StatusWord{"505", "HTTP Version Not Supported"},
    StatusWord{"507", "Insufficient Storage"},
    StatusWord{"511", "Network Authentication Required"},
    StatusWord{"default", "Any other answer"},
};

bool isStatus(const QString &status)
{
    if (status == QLatin1String("default"))
        return true;
    const bool isRange = status.endsWith(QLatin1String("XX"));
    return status.size() == 3 && status.at(0) >= u'1' && status.at(0) <= u'5' &&
           (isRange || (status.at(1) >= u'0' && status.at(1) <= u'9' && status.at(2) >= u'0' &&
                        status.at(2) <= u'9'));
}

const QString jsonMediaType = QStringLiteral("application/json");

/// JSON content of this component schema, or of any value.
MediaType contentOf(Api &api, NodeId schema)
{
    MediaType content;
    content.id = api.newId();
    content.schema = Schema::empty(api.newId());
    if (schema != NodeId::None)
        content.schema.setReference(Keyword::Ref, referenceToSchema(api, schema));
    return content;
}

/// Where the id stands: parent and place in it.
struct Place {
    NodeId parent = NodeId::None;
    NodeKind parentKind = NodeKind::None;
    Step step;
};

Place placeOf(const Api &api, NodeId id, NodeKind kind)
{
    const NodeIndex index(api);
    if (index.kind(id) != kind)
        return {};
    const NodeId parent = index.parent(id);
    return {parent, index.kind(parent), index.step(id)};
}

/// Changes the parameters of an operation or path item.
bool editParameters(Api &api, const Place &owner,
                    const std::function<void(QList<Parameter> &)> &change)
{
    if (owner.parentKind == NodeKind::Operation) {
        return editNode<Operation>(api, owner.parent,
                                   [&](Operation &operation) { change(operation.parameters); });
    }
    if (owner.parentKind == NodeKind::PathItem) {
        return editNode<PathItem>(api, owner.parent,
                                  [&](PathItem &item) { change(item.parameters); });
    }
    return false;
}

bool lists(const Api &api, const QList<Parameter> &parameters, NodeId parameter)
{
    return std::any_of(parameters.begin(), parameters.end(), [&](const Parameter &listed) {
        const Parameter *meant = resolve(api, listed);
        return listed.id == parameter || (meant && meant->id == parameter);
    });
}

bool hasInput(const Api &api, const QList<Parameter> &parameters, const InputRename &input)
{
    return std::any_of(parameters.begin(), parameters.end(), [&](const Parameter &listed) {
        const Parameter *meant = resolve(api, listed);
        return meant && meant->in == input.in && meant->name == input.to;
    });
}

/// An operation that has a parameter, of its own or of its path.
struct Taker {
    qsizetype path = -1;
    qsizetype operation = -1;
};

QList<Taker> takersOf(const Api &api, NodeId parameter)
{
    QList<Taker> takers;
    for (qsizetype p = 0; p < api.paths.size(); ++p) {
        const PathItem &item = api.paths.at(p).value;
        const bool isShared = lists(api, item.parameters, parameter);
        for (qsizetype o = 0; o < item.operations.size(); ++o) {
            if (isShared || lists(api, item.operations.at(o).parameters, parameter))
                takers.append({p, o});
        }
    }
    return takers;
}

/// The name stands in the path, and all of the path's operations have it.
int renameInPath(Api &api, const Named<PathItem> &item, const InputRename &rename)
{
    QString path = item.name;
    path.replace(u'{' + rename.from + u'}', u'{' + rename.to + u'}');
    int count = 0;
    for (Operation operation : item.value.operations)
        count += followInput(operation, rename);
    return changePath(api, item.value.id, path) ? count : -1;
}

} // namespace

int renameParameter(Api &api, NodeId parameter, const QString &name)
{
    const Api before = api;
    const Parameter *found = findParameter(before, parameter);
    if (!found || !found->ref.isNull() || name.isEmpty() || name == found->name)
        return -1;
    const InputRename rename{found->in, found->name, name};
    const QList<Taker> takers = takersOf(before, parameter);
    QList<NodeId> operations;
    int count = 0;
    for (const Taker &taker : takers) {
        const Named<PathItem> &item = before.paths.at(taker.path);
        Operation operation = item.value.operations.at(taker.operation);
        if (hasInput(before, item.value.parameters, rename) ||
            hasInput(before, operation.parameters, rename))
            return -1;
        if (rename.in == QLatin1String("path") && item.name.contains(u'{' + rename.from + u'}'))
            return renameInPath(api, item, rename);
        operations.append(operation.id);
        count += followInput(operation, rename);
        api.paths[taker.path].value.operations[taker.operation] = operation;
    }
    editParameter(api, parameter, [&](Parameter &changed) { changed.name = name; });
    return count + followInputInTests(api, operations, rename);
}

int countParameterUses(const Api &api, NodeId parameter)
{
    Api copy = api;
    const QString noName(QChar(1)); // that nothing has yet
    return qMax(renameParameter(copy, parameter, noName), 0);
}

NodeId addParameter(Api &api, NodeId operation, const QString &in, const QString &name)
{
    static const QStringList places{QStringLiteral("path"), QStringLiteral("query"),
                                    QStringLiteral("header"), QStringLiteral("cookie")};
    const Operation *found = findOperation(api, operation);
    if (!found || name.isEmpty() || !places.contains(in))
        return NodeId::None;
    for (const Parameter &parameter : found->parameters) {
        if (parameter.name == name && parameter.in == in)
            return NodeId::None;
    }
    Parameter parameter;
    parameter.id = api.newId();
    parameter.name = name;
    parameter.in = in;
    parameter.required = in == QLatin1String("path");
    parameter.schema = Schema::empty(api.newId());
    parameter.schema.set(Keyword::Type, QStringLiteral("string"));
    editOperation(api, operation,
                  [&](Operation &changed) { changed.parameters.append(parameter); });
    return parameter.id;
}

bool removeParameter(Api &api, NodeId parameter)
{
    const Place place = placeOf(api, parameter, NodeKind::Parameter);
    return editParameters(api, place,
                          [&](QList<Parameter> &list) { list.removeAt(place.step.index); });
}

bool moveParameter(Api &api, NodeId parameter, qsizetype index)
{
    const Place place = placeOf(api, parameter, NodeKind::Parameter);
    bool isMoved = false;
    editParameters(api, place, [&](QList<Parameter> &list) {
        isMoved = index >= 0 && index < list.size();
        if (isMoved)
            list.move(place.step.index, index);
    });
    return isMoved;
}

NodeId addRequestBody(Api &api, NodeId operation, NodeId schema)
{
    const Operation *found = findOperation(api, operation);
    const bool isSchemaFine = schema == NodeId::None || findNamedSchema(api, schema);
    if (!found || found->requestBody || !isSchemaFine)
        return NodeId::None;
    RequestBody body;
    body.id = api.newId();
    body.required = true;
    body.content.append({jsonMediaType, contentOf(api, schema), {}});
    editOperation(api, operation, [&](Operation &changed) { changed.requestBody = body; });
    return body.id;
}

bool removeRequestBody(Api &api, NodeId operation)
{
    const Operation *found = findOperation(api, operation);
    if (!found || !found->requestBody)
        return false;
    return editOperation(api, operation, [](Operation &changed) { changed.requestBody.reset(); });
}

NodeId addResponse(Api &api, NodeId operation, const QString &status)
{
    const Operation *found = findOperation(api, operation);
    if (!found || !isStatus(status) || found->responses.contains(status))
        return NodeId::None;
    Response response;
    response.id = api.newId();
    response.description = statusText(status);
    if (response.description.isEmpty())
        response.description = status;
    editOperation(api, operation, [&](Operation &changed) {
        // Digits sort before XX and before "default", as people list them.
        qsizetype at = 0;
        while (at < changed.responses.size() && changed.responses.at(at).name < status)
            ++at;
        changed.responses.insert(at, Named<Response>{status, response, {}});
    });
    return response.id;
}

bool removeResponse(Api &api, NodeId response)
{
    const Place place = placeOf(api, response, NodeKind::Response);
    if (place.parentKind != NodeKind::Operation)
        return false;
    return editOperation(api, place.parent,
                         [&](Operation &changed) { changed.responses.removeAt(place.step.index); });
}

bool changeStatus(Api &api, NodeId response, const QString &status)
{
    const Place place = placeOf(api, response, NodeKind::Response);
    const Operation *owner =
        place.parentKind == NodeKind::Operation ? findOperation(api, place.parent) : nullptr;
    if (!owner || !isStatus(status) || owner->responses.contains(status))
        return false;
    const bool hasUsualText =
        owner->responses.at(place.step.index).value.description == statusText(place.step.name);
    return editOperation(api, place.parent, [&](Operation &changed) {
        Named<Response> &entry = changed.responses[place.step.index];
        entry.name = status;
        if (hasUsualText && !statusText(status).isEmpty())
            entry.value.description = statusText(status);
    });
}

bool setResponseSchema(Api &api, NodeId response, NodeId schema)
{
    if (!findNode<Response>(api, response) || !findNamedSchema(api, schema))
        return false;
    const MediaType content = contentOf(api, schema);
    return editNode<Response>(api, response, [&](Response &changed) {
        if (MediaType *old = changed.content.find(jsonMediaType))
            old->schema = content.schema;
        else
            changed.content.insert(jsonMediaType, content);
    });
}

QString statusText(const QString &status)
{
    for (const StatusWord &word : statusWords) {
        if (status == QLatin1String(word.status))
            return QString::fromLatin1(word.text);
    }
    return {};
}

} // namespace Design
