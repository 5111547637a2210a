#include "tests/cli/program.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Cli;

namespace
{

QString shop()
{
    return QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml");
}

QString golden(const QString &name)
{
    return QStringLiteral(MENURA_SOURCE_DIR "/tests/cli/data/") + name;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodes_data();
    void exitCodes();
    void helpIsWorthReading_data();
    void helpIsWorthReading();
    void exportIsAsBefore();
    void exportToFileFollowsItsName();
    void exportOfABrokenFileNamesThePlace();
    void findingsStandInTheOrderOfTheFile_data();
    void findingsStandInTheOrderOfTheFile();
    void lintNamesThePlace();
    void lintOfTheSampleIsSilent();
    void diffNamesWhatBreaks();
    void diffOfTheSameIsSilent();
    void diffOfWhatCannotBeRead();
    void validateSaysValid();
    void validateNamesThePlaces();
    void validateReadsReferencesOfItsFolderOnly();
    void validateReadsGivenFolders();
    void validateReadsDrafts_data();
    void validateReadsDrafts();
    void validateReadsOpenApi();
    void linksNeitherGuiNorWidgets();

private:
    QString write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
};

QString TestVerbs::write(const QString &name, const QByteArray &content)
{
    const QString path = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestVerbs::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("error");

    const auto row = [](const char *name, const QStringList &arguments, int code,
                        const char *error) {
        QTest::newRow(name) << arguments << code << QByteArray(error);
    };
    const QString missing = m_folder.filePath(QStringLiteral("missing.yaml"));
    const QString text = write(QStringLiteral("text.yaml"), "just a text\n");
    const QString verb = QStringLiteral("export");
    const QString server = QStringLiteral("serve");
    row("nothing", {}, 2, "Usage: menura VERB");
    row("no verb", {QStringLiteral("fly")}, 2, "'fly' is no verb");
    row("version", {QStringLiteral("--version")}, 0, "");
    row("design missing", {verb}, 2, "DESIGN is missing");
    row("too many", {verb, shop(), shop()}, 2, "Unexpected argument");
    row("unknown option", {verb, shop(), QStringLiteral("--nonsense")}, 2, "nonsense");
    row("bad version", {verb, shop(), QStringLiteral("--openapi"), QStringLiteral("2.9")}, 2,
        "--openapi must be 3.1 or 3.0, not '2.9'");
    row("unreadable", {verb, missing}, 2, "missing.yaml");
    row("no OpenAPI", {verb, text}, 2, "text.yaml");
    row("unwritable", {verb, shop(), QStringLiteral("-o"), missing + QStringLiteral("/x")}, 2,
        "cannot be written");
    row("port", {server, shop(), QStringLiteral("--port"), QStringLiteral("70000")}, 2,
        "--port must be a whole number from 0 to 65535, not '70000'");
    row("threads", {server, shop(), QStringLiteral("--threads"), QStringLiteral("many")}, 2,
        "--threads");
    row("profile", {server, shop(), QStringLiteral("--profile"), QStringLiteral("django")}, 2,
        "--profile must be fastapi or strict");
    row("log", {server, shop(), QStringLiteral("--log"), QStringLiteral("xml")}, 2, "--log");
    row("host", {server, shop(), QStringLiteral("--host"), QStringLiteral("not an address")}, 2,
        "no address of this machine");
    row("serve unreadable", {server, missing}, 2, "missing.yaml");
    row("no schema", {QStringLiteral("validate"), QStringLiteral("--data"), text}, 2,
        "--schema is missing");
    row("no data", {QStringLiteral("validate"), QStringLiteral("--schema"), text}, 2,
        "--data is missing");
    row("schema unreadable",
        {QStringLiteral("validate"), QStringLiteral("--data"), text, QStringLiteral("--schema"),
         missing},
        2, "missing.yaml cannot be opened");
}

void TestVerbs::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, error);
    const Ran ran = runMenura(arguments);
    QVERIFY2(ran.code == code, ran.err.constData());
    QVERIFY2(ran.err.contains(error), ran.err.constData());
    if (code != 0)
        QVERIFY2(ran.out.isEmpty(), ran.out.constData());
}

