#include "designer/model/component_table.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"

#include <QVarLengthArray>

namespace Design
{

namespace
{

template<class Target, class Node>
const Target *descend(const Node &node, const QStringList &tokens, qsizetype at)
{
    if (at == tokens.size()) {
        if constexpr (Is<Node, Target>)
            return &node;
        return nullptr;
    }
    const Target *found = nullptr;
    anyChild(node, [&](const auto &child, const StepView &step) {
        qsizetype next = at;
        if (followStep(step, tokens, next))
            found = descend<Target>(child, tokens, next);
        return found != nullptr;
    });
    return found;
}

template<class T>
const NamedList<T> &componentsOf(const Components &components)
{
    const NamedList<T> *found = nullptr;
    forEachField(components, [&](const QString &, const auto &list) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(list)>, NamedList<T>>)
            found = &list;
    });
    return *found;
}

/// A plain-name fragment: `$anchor` and `$dynamicAnchor` (JSON Schema core, section 8.2.2).
const Schema *schemaWithAnchor(const Api &api, const QString &anchor)
{
    const Schema *found = nullptr;
    forEachSchema(api, [&](const Schema &schema) {
        if (!found && (schema.text(Keyword::Anchor) == anchor ||
                       schema.text(Keyword::DynamicAnchor) == anchor))
            found = &schema;
    });
    return found;
}

Reference referenceOf(const Schema &schema)
{
    return schema.reference();
}

template<class T>
Reference referenceOf(const T &node)
{
    return node.ref;
}

template<class T>
const T *resolved(const Api &api, const T &node)
{
    QVarLengthArray<const T *, 8> seen;
    const T *at = &node;
    for (Reference next = referenceOf(*at); !next.isNull(); next = referenceOf(*at)) {
        seen.append(at);
        at = findTarget<T>(api, next);
        if (!at || seen.contains(at))
            return nullptr;
    }
    return at;
}

/// A reference that is bound to a component of the design stays so, whatever its text says.
bool bind(const ComponentTable &components, Reference &reference)
{
    if (reference.isNull() || !components.section(reference.component).isEmpty())
        return false;
    const NodeId component = components.find(reference.text);
    const bool isChanged = component != reference.component;
    reference.component = component;
    return isChanged;
}

/// Whether anything in the node or below it was not bound as it should be.
template<class Node>
bool bindAll(const ComponentTable &components, Node &node)
{
    bool isChanged = false;
    if constexpr (requires { node.ref; })
        isChanged = bind(components, node.ref);
    if constexpr (Is<Node, Schema>) {
        for (const Keyword keyword : {Keyword::Ref, Keyword::DynamicRef, Keyword::RecursiveRef}) {
            Reference reference = node.reference(keyword);
            if (bind(components, reference)) {
                node.setReference(keyword, reference);
                isChanged = true;
            }
        }
    }
    const bool isBelowChanged =
        changeEachChild(node, [&](auto &child) { return bindAll(components, child); });
    return isChanged || isBelowChanged;
}

} // namespace

template<class T>
const T *findTarget(const Api &api, const Reference &reference)
{
    if (reference.component != NodeId::None) {
        const QString rest = componentPath(reference.text).rest;
        for (const Named<T> &component : componentsOf<T>(api.components)) {
            if (idOf(component.value) == reference.component)
                return rest.isEmpty() ? &component.value
                                      : descend<T>(component.value,
                                                   pointerTokens(localPointer(u'#' + rest)), 0);
        }
    }
    const QString &text = reference.text;
    if constexpr (Is<T, Schema>) {
        if (text.size() > 1 && text.startsWith(u'#') && text.at(1) != u'/')
            return schemaWithAnchor(api, text.sliced(1));
    }
    const QString pointer = localPointer(text);
    return pointer.isNull() ? nullptr : descend<T>(api, pointerTokens(pointer), 0);
}

template const Schema *findTarget(const Api &, const Reference &);
template const Parameter *findTarget(const Api &, const Reference &);
template const Response *findTarget(const Api &, const Reference &);
template const RequestBody *findTarget(const Api &, const Reference &);
template const Header *findTarget(const Api &, const Reference &);
template const Example *findTarget(const Api &, const Reference &);
template const SecurityScheme *findTarget(const Api &, const Reference &);
template const PathItem *findTarget(const Api &, const Reference &);
template const Link *findTarget(const Api &, const Reference &);
template const Callback *findTarget(const Api &, const Reference &);

void resolveReferences(Api &api)
{
    bindAll(ComponentTable(api), api);
}

Reference referenceToSchema(const Api &api, NodeId component)
{
    const Named<Schema> *schema = findNamedSchema(api, component);
    if (!schema)
        return {};
    const QString pointer = QStringLiteral("/components/schemas/") + escapedToken(schema->name);
    return {fragmentText(pointer), component};
}

QString referenceText(const Api &api, const Reference &reference)
{
    return ComponentTable(api).text(reference);
}

const Schema *resolve(const Api &api, const Schema &schema)
{
    return resolved(api, schema);
}

const Parameter *resolve(const Api &api, const Parameter &parameter)
{
    return resolved(api, parameter);
}

const Response *resolve(const Api &api, const Response &response)
{
    return resolved(api, response);
}

const RequestBody *resolve(const Api &api, const RequestBody &body)
{
    return resolved(api, body);
}

const Header *resolve(const Api &api, const Header &header)
{
    return resolved(api, header);
}

const Example *resolve(const Api &api, const Example &example)
{
    return resolved(api, example);
}

const SecurityScheme *resolve(const Api &api, const SecurityScheme &scheme)
{
    return resolved(api, scheme);
}

const PathItem *resolve(const Api &api, const PathItem &item)
{
    return resolved(api, item);
}

const Link *resolve(const Api &api, const Link &link)
{
    return resolved(api, link);
}

const Callback *resolve(const Api &api, const Callback &callback)
{
    return resolved(api, callback);
}

} // namespace Design
