#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/yaml/yaml_writer.h"

#include <QFile>
#include <QTest>

using namespace Design;

/// A field or an input gets another name, and everything that speaks of it follows.
class TestRename : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldEverywhere();
    void fieldOfABase();
    void fieldsOfTheSameNameElsewhereStay();
    void overriddenAndAlternativeFieldsStay();
    void dataDeepInside();
    void countsWithoutChange();
    void inputs_data();
    void inputs();
    void pathsAndTheirParameters();
    void refusals();
};

namespace
{

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Api read(const QByteArray &yaml)
{
    return readOpenApi(yaml).api;
}

QString written(const Api &api)
{
    return QString::fromUtf8(writeYaml(writeOpenApi(api)));
}

NodeId at(const Api &api, const char *pointer)
{
    return NodeIndex(api).nodeAt(text(pointer));
}

/// The design of tests/data/rename with the field under this name.
QByteArray shop(const QByteArray &field)
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/rename/shop.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("\xc2\xa7", field);
}

} // namespace

void TestRename::fieldEverywhere()
{
    const Api before = read(shop("price"));
    Api after = before;
    const NodeId price = at(after, "/components/schemas/Item/properties/price");
    // All marks of the file but those in its comment, and the property and `required` themselves.
    const auto marks = static_cast<int>(shop("\1").count('\1')) - 3;
    QVERIFY(marks > 30);
    QCOMPARE(renameProperty(after, price, text("cost")), marks);
    QCOMPARE(written(after), written(read(shop("cost"))));
    QCOMPARE(renameProperty(after, price, text("price")), marks);
    QCOMPARE(written(after), written(before));
}

void TestRename::fieldOfABase()
{
    Api api = read(R"(openapi: 3.1.0
info: {title: t, version: '1'}
x-menura: {stores: {items: {model: Item, fixtures: [{name: a, id: 1}]}}}
paths: {}
components:
  schemas:
    Base: {type: object, properties: {name: {type: string}}}
    Item:
      allOf: [{$ref: '#/components/schemas/Base'}, {properties: {id: {type: integer}}}]
      example: {name: c}
)");
    QCOMPARE(
        renameProperty(api, at(api, "/components/schemas/Base/properties/name"), text("label")), 2);
    QVERIFY(written(api).contains(text("label: a")));
    QVERIFY(written(api).contains(text("label: c")));
}

void TestRename::fieldsOfTheSameNameElsewhereStay()
{
    Api api = read(shop("price"));
    const QString before = written(api);
    const NodeId price = at(api, "/components/schemas/Other/properties/price");
    QCOMPARE(renameProperty(api, price, text("cost")), 6);
    QVERIFY(written(api).contains(text("store.other.get(1).cost")));
    QVERIFY(written(api).contains(text("item.price > body['price']")));
    QCOMPARE(renameProperty(api, price, text("price")), 6);
    QCOMPARE(written(api), before);
}

void TestRename::overriddenAndAlternativeFieldsStay()
{
    Api api = read(R"(openapi: 3.1.0
info: {title: t, version: '1'}
paths: {}
components:
  schemas:
    Base: {type: object, properties: {name: {type: string}}}
    Override: {allOf: [{$ref: '#/components/schemas/Base'}], properties: {name: {const: b}}, example: {name: b}}
    Either:
      oneOf: [{$ref: '#/components/schemas/Base'}, {properties: {name: {type: integer}}}]
      example: {name: 1}
    Neither:
      oneOf: [{$ref: '#/components/schemas/Base'}, {type: 'null'}]
      example: {name: c}
)");
    QCOMPARE(
        renameProperty(api, at(api, "/components/schemas/Base/properties/name"), text("label")), 1);
    QVERIFY(written(api).contains(text("label: c")));
    QVERIFY(written(api).contains(text("name: 1")));
}

void TestRename::dataDeepInside()
{
    Api api = read(R"(openapi: 3.1.0
info: {title: t, version: '1'}
paths: {}
components:
  schemas:
    Leaf: {type: object, properties: {name: {type: string}}}
    Tree:
      type: object
      properties:
        pair: {type: array, prefixItems: [{type: string}, {$ref: '#/components/schemas/Leaf'}]}
        map: {type: object, additionalProperties: {$ref: '#/components/schemas/Leaf'}}
        name: {type: string}
      example: {name: keep, pair: [name, {name: a}, {name: keep}], map: {name: {name: b}}}
)");
    QCOMPARE(
        renameProperty(api, at(api, "/components/schemas/Leaf/properties/name"), text("label")), 2);
    const Json example =
        findNamedSchema(api, at(api, "/components/schemas/Tree"))->value.value(Keyword::Example);
    const Api expected = read(R"(openapi: 3.1.0
info: {title: t, version: '1'}
components: {schemas: {T: {example: {name: keep, pair: [name, {label: a}, {name: keep}], map: {name: {label: b}}}}}}
)");
    QVERIFY(example == findNamedSchema(expected, at(expected, "/components/schemas/T"))
                           ->value.value(Keyword::Example));
}

void TestRename::countsWithoutChange()
{
    const Api api = read(shop("price"));
    QCOMPARE(countPropertyUses(api, at(api, "/components/schemas/Item/properties/price")),
             static_cast<int>(shop("\1").count('\1')) - 3);
    QCOMPARE(countPropertyUses(api, at(api, "/components/schemas/Item/properties/more")), 2);
    QCOMPARE(countPropertyUses(api, at(api, "/components/schemas/Item")), 0);
}

