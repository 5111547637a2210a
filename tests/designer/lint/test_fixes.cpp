#include "designer/lint/fixes.h"
#include "designer/lint/lint.h"
#include "designer/openapi/openapi_reader.h"

#include <QTest>

using namespace Design;

class TestFixes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstFixEndsTheProblem_data();
    void firstFixEndsTheProblem();
    void likelyModelIsOffered();
    void fieldThatIsAddedSaysWhichModelItIs();
    void nothingIsOfferedWhereNothingHelps();
};

static Diagnostics found(const Api &api, const QString &rule)
{
    Diagnostics problems = lint(api);
    problems.removeIf([&](const Diagnostic &problem) { return problem.rule != rule; });
    return problems;
}

void TestFixes::firstFixEndsTheProblem_data()
{
    QTest::addColumn<QByteArray>("parts");
    // A row is called as its rule; what follows a blank tells the cases of a rule apart.
    const auto row = [](const char *rule, const char *parts) {
        QTest::newRow(rule) << QByteArray(parts);
    };
    row("duplicate-operation-id", R"(paths:
  /a: {get: {operationId: x, responses: {'200': {description: ok}}}}
  /b: {get: {operationId: x, responses: {'200': {description: ok}}}})");
    row("path-parameters", R"(paths:
  /a/{id}: {get: {responses: {'200': {description: ok}}}})");
    row("missing-response", R"(paths:
  /a: {get: {responses: {}}})");
    row("empty-range", R"(components: {schemas: {A: {type: string, minLength: 9, maxLength: 3}}})");
    row("invalid-example", R"(components: {schemas: {A: {type: integer, examples: [1, no, 2]}}})");
    row("empty-range of numbers",
        R"(components: {schemas: {A: {type: integer, minimum: 9, exclusiveMinimum: 10, maximum: 3}}})");
    row("empty-range with one limit inclusive",
        R"(components: {schemas: {A: {type: integer, minimum: 9, exclusiveMaximum: 3}}})");
    row("empty-range of nothing between",
        R"(components: {schemas: {A: {type: integer, exclusiveMinimum: 3, exclusiveMaximum: 3}}})");
    row("empty-range by the flags of 3.0",
        R"(components: {schemas: {A: {type: integer, minimum: 3, exclusiveMinimum: true, maximum: 3}}})");
    row("invalid-example in a list by default",
        R"(components: {schemas: {A: {type: array, items: {type: string}, default: [1, 2, a]}}})");
    row("invalid-example of a parameter", R"(paths:
  /a:
    get:
      parameters: [{name: q, in: query, schema: {type: integer}, example: abc}]
      responses: {'200': {description: ok}})");
    row("invalid-example of an answer", R"(paths:
  /a:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: integer}, example: x}}})");
    row("invalid-example by name", R"(paths:
  /a:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json: {schema: {type: integer}, examples: {one: {value: x}}})");
    row("invalid-example by reference", R"(paths:
  /a:
    get:
      parameters:
        - name: q
          in: query
          schema: {type: integer}
          examples: {one: {$ref: '#/components/examples/Word'}}
      responses: {'200': {description: ok}}
components: {examples: {Word: {value: x}}})");
    row("undeclared-required",
        R"(components: {schemas: {A: {type: object, additionalProperties: false, properties: {a: {}}, required: [a, b]}}})");
    row("dangling-reference",
        R"(components: {schemas: {A: {type: array, items: {$ref: '#/components/schemas/B'}}}})");
    row("duplicate-enum", R"(components: {schemas: {A: {enum: [a, b, 1, a, 1.0]}}})");
    row("same-alternatives",
        R"(components: {schemas: {A: {oneOf: [{type: integer}, {title: B, type: integer}]}}})");
    row("missing-discriminator", R"(components:
  schemas:
    S:
      discriminator: {propertyName: t}
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
    A: {type: object, properties: {t: {const: A}}}
    B: {type: object, properties: {u: {type: string}}})");
    row("shadowed-route", R"(x-menura: {profile: fastapi}
paths:
  /a/{id}: {get: {responses: {'200': {description: ok}}}}
  /a/me: {get: {responses: {'200': {description: ok}}}})");
    row("missing-401", R"(security: [{key: []}]
paths:
  /a: {get: {responses: {'200': {description: ok}}}}
components: {securitySchemes: {key: {type: http, scheme: bearer}}})");
    row("unknown-security", R"(security: [{key: []}]
paths: {})");
    row("duplicate-parameter", R"(paths:
  /a:
    get:
      parameters: [{name: q, in: query, schema: {}}, {name: q, in: query, schema: {}}]
      responses: {'200': {description: ok}})");
    row("unused-component", R"(components: {schemas: {A: {type: string}}})");
    row("unused-component of another kind", R"(components:
  securitySchemes: {key: {type: http, scheme: bearer}})");
    row("duplicate-tag", "tags: [{name: a}, {name: b}, {name: a}]");
}

