#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Design;

class TestOpenApiExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaTo30_data();
    void schemaTo30();
    void schemaTo31_data();
    void schemaTo31();
    void documentTo30();
    void documentFrom32();
    void definitionsBecomeComponents();
    void ownExtensionsGo();
    void sameVersionIsTheSame();
    void corporaBothWays_data();
    void corporaBothWays();
};

static Json json(const QByteArray &text)
{
    const ReadText read = readJson(text);
    if (!read.ok())
        qFatal("%s", text.constData());
    return read.value;
}

static Json documentOf(const char *version, const QByteArray &schema)
{
    return json(QByteArrayLiteral("{\"openapi\":\"") + version +
                "\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},"
                "\"components\":{\"schemas\":{\"S\":" +
                schema + "}}}");
}

static QByteArray exportedSchema(const Json &document, ExportVersion version,
                                 Diagnostics *diagnostics)
{
    const Json exported = exportOpenApi(readOpenApi(document).api, version, diagnostics);
    return writeJson(*resolvePointer(exported, u"/components/schemas/S"));
}

void TestOpenApiExport::schemaTo30_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("warnings");
    const auto row = [](const char *schema, const char *expected, int warnings = 0) {
        QTest::newRow(schema) << QByteArray(schema) << QByteArray(expected) << warnings;
    };
    row(R"({"type":"string","minLength":1})", R"({"type":"string","minLength":1})");
    row("true", "{}");
    row("false", R"({"not":{}})");
    row(R"({"additionalProperties":false})", R"({"additionalProperties":false})");
    row(R"({"type":["string","null"],"maxLength":5})",
        R"({"type":"string","maxLength":5,"nullable":true})");
    row(R"({"type":["null"]})", R"({"nullable":true,"enum":[null]})");
    row(R"({"type":"null"})", R"({"nullable":true,"enum":[null]})");
    row(R"({"type":["string","integer"]})", R"({"anyOf":[{"type":"string"},{"type":"integer"}]})");
    row(R"({"anyOf":[{"type":"string","maxLength":2},{"type":"null"}],"title":"T"})",
        R"({"title":"T","type":"string","maxLength":2,"nullable":true})");
    row(R"({"anyOf":[{"$ref":"#/components/schemas/S"},{"type":"null"}]})",
        R"({"allOf":[{"$ref":"#/components/schemas/S"}],"nullable":true})");
    row(R"({"oneOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]})",
        R"({"oneOf":[{"type":"string"},{"type":"integer"}],"nullable":true})");
    row(R"({"const":"a"})", R"({"enum":["a"]})");
    row(R"({"exclusiveMinimum":0,"maximum":1.50})",
        R"({"minimum":0,"exclusiveMinimum":true,"maximum":1.50})");
    row(R"({"minimum":5,"exclusiveMinimum":0})", R"({"minimum":5})");
    row(R"({"maximum":5,"exclusiveMaximum":5})", R"({"maximum":5,"exclusiveMaximum":true})");
    row(R"({"maximum":5,"exclusiveMaximum":9})", R"({"maximum":5})");
    row(R"({"examples":[1]})", R"({"example":1})");
    row(R"({"examples":[1,2]})", R"({"example":1})", 1);
    row(R"({"type":"string","contentEncoding":"base64"})", R"({"type":"string","format":"byte"})");
    row(R"({"type":"string","contentMediaType":"application/octet-stream"})",
        R"({"type":"string","format":"binary"})");
    row(R"({"$ref":"#/components/schemas/S","description":"d"})",
        R"({"description":"d","allOf":[{"$ref":"#/components/schemas/S"}]})");
    row(R"({"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})",
        R"({"allOf":[{"anyOf":[{"not":{"required":["a"]}},{"required":["b"]}]},)"
        R"({"anyOf":[{"required":["a"]},{"required":["c"]}]}]})");
    row(R"({"dependentRequired":{"a":["b"]}})",
        R"({"allOf":[{"anyOf":[{"not":{"required":["a"]}},{"required":["b"]}]}]})");
    row(R"({"type":"array","prefixItems":[{"type":"string"}],"items":false})",
        R"({"type":"array","items":{"anyOf":[{"type":"string"}]},"maxItems":1})", 1);
    row(R"({"type":"array"})", R"({"type":"array","items":{}})");
    row(R"({"patternProperties":{"^a":{"type":"string"}},"additionalProperties":false})",
        R"({"additionalProperties":{"anyOf":[{"type":"string"}]}})", 1);
    row(R"({"$id":"x","$comment":"c","propertyNames":{"maxLength":3},"contains":{}})", "{}", 3);
    row(R"({"properties":{"a":{"items":{"type":["integer","null"]}}}})",
        R"({"properties":{"a":{"items":{"type":"integer","nullable":true}}}})");
}

