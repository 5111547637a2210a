#include "designer/document/cancellation.h"
#include "designer/document/design_document.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "tests/support/memory_in_use.h"

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
    void savingCanBeGivenUpUntilItWrites();
    void whatChangesWhileItIsSavedIsNotSaved();
    void thirtyEditsAndBack();
    void idsAreNeverUsedTwice();
    void savesAndLoads();
    void savingChangesNoOtherLines();
    void loadFailureKeepsTheDesign();
    void convertedDesignsHaveNoFile();
    void saveFailureSaysWhy();
    void modifiedFollowsTheSavedState();
    void wordsAreUndone();
    void savedWordsAreUndoneAsWell();
    void typingBackLeavesNoStep();
    void wordsTakeNoMoreThanTheirChanges();
    void unfinishedTextsFindTheirPlaces();
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

void TestDesignDocument::savingCanBeGivenUpUntilItWrites()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.yaml"));
    DesignDocument document;
    document.reset(sample());
    QVERIFY(document.saveAs(path));
    const QByteArray before = document.fileText();
    setTitle(document, QStringLiteral("other"));
    const DesignDocument::Saving saving = document.startSaving(path);
    QVERIFY(document.isSaving());
    Cancellation cancellation;
    QVERIFY(cancellation.cancel());
    const DesignDocument::Saved saved =
        DesignDocument::write(saving, [&] { return cancellation.commit(); });
    QVERIFY(!document.finishSaving(saving, saved));
    QVERIFY(!document.isSaving());
    QVERIFY(document.isModified());
    QVERIFY(document.errorString().isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(document.fileText(), before);
    Cancellation late;
    QVERIFY(late.commit());
    QVERIFY(!late.cancel());
}

void TestDesignDocument::whatChangesWhileItIsSavedIsNotSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.yaml"));
    DesignDocument document;
    document.reset(sample());
    QVERIFY(document.saveAs(path));
    setTitle(document, QStringLiteral("first"));
    QSignalSpy known(&document, &DesignDocument::saved);
    DesignDocument::Saving saving = document.startSaving(path);
    setTitle(document, QStringLiteral("second")); // a step of its own, and not one with the first
    QVERIFY(document.finishSaving(saving, DesignDocument::write(saving)));
    QCOMPARE(known.size(), 1);
    QVERIFY(document.fileText().contains("first"));
    QVERIFY(document.isModified());
    document.undoStack()->undo();
    QCOMPARE(document.api().info.title, QStringLiteral("first"));
    QVERIFY(document.isModified()); // nobody knows that this is what the file says
    document.undoStack()->undo();
    QVERIFY(document.isModified()); // what it said once, it says no longer
    QVERIFY(document.save());
    QVERIFY(!document.isModified());

    saving = document.startSaving(path);
    document.reset(sample()); // another design
    QVERIFY(document.finishSaving(saving, DesignDocument::write(saving)));
    QVERIFY(document.filePath().isEmpty());
    QVERIFY(document.fileText().isEmpty());
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

    // What was in the place of another name stays as it was before the first time, too.
    const QByteArray strange = "not ours";
    const QString other = folder.filePath(QStringLiteral("other.yaml"));
    QFile inTheWay(other);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly) && inTheWay.write(strange) == strange.size());
    inTheWay.close();
    QVERIFY(document.saveAs(other) && document.save());
    QFile kept(other + QStringLiteral(".bak"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), strange);

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

/// The title as somebody types it: other words, and what they say.
static void typeTitle(DesignDocument &document, const QString &title, const MergeKey &key = {})
{
    Api after = document.api();
    after.info.title = title;
    document.editText(QStringLiteral("Type"), after,
                      {"title: " + title.toUtf8() + "   # by hand\n", FileFormat::Yaml}, key);
}

void TestDesignDocument::wordsAreUndone()
{
    DesignDocument document;
    const Wording loaded{"# as it was\ntitle: t\n", FileFormat::Yaml};
    document.reset(sample(), loaded);
    QList<Wording> words{document.wording()};
    for (const char *title : {"one", "one more", "", "other", "one more"}) {
        typeTitle(document, QString::fromLatin1(title));
        words.append(document.wording());
    }
    setTitle(document, QStringLiteral("by form")); // the words stay as they are
    words.append(document.wording());
    QCOMPARE(words.at(2).text, QByteArray("title: one more   # by hand\n"));
    for (qsizetype i = words.size() - 2; i >= 0; --i) {
        document.undoStack()->undo();
        QVERIFY(document.wording() == words.at(i));
    }
    QVERIFY(document.wording() == loaded);
    for (qsizetype i = 1; i < words.size(); ++i) {
        document.undoStack()->redo();
        QVERIFY(document.wording() == words.at(i));
    }
}

