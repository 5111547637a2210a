#include "designer/model/component_table.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/pointer.h"

#include <QTest>

using namespace Design;

class TestLocate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexKnowsPlaces();
    void nodeAtStopsWhereTypesEnd();
    void findsWithAndWithoutIndex();
    void editsOnlyWhatWasMeant();
    void resolvesChainsAndCircles();
    void referencesToAnyPlace();
    void referenceTexts_data();
    void referenceTexts();
    void bindingKeepsWhatIsBound();
    void visitsEverySchemaOnce();
};

static QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

static Api design()
{
    return readOpenApi(QByteArrayLiteral(R"({"openapi":"3.2.0","info":{"title":"t","version":"1"},
      "servers":[{"url":"/"}],"tags":[{"name":"a"}],
      "paths":{"/a/{b}":{"parameters":[{"name":"b","in":"path","required":true,"schema":{"type":"string"}}],
        "get":{"responses":{"200":{"description":"ok","headers":{"X":{"schema":{}}},
            "content":{"application/json":{"schema":{"items":[{},{"not":true}]},
              "examples":{"e/f":{"value":1}}}},"links":{"l":{"operationId":"o"}}}},
          "callbacks":{"c":{"{$url}/x":{"post":{"requestBody":{"content":{}},"responses":{}}}}}}}},
      "webhooks":{"w":{"put":{"responses":{}},
        "additionalOperations":{"COPY":{"responses":{"200":{"description":"ok"}}}}}},
      "components":{"schemas":{"S":{"properties":{"":{},"x~y":{"$ref":"#/components/schemas/T"}}},
          "T":{"$ref":"#/components/schemas/U"},"U":{"type":"string","$anchor":"here"},
          "L":{"$ref":"#/components/schemas/M"},"M":{"$ref":"#/components/schemas/L"}},
        "parameters":{"p":{"$ref":"#/components/parameters/q"},"q":{"$ref":"#/paths/~1a~1{b}/parameters/0"},
          "r":{"$ref":"#/components/parameters/r"},"s":{"$ref":"#/components/schemas/S"}},
        "securitySchemes":{"k":{"type":"http","scheme":"basic"}},
        "pathItems":{"i":{"get":{"responses":{}}}}}})"))
        .api;
}

void TestLocate::indexKnowsPlaces()
{
    const Api api = design();
    const NodeIndex index(api);
    const QList<QPair<QString, NodeKind>> places{
        {text(""), NodeKind::Api},
        {text("/servers/0"), NodeKind::Server},
        {text("/tags/0"), NodeKind::Tag},
        {text("/paths/~1a~1{b}"), NodeKind::PathItem},
        {text("/paths/~1a~1{b}/parameters/0"), NodeKind::Parameter},
        {text("/paths/~1a~1{b}/get"), NodeKind::Operation},
        {text("/paths/~1a~1{b}/get/responses/200"), NodeKind::Response},
        {text("/paths/~1a~1{b}/get/responses/200/headers/X"), NodeKind::Header},
        {text("/paths/~1a~1{b}/get/responses/200/content/application~1json"), NodeKind::MediaType},
        {text("/paths/~1a~1{b}/get/responses/200/content/application~1json/schema/items/1/not"),
         NodeKind::Schema},
        {text("/paths/~1a~1{b}/get/responses/200/content/application~1json/examples/e~1f"),
         NodeKind::Example},
        {text("/paths/~1a~1{b}/get/responses/200/links/l"), NodeKind::Link},
        {text("/paths/~1a~1{b}/get/callbacks/c"), NodeKind::Callback},
        {text("/paths/~1a~1{b}/get/callbacks/c/{$url}~1x"), NodeKind::PathItem},
        {text("/paths/~1a~1{b}/get/callbacks/c/{$url}~1x/post/requestBody"), NodeKind::RequestBody},
        {text("/webhooks/w/put"), NodeKind::Operation},
        {text("/components/schemas/S/properties/"), NodeKind::Schema},
        {text("/components/schemas/S/properties/x~0y"), NodeKind::Schema},
        {text("/components/securitySchemes/k"), NodeKind::SecurityScheme},
        {text("/components/pathItems/i/get"), NodeKind::Operation},
        {text("/webhooks/w/additionalOperations/COPY"), NodeKind::Operation},
        {text("/webhooks/w/additionalOperations/COPY/responses/200"), NodeKind::Response},
    };
    const Json document = writeOpenApi(api);
    for (const auto &[pointer, kind] : places) {
        const NodeId id = index.nodeAt(pointer);
        QCOMPARE(index.pointer(id), pointer);
        QVERIFY2(index.kind(id) == kind, qUtf8Printable(pointer));
        QVERIFY(writeNode(api, id) == *resolvePointer(document, pointer));
    }
    const NodeId header = index.nodeAt(places.at(7).first);
    QCOMPARE(index.place(header).step, text("/headers/X"));
    QCOMPARE(index.parent(header), index.nodeAt(places.at(6).first));
    QCOMPARE(index.ancestor(header, NodeKind::Operation), index.nodeAt(places.at(5).first));
    QCOMPARE(index.ancestor(header, NodeKind::Header), header);
    QCOMPARE(index.ancestor(header, NodeKind::Callback), NodeId::None);
    const NodeId s = index.nodeAt(text("/components/schemas/S"));
    QCOMPARE(index.children(s),
             (QList<NodeId>{index.nodeAt(places.at(16).first), index.nodeAt(places.at(17).first)}));
    QVERIFY(!index.contains(NodeId::None) && !index.contains(static_cast<NodeId>(0xffffffff)));
    QVERIFY(index.pointer(static_cast<NodeId>(0xffffffff)).isEmpty());
    QVERIFY(NodeIndex().nodeAt(text("/a")) == NodeId::None);
}

