#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/openapi/typed_text.h"
#include "designer/text/patch/text_patch.h"
#include "designer/text/pointer.h"
#include "tests/support/memory_files.h"

#include <QTest>

using namespace Design;

namespace
{

constexpr auto root = R"(openapi: 3.1.0
info: {title: T, version: '1'} # stays
paths:
  /pets: {$ref: "paths/pets.yaml"} # the pets
  /own:
    get:
      responses:
        '200':
          description: Mine
          content: {application/json: {schema: {$ref: ./tag.yaml}}}
components:
  schemas:
    Pet:
      $ref: pet.yaml
    Kind: {enum: [cat]}
)";

constexpr auto pets = R"(get:
  operationId: pets
  responses:
    '200':
      description: Pets
      content: {application/json: {schema: {$ref: ../pet.yaml}}}
)";

} // namespace

/// Edits of a design of several files: what its own file says after them, and which are refused.
class TestFileEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ownPartsAreWritten();
    void includedPartsKeepTheirReference();
    void namesFollow();
    void whatStandsElsewhereIsRefused_data();
    void whatStandsElsewhereIsRefused();
    void whoseFileItIs();
    void typedDocumentIncludesAnew();
    void typedItemRefersToFiles();

private:
    QString written(const Api &api) const
    {
        const Json own = withFileReferences(writeOpenApi(api), api, *m_loaded.inclusions);
        return QString::fromUtf8(patchedText(m_files.rootText(), own).value_or("anew"));
    }
    NodeId at(const char *pointer) const
    {
        return NodeIndex(m_loaded.api).nodeAt(QString::fromLatin1(pointer));
    }
    static QString replaced(const char *before, const char *after)
    {
        return QString::fromLatin1(root).replace(QLatin1String(before), QLatin1String(after));
    }

    MemoryFiles m_files;
    LoadedApi m_loaded;
};

void TestFileEdits::init()
{
    m_files = {};
    m_files.add(QStringLiteral("openapi.yaml"), root);
    m_files.add(QStringLiteral("paths/pets.yaml"), pets);
    m_files.add(QStringLiteral("pet.yaml"),
                "properties:\n  tag: {$ref: tag.yaml}\n"
                "  kind: {$ref: 'openapi.yaml#/components/schemas/Kind'}\n");
    m_files.add(QStringLiteral("tag.yaml"), "type: string\n");
    m_loaded = readOpenApi(m_files.rootText(), {}, &m_files);
    QVERIFY(m_loaded.ok && m_loaded.diagnostics.isEmpty());
    QCOMPARE(written(m_loaded.api), QString::fromLatin1(root));
}

void TestFileEdits::ownPartsAreWritten()
{
    Api api = m_loaded.api;
    QVERIFY(editOperation(api, at("/paths/~1own/get"), [](Operation &operation) {
        operation.summary = QStringLiteral("Own");
        operation.responses.find(u"200")->description = QStringLiteral("Ours");
    }));
    QCOMPARE(refusedChange(*m_loaded.inclusions, m_loaded.api, api).reason, QString());
    QCOMPARE(written(api), replaced("description: Mine", "description: Ours")
                               .replace(QLatin1String("    get:\n"),
                                        QLatin1String("    get:\n      summary: Own\n")));
}

void TestFileEdits::includedPartsKeepTheirReference()
{
    Api api = m_loaded.api;
    api.paths[0].name = QStringLiteral("/animals");
    const NodeId tag = at("/components/schemas/tag");
    editSchema(api, at("/components/schemas/Kind"), [&](Schema &schema) {
        schema = Schema::empty(schema.id());
        schema.setReference(Keyword::Ref, referenceToSchema(api, tag));
    });
    QCOMPARE(refusedChange(*m_loaded.inclusions, m_loaded.api, api).reason, QString());
    QCOMPARE(written(api), replaced("  /pets: {", "  /animals: {")
                               .replace(QLatin1String("Kind: {enum: [cat]}"),
                                        QLatin1String("Kind: {$ref: ./tag.yaml}")));
}

void TestFileEdits::namesFollow()
{
    Api api = m_loaded.api;
    QVERIFY(renameSchema(api, at("/components/schemas/Pet"), QStringLiteral("Animal")) >= 0);
    QCOMPARE(refusedChange(*m_loaded.inclusions, m_loaded.api, api).reason, QString());
    QCOMPARE(written(api), replaced("    Pet:\n", "    Animal:\n"));
}

