#include "designer/itemmodels/tag_model.h"
#include "designer/model/edits/tag_edits.h"
#include "designer/openapi/openapi_reader.h"
#include "tests/support/model_text.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Design;

namespace
{

const char *const design = R"(
openapi: 3.1.0
info: {title: Shop, version: '1'}
tags:
  - {name: items, description: What is sold}
  - {name: users}
paths:
  /items: {get: {tags: [items, item], responses: {}}}
  /late: {get: {tags: [late, items], responses: {}}}
)";

} // namespace

class TestTagModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsDeclaredAndUsedTags();
    void aRowIsTypedWithItsNotes();
    void renamingFollowsInRoutes();
    void namesStandOnce();
    void removingAndMoving();

private:
    QModelIndex row(const QString &name) const
    {
        return m_model->findRow([&](const SchemaRow &r) { return r.name == name; });
    }
    QString shown() const { return modelText(*m_model); }

    std::unique_ptr<DesignDocument> m_document;
    std::unique_ptr<TagModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTagModel::init()
{
    m_document = std::make_unique<DesignDocument>();
    m_document->reset(readOpenApi(QByteArray(design)).api);
    m_model = std::make_unique<TagModel>(*m_document);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTagModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_document.reset();
}

void TestTagModel::showsDeclaredAndUsedTags()
{
    QCOMPARE(shown(), QStringLiteral("items | What is sold\nusers\nitem\nlate\nAdd a tag…\n"));
}

void TestTagModel::aRowIsTypedWithItsNotes()
{
    const QModelIndex empty = m_model->index(m_model->rowCount() - 1, 0);
    QVERIFY(m_model->setData(empty, QStringLiteral("models: Where advice comes from")));
    QCOMPARE(m_document->api().tags.last().name, QStringLiteral("models"));
    QCOMPARE(m_document->api().tags.last().description, QStringLiteral("Where advice comes from"));
    // What is said about a tag that only routes name declares it.
    QVERIFY(m_model->setData(row(QStringLiteral("late")).siblingAtColumn(1),
                             QStringLiteral("Too late")));
    QCOMPARE(m_document->api().tags.last().name, QStringLiteral("late"));
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QCOMPARE(m_document->api().tags.size(), 2);
}

void TestTagModel::renamingFollowsInRoutes()
{
    QVERIFY(m_model->setData(row(QStringLiteral("items")), QStringLiteral("goods")));
    const Api &api = m_document->api();
    QCOMPARE(api.tags.first().name, QStringLiteral("goods"));
    // “item” is another tag, though its letters are in “items”.
    QCOMPARE(api.paths.at(0).value.operations.first().tags,
             QStringList({QStringLiteral("goods"), QStringLiteral("item")}));
    QCOMPARE(api.paths.at(1).value.operations.first().tags,
             QStringList({QStringLiteral("late"), QStringLiteral("goods")}));
    m_document->undoStack()->undo();
    QVERIFY(shown().startsWith(QStringLiteral("items | What is sold")));
}

void TestTagModel::namesStandOnce()
{
    QVERIFY(!m_model->setData(row(QStringLiteral("items")), QStringLiteral("late")));
    QVERIFY(m_model->check(row(QStringLiteral("items")), QStringLiteral("a, b")));
    QVERIFY(m_model->check(row(QStringLiteral("items")), QString()));
    QCOMPARE(m_document->undoStack()->count(), 0);
    Api api = m_document->api();
    QVERIFY(!renameTag(api, QStringLiteral("nowhere"), QStringLiteral("x")));
    QVERIFY(!removeTag(api, QStringLiteral("nowhere")));
    QCOMPARE(addTag(api, QStringLiteral("items")), NodeId::None);
    QVERIFY(api == m_document->api());
}

void TestTagModel::removingAndMoving()
{
    QVERIFY(m_model->moveField(row(QStringLiteral("items")), 1));
    QVERIFY(shown().startsWith(QStringLiteral("users\nitems | What is sold\n")));
    QVERIFY(!m_model->moveField(row(QStringLiteral("users")), -1));
    QVERIFY(!m_model->moveField(row(QStringLiteral("late")), -1)); // it stands in no list
    QVERIFY(m_model->removeField(row(QStringLiteral("items"))));
    QCOMPARE(shown(), QStringLiteral("users\nitem\nlate\nAdd a tag…\n"));
    QCOMPARE(m_document->api().paths.at(1).value.operations.first().tags,
             QStringList(QStringLiteral("late")));
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QVERIFY(shown().startsWith(QStringLiteral("items | What is sold\nusers\n")));
}

QTEST_MAIN(TestTagModel)
#include "test_tag_model.moc"