void TestLocate::nodeAtStopsWhereTypesEnd()
{
    const Api api = design();
    const NodeIndex index(api);
    const auto stopsAt = [&](const char *pointer) {
        return index.pointer(index.nodeAt(text(pointer)));
    };
    QCOMPARE(stopsAt("/info/title"), QString());
    QCOMPARE(stopsAt("/components/schemas"), QString());
    QCOMPARE(stopsAt("/components/schemas/S/properties"), text("/components/schemas/S"));
    QCOMPARE(stopsAt("/components/schemas/U/type"), text("/components/schemas/U"));
    QCOMPARE(stopsAt("/components/schemas/S/properties/none/type"), text("/components/schemas/S"));
    QCOMPARE(stopsAt("/paths/~1a~1{b}/get/responses/404/description"), text("/paths/~1a~1{b}/get"));
    QCOMPARE(stopsAt("/paths/~1a~1{b}/parameters/00"), text("/paths/~1a~1{b}"));
    QCOMPARE(stopsAt("nonsense"), QString());
}

void TestLocate::findsWithAndWithoutIndex()
{
    const Api api = design();
    const NodeIndex index(api);
    for (quint32 i = 0; i <= api.lastId + 1; ++i) {
        const auto id = static_cast<NodeId>(i);
        const NodeKind kind = index.kind(id);
        QCOMPARE(findNode<Schema>(api, id) != nullptr, kind == NodeKind::Schema);
        QCOMPARE(findNode<Schema>(api, index, id), findNode<Schema>(api, id));
        QCOMPARE(findOperation(api, id) != nullptr, kind == NodeKind::Operation);
        QCOMPARE(findNode<Operation>(api, index, id), findOperation(api, id));
        QCOMPARE(findParameter(api, id) != nullptr, kind == NodeKind::Parameter);
        QCOMPARE(findNode<Response>(api, id) != nullptr, kind == NodeKind::Response);
        QCOMPARE(findNode<Response>(api, index, id), findNode<Response>(api, id));
        QCOMPARE(findNode<MediaType>(api, id) != nullptr, kind == NodeKind::MediaType);
        QCOMPARE(findNode<Header>(api, id) != nullptr, kind == NodeKind::Header);
        QCOMPARE(findNode<PathItem>(api, id) != nullptr, kind == NodeKind::PathItem);
        QCOMPARE(findNode<Server>(api, id) != nullptr, kind == NodeKind::Server);
        QCOMPARE(findNode<Tag>(api, id) != nullptr, kind == NodeKind::Tag);
        QCOMPARE(findNamedSchema(api, id) != nullptr,
                 kind == NodeKind::Schema && index.parent(id) == api.id);
    }
    const NodeId get = index.nodeAt(text("/paths/~1a~1{b}/get"));
    QCOMPARE(findPathOf(api, get)->name, text("/a/{b}"));
    QCOMPARE(findPathOf(api, index.parent(get))->name, text("/a/{b}"));
    QCOMPARE(findPathOf(api, index.nodeAt(text("/webhooks/w/put")))->name, text("w"));
    // An operation of a callback belongs to the path that the callback is of.
    const NodeId post = index.nodeAt(text("/paths/~1a~1{b}/get/callbacks/c/{$url}~1x/post"));
    QCOMPARE(findPathOf(api, post)->name, text("/a/{b}"));
    QVERIFY(!findPathOf(api, NodeId::None));
    QVERIFY(!findPathOf(api, index.nodeAt(text("/components/schemas/S"))));
}