void TestOpenApiExport::schemaTo30()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, expected);
    QFETCH(int, warnings);
    const Json document = documentOf("3.1.0", schema);
    Diagnostics diagnostics;
    QCOMPARE(exportedSchema(document, ExportVersion::OpenApi30, &diagnostics), expected);
    QCOMPARE(diagnostics.size(), warnings);
    for (const Diagnostic &diagnostic : std::as_const(diagnostics)) {
        QCOMPARE(diagnostic.severity, Severity::Warning);
        QVERIFY(diagnostic.pointer.startsWith(QLatin1String("/components/schemas/S")));
    }
    // Asked for in its own version it stays as it is.
    QCOMPARE(exportedSchema(document, ExportVersion::OpenApi31, nullptr), schema);
}

void TestOpenApiExport::schemaTo31_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *schema, const char *expected) {
        QTest::newRow(schema) << QByteArray(schema) << QByteArray(expected);
    };
    row(R"({"type":"string","nullable":true})", R"({"type":["string","null"]})");
    row(R"({"type":"string","nullable":false})", R"({"type":"string"})");
    row(R"({"nullable":true})", "{}");
    row(R"({"allOf":[{"$ref":"#/components/schemas/S"}],"nullable":true})",
        R"({"anyOf":[{"$ref":"#/components/schemas/S"},{"type":"null"}]})");
    row(R"({"anyOf":[{"type":"string"}],"nullable":true})",
        R"({"anyOf":[{"type":"string"},{"type":"null"}]})");
    row(R"({"minimum":0,"exclusiveMinimum":true,"maximum":5,"exclusiveMaximum":false})",
        R"({"exclusiveMinimum":0,"maximum":5})");
    row(R"({"example":1})", R"({"examples":[1]})");
    row(R"({"type":"string","format":"byte"})", R"({"type":"string","contentEncoding":"base64"})");
    row(R"({"type":"string","format":"date"})", R"({"type":"string","format":"date"})");
    row(R"({"$ref":"#/components/schemas/S","type":"string"})",
        R"({"$ref":"#/components/schemas/S"})");
    row(R"({"properties":{"a":{"type":"string","nullable":true}}})",
        R"({"properties":{"a":{"type":["string","null"]}}})");
}

void TestOpenApiExport::schemaTo31()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, expected);
    const Json document = documentOf("3.0.3", schema);
    Diagnostics diagnostics;
    QCOMPARE(exportedSchema(document, ExportVersion::OpenApi31, &diagnostics), expected);
    QVERIFY(diagnostics.isEmpty());
    QCOMPARE(exportedSchema(document, ExportVersion::OpenApi30, nullptr), schema);
}

void TestOpenApiExport::documentTo30()
{
    const LoadedApi loaded = readOpenApi(json(R"({"openapi":"3.1.0",
        "info":{"title":"t","version":"1","summary":"s","license":{"name":"MIT","identifier":"MIT"}},
        "jsonSchemaDialect":"https://example.com/dialect",
        "paths":{"/a":{"$ref":"#/components/pathItems/A"}},
        "webhooks":{"w":{"post":{}}},
        "components":{"pathItems":{"A":{"get":{}},"B":{"get":{"responses":{}}}},
          "securitySchemes":{"m":{"type":"mutualTLS"}}}})"));
    Diagnostics diagnostics;
    const Json exported = exportOpenApi(loaded.api, ExportVersion::OpenApi30, &diagnostics);
    QCOMPARE(
        writeJson(exported),
        QByteArray(
            R"({"openapi":"3.0.3","info":{"title":"t","version":"1","license":{"name":"MIT"}},)"
            R"("paths":{"/a":{"get":{"responses":{"default":{"description":"Any answer"}}}}},)"
            R"("components":{"securitySchemes":{"m":{"type":"mutualTLS"}}},)"
            R"("x-webhooks":{"w":{"post":{}}}})"));
    QStringList places;
    for (const Diagnostic &diagnostic : std::as_const(diagnostics)) {
        QCOMPARE(diagnostic.rule, QStringLiteral("export-loss"));
        places.append(diagnostic.pointer);
    }
    QCOMPARE(
        places.join(u' '),
        QStringLiteral("/info/summary /info/license/identifier /components/pathItems/B /webhooks "
                       "/components/securitySchemes/m"));
    QVERIFY(!hasErrors(readOpenApi(exported).diagnostics));
}

