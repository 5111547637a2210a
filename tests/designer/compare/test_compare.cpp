#include "designer/compare/compare.h"
#include "designer/openapi/openapi_reader.h"

#include <QFile>
#include <QTest>

using namespace Design;

/// Designs differ in one thing each; what is said of it is compared word by word.
class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameIsSame_data();
    void sameIsSame();
    void changes_data();
    void changes();
    void renamedPathParameterIsNoChange();
    void movedOperationIsNamed();
    void sharedModelIsSaidOnce();
    void modelsThatContainThemselvesEnd();
    void wordsAreNotCompared();
};

namespace
{

QByteArray document(const QByteArray &operation, const QByteArray &schemas = "{}")
{
    return "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /items/{id}:\n    post: " +
           operation +
           "\ncomponents:\n  securitySchemes: {key: {type: apiKey, in: header, name: K},"
           " token: {type: http, scheme: bearer}}\n  schemas: " +
           schemas + "\n";
}

Api read(const QByteArray &text)
{
    const LoadedApi loaded = readOpenApi(text);
    if (!loaded.ok)
        qFatal("%s", text.constData());
    return loaded.api;
}

/// An operation whose body, query parameter and answer have this schema.
QByteArray withBody(const QByteArray &schema)
{
    return "{requestBody: {content: {application/json: {schema: " + schema +
           "}}}, responses: {'200': {description: ok}}}";
}
QByteArray withAnswer(const QByteArray &schema)
{
    return "{responses: {'200': {description: ok, content: {application/json: {schema: " + schema +
           "}}}}}";
}
QByteArray withQuery(const QByteArray &parameters)
{
    return "{parameters: [" + parameters + "], responses: {'200': {description: ok}}}";
}

QString lines(const QList<Change> &changes)
{
    QStringList all;
    for (const Change &change : changes) {
        const char *impact = change.impact == Impact::Breaking ? "breaking"
                             : change.impact == Impact::Risky  ? "risky"
                                                               : "compatible";
        all.append(QStringLiteral("%1 %2 | %3 | %4")
                       .arg(QLatin1String(impact), change.rule, change.place, change.message));
    }
    return all.join(u'\n');
}

} // namespace

void TestCompare::sameIsSame_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("shop") << QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/shop.yaml");
    QTest::newRow("museum") << QStringLiteral(MENURA_TEST_DATA "/openapi/museum.yaml");
    QTest::newRow("GitHub") << QStringLiteral(MENURA_GITHUB_API);
}

