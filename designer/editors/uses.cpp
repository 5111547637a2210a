#include "designer/editors/uses.h"

#include "designer/model/behaviour/behaviour.h"
#include "designer/text/pointer.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Uses)
};

QString describe(const Api &api, const NodeIndex &index, NodeId node)
{
    QString inner;
    for (NodeId at = node; at != NodeId::None; at = index.parent(at)) {
        const Step &step = index.step(at);
        switch (index.kind(at)) {
        case NodeKind::Schema:
            if (const Named<Schema> *component = findNamedSchema(api, at)) {
                if (inner.isEmpty() && step.key == QLatin1String("allOf"))
                    inner = Text::tr("extends");
                return inner.isEmpty() ? component->name
                                       : component->name + QStringLiteral(" · ") + inner;
            }
            if (inner.isEmpty() && step.isNamed)
                inner = step.name;
            else if (inner.isEmpty() && step.key == QLatin1String("allOf") && step.index >= 0)
                inner = Text::tr("extends it");
            break;
        case NodeKind::Parameter:
            if (const Parameter *parameter = findNode<Parameter>(api, index, at))
                inner = parameter->name;
            break;
        case NodeKind::RequestBody:
            inner = Text::tr("body");
            break;
        case NodeKind::Response:
            inner = step.name;
            break;
        case NodeKind::Operation: {
            const Operation *operation = findNode<Operation>(api, index, at);
            const Named<PathItem> *path = findPathOf(api, at);
            if (operation && path)
                return operation->method.toUpper() + QLatin1Char(' ') + path->name +
                       (inner.isEmpty() ? QString() : QStringLiteral(" · ") + inner);
            break;
        }
        default:
            break;
        }
    }
    return inner;
}

QString describe(const BehaviourItem &item, const QString &pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    const QString whose = item.kind == BehaviourItem::Kind::Store
                              ? Text::tr("store %1").arg(item.name)
                              : Text::tr("test %1").arg(tokens.value(2).toInt() + 1);
    return whose + QStringLiteral(" · ") + tokens.constLast();
}

QStringList placesOfBehaviour(const Api &api, NodeId component)
{
    const Named<Schema> *named = findNamedSchema(api, component);
    return named ? modelPlacesInBehaviour(api, named->name) : QStringList();
}

} // namespace

qsizetype countUsesOfSchema(const Api &api, NodeId component)
{
    if (component == NodeId::None)
        return 0;
    qsizetype count = placesOfBehaviour(api, component).size();
    forEachSchema(api, [&](const Schema &schema) {
        count += schema.reference().component == component ? 1 : 0;
    });
    return count;
}

QList<SchemaUse> usesOfSchema(const Api &api, const NodeIndex &index, NodeId component)
{
    QList<SchemaUse> uses;
    if (component == NodeId::None)
        return uses;
    forEachSchema(api, [&](const Schema &schema) {
        if (schema.reference().component == component)
            uses.append({schema.id(), {}, describe(api, index, schema.id())});
    });
    for (const QString &pointer : placesOfBehaviour(api, component)) {
        const BehaviourItem item = BehaviourItem::around(pointer);
        uses.append({NodeId::None, item, describe(item, pointer)});
    }
    return uses;
}

} // namespace Design
