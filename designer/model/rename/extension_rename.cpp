#include "designer/model/rename/extension_rename.h"

#include "designer/model/rename/script_rename.h"
#include "designer/model/rename/test_route.h"
#include "designer/text/pointer.h"

namespace Design
{

ExtensionRename::ExtensionRename(const Api &before, const ValueShapes &shapes)
    : m_before(before)
    , m_shapes(shapes)
    , m_scopes(before, shapes)
{
}

Json ExtensionRename::ofDocument(const Json &menura)
{
    m_route = {};
    return document(menura);
}

Json ExtensionRename::ofRoute(const Json &menura, NodeId operation)
{
    m_route = m_scopes.routeOf(operation);
    return route(menura);
}

Json ExtensionRename::met(const Json &value, const Place &place)
{
    switch (place.kind) {
    case Kind::Expression:
    case Kind::Template:
        return script(value, place);
    case Kind::RowField:
        return name(value.string(), m_scopes.rowsOf(place.store));
    case Kind::Row:
        return m_shapes.renamed(value, m_scopes.rowsOf(place.store), &m_count);
    case Kind::Sent:
        return m_shapes.renamed(value, sent(place), &m_count);
    case Kind::Received:
        return m_shapes.renamed(value, received(place), &m_count);
    case Kind::ReceivedAt:
        return pointers(value, received(place));
    default:
        return value;
    }
}

QString ExtensionRename::metKey(const QString &key, const Place &place)
{
    if (place.kind == Kind::RowField)
        return name(key, m_scopes.rowsOf(place.store));
    if (place.kind == Kind::AnswerField && m_route.operation)
        return name(key, m_scopes.answerOf(*m_route.operation, 0));
    return key;
}

Json ExtensionRename::script(const Json &value, const Place &place)
{
    const ScriptScope scope = m_scopes.scope(place, m_route);
    ScriptRename rename(scope, &m_shapes);
    Json changed = rename.inPlace(value, place);
    m_count += rename.count();
    return changed;
}

QString ExtensionRename::name(const QString &name, const Shapes &shapes)
{
    if (!m_shapes.isField(shapes, name))
        return name;
    ++m_count;
    return m_shapes.rename().to;
}

Shapes ExtensionRename::sent(const Place &place) const
{
    const Operation *operation = testedRoute(m_before, place.request);
    return operation ? m_scopes.bodyOf(*operation) : Shapes();
}

Shapes ExtensionRename::received(const Place &place) const
{
    const Operation *operation = testedRoute(m_before, place.request);
    return operation ? m_scopes.answerOf(*operation, place.status) : Shapes();
}

/// The names of members are JSON Pointers into such a value.
Json ExtensionRename::pointers(const Json &object, const Shapes &shapes)
{
    if (!object.isObject())
        return object;
    JsonObject changed;
    for (const JsonObject::Member &member : object.object()) {
        Shapes at = shapes;
        QString pointer;
        for (const QString &token : pointerTokens(member.key)) {
            const bool isField = m_shapes.isField(at, token);
            m_count += isField ? 1 : 0;
            pointer = childPointer(pointer, isField ? m_shapes.rename().to : token);
            bool isIndex = false;
            const qsizetype index = token.toInt(&isIndex);
            const Shapes inside = m_shapes.member(at, token);
            at = inside.isEmpty() && isIndex ? m_shapes.item(at, index) : inside;
        }
        changed.insert(pointer, member.value);
    }
    return changed;
}

} // namespace Design