void TestFileEdits::whatStandsElsewhereIsRefused_data()
{
    using Change = std::function<void(Api &, const NodeIndex &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    const auto elsewhere = [](const char *file) {
        return QStringLiteral("This stands in the file %1 and is changed there.")
            .arg(QLatin1String(file));
    };
    QTest::newRow("an operation of a file") << Change([](Api &api, const NodeIndex &index) {
        editOperation(api, index.nodeAt(u"/paths/~1pets/get"),
                      [](Operation &operation) { operation.summary = QStringLiteral("x"); });
    }) << elsewhere("paths/pets.yaml");
    QTest::newRow("another operation beside it") << Change([](Api &api, const NodeIndex &) {
        addOperation(api, QStringLiteral("/pets"), QStringLiteral("post"));
    }) << elsewhere("paths/pets.yaml");
    QTest::newRow("a schema of a file") << Change([](Api &api, const NodeIndex &index) {
        editSchema(api, index.nodeAt(u"/components/schemas/Pet"),
                   [](Schema &schema) { schema.set(Keyword::Title, QStringLiteral("x")); });
    }) << elsewhere("pet.yaml");
    QTest::newRow("the name of what was added") << Change([](Api &api, const NodeIndex &index) {
        renameSchema(api, index.nodeAt(u"/components/schemas/tag"), QStringLiteral("Label"));
    }) << elsewhere("tag.yaml");
    QTest::newRow("what was added goes") << Change([](Api &api, const NodeIndex &) {
        api.components.schemas.removeIf([](const auto &each) { return each.name == u"tag"; });
    }) << elsewhere("tag.yaml");
    QTest::newRow("a name that a file uses") << Change([](Api &api, const NodeIndex &index) {
        renameSchema(api, index.nodeAt(u"/components/schemas/Kind"), QStringLiteral("Sort"));
    }) << QStringLiteral("“Kind” is used by other files of this design under this name.");
    QTest::newRow("a reference to a file goes")
        << Change([](Api &api, const NodeIndex &) { api.paths.removeFirst(); }) << QString();
    QTest::newRow("the words of the design")
        << Change([](Api &api, const NodeIndex &) { api.info.title = QStringLiteral("x"); })
        << QString();
}

void TestFileEdits::whatStandsElsewhereIsRefused()
{
    using Change = std::function<void(Api &, const NodeIndex &)>;
    QFETCH(const Change, change);
    QFETCH(const QString, reason);
    Api api = m_loaded.api;
    change(api, NodeIndex(m_loaded.api));
    QVERIFY(!(api == m_loaded.api));
    QCOMPARE(refusedChange(*m_loaded.inclusions, m_loaded.api, api).reason, reason);
}

void TestFileEdits::whoseFileItIs()
{
    const NodeIndex index(m_loaded.api);
    const auto file = [&](const char *pointer) {
        return m_loaded.inclusions->fileOf(index, at(pointer));
    };
    QCOMPARE(file("/paths/~1pets/get/responses/200"), QStringLiteral("paths/pets.yaml"));
    QCOMPARE(file("/components/schemas/Pet/properties/tag"), QStringLiteral("pet.yaml"));
    QCOMPARE(file("/components/schemas/tag"), QStringLiteral("tag.yaml"));
    QCOMPARE(file("/components/schemas/Kind"), QString());
    QCOMPARE(file("/paths/~1own/get"), QString());
    QCOMPARE(file(""), QString());
}

/// A reference that was typed is followed, and parts keep their identities.
void TestFileEdits::typedDocumentIncludesAnew()
{
    const NodeId pet = at("/components/schemas/Pet");
    const QString text = replaced("    Kind:", "    Tag: {$ref: tag.yaml}\n    Kind:");
    const TypedText typed = takeText(m_loaded.api, NodeId::None, readYaml(text.toUtf8()),
                                     m_loaded.inclusions, &m_files);
    QVERIFY(typed.ok && typed.inclusions);
    QCOMPARE(typed.api.components.schemas.find(u"Pet")->id(), pet);
    QVERIFY(typed.api.components.schemas.find(u"Tag")->has(Keyword::Type));
    QVERIFY(!typed.api.components.schemas.find(u"tag"));
    const NodeIndex index(typed.api);
    QCOMPARE(typed.inclusions->fileOf(index, index.nodeAt(u"/components/schemas/Tag")),
             QStringLiteral("tag.yaml"));
    const Json own = withFileReferences(writeOpenApi(typed.api), typed.api, *typed.inclusions);
    QCOMPARE(QString::fromUtf8(patchedText(text.toUtf8(), own).value_or("anew")), text);
}

void TestFileEdits::typedItemRefersToFiles()
{
    const NodeId own = at("/paths/~1own/get");
    const Json shown = partWithFileReferences(writeNode(m_loaded.api, own), DocumentPart::Operation,
                                              m_loaded.api, *m_loaded.inclusions);
    const QString pointer = QStringLiteral("/responses/200/content/application~1json/schema/$ref");
    QCOMPARE(resolvePointer(shown, pointer)->toString(), QStringLiteral("./tag.yaml"));
    const TypedText typed =
        takeText(m_loaded.api, own,
                 readYaml("/own:\n  get:\n    responses:\n      '200':\n        description: Mine\n"
                          "        content: {application/json: {schema: {$ref: ./tag.yaml}}}\n"),
                 m_loaded.inclusions, &m_files);
    QVERIFY(typed.ok);
    QCOMPARE(typed.api, m_loaded.api);
}

QTEST_APPLESS_MAIN(TestFileEdits)

#include "test_file_edits.moc"