void TestLocate::editsOnlyWhatWasMeant()
{
    const Api before = design();
    const NodeIndex index(before);
    const Json document = writeOpenApi(before);
    for (quint32 i = 1; i <= before.lastId; ++i) {
        const auto id = static_cast<NodeId>(i);
        Api api = before;
        bool done = true;
        switch (index.kind(id)) {
        case NodeKind::Schema:
            done = editSchema(api, id,
                              [](Schema &schema) { schema.setUnknown(text("x-mark"), true); });
            break;
        case NodeKind::Operation:
            done = editOperation(api, id,
                                 [](Operation &node) { node.rest.set(text("x-mark"), true); });
            break;
        case NodeKind::Parameter:
            done = editParameter(api, id,
                                 [](Parameter &node) { node.rest.set(text("x-mark"), true); });
            break;
        case NodeKind::MediaType:
            done = editNode<MediaType>(
                api, id, [](MediaType &node) { node.rest.set(text("x-mark"), true); });
            break;
        case NodeKind::RequestBody:
            done = editNode<RequestBody>(
                api, id, [](RequestBody &node) { node.rest.set(text("x-mark"), true); });
            break;
        case NodeKind::PathItem:
            done = editNode<PathItem>(api, id,
                                      [](PathItem &node) { node.rest.set(text("x-mark"), true); });
            break;
        case NodeKind::Callback:
            done = editNode<Callback>(api, id,
                                      [](Callback &node) { node.rest.set(text("x-mark"), true); });
            break;
        case NodeKind::SecurityScheme:
            done = editNode<SecurityScheme>(
                api, id, [](SecurityScheme &node) { node.rest.set(text("x-mark"), true); });
            break;
        default:
            continue;
        }
        QVERIFY(done);
        QVERIFY(writeOpenApi(before) == document);
        const Json after = writeOpenApi(api);
        const Json *marked = resolvePointer(after, index.pointer(id));
        QVERIFY2(marked && marked->value(u"x-mark").toBool(), qUtf8Printable(index.pointer(id)));
    }
}

void TestLocate::resolvesChainsAndCircles()
{
    const Api api = design();
    const auto schema = [&](QStringView name) { return *api.components.schemas.find(name); };
    QCOMPARE(resolve(api, schema(u"T"))->id(), schema(u"U").id());
    QCOMPARE(resolve(api, schema(u"S"))->id(), schema(u"S").id());
    QVERIFY(!resolve(api, schema(u"L")));
    const auto parameter = [&](QStringView name) { return *api.components.parameters.find(name); };
    QCOMPARE(resolve(api, parameter(u"p"))->name, text("b"));
    QVERIFY(!resolve(api, parameter(u"r"))); // itself
    QVERIFY(!resolve(api, parameter(u"s"))); // a schema is no parameter
}

void TestLocate::referencesToAnyPlace()
{
    const Api api = design();
    const auto target = [&](const char *reference) {
        const Schema *found = findReferenced(api, {text(reference), NodeId::None});
        return found ? NodeIndex(api).pointer(found->id()) : QStringLiteral("-");
    };
    QCOMPARE(target("#/components/schemas/U"), text("/components/schemas/U"));
    QCOMPARE(target("#here"), text("/components/schemas/U"));
    QCOMPARE(target("#/components/schemas/S/properties/x~0y"),
             text("/components/schemas/S/properties/x~0y"));
    QCOMPARE(target("#/components/schemas/S/properties/x%7E0y"),
             text("/components/schemas/S/properties/x~0y"));
    QCOMPARE(target("#/components/schemas/S/properties/"),
             text("/components/schemas/S/properties/"));
    QCOMPARE(target("#/paths/~1a~1%7Bb%7D/parameters/0/schema"),
             text("/paths/~1a~1{b}/parameters/0/schema"));
    for (const char *nowhere :
         {"", "#", "#/", "#/components", "#/components/schemas", "#/components/schemas/",
          "#/components/parameters/p", "#nowhere", "other.yaml", "other.yaml#/components/schemas/U",
          "#/components/schemas/U/type", "#/info"})
        QCOMPARE(target(nowhere), text("-"));
}

