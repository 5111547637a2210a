#include "designer/document/behaviour_item.h"

#include <QTest>

using namespace Design;
using Kind = BehaviourItem::Kind;

/// Where the things of the x-menura extension stand in a document.
class TestBehaviourItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void around_data();
    void around();
    void placesComeBack();
};

void TestBehaviourItem::around_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *pointer, Kind kind, const char *name = "") {
        QTest::newRow(pointer) << kind << QString::fromUtf8(name);
    };
    row("/x-menura/dependencies/admin/conditions/0/when", Kind::Dependency, "admin");
    row("/x-menura/dependencies/a~1b", Kind::Dependency, "a/b");
    row("/x-menura/dependencies", Kind::Dependencies);
    row("/x-menura/stores/items/fixtures/2", Kind::Store, "items");
    row("/x-menura/stores", Kind::None);
    row("/x-menura/errors/forbidden/status", Kind::Errors, "forbidden");
    row("/x-menura/errors", Kind::Errors);
    row("/x-menura/routers/v1/prefix", Kind::Routers, "v1");
    row("/x-menura/tests/3/steps/1/expect/body", Kind::Tests, "3/steps/1/expect/body");
    row("/x-menura/cors/origins", Kind::Server);
    row("/x-menura/faults", Kind::Server);
    row("/components/securitySchemes/token/flows", Kind::Scheme, "token");
    row("/components/securitySchemes", Kind::None);
    row("/x-menura/profile", Kind::None);
    row("/x-menura/securitySchemes/token", Kind::None);
    row("/components/schemas/Item", Kind::None);
    row("/paths/~1items/get/x-menura/errors/0", Kind::None);
    row("", Kind::None);
}

void TestBehaviourItem::around()
{
    const BehaviourItem item = BehaviourItem::around(QString::fromUtf8(QTest::currentDataTag()));
    QTEST(item.kind, "kind");
    QTEST(item.name, "name");
}

void TestBehaviourItem::placesComeBack()
{
    const QString name = QStringLiteral("a/b~c");
    for (const Kind kind :
         {Kind::Errors, Kind::Dependency, Kind::Store, Kind::Routers, Kind::Scheme}) {
        const BehaviourItem item{kind, name};
        QCOMPARE(BehaviourItem::around(item.pointer()), item);
    }
    const BehaviourItem test{Kind::Tests, QStringLiteral("3/steps/1")};
    QCOMPARE(BehaviourItem::around(test.pointer()), test);
}

QTEST_APPLESS_MAIN(TestBehaviourItem)
#include "test_behaviour_item.moc"