void TestOpenApiExport::documentFrom32()
{
    const LoadedApi loaded = readOpenApi(json(R"({"openapi":"3.2.0","$self":"https://example.com/a",
        "info":{"title":"t","version":"1"},
        "tags":[{"name":"a","summary":"A","kind":"nav"}],
        "paths":{"/a":{"query":{},"additionalOperations":{"COPY":{}},"get":{
          "parameters":[{"name":"q","in":"querystring","content":{"application/json":{}}},
            {"$ref":"#/components/parameters/Q"},
            {"name":"c","in":"cookie","style":"cookie","schema":{}}],
          "responses":{"200":{"summary":"Fine","content":{"application/jsonl":{
            "itemSchema":{"type":"integer"},"examples":{"e":{"dataValue":[1]}}},
            "application/json":{"$ref":"#/components/mediaTypes/n"}}}}}}},
        "components":{"parameters":{"Q":{"name":"Q","in":"querystring","content":{"application/json":{}}}},
          "mediaTypes":{"m":{"example":1},"n":{"$ref":"#/components/mediaTypes/m"}},
          "schemas":{"P":{"discriminator":{"propertyName":"k","defaultMapping":"P"}}},
          "securitySchemes":{"o":{"type":"oauth2","deprecated":true,
            "flows":{"deviceAuthorization":{"tokenUrl":"/t"}}}}}})"));
    QVERIFY(loaded.ok);
    Diagnostics diagnostics;
    const Json exported = exportOpenApi(loaded.api, ExportVersion::OpenApi31, &diagnostics);
    QCOMPARE(
        writeJson(exported),
        QByteArray(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"tags":[{"name":"a"}],)"
                   R"("paths":{"/a":{"get":{"parameters":[{"name":"c","in":"cookie","schema":{}}],)"
                   R"("responses":{"200":{"description":"Fine",)"
                   R"("content":{"application/jsonl":{"examples":{"e":{"value":[1]}}},)"
                   R"("application/json":{"example":1}}}}}}},"components":{)"
                   R"("schemas":{"P":{"discriminator":{"propertyName":"k"}}},)"
                   R"("securitySchemes":{"o":{"type":"oauth2","flows":{}}}}})"));
    QStringList places;
    for (const Diagnostic &diagnostic : std::as_const(diagnostics)) {
        QCOMPARE(diagnostic.rule, QStringLiteral("export-loss"));
        places.append(diagnostic.pointer);
    }
    places.sort();
    QCOMPARE(places.join(u'\n'),
             QStringLiteral("/$self\n"
                            "/components/schemas/P/discriminator/defaultMapping\n"
                            "/components/securitySchemes/o/deprecated\n"
                            "/components/securitySchemes/o/flows/deviceAuthorization\n"
                            "/paths/~1a/additionalOperations/COPY\n"
                            "/paths/~1a/get/parameters/0\n"
                            "/paths/~1a/get/parameters/1\n"
                            "/paths/~1a/get/parameters/2/style\n"
                            "/paths/~1a/get/responses/200/content/application~1jsonl/itemSchema\n"
                            "/paths/~1a/query\n"
                            "/tags/0/kind\n"
                            "/tags/0/summary"));
    QVERIFY(!hasErrors(readOpenApi(exported).diagnostics));
}

