#include "designer/openapi/reference_check.h"

#include "designer/model/component_table.h"
#include "designer/model/design_text.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/openapi/openapi_writer.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace Design
{

namespace
{

/// Applicators that look at the same value as the schema they stand in.
bool isInPlace(Keyword keyword)
{
    switch (keyword) {
    case Keyword::AllOf:
    case Keyword::AnyOf:
    case Keyword::OneOf:
    case Keyword::Not:
    case Keyword::If:
    case Keyword::Then:
    case Keyword::Else:
    case Keyword::DependentSchemas:
        return true;
    default:
        return false;
    }
}

template<class T>
QString wordFor()
{
    return Is<T, Schema>           ? QStringLiteral("schema")
           : Is<T, Parameter>      ? QStringLiteral("parameter")
           : Is<T, Response>       ? QStringLiteral("response")
           : Is<T, RequestBody>    ? QStringLiteral("request body")
           : Is<T, Header>         ? QStringLiteral("header")
           : Is<T, Example>        ? QStringLiteral("example")
           : Is<T, SecurityScheme> ? QStringLiteral("security scheme")
           : Is<T, PathItem>       ? QStringLiteral("path item")
           : Is<T, Link>           ? QStringLiteral("link")
                                   : QStringLiteral("callback");
}

class ReferenceCheck
{
public:
    explicit ReferenceCheck(const Api &api)
        : m_api(api)
        , m_components(api)
    {
    }

    Diagnostics run()
    {
        walk(m_api, {});
        checkSchemaCircles();
        return m_diagnostics;
    }

private:
    template<class Node>
    void walk(const Node &node, const QString &base);
    template<class T>
    void checkTarget(const T &node, const Reference &reference, const QString &base);
    template<class T>
    void checkCircle(const T &node);
    void checkSchemaCircles();
    QList<NodeId> inPlaceTargets(const Schema &schema) const;
    bool isInDocument(const Reference &reference);
    bool isKnownUri(const QString &uri);
    void report(Severity severity, const QString &rule, const QString &message, NodeId node,
                const QString &suffix = QStringLiteral("/$ref"));

    const Api &m_api;
    ComponentTable m_components;
    QHash<NodeId, Schema> m_schemas;  ///< every schema, shared with the design
    std::optional<NodeIndex> m_index; ///< built for the first report
    std::optional<Json> m_document;   ///< written for the first reference to an untyped place
    std::optional<QSet<QString>> m_schemaIds;
    Diagnostics m_diagnostics;
};

/// base is the `$id` that references are relative to, null outside of such schemas.
template<class Node>
void ReferenceCheck::walk(const Node &node, const QString &base)
{
    QString innerBase = base;
    if constexpr (Is<Node, Schema>) {
        m_schemas.insert(node.id(), node);
        if (node.has(Keyword::Id))
            innerBase = node.text(Keyword::Id);
        if (const Reference reference = node.reference(); !reference.isNull())
            checkTarget(node, reference, innerBase);
    } else if constexpr (requires { node.ref; }) {
        if (!node.ref.isNull()) {
            checkTarget(node, node.ref, base);
            checkCircle(node);
        }
    }
    forEachChildNode(node, [&](const auto &child, const StepView &) { walk(child, innerBase); });
}

template<class T>
void ReferenceCheck::checkTarget(const T &node, const Reference &reference, const QString &base)
{
    const QString &text = reference.text;
    if (!text.startsWith(u'#')) {
        if (base.isNull() && !isKnownUri(text)) {
            report(
                Severity::Warning, QStringLiteral("external-reference"),
                DesignText::tr("“%1” leads to another document, which is not opened; the reference "
                               "is kept as it is.")
                    .arg(text),
                idOf(node));
        }
        return;
    }
    if (!base.isNull())
        return; // relative to an embedded schema resource, not to this document
    const ComponentPath path = componentPath(text);
    bool isFound = false;
    if (reference.component != NodeId::None && path.rest.isEmpty() && Is<T, Schema>)
        isFound = path.section == QLatin1String("schemas");
    else
        isFound = findTarget<T>(m_api, reference) != nullptr;
    if (isFound)
        return;
    if (isInDocument(reference)) {
        // An extension may hold schemas for others to refer to; we cannot know what they are.
        if (reference.component == NodeId::None)
            return;
        report(Severity::Error, QStringLiteral("dangling-reference"),
               DesignText::tr("“%1” is no %2.").arg(text, wordFor<T>()), idOf(node));
        return;
    }
    report(Severity::Error, QStringLiteral("dangling-reference"),
           DesignText::tr("“%1” leads nowhere in this design.").arg(text), idOf(node));
}

template<class T>
void ReferenceCheck::checkCircle(const T &node)
{
    QList<const T *> seen{&node};
    for (const T *at = &node; !at->ref.isNull();) {
        at = findTarget<T>(m_api, at->ref);
        if (!at)
            return;
        if (seen.contains(at)) {
            if (at == &node) {
                report(Severity::Error, QStringLiteral("circular-reference"),
                       DesignText::tr("“%1” runs in a circle and says nothing.").arg(node.ref.text),
                       idOf(node));
            }
            return;
        }
        seen.append(at);
    }
}

QList<NodeId> ReferenceCheck::inPlaceTargets(const Schema &schema) const
{
    QList<NodeId> ids;
    if (const Reference reference = schema.reference(); !reference.isNull()) {
        const bool isComponent =
            reference.component != NodeId::None && componentPath(reference.text).rest.isEmpty();
        const Schema *target = isComponent ? nullptr : findTarget<Schema>(m_api, reference);
        const NodeId id = isComponent ? reference.component : target ? target->id() : NodeId::None;
        if (m_schemas.contains(id))
            ids.append(id);
    }
    schema.forEachChild([&](const Schema &child, Keyword keyword, const QString &) {
        if (isInPlace(keyword))
            ids.append(child.id());
    });
    return ids;
}

/// Depth-first search with a stack of its own: a chain of references may be as long as the
/// document.
void ReferenceCheck::checkSchemaCircles()
{
    struct Frame {
        NodeId id;
        QList<NodeId> targets;
        qsizetype next = 0;
    };
    QSet<NodeId> done;
    QSet<NodeId> open;
    QList<NodeId> starts = m_schemas.keys();
    std::sort(starts.begin(), starts.end());
    for (const NodeId start : std::as_const(starts)) {
        if (done.contains(start))
            continue;
        QList<Frame> stack{{start, inPlaceTargets(m_schemas.value(start)), 0}};
        open.insert(start);
        while (!stack.isEmpty()) {
            Frame &frame = stack.last();
            if (frame.next == frame.targets.size()) {
                open.remove(frame.id);
                done.insert(frame.id);
                stack.removeLast();
                continue;
            }
            const NodeId target = frame.targets.at(frame.next++);
            if (open.contains(target)) {
                const bool isReference = !m_schemas.value(frame.id).reference().isNull();
                report(
                    Severity::Error, QStringLiteral("circular-reference"),
                    DesignText::tr("This schema comes back to itself before it has looked at any "
                                   "value; nothing can be checked against it."),
                    frame.id, isReference ? QStringLiteral("/$ref") : QString());
            } else if (!done.contains(target)) {
                open.insert(target);
                stack.append({target, inPlaceTargets(m_schemas.value(target)), 0});
            }
        }
    }
}

bool ReferenceCheck::isInDocument(const Reference &reference)
{
    const QString pointer = localPointer(reference.text);
    if (pointer.isNull())
        return false;
    if (!m_document)
        m_document = writeOpenApi(m_api);
    return resolvePointer(*m_document, pointer) != nullptr;
}

/// Whether some schema of this design has this `$id`.
bool ReferenceCheck::isKnownUri(const QString &uri)
{
    if (!m_schemaIds) {
        m_schemaIds.emplace();
        forEachSchema(m_api, [this](const Schema &schema) {
            if (schema.has(Keyword::Id))
                m_schemaIds->insert(schema.text(Keyword::Id));
        });
    }
    return m_schemaIds->contains(uri.section(u'#', 0, 0));
}

void ReferenceCheck::report(Severity severity, const QString &rule, const QString &message,
                            NodeId node, const QString &suffix)
{
    if (!m_index)
        m_index.emplace(m_api);
    m_diagnostics.append({severity, rule, message, m_index->pointer(node) + suffix, {}, node});
}

} // namespace

Diagnostics checkReferences(const Api &api)
{
    return ReferenceCheck(api).run();
}

} // namespace Design
