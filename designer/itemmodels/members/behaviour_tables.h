#pragma once

#include "designer/itemmodels/members/members_model.h"

namespace Design
{

// The tables and forms of what runs around routes.

MembersTable errorRulesTable(NodeId operation);
MembersTable namedErrorsTable();
MembersTable routersTable();
MembersTable testsTable();
MembersTable tasksTable(NodeId operation);

MembersTable parametersTable(const QString &dependency);
MembersTable conditionsTable(const QString &dependency);
/// Who may log in with a security scheme.
MembersTable usersTable(const QString &scheme);
QList<MemberField> dependencyFields(const QString &dependency);
QList<MemberField> loginFields();

QList<MemberField> storeFields(const QString &store);
MembersTable serverFieldsTable(const QString &store);
/// One column a field of the store's model.
MembersTable fixturesTable(const Api &api, const QString &store);

QList<MemberField> routeFields(NodeId operation);
QList<MemberField> faultFields();
QList<MemberField> corsFields();

} // namespace Design