void TestLocate::referenceTexts_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("name");  // of the component it leads to
    QTest::addColumn<QString>("after"); // its text after a rename to "N/1 ü"
    const auto row = [](const char *written, const char *name, const char *after) {
        QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(name)
                               << QString::fromUtf8(after);
    };
    row("#/components/schemas/S", "S", "#/components/schemas/N~11%20%C3%BC");
    row("#/components/schemas/S/properties/a%20b", "S",
        "#/components/schemas/N~11%20%C3%BC/properties/a%20b");
    row("#/components/schemas/%53", "S", "#/components/schemas/N~11%20%C3%BC");
    row("#/components/schemas/A~1B", "A/B", "#/components/schemas/N~11%20%C3%BC");
    row("#/components/schemas/Größe", "Größe", "#/components/schemas/N~11%20%C3%BC");
    row("#/components/schemas/Gr%C3%B6%C3%9Fe", "Größe", "#/components/schemas/N~11%20%C3%BC");
    row("#/components/schemas/s", "", "#/components/schemas/s");
    row("#/components/schemas", "", "#/components/schemas");
    row("x#/components/schemas/S", "", "x#/components/schemas/S");
}

void TestLocate::referenceTexts()
{
    QFETCH(QString, written);
    QFETCH(QString, name);
    QFETCH(QString, after);
    Api api;
    api.id = api.newId();
    for (const char *component : {"S", "A/B", "Größe"})
        api.components.schemas.insert(QString::fromUtf8(component), Schema::empty(api.newId()));
    Schema user = Schema::empty(api.newId());
    user.setReference(Keyword::Ref, {written, NodeId::None});
    api.components.schemas.insert(text("user"), user);
    resolveReferences(api);
    const Reference bound = api.components.schemas.last().value.reference();
    const Named<Schema> *component = findNamedSchema(api, bound.component);
    QCOMPARE(component ? component->name : QString(), name);
    QCOMPARE(referenceText(api, bound), written); // as written, while the name is the same
    if (component) {
        const qsizetype at = api.components.schemas.indexOf(name);
        api.components.schemas[at].name = QString::fromUtf8("N/1 ü");
    }
    QCOMPARE(referenceText(api, bound), after);
    QCOMPARE(ComponentTable(api).find(after), bound.component);
}

void TestLocate::bindingKeepsWhatIsBound()
{
    Api api = design();
    const Api before = api;
    resolveReferences(api);
    QVERIFY(api == before);
    QVERIFY(&api.components.schemas.first().value.entries() ==
            &before.components.schemas.first().value.entries()); // still shared
    // Renamed without touching the references, and another schema takes the old name.
    const qsizetype u = api.components.schemas.indexOf(u"U");
    const NodeId id = api.components.schemas.at(u).value.id();
    api.components.schemas[u].name = text("V");
    api.components.schemas.insert(text("U"), Schema::empty(api.newId()));
    resolveReferences(api);
    QCOMPARE(resolve(api, *api.components.schemas.find(u"T"))->id(), id);
    QCOMPARE(referenceToSchema(api, id).text, text("#/components/schemas/V"));
    QVERIFY(referenceToSchema(api, api.id).isNull());
}

void TestLocate::visitsEverySchemaOnce()
{
    const Api api = design();
    const NodeIndex index(api);
    QSet<NodeId> seen;
    int count = 0;
    forEachSchema(api, [&](const Schema &schema) {
        ++count;
        const NodeId parent = index.parent(schema.id());
        QVERIFY(index.kind(parent) != NodeKind::Schema || seen.contains(parent));
        seen.insert(schema.id());
    });
    QCOMPARE(seen.size(), count);
    int expected = 0;
    for (quint32 i = 1; i <= api.lastId; ++i)
        expected += index.kind(static_cast<NodeId>(i)) == NodeKind::Schema;
    QCOMPARE(count, expected);
}

QTEST_APPLESS_MAIN(TestLocate)
#include "test_locate.moc"
