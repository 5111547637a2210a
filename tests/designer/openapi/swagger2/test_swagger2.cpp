#include "designer/lint/lint.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"
#include "designer/text/yaml/yaml_reader.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Design;

class TestSwagger2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data();
    void parts();
    void placesAreThoseOfTheSource();
    void badPartsAreKeptAndReported_data();
    void badPartsAreKeptAndReported();
    void corpus_data();
    void corpus();
};

static Json yaml(const QByteArray &text)
{
    const ReadText read = readYaml(text);
    if (!read.ok())
        qFatal("%s", text.constData());
    return read.value;
}

static const QByteArray head = "swagger: '2.0'\ninfo: {title: t, version: '1'}\n";

void TestSwagger2::parts_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &source, const char *pointer,
                        const char *expected) {
        QTest::newRow(name) << source << QString::fromLatin1(pointer) << QByteArray(expected);
    };
    row("version", "paths: {}", "/openapi", "3.1.0");
    row("servers", "host: a.example:8080\nbasePath: v2\nschemes: [https, ws]\npaths: {}",
        "/servers", "[{url: 'https://a.example:8080/v2'}, {url: 'ws://a.example:8080/v2'}]");
    row("no scheme", "host: a.example\npaths: {}", "/servers", "[{url: '//a.example/'}]");
    row("base only", "basePath: /v2\npaths: {}", "/servers", "[{url: /v2}]");

    const auto operation = [&](const char *name, const QByteArray &members, const char *pointer,
                               const char *expected, const QByteArray &more = {}) {
        row(name, more + "\npaths: {/a: {get: {" + members + "}}}",
            (QByteArray("/paths/~1a/get") + pointer).constData(), expected);
    };
    const auto parameter = [&](const char *text, const char *expected) {
        operation(text, QByteArray("parameters: [") + text + "]", "/parameters/0", expected);
    };
    parameter("{name: q, in: query, type: integer, maximum: 5, exclusiveMaximum: true}",
              "{name: q, in: query, schema: {type: integer, exclusiveMaximum: 5}}");
    parameter("{name: q, in: query, required: true, allowEmptyValue: true, type: string, "
              "x-example: e, x-nullable: true}",
              "{name: q, in: query, required: true, allowEmptyValue: true, example: e, schema: "
              "{type: [string, 'null']}}");
    parameter("{name: q, in: query, type: array, items: {type: string}}",
              "{name: q, in: query, style: form, explode: false, schema: {type: array, items: "
              "{type: string}}}");
    parameter("{name: q, in: query, type: array, collectionFormat: multi, items: {type: string}}",
              "{name: q, in: query, style: form, explode: true, schema: {type: array, items: "
              "{type: string}}}");
    parameter("{name: q, in: query, type: array, collectionFormat: ssv, items: {}}",
              "{name: q, in: query, style: spaceDelimited, explode: false, schema: {type: array, "
              "items: {}}}");
    parameter("{name: q, in: query, type: array, collectionFormat: pipes, items: {type: array, "
              "collectionFormat: csv, items: {}}}",
              "{name: q, in: query, style: pipeDelimited, explode: false, schema: {type: array, "
              "items: {type: array, items: {}}}}");
    parameter("{name: q, in: header, type: array, collectionFormat: pipes, items: {}}",
              "{name: q, in: header, x-collectionFormat: pipes, schema: {type: array, items: {}}}");

    operation("body",
              "parameters: [{in: body, name: b, required: true, description: d, schema: "
              "{type: object}, x-example: {a: 1}}]",
              "/requestBody",
              "{required: true, description: d, content: {application/json: {schema: {type: "
              "object}, example: {a: 1}}}}");
    operation("body types",
              "consumes: [a/b, c/d], parameters: [{in: body, name: b, x-examples: "
              "{c/d: 1, named: 2}}]",
              "/requestBody",
              "{content: {a/b: {examples: {named: {value: 2}}}, c/d: {example: 1}}}",
              "consumes: [x/y]");
    operation("form",
              "parameters: [{in: formData, name: f, type: integer, required: true, "
              "description: d}, {in: formData, name: g, type: array, collectionFormat: "
              "pipes, items: {}}, {in: formData, name: h, type: string, "
              "allowEmptyValue: false}]",
              "/requestBody",
              "{content: {application/x-www-form-urlencoded: {schema: {type: object, required: "
              "[f], properties: {f: {description: d, type: integer}, g: {type: array, items: {}}, "
              "h: {type: string, minLength: 1}}}, encoding: {g: {style: pipeDelimited, explode: "
              "false}}}}, required: true}",
              "consumes: [application/json]");
    operation("file", "parameters: [{in: formData, name: f, type: file}]", "/requestBody/content",
              "{multipart/form-data: {schema: {type: object, properties: {f: {type: string, "
              "contentMediaType: application/octet-stream}}}}}");
    operation("answers",
              "produces: [a/b, c/d], responses: {200: {description: d, schema: {type: "
              "string}, headers: {X-A: {type: integer}}, examples: {c/d: x, e: y}}, "
              "204: {description: none}}",
              "/responses",
              "{'200': {description: d, headers: {X-A: {schema: {type: integer}}}, content: {a/b: "
              "{schema: {type: string}, examples: {e: {value: y}}}, c/d: {schema: {type: "
              "string}, example: x}}}, '204': {description: none}}");
    operation("schemes", "schemes: [http]", "/servers", "[{url: 'http://a.example/'}]",
              "host: a.example");

    const QByteArray shared = "parameters: {L: {name: l, in: query, type: integer}, B: {name: b, "
                              "in: body, schema: {$ref: '#/definitions/S'}}, F: {name: f, in: "
                              "formData, type: string}}\nresponses: {R: {description: r, schema: "
                              "{$ref: '#/definitions/S'}}}\ndefinitions: {S: {type: object}}\n";
    operation("shared",
              "parameters: [{$ref: '#/parameters/L'}, {$ref: '#/parameters/B'}], "
              "responses: {default: {$ref: '#/responses/R'}}",
              "",
              "{parameters: [{$ref: '#/components/parameters/L'}], requestBody: {$ref: "
              "'#/components/requestBodies/B'}, responses: {default: {$ref: "
              "'#/components/responses/R'}}}",
              shared);
    operation("shared with other types",
              "consumes: [a/b], produces: [a/b], parameters: [{$ref: '#/parameters/B'}], "
              "responses: {default: {$ref: '#/responses/R'}}",
              "",
              "{requestBody: {content: {a/b: {schema: {$ref: '#/components/schemas/S'}}}}, "
              "responses: {default: {description: r, content: {a/b: {schema: {$ref: "
              "'#/components/schemas/S'}}}}}}",
              shared);
    operation("shared field", "parameters: [{$ref: '#/parameters/F'}]", "/requestBody/content",
              "{application/x-www-form-urlencoded: {schema: {type: object, properties: {f: "
              "{type: string}}}}}",
              shared);
    row("of the path",
        "paths: {/a: {parameters: [{in: body, name: b, schema: {type: string}}, "
        "{in: query, name: q, type: string}], get: {}}}",
        "/paths/~1a",
        "{parameters: [{in: query, name: q, schema: {type: string}}], get: {requestBody: {content: "
        "{application/json: {schema: {type: string}}}}}}");
    row("into a path",
        "paths: {/a: {get: {responses: {200: {description: d, schema: {type: "
        "string}}}}, put: {parameters: [{in: body, name: b, schema: {$ref: "
        "'#/paths/~1a/get/responses/200/schema'}}]}}}",
        "/paths/~1a/put/requestBody/content/application~1json/schema",
        "{$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema'}");

    const auto schema = [&](const char *text, const char *expected) {
        row(text, QByteArray("paths: {}\ndefinitions: {S: ") + text + "}", "/components/schemas/S",
            expected);
    };
    schema("{discriminator: kind, properties: {kind: {type: string}}}",
           "{discriminator: {propertyName: kind}, properties: {kind: {type: string}}}");
    schema("{allOf: [{$ref: '#/definitions/S'}], properties: {discriminator: {type: string}}}",
           "{allOf: [{$ref: '#/components/schemas/S'}], properties: {discriminator: {type: "
           "string}}}");
    schema("{properties: {example: {$ref: '#/definitions/S'}}, example: {$ref: '#/definitions/S'}}",
           "{properties: {example: {$ref: '#/components/schemas/S'}}, examples: [{$ref: "
           "'#/definitions/S'}]}");
    schema("{type: string, x-nullable: true, enum: [a]}",
           "{type: [string, 'null'], enum: [a, null]}");
    schema("{type: file}", "{type: string, contentMediaType: application/octet-stream}");

    const auto security = [&](const char *text, const char *expected) {
        row(text, QByteArray("paths: {}\nsecurityDefinitions: {s: ") + text + "}",
            "/components/securitySchemes/s", expected);
    };
    security("{type: basic, description: d}", "{type: http, scheme: basic, description: d}");
    security("{type: apiKey, in: query, name: k}", "{type: apiKey, in: query, name: k}");
    security("{type: oauth2, flow: accessCode, authorizationUrl: 'http://a', tokenUrl: 'http://b', "
             "scopes: {r: read}}",
             "{type: oauth2, flows: {authorizationCode: {authorizationUrl: 'http://a', tokenUrl: "
             "'http://b', scopes: {r: read}}}}");
    security("{type: oauth2, flow: application, tokenUrl: 'http://b'}",
             "{type: oauth2, flows: {clientCredentials: {tokenUrl: 'http://b', scopes: {}}}}");
}

