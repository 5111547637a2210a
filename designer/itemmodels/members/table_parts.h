#pragma once

#include "designer/itemmodels/members/members_model.h"
#include "designer/model/expressions/extension_walk.h"

#include <QCoreApplication>

namespace Design::TableParts
{

// What the tables of things around routes have in common.

struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(Design::BehaviourTables)
};

using ExpressionOf = ExtensionWalk::Place::Of;

inline QString key(const char *text)
{
    return QString::fromLatin1(text);
}

inline BehaviourPlace inDocument(const QStringList &path)
{
    return {NodeId::None, path};
}

inline Words namesOf(BehaviourGroup group)
{
    return [group](const Api &api) { return behaviourNames(api, group); };
}

QStringList modelNames(const Api &api);
struct ModelField {
    QString name;
    bool isText = false; ///< takes texts and nothing else
};
/// Of a model and what it is made of, in their order.
QList<ModelField> modelFields(const Api &api, const QString &model);
QStringList fieldNames(const Api &api, const QString &model);

MemberField whenField(const Words &words);
/// Tasks, or what is done when a dependency is left.
MembersTable tasksAt(const BehaviourPlace &place, const Words &words);

} // namespace Design::TableParts
