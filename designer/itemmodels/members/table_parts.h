#pragma once

#include "designer/itemmodels/members/member_field.h"

#include <QCoreApplication>

namespace Design::TableParts
{

// What the tables of things around routes have in common.

struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(Design::BehaviourTables)
};

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

} // namespace Design::TableParts
