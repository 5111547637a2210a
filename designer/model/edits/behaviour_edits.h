#pragma once

#include "designer/model/api.h"

namespace Design
{

/// A place inside an `x-menura` extension: of the document, an operation or a security scheme.
struct BehaviourPlace {
    NodeId owner = NodeId::None; ///< None: the document
    QStringList path;            ///< names of members and indices of items, from the outside in

    BehaviourPlace child(const QString &name) const { return {owner, path + QStringList{name}}; }
    BehaviourPlace child(qsizetype index) const { return child(QString::number(index)); }
    bool operator==(const BehaviourPlace &) const = default;
};

/// What stands there; undefined where there is nothing. The security schemes of the document are
/// found as if they stood in its extension, under groupKey(BehaviourGroup::Schemes).
Json behaviourValue(const Api &api, const BehaviourPlace &place);

/// Puts a value there, with the objects around it that are missing; undefined takes it away, and
/// with it whatever it leaves empty around itself except named things and items of lists. An index
/// one past the end appends. False where that leads through something that is neither object nor
/// list, or the owner is not there.
bool setBehaviourValue(Api &api, const BehaviourPlace &place, const Json &value);

/// Moves an item of a list by some places; false beyond its ends.
bool moveBehaviourItem(Api &api, const BehaviourPlace &list, qsizetype from, qsizetype to);

/// The kinds of things that have names in the extension, in the order of the navigator.
enum class BehaviourGroup { Errors, Dependencies, Stores, Routers, Schemes };

QString groupKey(BehaviourGroup group); ///< "errors"
QStringList behaviourNames(const Api &api, BehaviourGroup group);
/// Whether something may be called so: a letter or `_`, then letters, digits, `_` and `-`.
bool isBehaviourName(const QString &name);
QString uniqueBehaviourName(const Api &api, BehaviourGroup group, const QString &base);

/// Everything that names it follows: rules, needs, routes, security requirements, other things, and
/// expressions (`deps.user`, `store.items`). Returns the number of those places; -1 and no change
/// when the name is taken, is none, or there is no such thing.
int renameBehaviour(Api &api, BehaviourGroup group, const QString &from, const QString &to);
/// How many places name it.
int countBehaviourUses(const Api &api, BehaviourGroup group, const QString &name);

/// Lets an operation, a router (by name) or the whole document (neither) depend on something, or
/// ends it.
enum class DependsOf { Document, Router, Operation };
struct DependsPlace {
    DependsOf of = DependsOf::Document;
    NodeId operation = NodeId::None;
    QString router;
};
QStringList dependsAt(const Api &api, const DependsPlace &place);
bool setDepends(Api &api, const DependsPlace &place, const QString &dependency, bool isOn);

} // namespace Design