void TestVerbs::helpIsWorthReading_data()
{
    QTest::addColumn<QString>("verb");
    const Ran ran = runMenura({QStringLiteral("--help")});
    QCOMPARE(ran.code, 0);
    // The verbs that the program itself names.
    static const QRegularExpression line(QStringLiteral("^  (\\w+) +\\w"),
                                         QRegularExpression::MultilineOption);
    for (auto match = line.globalMatch(QString::fromUtf8(ran.out)); match.hasNext();) {
        const QString verb = match.next().captured(1);
        QTest::newRow(qPrintable(verb)) << verb;
    }
}

void TestVerbs::helpIsWorthReading()
{
    QFETCH(QString, verb);
    const Ran ran = runMenura({verb, QStringLiteral("--help")});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.isEmpty());
    QVERIFY2(ran.out.startsWith("Usage: menura " + verb.toUtf8()), ran.out.constData());
    QVERIFY(ran.out.contains("Examples:\n  menura " + verb.toUtf8()));
    for (const QByteArray &line : ran.out.split('\n'))
        QVERIFY2(line.size() <= 100, line.constData());
    QCOMPARE(runMenura({QStringLiteral("help"), verb}).out, ran.out);
}

void TestVerbs::exportIsAsBefore()
{
    // tests/cli/data/small.yaml was written with what an export changes and must not change.
    const QString design = golden(QStringLiteral("small.yaml"));
    const Ran newer = runMenura({QStringLiteral("export"), design});
    QCOMPARE(newer.code, 0);
    QCOMPARE(newer.out, contentOf(golden(QStringLiteral("small-3.1.yaml"))));
    const Ran older =
        runMenura({QStringLiteral("export"), design, QStringLiteral("--openapi"),
                   QStringLiteral("3.0"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(older.code, 0);
    QCOMPARE(older.out, contentOf(golden(QStringLiteral("small-3.0.json"))));
}

void TestVerbs::exportToFileFollowsItsName()
{
    const QString path = m_folder.filePath(QStringLiteral("shop.json"));
    const Ran ran = runMenura({QStringLiteral("export"), shop(), QStringLiteral("--output"), path});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.isEmpty());
    const QByteArray text = contentOf(path);
    QVERIFY(text.startsWith("{\n  \"openapi\": \"3.1.0\""));
    QVERIFY(!text.contains("x-menura"));
}

void TestVerbs::exportOfABrokenFileNamesThePlace()
{
    const QString path = write(QStringLiteral("broken.yaml"), "openapi: 3.1.0\ninfo: [1, 2\n");
    const Ran ran = runMenura({QStringLiteral("export"), path});
    QCOMPARE(ran.code, 2);
    static const QRegularExpression place(QStringLiteral("broken\\.yaml:[23]:\\d+: error: "));
    QVERIFY2(place.match(QString::fromUtf8(ran.err)).hasMatch(), ran.err.constData());
}

void TestVerbs::findingsStandInTheOrderOfTheFile_data()
{
    QTest::addColumn<QString>("verb");
    for (const char *verb : {"lint", "export", "test"})
        QTest::newRow(verb) << QString::fromLatin1(verb);
}

void TestVerbs::findingsStandInTheOrderOfTheFile()
{
    QFETCH(QString, verb);
    const QString path = write(QStringLiteral("order.yaml"), R"(openapi: 3.1.0
info: {}
paths:
  /a:
    get:
      responses:
        '200': {descripton: ok}
      parameters:
        - {name: q, in: quary}
)");
    const Ran ran = runMenura({verb, path});
    QVERIFY(ran.code != 2);
    static const QRegularExpression place(QStringLiteral("order\\.yaml:(\\d+):"));
    QList<int> lines;
    auto matches = place.globalMatch(QString::fromUtf8(verb == u"lint" ? ran.out : ran.err));
    while (matches.hasNext())
        lines.append(matches.next().captured(1).toInt());
    QVERIFY2(lines.contains(2) && lines.contains(7) && lines.contains(9), ran.err.constData());
    QVERIFY2(std::is_sorted(lines.begin(), lines.end()), ran.err.constData());
}

void TestVerbs::lintNamesThePlace()
{
    const QString path = write(QStringLiteral("faulty.yaml"), R"(openapi: 3.1.0
info: {title: Faulty, version: '1'}
paths:
  /a/{id}:
    get:
      operationId: same
      responses: {'200': {description: ok}}
  /b:
    get:
      operationId: same
      responses: {'200': {description: ok}}
)");
    const Ran ran = runMenura({QStringLiteral("lint"), path});
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.err.isEmpty());
    QVERIFY2(ran.out.contains("(path-parameters)"), ran.out.constData());
    static const QRegularExpression place(
        QStringLiteral("faulty\\.yaml:10:\\d+: error: .*\\(duplicate-operation-id\\)"));
    QVERIFY2(place.match(QString::fromUtf8(ran.out)).hasMatch(), ran.out.constData());

    const Ran rest = runMenura({QStringLiteral("lint"), path, QStringLiteral("--off"),
                                QStringLiteral("duplicate-operation-id"), QStringLiteral("--off"),
                                QStringLiteral("path-parameters")});
    QVERIFY2(rest.code == 0, rest.out.constData());
}

void TestVerbs::lintOfTheSampleIsSilent()
{
    const Ran ran = runMenura({QStringLiteral("lint"), shop()});
    QVERIFY2(ran.out.isEmpty(), ran.out.constData());
    QCOMPARE(ran.code, 0);
}

void TestVerbs::diffNamesWhatBreaks()
{
    QFile file(shop());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll())
                             .replace(QLatin1String("/users/:"), QLatin1String("/people/:"));
    const QString changed = write(QStringLiteral("people.yaml"), qUtf8Printable(text));
    const Ran ran = runMenura({QStringLiteral("diff"), shop(), changed});
    QCOMPARE(ran.code, 1);
    static const QRegularExpression place(QStringLiteral(
        "^\\S*people\\.yaml:\\d+:\\d+: breaking: POST /users/: The route is now POST /people/\\."));
    QVERIFY2(place.match(QString::fromUtf8(ran.out)).hasMatch(), ran.out.constData());
    QVERIFY2(ran.err.startsWith("1 breaking, 0 risky, 0 compatible"), ran.err.constData());

    const Ran json = runMenura({QStringLiteral("diff"), shop(), changed, QStringLiteral("--format"),
                                QStringLiteral("json")});
    QVERIFY2(json.out.contains("\"rule\": \"operation-removed\""), json.out.constData());
}