void TestCompare::sameIsSame()
{
    QFETCH(QString, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("this document is not here");
    const QByteArray text = file.readAll();
    const Api before = read(text);
    const Api after = read(text);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(lines(compareDesigns(before, after)), QString());
    qInfo("%lld ms", timer.elapsed());
}

void TestCompare::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                        const char *said) {
        QTest::newRow(name) << document(before) << document(after) << QString::fromUtf8(said);
    };
    const QByteArray any = "{type: string}";

    // What is asked for: narrower breaks, wider does not.
    row("limit tightened in a body", withBody("{properties: {a: {maxLength: 9}}}"),
        withBody("{properties: {a: {maxLength: 5}}}"),
        "breaking request-limit | POST /items/{id}, body: a | The length was at most 9 and is now "
        "at most 5.");
    row("limit loosened in a body", withBody("{minimum: 3}"), withBody("{minimum: 1}"),
        "compatible request-limit | POST /items/{id}, body | The value was at least 3 and is now "
        "at "
        "least 1.");
    row("inclusive became exclusive", withBody("{minimum: 3}"), withBody("{exclusiveMinimum: 3}"),
        "breaking request-limit | POST /items/{id}, body | The value was at least 3 and is now "
        "above 3.");
    row("integer became number in a body", withBody("{type: integer}"), withBody("{type: number}"),
        "compatible request-type | POST /items/{id}, body | The type was integer and is now "
        "number.");
    row("another type", withBody(any), withBody("{type: boolean}"),
        "breaking request-type | POST /items/{id}, body | The type was string and is now boolean.");
    row("value taken away", withBody("{enum: [a, b]}"), withBody("{enum: [a]}"),
        "breaking request-values | POST /items/{id}, body | No longer allowed: \"b\".");
    row("new required field", withBody("{type: object}"),
        withBody("{type: object, required: [a], properties: {a: {}}}"),
        "breaking request-field | POST /items/{id}, body | The field a is new and required.");
    row("new field", withBody("{type: object}"), withBody("{type: object, properties: {a: {}}}"),
        "compatible request-field | POST /items/{id}, body | The field a is new.");
    row("field became required", withBody("{properties: {a: {}}}"),
        withBody("{properties: {a: {}}, required: [a]}"),
        "breaking request-required | POST /items/{id}, body | The field a is required now.");
    row("field gone", withBody("{properties: {a: {}, b: {}}}"), withBody("{properties: {b: {}}}"),
        "risky request-field | POST /items/{id}, body | The field a is gone.");
    row("field gone from a closed model",
        withBody("{properties: {a: {}, b: {}}, additionalProperties: false}"),
        withBody("{properties: {b: {}}, additionalProperties: false}"),
        "breaking request-field | POST /items/{id}, body | The field a is gone.");
    row("closed", withBody("{properties: {a: {}}}"),
        withBody("{properties: {a: {}}, additionalProperties: false}"),
        "breaking request-further-fields | POST /items/{id}, body | Fields that are not declared "
        "are refused now.");
    row("null not taken any more", withBody("{anyOf: [{type: string}, {type: 'null'}]}"),
        withBody(any),
        "breaking request-type | POST /items/{id}, body | The type was string, null and is now "
        "string.");
    row("two ways to say null", withBody("{anyOf: [{type: string}, {type: 'null'}]}"),
        withBody("{type: [string, 'null']}"), "");
    row("another pattern", withBody("{pattern: a}"), withBody("{pattern: b}"),
        "risky request-pattern | POST /items/{id}, body | The pattern was a and is now b.");
    row("items", withBody("{type: array, items: {type: string}}"),
        withBody("{type: array, items: {type: string, minLength: 1}}"),
        "breaking request-limit | POST /items/{id}, body: [] | The length must now be at least 1.");
    row("an alternative less",
        withBody("{oneOf: [{title: A, type: object}, {title: B, type: object}, {type: string}]}"),
        withBody("{oneOf: [{title: A, type: object}, {type: string}]}"),
        "breaking request-alternative | POST /items/{id}, body | B is no alternative any more.");
    row("unknown ground", withBody("{not: {type: string}}"), withBody("{not: {type: integer}}"),
        "risky request-rule | POST /items/{id}, body | What not says is not as it was.");
    row("default", withBody("{default: 1}"), withBody("{default: 2}"),
        "risky request-default | POST /items/{id}, body | The default was 1 and is now 2.");
    row("read-only field in a body", withBody("{properties: {a: {readOnly: true, maxLength: 9}}}"),
        withBody("{properties: {a: {readOnly: true, maxLength: 5}}}"), "");

    row("items of a stream",
        "{requestBody: {content: {application/jsonl: {itemSchema: {maximum: 9}}}}}",
        "{requestBody: {content: {application/jsonl: {itemSchema: {maximum: 5}}}}}",
        "breaking request-limit | POST /items/{id}, items of body | The value was at most 9 and is "
        "now at most 5.");

    row("types of parts",
        "{requestBody: {content: {multipart/mixed: {prefixEncoding: [{contentType: a/b}]}}}}",
        "{requestBody: {content: {multipart/mixed: {prefixEncoding: [{contentType: 'a/c'}], "
        "itemEncoding: {contentType: x/y}}}}}",
        "breaking part-type | POST /items/{id}, part 1 of body | a/b is not read any more.\n"
        "breaking part-type | POST /items/{id}, part 2… of body | Only x/y is read now.\n"
        "compatible part-type | POST /items/{id}, part 1 of body | a/c is possible now.");

    // What is answered with: the other way round.
    row("limit tightened in an answer", withAnswer("{maximum: 9}"), withAnswer("{maximum: 5}"),
        "compatible response-limit | POST /items/{id}, answer 200 | The value was at most 9 and is "
        "now at most 5.");
    row("limit gone from an answer", withAnswer("{maximum: 9}"), withAnswer("{}"),
        "breaking response-limit | POST /items/{id}, answer 200 | The value need no longer be at "
        "most 9.");
    row("required field gone from an answer",
        withAnswer("{type: object, properties: {a: {}}, required: [a]}"),
        withAnswer("{type: object}"),
        "breaking response-field | POST /items/{id}, answer 200 | The field a is gone.");
    row("field gone from an answer", withAnswer("{type: object, properties: {a: {}}}"),
        withAnswer("{type: object}"),
        "risky response-field | POST /items/{id}, answer 200 | The field a is gone.");
    row("may be null now", withAnswer(any), withAnswer("{type: [string, 'null']}"),
        "breaking response-type | POST /items/{id}, answer 200 | The type was string and is now "
        "string, null.");

    // Parameters, bodies, answers, security.
    row("parameter became required", withQuery("{name: q, in: query, schema: {}}"),
        withQuery("{name: q, in: query, required: true, schema: {}}"),
        "breaking parameter-required | POST /items/{id}, query q | The parameter is required now.");
    row("new required parameter", withQuery(""), withQuery("{name: q, in: query, required: true}"),
        "breaking parameter-added | POST /items/{id}, query q | The parameter is new and "
        "required.");
    row("parameter gone", withQuery("{name: q, in: query}"), withQuery(""),
        "risky parameter-removed | POST /items/{id}, query q | The parameter is not read any "
        "more.");
    row("header names have no case", withQuery("{name: X-A, in: header}"),
        withQuery("{name: x-a, in: header}"), "");
    row("parameter moved", withQuery("{name: q, in: query}"), withQuery("{name: q, in: header}"),
        "risky parameter-removed | POST /items/{id}, query q | The parameter is not read any "
        "more.\n"
        "compatible parameter-added | POST /items/{id}, header q | The parameter is new.");
    row("answer gone", "{responses: {'200': {description: ok}, '404': {description: no}}}",
        "{responses: {'204': {description: ok}}}",
        "breaking response-removed | POST /items/{id}, answer 200 | There is no such answer any "
        "more.\n"
        "compatible response-removed | POST /items/{id}, answer 404 | There is no such answer any "
        "more.\n"
        "compatible response-added | POST /items/{id}, answer 204 | The answer is new.");
    row("media type gone", "{responses: {'200': {description: ok, content: {text/plain: {}}}}}",
        "{responses: {'200': {description: ok, content: {text/html: {}}}}}",
        "breaking media-type-removed | POST /items/{id}, answer 200 | text/plain is not answered "
        "any more.\n"
        "compatible media-type-added | POST /items/{id}, answer 200 | text/html is possible now.");
    row("protected now", "{responses: {}}", "{security: [{key: []}], responses: {}}",
        "breaking security | POST /items/{id} | nothing does not let callers in any more; needed "
        "is "
        "now: key.\n"
        "compatible security | POST /items/{id} | Callers are let in with key now.");
    row("public now", "{security: [{key: []}], responses: {}}", "{responses: {}}",
        "compatible security | POST /items/{id} | Callers are let in with nothing now.");
    row("a further way in", "{security: [{key: []}], responses: {}}",
        "{security: [{key: []}, {token: []}], responses: {}}",
        "compatible security | POST /items/{id} | Callers are let in with token now.");
}

