#include "designer/lint/lint.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Design;

/// Whatever stands where something else is expected: it is kept, located and survived.
class TestOpenApiMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsMutatedDocuments_data();
    void keepsMutatedDocuments();
};

namespace
{

/// Changes a few random places of a document.
class Mutator
{
public:
    Mutator(const Json &document, quint32 seed)
        : m_document(document)
        , m_random(seed)
    {
    }

    Json mutated()
    {
        Json result = m_document;
        for (int i = m_random.bounded(1, 6); i > 0; --i)
            mutate(result);
        if (!result.isObject())
            return result;
        JsonObject object = result.object(); // a version that we read, mostly
        object.insert(QStringLiteral("openapi"), m_document.value(u"openapi"));
        return object;
    }

private:
    /// Goes down at random and changes something there.
    void mutate(Json &at)
    {
        if (at.isObject() && !at.object().isEmpty() && m_random.bounded(8) != 0) {
            JsonObject object = at.object();
            const JsonObject::Member member = object.members().at(any(object.size()));
            Json value = member.value;
            mutate(value);
            switch (m_random.bounded(12)) {
            case 0:
                object.remove(member.key);
                break;
            case 1:
                object.insert(any(object.size()), member.key, value);
                break;
            case 2:
                object.rename(member.key, anyKey());
                break;
            case 3:
                object.insert(anyKey(), value);
                break;
            default:
                object.insert(member.key, value);
                break;
            }
            at = object;
        } else if (at.isArray() && !at.array().isEmpty() && m_random.bounded(8) != 0) {
            JsonArray array = at.array();
            mutate(array[any(array.size())]);
            at = array;
        } else {
            at = anyValue();
        }
    }

    qsizetype any(qsizetype size) { return m_random.bounded(static_cast<int>(size)); }

    QString anyKey()
    {
        static const QStringList keys{
            QStringLiteral("$ref"),     QStringLiteral("get"),        QStringLiteral("schema"),
            QStringLiteral("items"),    QStringLiteral("properties"), QStringLiteral("parameters"),
            QStringLiteral("x-a"),      QStringLiteral(""),           QStringLiteral("responses"),
            QStringLiteral("a/b~c %"),  QStringLiteral("content"),    QStringLiteral("components"),
            QStringLiteral("examples"), QStringLiteral("example"),    QStringLiteral("required"),
            QStringLiteral("security"), QStringLiteral("callbacks"),  QStringLiteral("allOf"),
        };
        return keys.at(any(keys.size()));
    }

    Json anyValue()
    {
        switch (m_random.bounded(14)) {
        case 0:
            return nullptr;
        case 1:
            return m_random.bounded(2) == 0;
        case 2:
            return m_random.bounded(-2, 3);
        case 3:
            return Json::number("1.50");
        case 4:
            return QStringLiteral("");
        case 5:
            return anyKey();
        case 6:
            return JsonArray();
        case 7:
            return JsonObject();
        case 8:
            return JsonArray{nullptr, JsonObject(), anyKey()};
        case 9:
            return JsonObject{{anyKey(), anyKey()}, {anyKey(), JsonObject()}};
        case 10:
            return QStringLiteral("#/components/schemas/Error");
        case 11:
            return QStringLiteral("#/paths/~1a%/%zz/~2");
        case 12:
            return JsonObject{{QStringLiteral("$ref"), QStringLiteral("#/components")}};
        default:
            return m_document; // a document inside the document
        }
    }

    const Json &m_document;
    QRandomGenerator m_random;
};

} // namespace

void TestOpenApiMutations::keepsMutatedDocuments_data()
{
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(MENURA_TEST_DATA);
    QTest::newRow("shop") << QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml");
    QTest::newRow("museum") << root + QStringLiteral("/openapi/museum.yaml");
    QTest::newRow("callbacks") << root +
                                      QStringLiteral("/openapi/learn/v3.0/callback-example.json");
    QTest::newRow("links") << root + QStringLiteral("/openapi/learn/v3.0/link-example.json");
    QTest::newRow("everything") << root + QStringLiteral(
                                              "/openapi-fixtures/v3.1/tests/schema/pass/mega.yaml");
}

void TestOpenApiMutations::keepsMutatedDocuments()
{
    QFETCH(QString, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the document is absent");
    const LoadedApi original = readOpenApi(file.readAll());
    QVERIFY(original.ok);
    int count = 0;
    for (quint32 seed = 1; seed <= 300; ++seed) {
        const Json document = Mutator(original.document, seed).mutated();
        const LoadedApi loaded = readOpenApi(document);
        if (!loaded.ok) {
            QVERIFY(hasErrors(loaded.diagnostics));
            continue;
        }
        ++count;
        const QByteArray context = "seed " + QByteArray::number(seed);
        QVERIFY2(writeOpenApi(loaded.api) == document, context.constData());
        const NodeIndex index(loaded.api);
        for (quint32 i = 1; i <= loaded.api.lastId; ++i) {
            const auto id = static_cast<NodeId>(i);
            const QString pointer = index.pointer(id);
            QVERIFY2(index.contains(id) && resolvePointer(document, pointer), context.constData());
            QVERIFY2(index.nodeAt(pointer) == id, qUtf8Printable(pointer));
        }
        for (const Diagnostic &diagnostic : lint(loaded.api))
            QVERIFY2(index.contains(diagnostic.node), qUtf8Printable(toLine(diagnostic, path)));
        // Exports may lose what 3.0 cannot say, but must come to an end and be readable.
        Diagnostics losses;
        for (const ExportVersion version : {ExportVersion::OpenApi31, ExportVersion::OpenApi30})
            QVERIFY2(readOpenApi(exportOpenApi(loaded.api, version, &losses)).ok,
                     context.constData());
    }
    QVERIFY(count > 150);
}

QTEST_APPLESS_MAIN(TestOpenApiMutations)
#include "test_openapi_mutations.moc"
