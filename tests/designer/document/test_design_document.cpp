#include "designer/document/design_document.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

class TestDesignDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editIsOneStep();
    void editWithoutEffectLeavesNoStep();
    void sameFieldMerges();
    void finishMergingStartsAnotherStep();
    void undoRevealsThePlace();
    void thirtyEditsAndBack();
    void idsAreNeverUsedTwice();
    void savesAndLoads();
    void savingChangesNoOtherLines();
    void loadFailureKeepsTheDesign();
    void convertedDesignsHaveNoFile();
    void saveFailureSaysWhy();
    void modifiedFollowsTheSavedState();
};

static Api sample()
{
    return readOpenApi(QByteArrayLiteral(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},
        "paths":{"/a":{"get":{"responses":{"200":{"description":"ok"}}}}},
        "components":{"schemas":{"Item":{"type":"object","properties":{"name":{"type":"string"}}},
                                 "Tag":{"type":"string"}}}})"))
        .api;
}

static void setTitle(DesignDocument &document, const QString &title)
{
    document.edit(QStringLiteral("Change title"), [&](Api &api) { api.info.title = title; },
                  {document.api().id, QStringLiteral("title")});
}

static void setMinLength(Api &api, NodeId schema, int length)
{
    editSchema(api, schema, [&](Schema &s) { s.set(Keyword::MinLength, length); });
}

void TestDesignDocument::editIsOneStep()
{
    DesignDocument document;
    document.reset(sample());
    const Api before = document.api();
    QSignalSpy changed(&document, &DesignDocument::changed);
    setTitle(document, QStringLiteral("Shop"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.first().first().value<ChangeSet>().isInfoChanged);
    QCOMPARE(document.undoStack()->count(), 1);
    QCOMPARE(document.api().info.title, QStringLiteral("Shop"));
    document.undoStack()->undo();
    QVERIFY(document.api() == before);
    document.undoStack()->redo();
    QCOMPARE(document.api().info.title, QStringLiteral("Shop"));
    QCOMPARE(changed.size(), 3);
}

void TestDesignDocument::editWithoutEffectLeavesNoStep()
{
    DesignDocument document;
    document.reset(sample());
    QSignalSpy changed(&document, &DesignDocument::changed);
    setTitle(document, QStringLiteral("t"));
    document.edit(QStringLiteral("Nothing"), [](Api &api) { api.newId(); });
    QCOMPARE(document.undoStack()->count(), 0);
    QCOMPARE(changed.size(), 0);
}

void TestDesignDocument::sameFieldMerges()
{
    DesignDocument document;
    document.reset(sample());
    for (const char *text : {"S", "Sh", "Sho", "Shop"})
        setTitle(document, QString::fromLatin1(text));
    QCOMPARE(document.undoStack()->count(), 1);
    document.undoStack()->undo();
    QCOMPARE(document.api().info.title, QStringLiteral("t"));

    setTitle(document, QStringLiteral("x"));
    setTitle(document, QStringLiteral("t")); // typed and taken back: no step is left
    QCOMPARE(document.undoStack()->count(), 0);
}

void TestDesignDocument::finishMergingStartsAnotherStep()
{
    DesignDocument document;
    document.reset(sample());
    setTitle(document, QStringLiteral("a"));
    document.finishMerging();
    setTitle(document, QStringLiteral("b"));
    QCOMPARE(document.undoStack()->count(), 2);
}

void TestDesignDocument::undoRevealsThePlace()
{
    DesignDocument document;
    document.reset(sample());
    const NodeId tag = document.api().components.schemas.find(u"Tag")->id();
    QSignalSpy reveal(&document, &DesignDocument::revealRequested);
    document.edit(QStringLiteral("Set length"), [&](Api &api) { setMinLength(api, tag, 3); });
    QCOMPARE(reveal.size(), 0);
    document.undoStack()->undo();
    QCOMPARE(reveal.size(), 1);
    QCOMPARE(reveal.first().first().value<NodeId>(), tag);
}

void TestDesignDocument::thirtyEditsAndBack()
{
    DesignDocument document;
    document.reset(sample());
    const Api start = document.api();
    const Json startText = writeOpenApi(start);
    QRandomGenerator random(7);
    QList<Json> texts;
    const NodeId tag = start.components.schemas.find(u"Tag")->id();
    for (int i = 0; i < 30; ++i) {
        document.finishMerging();
        switch (random.bounded(4)) {
        case 0:
            setTitle(document, QStringLiteral("Title %1").arg(i));
            break;
        case 1:
            document.edit(QStringLiteral("Set length"),
                          [&](Api &api) { setMinLength(api, tag, i + 1); });
            break;
        case 2:
            document.edit(QStringLiteral("Add model"), [&](Api &api) {
                api.components.schemas.insert(QStringLiteral("Model%1").arg(i),
                                              Schema::empty(api.newId()));
            });
            break;
        default:
            document.edit(QStringLiteral("Add route"), [&](Api &api) {
                PathItem item;
                item.id = api.newId();
                api.paths.insert(QStringLiteral("/p%1").arg(i), item);
            });
        }
        texts.append(writeOpenApi(document.api()));
    }
    QCOMPARE(document.undoStack()->count(), 30);
    for (int i = 29; i-- > 0;) {
        document.undoStack()->undo();
        QVERIFY2(writeOpenApi(document.api()) == texts.at(i), qPrintable(QString::number(i)));
    }
    document.undoStack()->undo();
    QVERIFY(document.api() == start);
    QVERIFY(writeOpenApi(document.api()) == startText);
    for (const Json &text : texts) {
        document.undoStack()->redo();
        QVERIFY(writeOpenApi(document.api()) == text);
    }
}

void TestDesignDocument::idsAreNeverUsedTwice()
{
    DesignDocument document;
    document.reset(sample());
    NodeId first{};
    const auto add = [&](NodeId &id) {
        document.edit(QStringLiteral("Add"), [&](Api &api) {
            id = api.newId();
            api.components.schemas.insert(QStringLiteral("New"), Schema::empty(id));
        });
    };
    add(first);
    document.undoStack()->undo();
    NodeId second{};
    add(second);
    QVERIFY(first != second);
}

void TestDesignDocument::savesAndLoads()
{
    QTemporaryDir folder;
    for (const char *name : {"design.yaml", "design.json"}) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        DesignDocument document;
        document.reset(sample());
        QVERIFY(document.saveAs(path));
        QCOMPARE(document.filePath(), path);
        DesignDocument other;
        QSignalSpy reset(&other, &DesignDocument::wasReset);
        QVERIFY2(other.load(path), qPrintable(other.errorString()));
        QCOMPARE(reset.size(), 1);
        QVERIFY(writeOpenApi(other.api()) == writeOpenApi(document.api()));
    }
    QFile yaml(folder.filePath(QStringLiteral("design.yaml")));
    QVERIFY(yaml.open(QIODevice::ReadOnly));
    QVERIFY(yaml.readAll().startsWith("openapi: "));
}