void TestCompare::changes()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, said);
    QCOMPARE(lines(compareDesigns(read(before), read(after))), said);
}

void TestCompare::renamedPathParameterIsNoChange()
{
    const QByteArray text = document(withQuery("{name: id, in: path, required: true, schema: {}}"));
    QByteArray renamed = text;
    renamed.replace("/items/{id}", "/items/{number}").replace("name: id", "name: number");
    QCOMPARE(lines(compareDesigns(read(text), read(renamed))), QString());
}

void TestCompare::movedOperationIsNamed()
{
    const QByteArray text = document("{operationId: make, responses: {}}");
    QByteArray moved = text;
    moved.replace("/items/{id}", "/things");
    QCOMPARE(lines(compareDesigns(read(text), read(moved))),
             QStringLiteral("breaking operation-removed | POST /items/{id} | The route is now POST "
                            "/things."));
    moved.replace("make", "build");
    QCOMPARE(lines(compareDesigns(read(text), read(moved))),
             QStringLiteral("breaking operation-removed | POST /items/{id} | The route is gone.\n"
                            "compatible operation-added | POST /things | The route is new."));
}

void TestCompare::sharedModelIsSaidOnce()
{
    const QByteArray operation = "{requestBody: {content: {application/json: {schema: {$ref: "
                                 "'#/components/schemas/A'}}, text/json: {schema: {$ref: "
                                 "'#/components/schemas/A'}}}}, responses: {}}";
    const QList<Change> changes =
        compareDesigns(read(document(operation, "{A: {properties: {n: {maxLength: 9}}}}")),
                       read(document(operation, "{A: {properties: {n: {maxLength: 5}}}}")));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().otherPlaces, 1);
}

void TestCompare::modelsThatContainThemselvesEnd()
{
    const QByteArray operation = withAnswer("{$ref: '#/components/schemas/Node'}");
    const QByteArray node =
        "{Node: {allOf: [{$ref: '#/components/schemas/Node'}], properties: {next: {$ref: "
        "'#/components/schemas/Node'}, all: {type: array, items: {$ref: "
        "'#/components/schemas/Node'}}, size: {type: integer}}}}";
    QByteArray other = node;
    other.replace("integer", "string");
    QCOMPARE(
        lines(compareDesigns(read(document(operation, node)), read(document(operation, node)))),
        QString());
    QCOMPARE(
        lines(compareDesigns(read(document(operation, node)), read(document(operation, other)))),
        QStringLiteral("breaking response-type | POST /items/{id}, answer 200: size | The type was "
                       "integer and is now string."));
}

void TestCompare::wordsAreNotCompared()
{
    const QByteArray before = document(withBody("{type: string, description: a, examples: [x]}"));
    QByteArray after = before;
    after.replace("description: a", "description: b").replace("[x]", "[y]");
    QCOMPARE(lines(compareDesigns(read(before), read(after))), QString());
}

QTEST_GUILESS_MAIN(TestCompare)
#include "test_compare.moc"
