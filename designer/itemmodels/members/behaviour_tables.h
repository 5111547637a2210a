#pragma once

#include "designer/itemmodels/members/members_model.h"

namespace Design
{

// The tables and forms of what runs around routes.

MembersTable errorRulesTable(NodeId operation);
MembersTable namedErrorsTable();
MembersTable routersTable();
MembersTable testsTable();
/// The requests of a test, one after the other.
MembersTable stepsTable(int test);
/// One request and what must come back.
QList<MemberField> stepFields();
/// The rows that a test begins with, by store.
MembersTable givenTable(int test);
/// Results of dependencies that do not run in a test.
MembersTable overridesTable(int test);
MembersTable tasksTable(NodeId operation);
/// Fields of the answer that are worked out by expressions.
MembersTable computedTable(NodeId operation);

MembersTable parametersTable(const QString &dependency);
MembersTable conditionsTable(const QString &dependency);
/// What is done when a request leaves a dependency again.
MembersTable exitTable(const QString &dependency);
/// Who may log in with a security scheme.
MembersTable usersTable(const QString &scheme);
/// Tokens and keys that a security scheme accepts.
MembersTable tokensTable(NodeId scheme);
/// What a security scheme is.
QList<MemberField> schemeFields();
/// The OAuth2 flows of a security scheme.
MembersTable flowsTable(const QString &scheme);
/// The routes that ask for it: by themselves, or because one of their dependencies does.
QList<NodeId> routesAsking(const Api &api, const QString &scheme);
QList<MemberField> dependencyFields(const QString &dependency);
QList<MemberField> loginFields();

QList<MemberField> storeFields(const QString &store);
MembersTable serverFieldsTable(const QString &store);
/// One column a field of the store's model.
MembersTable fixturesTable(const Api &api, const QString &store);

// At the extension of the operation.
QList<MemberField> routeFields(NodeId operation);
QList<MemberField> actionFields(NodeId operation);
QList<MemberField> upstreamFields(NodeId operation);
QList<MemberField> faultFields();
/// Of the document or a route; `hint` says what nothing means there.
QList<MemberField> proxyFields(const QString &hint);
QList<MemberField> corsFields();

} // namespace Design
