#include "designer/model/edits/names.h"

#include "designer/model/children.h"

#include <QRegularExpression>

namespace Design
{

QString uniqueName(const QString &base, const QStringList &taken)
{
    if (!taken.contains(base))
        return base;
    QString stem = base;
    while (stem.size() > 1 && stem.back().isDigit())
        stem.chop(1);
    for (int number = 2;; ++number) {
        const QString name = stem + QString::number(number);
        if (!taken.contains(name))
            return name;
    }
}

QString uniqueSchemaName(const Api &api, const QString &base)
{
    QStringList taken;
    for (const Named<Schema> &schema : api.components.schemas)
        taken.append(schema.name);
    return uniqueName(base, taken);
}

QString uniquePropertyName(const Schema &schema, const QString &base)
{
    QStringList taken;
    for (const Named<Schema> &property : schema.members(Keyword::Properties))
        taken.append(property.name);
    return uniqueName(base, taken);
}

template<class Parent>
static void collectOperationIds(const Parent &parent, QStringList &ids)
{
    forEachChildNode(parent, [&](const auto &child, const StepView &) {
        using Child = std::remove_cvref_t<decltype(child)>;
        if constexpr (Is<Child, Operation>)
            ids.append(child.operationId);
        if constexpr (Is<Child, Operation> || Is<Child, PathItem> || Is<Child, Callback>)
            collectOperationIds(child, ids);
    });
}

QString uniqueOperationId(const Api &api, const QString &base)
{
    QStringList taken;
    collectOperationIds(api, taken);
    return uniqueName(base, taken);
}

bool isComponentName(const QString &name)
{
    static const QRegularExpression fine(QStringLiteral("\\A[a-zA-Z0-9._-]+\\z"));
    return fine.match(name).hasMatch();
}

} // namespace Design