void TestOpenApiExport::definitionsBecomeComponents()
{
    const LoadedApi loaded = readOpenApi(documentOf("3.1.0", R"({
        "$defs":{"a b":{"type":"string"},"C":{"$defs":{"D":{"properties":{"x":{}}}}}},
        "properties":{"p":{"$ref":"#/components/schemas/S/$defs/a%20b"},
                      "q":{"$ref":"#/components/schemas/S/$defs/C/$defs/D/properties/x"}}})"));
    QVERIFY(!hasErrors(loaded.diagnostics));
    Diagnostics diagnostics;
    const Json exported = exportOpenApi(loaded.api, ExportVersion::OpenApi30, &diagnostics);
    QVERIFY(diagnostics.isEmpty());
    QVERIFY(!hasErrors(readOpenApi(exported).diagnostics));
    QCOMPARE(exported.value(u"components").value(u"schemas").object().keys().join(u' '),
             QStringLiteral("S S.definition S.C S.C.D"));
    const auto ref = [&](const char *property) {
        return resolvePointer(exported, QStringLiteral("/components/schemas/S/properties/%1")
                                            .arg(QLatin1String(property)))
            ->value(u"$ref")
            .toString();
    };
    QCOMPARE(ref("p"), QStringLiteral("#/components/schemas/S.definition"));
    QCOMPARE(ref("q"), QStringLiteral("#/components/schemas/S.C.D/properties/x"));
}

void TestOpenApiExport::ownExtensionsGo()
{
    const LoadedApi loaded =
        readOpenApi(json(R"({"openapi":"3.1.0","info":{"title":"t","version":"1",
        "x-menura-card":1},"x-menura":{"routers":[]},"x-other":{"x-menura":1},
        "paths":{"/a":{"x-menura-order":1,"get":{"x-menura":{},"responses":{"200":{"description":"ok",
          "content":{"application/json":{"schema":{"x-menura-store":"s","type":"string"}}}}}}}},
        "components":{"x-menura":0}})"));
    const Json exported = exportOpenApi(loaded.api, ExportVersion::OpenApi31);
    QCOMPARE(
        writeJson(exported),
        QByteArray(
            R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"x-other":{"x-menura":1},)"
            R"("paths":{"/a":{"get":{"responses":{"200":{"description":"ok",)"
            R"("content":{"application/json":{"schema":{"type":"string"}}}}}}}}})"));
}

static QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestOpenApiExport::corporaBothWays_data()
{
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(MENURA_TEST_DATA);
    for (const QString &folder :
         {QStringLiteral("/openapi/learn/v3.0"), QStringLiteral("/openapi/learn/v3.1"),
          QStringLiteral("/openapi"), QStringLiteral("/fastapi")}) {
        QDirIterator files(root + folder, {QStringLiteral("*.json"), QStringLiteral("*.yaml")},
                           QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            if (readOpenApi(readFile(path)).ok)
                QTest::newRow(qUtf8Printable(path.mid(root.size() + 1))) << path;
        }
    }
    if (!QDir(root).exists())
        QSKIP("the folder with the corpora is absent");
}

void TestOpenApiExport::corporaBothWays()
{
    QFETCH(QString, path);
    const LoadedApi loaded = readOpenApi(readFile(path));
    const bool hasOwnErrors = hasErrors(loaded.diagnostics);
    for (const ExportVersion version : {ExportVersion::OpenApi31, ExportVersion::OpenApi30}) {
        const LoadedApi exported = readOpenApi(exportOpenApi(loaded.api, version));
        QVERIFY(exported.ok);
        QCOMPARE(exported.api.isVersion30(), version == ExportVersion::OpenApi30);
        QVERIFY2(hasOwnErrors || !hasErrors(exported.diagnostics),
                 qUtf8Printable(toLine(exported.diagnostics.value(0), path)));
        // Exporting what was exported changes nothing more.
        QVERIFY(exportOpenApi(exported.api, version) == exported.document);
    }
}

void TestOpenApiExport::sameVersionIsTheSame()
{
    const Json document =
        documentOf("3.1.0", R"({"type":["string","null"],"required":[],"x-a":1})");
    QVERIFY(exportOpenApi(readOpenApi(document).api, ExportVersion::OpenApi31) == document);
}

QTEST_APPLESS_MAIN(TestOpenApiExport)
#include "test_openapi_export.moc"