void TestVerbs::diffOfTheSameIsSilent()
{
    const Ran ran = runMenura({QStringLiteral("diff"), shop(), shop(), QStringLiteral("--fail-on"),
                               QStringLiteral("any")});
    QVERIFY2(ran.out.isEmpty(), ran.out.constData());
    QCOMPARE(ran.code, 0);
}

void TestVerbs::diffOfWhatCannotBeRead()
{
    QCOMPARE(runMenura({QStringLiteral("diff"), shop(), QStringLiteral("/none.yaml")}).code, 2);
    QCOMPARE(runMenura({QStringLiteral("diff"), shop()}).code, 2);
    const Ran ran = runMenura({QStringLiteral("diff"), shop(), shop(), QStringLiteral("--fail-on"),
                               QStringLiteral("never")});
    QCOMPARE(ran.code, 2);
}

void TestVerbs::validateSaysValid()
{
    const QString schema =
        write(QStringLiteral("item.schema.yaml"), "type: object\nrequired: [price]\nproperties:\n"
                                                  "  price: {type: number, exclusiveMinimum: 0}\n");
    const QString data = write(QStringLiteral("good.json"), R"({"price": 2.5})");
    const Ran ran = runMenura({QStringLiteral("validate"), QStringLiteral("--schema"), schema,
                               QStringLiteral("--data"), data});
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(ran.out, QByteArray("valid\n"));
}

void TestVerbs::validateNamesThePlaces()
{
    const QString schema = write(QStringLiteral("rules.schema.json"),
                                 R"({"type": "object", "required": ["name"],
                  "properties": {"price": {"exclusiveMinimum": 0}, "tags": {"items": {"minLength": 2}}}})");
    const QString data = write(QStringLiteral("bad.yaml"), "price: -5\ntags:\n  - ab\n  - a\n");
    const Ran ran = runMenura({QStringLiteral("validate"), QStringLiteral("--schema"), schema,
                               QStringLiteral("--data"), data});
    QCOMPARE(ran.code, 1);
    const QByteArray out = ran.out;
    QCOMPARE(out.count('\n'), 3);
    QVERIFY2(out.contains("bad.yaml:1:8: /price "), out.constData());
    QVERIFY2(out.contains("rules.schema.json#/properties/price/exclusiveMinimum)"),
             out.constData());
    QVERIFY2(out.contains("bad.yaml:4:5: /tags/1 "), out.constData());
    QVERIFY2(out.contains("rules.schema.json#/properties/tags/items/minLength)"), out.constData());
    QVERIFY2(out.contains("rules.schema.json#/required)"), out.constData());
}

