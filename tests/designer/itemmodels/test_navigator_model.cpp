#include "designer/itemmodels/navigator_model.h"
#include "designer/openapi/openapi_reader.h"
#include "tests/support/model_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
tags:
  - name: users
  - name: items
    description: What is sold
  - name: empty
paths:
  /items/:
    get: {tags: [items], summary: List, responses: {}}
    post: {tags: [items], responses: {}}
  /users/{id}:
    get: {tags: [users, items], deprecated: true, responses: {}}
  /health:
    get: {responses: {}}
  /late:
    get: {tags: [undeclared], responses: {}}
x-menura:
  dependencies: {user: {description: Who asks}}
components:
  schemas:
    Item: {type: object, description: A thing}
    User: {type: object}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
)";

} // namespace

class TestNavigatorModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsRoutesByTag();
    void followsEditsWithoutReset();
    void findsTheRowOfInnerNodes();
    void findsWhatRunsAroundRoutes();
    void filtersWithTheGroupsOfMatches();
    void badgesAreShown();

private:
    std::unique_ptr<DesignDocument> m_document;
    std::unique_ptr<NavigatorModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestNavigatorModel::init()
{
    const LoadedApi loaded = readOpenApi(QByteArray(design));
    QVERIFY(loaded.ok);
    m_document = std::make_unique<DesignDocument>();
    m_document->reset(loaded.api);
    m_model = std::make_unique<NavigatorModel>(*m_document);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestNavigatorModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_document.reset();
}

void TestNavigatorModel::showsRoutesByTag()
{
    QCOMPARE(modelText(*m_model), QStringLiteral("Shop\n"
                                                 "Routes\n"
                                                 "  users\n"
                                                 "    GET /users/{id}\n"
                                                 "  items\n"
                                                 "    GET /items/\n"
                                                 "    POST /items/\n"
                                                 "  undeclared\n"
                                                 "    GET /late\n"
                                                 "  GET /health\n"
                                                 "Models\n"
                                                 "  Item\n"
                                                 "  User\n"
                                                 "Dependencies\n"
                                                 "  user\n"
                                                 "Errors\n"
                                                 "Stores\n"
                                                 "Routers\n"
                                                 "Tests\n"
                                                 "Latency and CORS\n"
                                                 "Security\n"
                                                 "  bearer\n"));
}

void TestNavigatorModel::followsEditsWithoutReset()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex user =
        m_model->indexOf(m_document->api().components.schemas.at(1).value.id());
    m_document->edit(QStringLiteral("Move and rename"), [](Api &api) {
        api.components.schemas.move(1, 0);
        api.components.schemas[0].name = QStringLiteral("Person");
    });
    QVERIFY(user.isValid());
    QCOMPARE(user.data().toString(), QStringLiteral("Person"));
    QCOMPARE(user.row(), 0);

    m_document->edit(QStringLiteral("Remove"), [](Api &api) { api.paths.removeAt(0); });
    QCOMPARE(m_model->rowCount(m_model->group(NavigatorRow::Kind::RoutesGroup)), 3);
    m_document->undoStack()->undo();
    QCOMPARE(m_model->rowCount(m_model->group(NavigatorRow::Kind::RoutesGroup)), 4);
    QCOMPARE(resets.count(), 0);

    m_document->reset(Api());
    QCOMPARE(resets.count(), 1);
    QCOMPARE(modelText(*m_model), QStringLiteral("Routes\nModels\n"));
}

void TestNavigatorModel::findsTheRowOfInnerNodes()
{
    const Operation &list = m_document->api().paths.at(0).value.operations.at(0);
    QCOMPARE(m_model->indexOf(list.id).data().toString(), QStringLiteral("GET /items/"));
    QVERIFY(!m_model->indexOf(NodeId::None).isValid());
    QVERIFY(!m_model->indexOf(static_cast<NodeId>(99999)).isValid());
}

void TestNavigatorModel::findsWhatRunsAroundRoutes()
{
    using Item = BehaviourItem::Kind;
    const QModelIndex user =
        m_model->indexOf(BehaviourItem{Item::Dependency, QStringLiteral("user")});
    QCOMPARE(user.data().toString(), QStringLiteral("user"));
    QCOMPARE(m_model->node(user), NodeId::None);
    const QModelIndex errors =
        m_model->indexOf(BehaviourItem{Item::Errors, QStringLiteral("not there")});
    QCOMPARE(errors.data().toString(), QStringLiteral("Errors")); // at least the group
    QVERIFY(!m_model->indexOf(BehaviourItem()).isValid());
}

void TestNavigatorModel::filtersWithTheGroupsOfMatches()
{
    QSortFilterProxyModel filter;
    filter.setRecursiveFilteringEnabled(true);
    filter.setFilterRole(NavigatorModel::FilterRole);
    filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    filter.setSourceModel(m_model.get());
    filter.setFilterFixedString(QStringLiteral("thing"));
    QCOMPARE(modelText(filter), QStringLiteral("Models\n  Item\n"));
}

void TestNavigatorModel::badgesAreShown()
{
    const NodeId item = m_document->api().components.schemas.at(0).value.id();
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const NavigatorBadge two{QStringLiteral("⚠ 2"), QStringLiteral("2 problems")};
    m_model->setBadges({{item, two}});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_model->indexOf(item).data(NavigatorModel::BadgeRole).toString(),
             QStringLiteral("⚠ 2"));
    QCOMPARE(m_model->indexOf(item).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Item, 2 problems"));
    m_model->setBadges({{item, two}});
    QCOMPARE(changes.count(), 1);
    m_model->setBadges({});
    QCOMPARE(changes.count(), 2);

    const BehaviourItem tests{BehaviourItem::Kind::Tests, {}};
    const NavigatorBadge run{QStringLiteral("3 ✓"), QStringLiteral("3 passed"),
                             NavigatorBadge::Tone::Good};
    m_model->setBadge(tests, run);
    m_model->setBadge(tests, run);
    QCOMPARE(changes.count(), 3);
    QCOMPARE(m_model->indexOf(tests).data(NavigatorModel::BadgeRole).toString(), run.text);
    QCOMPARE(m_model->indexOf(tests).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Tests, 3 passed"));
}

QTEST_MAIN(TestNavigatorModel)
#include "test_navigator_model.moc"