void TestDesignDocument::savingChangesNoOtherLines()
{
    const QByteArray before = R"(# Written by hand.
openapi: "3.1.0"   # quoted
info: {title: Shop, version: '1'}

paths:
  # The one route.
  /items:
    get:
      responses:
        "200": {description: "ok", content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
components:
  schemas:
    # What is sold.
    Item:
      type: object
      properties:
        name: {type: string} # for people
        # in euros
        price:
            type: number
)";
    QByteArray after = before;
    after.replace("schemas/Item'", "schemas/Thing'").replace("    Item:", "    Thing:");
    after.replace("        # in euros",
                  "        size:\n          type: string\n        # in euros");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("design.yaml"));
    const auto content = [&path](const char *suffix = "") {
        QFile file(path + QLatin1String(suffix));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
    file.close();
    DesignDocument document;
    QVERIFY(document.load(path));
    QCOMPARE(document.fileText(), before);
    const NodeId item = document.api().components.schemas.first().value.id();
    document.edit(QStringLiteral("Rename"), [item](Api &api) {
        renameSchema(api, item, QStringLiteral("Thing"));
        addProperty(api, item, QStringLiteral("size"), {}, 1);
    });
    QVERIFY(document.save());
    QCOMPARE(content(), after);
    QCOMPARE(content(".bak"), before);
    document.undoStack()->undo();
    QVERIFY(document.save());
    QCOMPARE(content(), before);
    document.undoStack()->redo();
    QVERIFY(document.save());
    QCOMPARE(content(".bak"), before);

    // Another format is written anew, and so is what a design without a file becomes.
    QVERIFY(document.saveAs(folder.filePath(QStringLiteral("design.json"))));
    QVERIFY(document.fileText().startsWith("{\n  \"openapi\""));
    document.reset(sample());
    QVERIFY(document.fileText().isEmpty());
}

void TestDesignDocument::loadFailureKeepsTheDesign()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("openapi: 3.1.0\ninfo: [\n");
    file.close();
    DesignDocument document;
    document.reset(sample());
    const Api before = document.api();
    QVERIFY(!document.load(path));
    QVERIFY(document.api() == before);
    QVERIFY2(document.errorString().contains(QLatin1String("broken.yaml")),
             qPrintable(document.errorString()));
    QVERIFY(!document.load(folder.filePath(QStringLiteral("absent.yaml"))));
    QVERIFY(document.errorString().contains(QLatin1String("absent.yaml")));
}

void TestDesignDocument::convertedDesignsHaveNoFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.yaml"));
    const QByteArray text("swagger: '2.0'\ninfo: {title: Old, version: '1'}\npaths: {}\n");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    DesignDocument document;
    QVERIFY2(document.load(path), qPrintable(document.errorString()));
    QCOMPARE(document.api().openapi, QStringLiteral("3.1.0"));
    QVERIFY(document.filePath().isEmpty() && !document.isModified());
    QVERIFY(!document.save());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestDesignDocument::saveFailureSaysWhy()
{
    DesignDocument document;
    document.reset(sample());
    QVERIFY(!document.save()); // no name yet
    QVERIFY(!document.errorString().isEmpty());
    setTitle(document, QStringLiteral("x"));
    QVERIFY(!document.saveAs(QStringLiteral("/no/such/folder/design.yaml")));
    QVERIFY(document.errorString().contains(QLatin1String("design.yaml")));
    QVERIFY(document.isModified());
    QVERIFY(document.filePath().isEmpty());
}

void TestDesignDocument::modifiedFollowsTheSavedState()
{
    QTemporaryDir folder;
    DesignDocument document;
    document.reset(sample());
    QVERIFY(!document.isModified());
    setTitle(document, QStringLiteral("x"));
    QVERIFY(document.isModified());
    QVERIFY(document.saveAs(folder.filePath(QStringLiteral("d.yaml"))));
    QVERIFY(!document.isModified());
    document.undoStack()->undo();
    QVERIFY(document.isModified());
    document.undoStack()->redo();
    QVERIFY(!document.isModified());
}

QTEST_GUILESS_MAIN(TestDesignDocument)
#include "test_design_document.moc"