void TestVerbs::validateReadsReferencesOfItsFolderOnly()
{
    write(QStringLiteral("outside.json"), R"({"type": "string"})");
    write(QStringLiteral("inner/types/name.json"), R"({"type": "string"})");
    const QString inside =
        write(QStringLiteral("inner/inside.schema.json"), R"({"$ref": "types/name.json"})");
    const QString outside =
        write(QStringLiteral("inner/outside.schema.json"), R"({"$ref": "../outside.json"})");
    const QString data = write(QStringLiteral("name.json"), R"("Ada")");
    const QString number = write(QStringLiteral("number.json"), "7");
    const auto validate = [](const QString &schemaFile, const QString &dataFile) {
        return runMenura({QStringLiteral("validate"), QStringLiteral("--schema"), schemaFile,
                          QStringLiteral("--data"), dataFile});
    };
    QCOMPARE(validate(inside, data).code, 0);
    QCOMPARE(validate(inside, number).code, 1);
    const Ran refused = validate(outside, data);
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.out.isEmpty());
    QVERIFY2(refused.err.contains("../outside.json"), refused.err.constData());
}

static Ran validate(const QString &schema, const QString &data, const QStringList &more = {})
{
    return runMenura(QStringList{QStringLiteral("validate"), QStringLiteral("--schema"), schema,
                                 QStringLiteral("--data"), data} +
                     more);
}

void TestVerbs::validateReadsGivenFolders()
{
    write(QStringLiteral("remote/types/name.json"), R"({"type": "string"})");
    const QString secret = write(QStringLiteral("secret.json"), R"({"type": "string"})");
    QFile::link(secret, QFileInfo(secret).dir().filePath(QStringLiteral("remote/link.json")));
    write(QStringLiteral("remote/known.yaml"), "$id: https://example.com/by-id\ntype: integer\n");
    const QString folder = QFileInfo(secret).dir().filePath(QStringLiteral("remote"));
    const QString text = write(QStringLiteral("refs/text.json"), R"("Ada")");
    const auto schema = [&](const char *reference) {
        return write(QStringLiteral("refs/schema.json"),
                     QByteArray(R"({"$ref": ")") + reference + "\"}");
    };
    const QString option = QStringLiteral("--refs");
    const QString byPath = schema("http://localhost:1234/types/name.json");
    QCOMPARE(validate(byPath, text).code, 2);
    QCOMPARE(validate(byPath, text, {option, folder}).code, 0);
    const QString byPrefix = schema("https://example.com/schemas/types/name.json");
    QCOMPARE(validate(byPrefix, text, {option, folder}).code, 2);
    const QString mounted = QStringLiteral("https://example.com/schemas/=") + folder;
    QCOMPARE(validate(byPrefix, text, {option, mounted}).code, 0);
    QCOMPARE(validate(schema("https://example.com/by-id"), text, {option, folder}).code, 1);
    for (const char *outside :
         {"http://localhost/../secret.json", "http://localhost/%2e%2e/secret.json",
          "http://localhost/types/../../secret.json", "http://localhost/link.json"})
        QCOMPARE(validate(schema(outside), text, {option, folder}).code, 2);
    QCOMPARE(validate(byPath, text, {option, QStringLiteral("/no/such/folder")}).code, 2);
}