void TestFixes::firstFixEndsTheProblem()
{
    QFETCH(QByteArray, parts);
    const QString rule = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    const Api before =
        readOpenApi("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + parts + '\n').api;
    const Diagnostics problems = found(before, rule);
    QVERIFY(!problems.isEmpty());
    const QList<Fix> fixes = fixesFor(problems.first(), before, NodeIndex(before));
    QVERIFY(!fixes.isEmpty());
    for (const Fix &fix : fixes) {
        QVERIFY(!fix.text.isEmpty());
        Api after = before;
        fix.apply(after);
        QVERIFY2(found(after, rule).size() < problems.size(), qPrintable(fix.text));
    }
}

void TestFixes::likelyModelIsOffered()
{
    const Api before =
        readOpenApi(QByteArray("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
                               "components: {schemas: {Customer: {type: object}, "
                               "A: {items: {$ref: '#/components/schemas/Costumer'}}}}\n"))
            .api;
    const Diagnostics problems = found(before, QStringLiteral("dangling-reference"));
    const QList<Fix> fixes = fixesFor(problems.first(), before, NodeIndex(before));
    QCOMPARE(fixes.size(), 2);
    QCOMPARE(fixes.last().text, QStringLiteral("Refer to Customer instead"));
    Api after = before;
    fixes.last().apply(after);
    QVERIFY(found(after, QStringLiteral("dangling-reference")).isEmpty());
    QCOMPARE(after.components.schemas.size(), 2);
}

void TestFixes::fieldThatIsAddedSaysWhichModelItIs()
{
    const QByteArray mapped = R"(components:
  schemas:
    S:
      discriminator: {propertyName: t, mapping: {b: '#/components/schemas/B'}}
      oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}, {type: object}]
    B: {type: object}
    C: {type: object}
)";
    for (const QByteArray version : {"3.1.0", "3.0.3"}) {
        const Api before =
            readOpenApi("openapi: " + version + "\ninfo: {title: T, version: '1'}\n" + mapped).api;
        Api after = before;
        const Diagnostics problems = found(before, QStringLiteral("missing-discriminator"));
        QCOMPARE(problems.size(), 3);
        for (const Diagnostic &problem : problems)
            fixesFor(problem, before, NodeIndex(before)).first().apply(after);
        QVERIFY(found(after, QStringLiteral("missing-discriminator")).isEmpty());
        const auto tag = [&](const char *model) {
            const Schema *schema = after.components.schemas.find(QString::fromLatin1(model));
            const Schema *field = schema->members(Keyword::Properties).find(QStringLiteral("t"));
            return schema->isRequired(QStringLiteral("t")) && version == "3.1.0"
                       ? field->value(Keyword::Const)
                       : field->value(Keyword::Enum).array().value(0);
        };
        QCOMPARE(tag("B"), Json(QStringLiteral("b")));
        QCOMPARE(tag("C"), Json(QStringLiteral("C")));
    }
}

void TestFixes::nothingIsOfferedWhereNothingHelps()
{
    const Api api = readOpenApi(QByteArray("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
                                           "components: {schemas: {A: {pattern: '('}}}\n"))
                        .api;
    const Diagnostics problems = found(api, QStringLiteral("invalid-pattern"));
    QVERIFY(!problems.isEmpty());
    QVERIFY(fixesFor(problems.first(), api, NodeIndex(api)).isEmpty());
    Diagnostic stranger = problems.first();
    stranger.rule = QStringLiteral("empty-range");
    stranger.node = NodeId::None;
    QVERIFY(fixesFor(stranger, api, NodeIndex(api)).isEmpty());
}

QTEST_MAIN(TestFixes)
#include "test_fixes.moc"
