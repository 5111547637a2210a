#include "designer/editors/uses.h"

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

} // namespace

qsizetype countUsesOfSchema(const Api &api, NodeId component)
{
    qsizetype count = 0;
    if (component == NodeId::None)
        return count;
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
            uses.append({schema.id(), describe(api, index, schema.id())});
    });
    return uses;
}

} // namespace Design