void TestVerbs::validateReadsDrafts_data()
{
    QTest::addColumn<QString>("draft"); // for --draft; empty: what $schema says
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("code");
    const auto row = [](const char *draft, const char *schema, const char *data, int code) {
        QTest::addRow("%s %s", draft, schema)
            << QString::fromLatin1(draft) << QByteArray(schema) << QByteArray(data) << code;
    };
    // Each says something that the others read in another way.
    row("", R"({"prefixItems": [{"type": "string"}]})", "[1]", 1);
    row("", R"({"$schema": "https://json-schema.org/draft/2019-09/schema",
                "prefixItems": [{"type": "string"}]})",
        "[1]", 0);
    row("", R"({"$schema": "https://json-schema.org/draft/2019-09/schema",
                "items": [{"type": "string"}], "additionalItems": false})",
        R"(["a", 1])", 1);
    row("", R"({"$schema": "http://json-schema.org/draft-07/schema#",
                "if": {"minimum": 1}, "then": false})",
        "1", 1);
    row("", R"({"$schema": "http://json-schema.org/draft-06/schema#",
                "if": {"minimum": 1}, "then": false})",
        "1", 0);
    row("", R"({"$schema": "http://json-schema.org/draft-04/schema#",
                "minimum": 1, "exclusiveMinimum": true})",
        "1", 1);
    row("4", R"({"minimum": 1, "exclusiveMinimum": true})", "1", 1);
    row("7", R"({"dependencies": {"a": ["b"]}})", R"({"a": 1})", 1);
    row("2020-12", R"({"dependentRequired": {"a": ["b"]}})", R"({"a": 1})", 1);
    row("openapi-3.0", R"({"type": "string", "nullable": true})", "null", 0);
    row("2020-12", R"({"type": "string", "nullable": true})", "null", 1);
    row("3", "{}", "null", 2);
}

void TestVerbs::validateReadsDrafts()
{
    QFETCH(QString, draft);
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, data);
    QFETCH(int, code);
    const QStringList more =
        draft.isEmpty() ? QStringList() : QStringList{QStringLiteral("--draft"), draft};
    const Ran ran = validate(write(QStringLiteral("draft.schema.json"), schema),
                             write(QStringLiteral("draft.json"), data), more);
    QVERIFY2(ran.code == code, (ran.out + ran.err).constData());
}

void TestVerbs::validateReadsOpenApi()
{
    const QString design = write(QStringLiteral("pets.yaml"), R"(openapi: 3.0.3
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator: {propertyName: kind, mapping: {cat: Cat, dog: '#/components/schemas/Dog'}}
    Cat:
      type: object
      required: [id, kind]
      properties:
        id: {type: integer, readOnly: true}
        kind: {type: string}
        name: {type: string, nullable: true}
        lives: {type: integer, minimum: 0, exclusiveMinimum: true}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
)");
    const QString pet = design + QStringLiteral("#/components/schemas/Pet");
    const auto code = [&](const char *data, const QStringList &more = {}) {
        return validate(pet, write(QStringLiteral("pet.json"), data), more).code;
    };
    QCOMPARE(code(R"({"id": 1, "kind": "cat", "name": null, "lives": 1})"), 0);
    QCOMPARE(code(R"({"id": 1, "kind": "cat", "lives": 0})"), 1);
    QCOMPARE(code(R"({"kind": "cat"})"), 1);
    QCOMPARE(code(R"({"kind": "cat"})", {QStringLiteral("--as"), QStringLiteral("request")}), 0);
    QCOMPARE(code(R"({"kind": "dog"})"), 0);
    QCOMPARE(code(R"({"id": 1, "kind": "cow"})"), 1);
    QCOMPARE(validate(design, write(QStringLiteral("pet.json"), "{}")).code, 2);

    // Swagger 2.0 is converted; its schemas go by the names that they have there.
    const QString old = write(QStringLiteral("old.yaml"), R"(swagger: '2.0'
info: {title: Pets, version: "1"}
paths: {}
definitions:
  Pet: {type: object, properties: {name: {type: string, x-nullable: true}, lives: {type: integer, minimum: 0, exclusiveMinimum: true}}}
)");
    const auto checkOld = [&](const char *data) {
        return validate(old + QStringLiteral("#/definitions/Pet"),
                        write(QStringLiteral("pet.json"), data));
    };
    QCOMPARE(checkOld(R"({"name": null, "lives": 9})").code, 0);
    const Ran refused = checkOld(R"({"lives": 0})");
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.out.contains("old.yaml#/definitions/Pet/properties/lives/exclusiveMinimum"),
             refused.out.constData());
}

void TestVerbs::linksNeitherGuiNorWidgets()
{
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {QStringLiteral(MENURA_PROGRAM)});
    if (!ldd.waitForStarted())
        QSKIP("ldd is not here to list the libraries of the program");
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    for (const char *library : {"Qt6Gui", "Qt6Widgets", "libX11", "libxcb", "qscintilla"})
        QVERIFY2(!libraries.contains(library), library);
}

QTEST_GUILESS_MAIN(TestVerbs)
#include "test_verbs.moc"
