#include "designer/model/locate.h"

namespace Design
{

namespace
{

/// Whether a Target can stand somewhere below a Node: saves walking through what cannot.
template<class Target, class Node>
constexpr bool mayContain()
{
    if constexpr (Is<Node, Schema>)
        return Is<Target, Schema>;
    else if constexpr (Is<Target, Operation> || Is<Target, PathItem> || Is<Target, Callback>)
        return Is<Node, PathItem> || Is<Node, Operation> || Is<Node, Callback>;
    else
        return true;
}

template<class Target, class Parent>
const Target *findBelow(const Parent &parent, NodeId id)
{
    const Target *found = nullptr;
    anyChild(parent, [&](const auto &child, const StepView &) {
        using Child = std::remove_cvref_t<decltype(child)>;
        if constexpr (Is<Child, Target>) {
            if (idOf(child) == id)
                found = &child;
        }
        if constexpr (mayContain<Target, Child>()) {
            if (!found)
                found = findBelow<Target>(child, id);
        }
        return found != nullptr;
    });
    return found;
}

template<class Target, class Parent>
const Target *findAlong(const Parent &parent, const NodeIndex &index, const QList<NodeId> &path,
                        qsizetype at)
{
    const Target *found = nullptr;
    anyChild(parent, [&](const auto &child, const StepView &) {
        using Child = std::remove_cvref_t<decltype(child)>;
        if (idOf(child) != path.at(at))
            return false;
        if (at > 0)
            found = findAlong<Target>(child, index, path, at - 1);
        else if constexpr (Is<Child, Target>)
            found = &child;
        return true;
    });
    return found;
}

/// The steps to a node, the last one first.
template<class Target, class Parent>
bool stepsTo(const Parent &parent, NodeId id, QList<Step> &steps)
{
    return anyChild(parent, [&](const auto &child, const StepView &step) {
        using Child = std::remove_cvref_t<decltype(child)>;
        bool isOnTheWay = Is<Child, Target> && idOf(child) == id;
        if constexpr (mayContain<Target, Child>())
            isOnTheWay = isOnTheWay || stepsTo<Target>(child, id, steps);
        if (isOnTheWay)
            steps.append(step);
        return isOnTheWay;
    });
}

template<class Target, class Parent>
bool editAlong(Parent &parent, const QList<Step> &steps, qsizetype at,
               const std::function<void(Target &)> &change)
{
    bool done = false;
    changeChild(parent, steps.at(at), [&](auto &child) {
        using Child = std::remove_cvref_t<decltype(child)>;
        if constexpr (mayContain<Target, Child>()) {
            if (at > 0) {
                done = editAlong<Target>(child, steps, at - 1, change);
                return;
            }
        }
        if constexpr (Is<Child, Target>) {
            change(child);
            done = true;
        }
    });
    return done;
}

/// Calls visit(schema, step from the Api) for the component schemas until one call returns true.
/// Most schemas that are looked for are there, and large designs have many more nodes elsewhere.
template<class Visit>
bool inComponents(const Api &api, const Visit &visit)
{
    const NamedList<Schema> &schemas = api.components.schemas;
    Step step;
    step.key = QStringLiteral("components/schemas");
    step.isNamed = true;
    for (qsizetype i = 0; i < schemas.size(); ++i) {
        if (schemas.at(i).isRaw())
            continue;
        step.index = i;
        step.name = schemas.at(i).name;
        if (visit(schemas.at(i).value, step))
            return true;
    }
    return false;
}

void visitSchemas(const Schema &schema, const std::function<void(const Schema &)> &visit)
{
    visit(schema);
    forEachChildNode(schema,
                     [&](const Schema &child, const StepView &) { visitSchemas(child, visit); });
}

template<class Parent>
void visitSchemasBelow(const Parent &parent, const std::function<void(const Schema &)> &visit)
{
    forEachChildNode(parent, [&](const auto &child, const StepView &) {
        if constexpr (Is<std::remove_cvref_t<decltype(child)>, Schema>)
            visitSchemas(child, visit);
        else
            visitSchemasBelow(child, visit);
    });
}

const Named<PathItem> *pathIn(const NamedList<PathItem> &paths, NodeId id)
{
    for (const Named<PathItem> &path : paths) {
        if (path.isRaw())
            continue;
        if (path.value.id == id || findBelow<Operation>(path.value, id))
            return &path;
    }
    return nullptr;
}

} // namespace

template<class T>
const T *findNode(const Api &api, NodeId id)
{
    if (id == NodeId::None)
        return nullptr;
    if constexpr (Is<T, Schema>) {
        const Schema *found = nullptr;
        inComponents(api, [&](const Schema &schema, const Step &) {
            found = schema.id() == id ? &schema : findBelow<Schema>(schema, id);
            return found != nullptr;
        });
        if (found)
            return found;
    }
    return findBelow<T>(api, id);
}

template<class T>
const T *findNode(const Api &api, const NodeIndex &index, NodeId id)
{
    QList<NodeId> path;
    for (NodeId at = id; at != NodeId::None && at != api.id; at = index.parent(at))
        path.append(at);
    return path.isEmpty() ? nullptr : findAlong<T>(api, index, path, path.size() - 1);
}

template<class T>
bool editNode(Api &api, NodeId id, const std::function<void(T &)> &change)
{
    if (id == NodeId::None)
        return false;
    QList<Step> steps;
    bool isFound = false;
    if constexpr (Is<T, Schema>) {
        isFound = inComponents(api, [&](const Schema &schema, const Step &step) {
            const bool isHere = schema.id() == id || stepsTo<Schema>(schema, id, steps);
            if (isHere)
                steps.append(step);
            return isHere;
        });
    }
    return (isFound || stepsTo<T>(api, id, steps)) &&
           editAlong<T>(api, steps, steps.size() - 1, change);
}

#define MENURA_NODE(T)                                                                             \
    template const T *findNode<T>(const Api &, NodeId);                                            \
    template const T *findNode<T>(const Api &, const NodeIndex &, NodeId);                         \
    template bool editNode<T>(Api &, NodeId, const std::function<void(T &)> &);
MENURA_NODE(Server)
MENURA_NODE(Tag)
MENURA_NODE(PathItem)
MENURA_NODE(Operation)
MENURA_NODE(Parameter)
MENURA_NODE(RequestBody)
MENURA_NODE(MediaType)
MENURA_NODE(Response)
MENURA_NODE(Header)
MENURA_NODE(Example)
MENURA_NODE(SecurityScheme)
MENURA_NODE(Link)
MENURA_NODE(Callback)
MENURA_NODE(Schema)
#undef MENURA_NODE

const Named<PathItem> *findPathOf(const Api &api, NodeId operationOrPathItem)
{
    if (operationOrPathItem == NodeId::None)
        return nullptr;
    const Named<PathItem> *path = pathIn(api.paths, operationOrPathItem);
    return path ? path : pathIn(api.webhooks, operationOrPathItem);
}

const Named<Schema> *findNamedSchema(const Api &api, NodeId id)
{
    for (const Named<Schema> &schema : api.components.schemas) {
        if (id != NodeId::None && schema.value.id() == id)
            return &schema;
    }
    return nullptr;
}

void forEachSchema(const Api &api, const std::function<void(const Schema &)> &visit)
{
    visitSchemasBelow(api, visit);
}

} // namespace Design