void TestSwagger2::parts()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, expected);
    const LoadedApi loaded = readOpenApi(head + source);
    QVERIFY(loaded.ok && loaded.isConverted);
    const Json document = writeOpenApi(loaded.api);
    const Json *part = resolvePointer(document, pointer);
    QVERIFY2(part, writeJson(document, 2).constData());
    QCOMPARE(writeJson(*part), writeJson(yaml(expected)));
}

/// What is wrong is said with the line of the file that people have.
void TestSwagger2::placesAreThoseOfTheSource()
{
    const LoadedApi loaded = readOpenApi(head + R"(paths:
  /a:
    post:
      parameters:
        - name: q
          in: query
          type: integer
          maximum: much
        - in: body
          name: b
          schema:
            $ref: '#/definitions/Gone'
        - $ref: '#/parameters/L'
      responses:
        '200':
          description: d
          schema: {minLength: -1}
parameters:
  L: {name: l, in: query, type: nonsense}
definitions:
  S:
    properties:
      a: {type: object, required: yes}
)");
    QVERIFY(loaded.ok);
    QSet<int> lines;
    for (const Diagnostic &diagnostic : loaded.diagnostics)
        lines.insert(diagnostic.position.line);
    QCOMPARE(lines, (QSet<int>{10, 14, 19, 21, 25}));
}