/// Saving writes the design into its words, which no step has done.
void TestDesignDocument::savedWordsAreUndoneAsWell()
{
    QTemporaryDir folder;
    DesignDocument document;
    document.reset(sample());
    setTitle(document, QStringLiteral("first"));
    QVERIFY(document.saveAs(folder.filePath(QStringLiteral("d.yaml"))));
    const Wording saved = document.wording();
    QVERIFY(!saved.text.isEmpty());
    typeTitle(document, QStringLiteral("second"));
    const Wording typed = document.wording();
    QVERIFY(document.save());
    setTitle(document, QStringLiteral("third"));
    QUndoStack *stack = document.undoStack();
    stack->undo();
    stack->undo();
    QVERIFY(document.wording() == saved);
    stack->undo();
    QCOMPARE(document.wording().text, QByteArray());
    stack->redo();
    stack->redo();
    QVERIFY(document.wording() == typed);
    stack->redo();
    QCOMPARE(document.api().info.title, QStringLiteral("third"));
    QVERIFY(document.save());
    DesignDocument again;
    QVERIFY(again.load(document.filePath()));
    QCOMPARE(again.api().info.title, QStringLiteral("third"));
}

void TestDesignDocument::typingBackLeavesNoStep()
{
    DesignDocument document;
    document.reset(sample(), {"title: t   # by hand\n", FileFormat::Yaml});
    const Wording before = document.wording();
    const MergeKey key{document.api().id, QStringLiteral("text")};
    typeTitle(document, QStringLiteral("tx"), key);
    typeTitle(document, QStringLiteral("t"), key);
    QCOMPARE(document.undoStack()->count(), 0);
    typeTitle(document, QStringLiteral("next"));
    document.undoStack()->undo();
    QVERIFY(document.wording() == before);
}

void TestDesignDocument::wordsTakeNoMoreThanTheirChanges()
{
    // A hundred whole texts would be 1.2 GB.
    constexpr qsizetype large = 12 * 1024 * 1024;
    constexpr qint64 most = 400 * 1024 * 1024;
    if (memoryInUse() == 0)
        QSKIP("how much memory is used is not told here");
    const QByteArray rest = QByteArray(large, '#') + '\n';
    DesignDocument document;
    document.reset(sample(), {rest, FileFormat::Yaml});
    const qint64 before = memoryInUse();
    for (int i = 0; i < 100; ++i) {
        document.finishMerging();
        Api after = document.api();
        after.info.title = QString::number(i);
        document.editText(
            QStringLiteral("Type"), after,
            {rest + "title: " + QByteArray::number(i) + '\n' + rest.left(1000), FileFormat::Yaml});
    }
    QCOMPARE(document.undoStack()->count(), 100);
    const qint64 grown = memoryInUse() - before;
    QVERIFY2(grown < most, qPrintable(QString::number(grown)));
    for (int i = 0; i < 100; ++i)
        document.undoStack()->undo();
    QCOMPARE(document.wording().text, rest);
}

void TestDesignDocument::unfinishedTextsFindTheirPlaces()
{
    DesignDocument document;
    document.reset(sample());
    const NodeId item = document.index().nodeAt(u"/components/schemas/Item");
    const NodeId get = document.index().nodeAt(u"/paths/~1a/get");
    TextDrafts::Map drafts;
    drafts.insert({NodeId::None, FileFormat::Json}, {"{", {}});
    drafts.insert({document.api().id, FileFormat::Yaml}, {"info: [", {}});
    drafts.insert({item, FileFormat::Yaml}, {"Item: {", Json(1)});
    drafts.insert({get, FileFormat::Yaml}, {"/a: {", Json(2)});
    document.drafts().setAll(drafts);
    const QList<UnfinishedText> texts = document.drafts().byPlace(document.index());
    QCOMPARE(texts.size(), 4);

    DesignDocument other; // the same design, read again
    other.reset(readOpenApi(writeJson(writeOpenApi(document.api()))).api);
    const TextDrafts::Map found = TextDrafts::fromPlaces(texts, other.index());
    QCOMPARE(found.size(), 4);
    QCOMPARE(
        found.value({other.index().nodeAt(u"/components/schemas/Item"), FileFormat::Yaml}).text,
        QByteArray("Item: {"));
    QCOMPARE(found.value({other.api().id, FileFormat::Yaml}).text, QByteArray("info: ["));

    document.edit(QStringLiteral("Delete"), [](Api &api) { api.components.schemas.removeFirst(); });
    QCOMPARE(document.drafts().byPlace(document.index()).size(), 3); // it has no place any more
    QCOMPARE(TextDrafts::fromPlaces(texts, document.index()).size(), 3);
}

QTEST_GUILESS_MAIN(TestDesignDocument)
#include "test_design_document.moc"