void TestRename::inputs_data()
{
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("menura");
    QTest::addColumn<QString>("renamed");
    QTest::addColumn<int>("count");
    const auto add = [](const char *in, const char *menura, const char *renamed, int count) {
        QTest::newRow(menura) << text(in) << text(menura) << text(renamed) << count;
    };
    add("query", "errors: [{when: query.q > 1, status: 400, detail: 'q {{ query.q }}'}]",
        "errors: [{when: query.term > 1, status: 400, detail: 'q {{ query.term }}'}]", 2);
    add("query", "action: {do: list, store: s, filter: [q, r], key: query.q}",
        "action: {do: list, store: s, filter: [term, r], key: query.term}", 2);
    add("query", "computed: {q: query.q}", "computed: {q: query.term}", 1);
    add("query", "answer: [path.q, '{{ path.q }}']", "answer: [path.q, '{{ path.q }}']", 0);
    add("header", "upstream: {url: 'https://a/{{ header.Q }}', sample: '{{ header.q }}'}",
        "upstream: {url: 'https://a/{{ header.term }}', sample: '{{ header.q }}'}", 1);
    // What stands in an answer is data, whatever it is called.
    add("query",
        "answer: {key: query.q, when: query.q, example: '{{ query.q }}', sample: {a: '{{ query.q "
        "}}'}}",
        "answer: {key: query.q, when: query.q, example: '{{ query.term }}', sample: {a: '{{ "
        "query.term }}'}}",
        2);
    add("query", "errors: [{status: 400, example: '{{ query.q }}', body: {key: query.q}}]",
        "errors: [{status: 400, example: '{{ query.q }}', body: {key: query.q}}]", 0);
    add("cookie", "tasks: [{run: cookie.q, when: query.q}]",
        "tasks: [{run: cookie.term, when: query.q}]", 1);
}

void TestRename::inputs()
{
    QFETCH(QString, in);
    QFETCH(QString, menura);
    QFETCH(QString, renamed);
    const auto design = [&](const QString &name, const QString &extension, const QString &request) {
        return read(
            QStringLiteral(
                "openapi: 3.1.0\ninfo: {title: t, version: '1'}\nx-menura: {tests: "
                "[{request: '%4'}, {request: GET /other?q=1}]}\npaths:\n  /a:\n    get:\n      "
                "x-menura:\n"
                "        %1\n      parameters: [{name: %2, in: %3}]\n      responses: {}\n"
                "  /other: {get: {parameters: [{name: q, in: %3}], responses: {}}}\n")
                .arg(extension, name, in, request)
                .toUtf8());
    };
    const bool isQuery = in == QLatin1String("query");
    Api api = design(text("q"), menura, text("GET /a?q=q&r=2"));
    const Api expected =
        design(text("term"), renamed, isQuery ? text("GET /a?term=q&r=2") : text("GET /a?q=q&r=2"));
    const NodeId parameter = at(api, "/paths/~1a/get/parameters/0");
    QFETCH(int, count);
    QCOMPARE(countParameterUses(api, parameter), count + (isQuery ? 1 : 0));
    QCOMPARE(renameParameter(api, parameter, text("term")), count + (isQuery ? 1 : 0));
    QCOMPARE(written(api), written(expected));
}

void TestRename::pathsAndTheirParameters()
{
    const char design[] = R"(openapi: 3.1.0
info: {title: t, version: '1'}
x-menura:
  tests:
    - {request: GET /items/7?id=1}
    - {steps: [{request: GET /items/new}, {request: DELETE /items/8}]}
paths:
  /items/new: {get: {responses: {}}}
  /items/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get: {responses: {}, x-menura: {answer: '{{ path.id }}'}}
    delete: {responses: {}, x-menura: {errors: [{when: path.id === query.id, status: 400}]}}
)";
    Api api = read(design);
    QCOMPARE(renameParameter(api, at(api, "/paths/~1items~1{id}/parameters/0"), text("key")), 2);
    const QByteArray renamed = QByteArray(design)
                                   .replace("{id}", "{key}")
                                   .replace("name: id", "name: key")
                                   .replace("path.id", "path.key");
    QCOMPARE(written(api), written(read(renamed)));

    // A path that gets another name as a whole: its parameters, expressions and tests follow.
    QVERIFY(changePath(api, at(api, "/paths/~1items~1{key}"), text("/things/{thing}")));
    const QByteArray moved = QByteArray(design)
                                 .replace("/items/{id}", "/things/{thing}")
                                 .replace("name: id", "name: thing")
                                 .replace("path.id", "path.thing")
                                 .replace("GET /items/7", "GET /things/7")
                                 .replace("/items/8", "/things/8");
    QCOMPARE(written(api), written(read(moved)));
}

void TestRename::refusals()
{
    Api api = read(shop("price"));
    const Api before = api;
    const NodeId price = at(api, "/components/schemas/Item/properties/price");
    QCOMPARE(renameProperty(api, price, text("name")), -1);
    QCOMPARE(renameProperty(api, NodeId::None, text("x")), -1);
    QCOMPARE(renameParameter(api, price, text("x")), -1);
    QVERIFY(api == before);
    Api taken = read(R"(openapi: 3.1.0
info: {title: t, version: '1'}
paths: {/a: {get: {parameters: [{name: a, in: query}, {name: b, in: query}, {name: b, in: header}], responses: {}}}}
)");
    const NodeId parameter = at(taken, "/paths/~1a/get/parameters/0");
    QCOMPARE(renameParameter(taken, parameter, text("b")), -1);
    QCOMPARE(renameParameter(taken, parameter, QString()), -1);
    QCOMPARE(renameParameter(taken, at(taken, "/paths/~1a/get/parameters/2"), text("a")), 0);
}

QTEST_APPLESS_MAIN(TestRename)
#include "test_rename.moc"