void TestSwagger2::badPartsAreKeptAndReported_data()
{
    QTest::addColumn<QByteArray>("source");
    for (const char *source :
         {"paths: 5", "paths: {/a: 5}", "paths: {/a: {get: []}}",
          "paths: {/a: {get: {parameters: {}}}}", "paths: {/a: {get: {parameters: [5]}}}",
          "paths: {/a: {get: {parameters: [{$ref: '#/parameters/No'}]}}}",
          "paths: {/a: {get: {responses: []}}}", "paths: {/a: {get: {responses: {200: 5}}}}",
          "paths: {/a: {get: {responses: {200: {headers: 5}}}}}", "paths: {}\ndefinitions: {S: 5}",
          "paths: {}\nsecurityDefinitions: {s: 5}",
          "paths: {}\nsecurityDefinitions: {s: {type: oauth2, flow: strange}}"})
        QTest::newRow(source) << QByteArray(source);
}

void TestSwagger2::badPartsAreKeptAndReported()
{
    QFETCH(QByteArray, source);
    const LoadedApi loaded = readOpenApi(head + source);
    QVERIFY(loaded.ok);
    QVERIFY(hasErrors(loaded.diagnostics));
    for (const Diagnostic &diagnostic : loaded.diagnostics)
        QVERIFY2(diagnostic.position.isValid(), qUtf8Printable(diagnostic.message));
}

void TestSwagger2::corpus_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(MENURA_TEST_DATA "/openapi/learn/v2.0"),
                       {QStringLiteral("*.json"), QStringLiteral("*.yaml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.contains(QLatin1String("separate"))) // those have several files
            QTest::newRow(qUtf8Printable(path)) << path;
    }
    if (!QFile::exists(QStringLiteral(MENURA_TEST_DATA "/openapi/learn/v2.0")))
        QSKIP("The examples of the OpenAPI Initiative are not there.");
}

/// Every document converts without a finding, and reads as what it was written as.
void TestSwagger2::corpus()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const LoadedApi loaded = readOpenApi(file.readAll());
    QVERIFY(loaded.ok && loaded.isConverted);
    QVERIFY2(loaded.diagnostics.isEmpty(),
             qUtf8Printable(toLine(loaded.diagnostics.value(0), path)));
    QVERIFY(!hasErrors(lint(loaded.api)));
    const Json document = writeOpenApi(loaded.api);
    const LoadedApi again = readOpenApi(document);
    QVERIFY(again.ok && !again.isConverted && again.diagnostics.isEmpty());
    QVERIFY(writeOpenApi(again.api) == document);
}

QTEST_GUILESS_MAIN(TestSwagger2)
#include "test_swagger2.moc"
