#include "designer/model/change_set.h"
#include "designer/model/edits/names.h"
#include "designer/model/edits/new_design.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"

#include <QTest>

#include <functional>

using namespace Design;

/// What an edit changes is compared as text: "pointer: before -> after" for each place.
class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void refusals_data();
    void refusals();
    void nonsenseIdsChangeNothing();
    void renameCountsPlaces();
    void danglingReferencesFindANewSchema();
    void extends();
    void newDesignIsValid();
    void uniqueNames();
    void idsStayUnique();
};

static const QByteArray designText = R"({
    "openapi":"3.1.0","info":{"title":"t","version":"1"},
    "paths":{
      "/items/{id}":{
        "get":{"operationId":"read","parameters":[
            {"name":"id","in":"path","required":true,"schema":{"type":"integer"}},
            {"name":"q","in":"query","schema":{"type":"string"}}],
          "responses":{"200":{"description":"OK","content":{"application/json":{
            "schema":{"$ref":"#/components/schemas/Item"}}}},
            "404":{"description":"Not Found"}}},
        "put":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}],
          "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}},
          "responses":{"200":{"description":"Changed"}}}},
      "/x":{"x-note":1,"post":{"responses":{"200":{"description":"OK","links":{
        "l":{"operationRef":"#/paths/~1items~1{id}/get"}}}}}}},
    "components":{"schemas":{
      "Item":{"type":"object","required":["name","id"],"properties":{
          "id":{"type":"integer"},"name":{"type":"string"},
          "owner":{"$ref":"#/components/schemas/User"}},
        "dependentRequired":{"name":["id"]},"example":{"name":"a","id":1},
        "examples":[{"id":2,"name":"b"}],"default":{"name":"d"}},
      "User":{"type":"object","properties":{"name":{"type":"string"}}},
      "Base":{"discriminator":{"propertyName":"kind","mapping":{
          "i":"#/components/schemas/Item","u":"User"}},
        "oneOf":[{"$ref":"#/components/schemas/Item"},{"$ref":"#/components/schemas/User"}],
        "x-also":{"$ref":"#/components/schemas/Item/properties/name","text":"#/components/schemas/Item"}}}},
    "x-menura":{"cards":{"#/components/schemas/Item":[1,2]},"store":"#/components/schemas/Item"}})";

static Api design()
{
    const LoadedApi loaded = readOpenApi(designText);
    return loaded.api;
}

static NodeId at(const Api &api, const char *pointer)
{
    const NodeIndex index(api);
    const NodeId id = index.nodeAt(QString::fromLatin1(pointer));
    return index.pointer(id) == QLatin1String(pointer) ? id : NodeId::None;
}

static QString brief(const Json &json)
{
    return json.isUndefined() ? QStringLiteral("-") : QString::fromUtf8(writeJson(json));
}

static void compare(const Json &a, const Json &b, const QString &pointer, QStringList &differences)
{
    if (a == b)
        return;
    if (a.isObject() && b.isObject()) {
        QStringList common;
        for (const QString &key : a.object().keys()) {
            if (b.find(key))
                common.append(key);
        }
        QStringList commonAfter;
        for (const QString &key : b.object().keys()) {
            if (a.find(key))
                commonAfter.append(key);
        }
        if (common != commonAfter)
            differences.append(pointer + QStringLiteral(": order ") + commonAfter.join(u' '));
        for (const JsonObject::Member &member : a.object())
            compare(member.value, b.value(member.key), childPointer(pointer, member.key),
                    differences);
        for (const JsonObject::Member &member : b.object()) {
            if (!a.find(member.key))
                compare(Json(), member.value, childPointer(pointer, member.key), differences);
        }
        return;
    }
    if (a.isArray() && b.isArray() && a.array().size() == b.array().size()) {
        for (qsizetype i = 0; i < a.array().size(); ++i)
            compare(a.array().at(i), b.array().at(i), childPointer(pointer, i), differences);
        return;
    }
    differences.append(pointer + QStringLiteral(": ") + brief(a) + QStringLiteral(" -> ") +
                       brief(b));
}

static QString differences(const Api &before, const Api &after)
{
    QStringList list;
    compare(writeOpenApi(before), writeOpenApi(after), QString(), list);
    return list.join(u'\n');
}

using Edit = std::function<bool(Api &)>;
Q_DECLARE_METATYPE(Edit)

static constexpr char item[] = "/components/schemas/Item";
static constexpr char itemName[] = "/components/schemas/Item/properties/name";
static constexpr char userName[] = "/components/schemas/User/properties/name";
static constexpr char getItem[] = "/paths/~1items~1{id}/get";
static constexpr char putItem[] = "/paths/~1items~1{id}/put";

static bool isNode(NodeId id)
{
    return id != NodeId::None;
}

static QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

void TestEdits::edits_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Edit &edit, const QStringList &expected) {
        QTest::newRow(name) << edit << expected.join(u'\n');
    };
    row("add schema", [](Api &api) { return isNode(addSchema(api, text("New"))); },
        {text(R"(/components/schemas/New: - -> {"type":"object"})")});
    row("duplicate schema",
        [](Api &api) { return isNode(duplicateSchema(api, at(api, "/components/schemas/User"))); },
        {text("/components/schemas/User2: - -> "
              R"({"type":"object","properties":{"name":{"type":"string"}}})")});
    row("remove schema",
        [](Api &api) { return removeSchema(api, at(api, "/components/schemas/User")); },
        {text("/components/schemas/User: "
              R"({"type":"object","properties":{"name":{"type":"string"}}} -> -)")});
    row("move schema",
        [](Api &api) { return moveSchema(api, at(api, "/components/schemas/Base"), 0); },
        {text("/components/schemas: order Base Item User")});
    row("rename schema",
        [](Api &api) {
            return renameSchema(api, at(api, "/components/schemas/User"), text("Person")) == 3;
        },
        {text(R"(/components/schemas/Item/properties/owner/$ref: "#/components/schemas/User" -> )"
              R"("#/components/schemas/Person")"),
         text(
             R"(/components/schemas/User: {"type":"object","properties":{"name":{"type":"string"}}} -> -)"),
         text(R"(/components/schemas/Base/discriminator/mapping/u: "User" -> "Person")"),
         text(R"(/components/schemas/Base/oneOf/1/$ref: "#/components/schemas/User" -> )"
              R"("#/components/schemas/Person")"),
         text(
             R"(/components/schemas/Person: - -> {"type":"object","properties":{"name":{"type":"string"}}})")});
    row("add property",
        [](Api &api) { return isNode(addProperty(api, at(api, item), text("new"))); },
        {text(R"(/components/schemas/Item/properties/new: - -> {"type":"string"})")});
    row("add first property",
        [](Api &api) {
            return isNode(addProperty(api, at(api, itemName), text("in"))) &&
                   isNode(addProperty(api, at(api, item), text("first"), Schema::boolean({}, true),
                                      0));
        },
        {text(
             R"(/components/schemas/Item/properties/name/properties: - -> {"in":{"type":"string"}})"),
         text(R"(/components/schemas/Item/properties/first: - -> true)")});
    row("remove property", [](Api &api) { return removeProperty(api, at(api, itemName)); },
        {text(R"(/components/schemas/Item/required: ["name","id"] -> ["id"])"),
         text(R"(/components/schemas/Item/properties/name: {"type":"string"} -> -)")});
    row("remove last property", [](Api &api) { return removeProperty(api, at(api, userName)); },
        {text(R"(/components/schemas/User/properties: {"name":{"type":"string"}} -> -)")});
    row("rename property",
        [](Api &api) { return renameProperty(api, at(api, itemName), text("title")) >= 0; },
        {text(R"(/components/schemas/Item/required/0: "name" -> "title")"),
         text(R"(/components/schemas/Item/properties/name: {"type":"string"} -> -)"),
         text(R"(/components/schemas/Item/properties/title: - -> {"type":"string"})"),
         text(R"(/components/schemas/Item/dependentRequired/name: ["id"] -> -)"),
         text(R"(/components/schemas/Item/dependentRequired/title: - -> ["id"])"),
         text(R"(/components/schemas/Item/example/name: "a" -> -)"),
         text(R"(/components/schemas/Item/example/title: - -> "a")"),
         text(R"(/components/schemas/Item/examples/0/name: "b" -> -)"),
         text(R"(/components/schemas/Item/examples/0/title: - -> "b")"),
         text(R"(/components/schemas/Item/default/name: "d" -> -)"),
         text(R"(/components/schemas/Item/default/title: - -> "d")")});
    row("move property", [](Api &api) { return moveProperty(api, at(api, itemName), 0); },
        {text("/components/schemas/Item/properties: order name id owner")});
    row("move property away",
        [](Api &api) {
            return moveProperty(api, at(api, "/components/schemas/Item/properties/id"),
                                at(api, "/components/schemas/User"), 1);
        },
        {text(R"(/components/schemas/Item/required: ["name","id"] -> ["name"])"),
         text(R"(/components/schemas/Item/properties/id: {"type":"integer"} -> -)"),
         text(R"(/components/schemas/User/properties/id: - -> {"type":"integer"})"),
         text(R"(/components/schemas/User/required: - -> ["id"])")});
    row("duplicate property",
        [](Api &api) { return isNode(duplicateProperty(api, at(api, itemName))); },
        {text(R"(/components/schemas/Item/required: ["name","id"] -> ["name","id","name2"])"),
         text(R"(/components/schemas/Item/properties/name2: - -> {"type":"string"})")});
    row("require", [](Api &api) { return setPropertyRequired(api, at(api, userName), true); },
        {text(R"(/components/schemas/User/required: - -> ["name"])")});
    row("set extends",
        [](Api &api) {
            return setExtends(api, at(api, item), at(api, "/components/schemas/User"));
        },
        {text(R"(/components/schemas/Item/allOf: - -> [{"$ref":"#/components/schemas/User"}])")});
    row("add operation",
        [](Api &api) { return isNode(addOperation(api, text("b/{a}/{b}"), text("GET"))); },
        {text(R"(/paths/~1b~1{a}~1{b}: - -> {"get":{"parameters":[)"
              R"({"name":"a","in":"path","required":true,"schema":{"type":"string"}},)"
              R"({"name":"b","in":"path","required":true,"schema":{"type":"string"}}],)"
              R"("responses":{"200":{"description":"Successful Response"}}}})")});
    row("add operation to path",
        [](Api &api) { return isNode(addOperation(api, text("/x"), text("get"))); },
        {text(
            R"(/paths/~1x/get: - -> {"responses":{"200":{"description":"Successful Response"}}})")});
    row("remove operation with path",
        [](Api &api) {
            return removeOperation(api, at(api, getItem)) &&
                   removeOperation(api, at(api, putItem)) && !api.paths.contains(u"/items/{id}") &&
                   isNode(addSchema(api, text("S")));
        },
        {});
    row("path with more in it stays",
        [](Api &api) { return removeOperation(api, at(api, "/paths/~1x/post")); },
        {text(R"(/paths/~1x/post: {"responses":{"200":{"description":"OK","links":{)"
              R"("l":{"operationRef":"#/paths/~1items~1{id}/get"}}}}} -> -)")});
    row("change method",
        [](Api &api) { return changeMethod(api, at(api, "/paths/~1x/post"), text("PATCH")); },
        {text(R"(/paths/~1x/post: {"responses":{"200":{"description":"OK","links":{)"
              R"("l":{"operationRef":"#/paths/~1items~1{id}/get"}}}}} -> -)"),
         text(R"(/paths/~1x/patch: - -> {"responses":{"200":{"description":"OK","links":{)"
              R"("l":{"operationRef":"#/paths/~1items~1{id}/get"}}}}})")});
    row("add parameter",
        [](Api &api) {
            return isNode(addParameter(api, at(api, putItem), text("header"), text("X-A")));
        },
        {text(
            R"(/paths/~1items~1{id}/put/parameters: [{"name":"id","in":"path","required":true,)"
            R"("schema":{"type":"integer"}}] -> [{"name":"id","in":"path","required":true,)"
            R"("schema":{"type":"integer"}},{"name":"X-A","in":"header","schema":{"type":"string"}}])")});
    row("remove parameter",
        [](Api &api) {
            return removeParameter(api, at(api, "/paths/~1items~1{id}/put/parameters/0"));
        },
        {text(R"(/paths/~1items~1{id}/put/parameters: [{"name":"id","in":"path","required":true,)"
              R"("schema":{"type":"integer"}}] -> -)")});
    row("move parameter",
        [](Api &api) {
            const NodeId q = at(api, "/paths/~1items~1{id}/get/parameters/1");
            return moveParameter(api, q, 0) && moveParameter(api, q, 1) &&
                   isNode(addSchema(api, text("S")));
        },
        {text(R"(/components/schemas/S: - -> {"type":"object"})")});
    row("request body",
        [](Api &api) {
            return isNode(addRequestBody(api, at(api, getItem), at(api, item))) &&
                   removeRequestBody(api, at(api, putItem));
        },
        {text(
             R"(/paths/~1items~1{id}/get/requestBody: - -> {"required":true,"content":{"application/json":)"
             R"({"schema":{"$ref":"#/components/schemas/Item"}}}})"),
         text(R"(/paths/~1items~1{id}/put/requestBody: {"content":{"application/json":{"schema":)"
              R"({"$ref":"#/components/schemas/Item"}}}} -> -)")});
    row("add response",
        [](Api &api) {
            return isNode(addResponse(api, at(api, getItem), text("201"))) &&
                   isNode(addResponse(api, at(api, putItem), text("default")));
        },
        {text(R"(/paths/~1items~1{id}/get/responses/201: - -> {"description":"Created"})"),
         text(
             R"(/paths/~1items~1{id}/put/responses/default: - -> {"description":"Any other answer"})")});
    row("change status",
        [](Api &api) {
            return changeStatus(api, at(api, "/paths/~1items~1{id}/get/responses/404"),
                                text("410")) &&
                   changeStatus(api, at(api, "/paths/~1items~1{id}/put/responses/200"),
                                text("204"));
        },
        {text(R"(/paths/~1items~1{id}/get/responses/404: {"description":"Not Found"} -> -)"),
         text(R"(/paths/~1items~1{id}/get/responses/410: - -> {"description":"Gone"})"),
         text(R"(/paths/~1items~1{id}/put/responses/200: {"description":"Changed"} -> -)"),
         text(R"(/paths/~1items~1{id}/put/responses/204: - -> {"description":"Changed"})")});
    row("remove response",
        [](Api &api) {
            return removeResponse(api, at(api, "/paths/~1items~1{id}/get/responses/404"));
        },
        {text(R"(/paths/~1items~1{id}/get/responses/404: {"description":"Not Found"} -> -)")});
    row("response schema",
        [](Api &api) {
            return setResponseSchema(api, at(api, "/paths/~1items~1{id}/get/responses/200"),
                                     at(api, "/components/schemas/User"));
        },
        {text(R"(/paths/~1items~1{id}/get/responses/200/content/application~1json/schema/$ref: )"
              R"("#/components/schemas/Item" -> "#/components/schemas/User")")});
}

void TestEdits::edits()
{
    QFETCH(Edit, edit);
    QFETCH(QString, expected);
    const Api before = design();
    const Api untouched = design();
    Api after = before;
    QVERIFY(edit(after));
    if (!expected.isEmpty())
        QCOMPARE(differences(before, after), expected);
    // The old value is untouched, so undo is a matter of taking it back.
    QVERIFY(before == untouched);
    QVERIFY(!(after == before));
    QVERIFY(!diff(before, after).isEmpty());
    const ChangeSet back = diff(after, before);
    QCOMPARE(back.added, diff(before, after).removed);
    QCOMPARE(back.removed, diff(before, after).added);
    // What was written can be read, and is the same design.
    const Json written = writeOpenApi(after);
    QVERIFY(writeOpenApi(readOpenApi(written).api) == written);
}

void TestEdits::refusals_data()
{
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, const Edit &edit) { QTest::newRow(name) << edit; };
    row("schema name taken", [](Api &api) { return isNode(addSchema(api, text("Item"))); });
    row("schema name wrong", [](Api &api) { return isNode(addSchema(api, text("a b"))); });
    row("schema name empty", [](Api &api) { return isNode(addSchema(api, QString())); });
    row("rename taken",
        [](Api &api) { return renameSchema(api, at(api, item), text("User")) >= 0; });
    row("rename wrong", [](Api &api) { return renameSchema(api, at(api, item), text("ü")) >= 0; });
    row("rename same", [](Api &api) { return renameSchema(api, at(api, item), text("Item")) > 0; });
    row("move far", [](Api &api) { return moveSchema(api, at(api, item), 3); });
    row("property taken",
        [](Api &api) { return isNode(addProperty(api, at(api, item), text("name"))); });
    row("property renamed to taken",
        [](Api &api) { return renameProperty(api, at(api, itemName), text("id")) >= 0; });
    row("property renamed to itself",
        [](Api &api) { return renameProperty(api, at(api, itemName), text("name")) >= 0; });
    row("property moved to taken", [](Api &api) {
        return moveProperty(api, at(api, itemName), at(api, "/components/schemas/User"), 0);
    });
    row("property moved far", [](Api &api) { return moveProperty(api, at(api, itemName), 3); });
    row("property moved into itself", [](Api &api) {
        const NodeId inner = addProperty(api, at(api, itemName), text("inner"));
        const Api before = api;
        const bool moved = moveProperty(api, at(api, itemName), inner, 0);
        const bool same = api == before;
        removeProperty(api, inner);
        return moved || !same;
    });
    row("extends itself", [](Api &api) { return setExtends(api, at(api, item), at(api, item)); });
    row("extends nothing before",
        [](Api &api) { return setExtends(api, at(api, item), NodeId::None); });
    row("operation taken",
        [](Api &api) { return isNode(addOperation(api, text("/x"), text("POST"))); });
    row("method unknown",
        [](Api &api) { return isNode(addOperation(api, text("/x"), text("FETCH"))); });
    row("method taken", [](Api &api) { return changeMethod(api, at(api, getItem), text("put")); });
    row("path taken", [](Api &api) { return changePath(api, at(api, getItem), text("/x")); });
    row("path same",
        [](Api &api) { return changePath(api, at(api, getItem), text("items/{id}")); });
    row("parameter taken", [](Api &api) {
        return isNode(addParameter(api, at(api, getItem), text("query"), text("q")));
    });
    row("parameter nowhere", [](Api &api) {
        return isNode(addParameter(api, at(api, getItem), text("body"), text("z")));
    });
    row("body taken", [](Api &api) { return isNode(addRequestBody(api, at(api, putItem))); });
    row("status taken",
        [](Api &api) { return isNode(addResponse(api, at(api, getItem), text("200"))); });
    row("status wrong",
        [](Api &api) { return isNode(addResponse(api, at(api, getItem), text("2000"))); });
    row("status wrong range",
        [](Api &api) { return isNode(addResponse(api, at(api, getItem), text("6XX"))); });
    row("parameters in step",
        [](Api &api) { return syncPathParameters(api, at(api, "/paths/~1items~1{id}")); });
}

void TestEdits::refusals()
{
    QFETCH(Edit, edit);
    Api api = design();
    QVERIFY(!edit(api));
    QVERIFY(api == design());
}

void TestEdits::nonsenseIdsChangeNothing()
{
    const Api before = design();
    // No id at all, ids that are not there, and every id that is of another kind.
    QList<NodeId> ids{NodeId::None, static_cast<NodeId>(before.lastId + 1),
                      static_cast<NodeId>(0xffffffff)};
    const NodeIndex index(before);
    for (quint32 i = 1; i <= before.lastId; ++i)
        ids.append(static_cast<NodeId>(i));
    for (const NodeId id : std::as_const(ids)) {
        const NodeKind kind = index.kind(id);
        Api api = before;
        const bool isComponent = findNamedSchema(before, id) != nullptr;
        if (!isComponent) {
            QVERIFY(!removeSchema(api, id) && renameSchema(api, id, text("Z")) < 0);
            QVERIFY(!isNode(duplicateSchema(api, id)) && !moveSchema(api, id, 0));
            QVERIFY(!setExtends(api, id, at(api, item)));
            QVERIFY(!setExtends(api, at(api, "/components/schemas/User"), id) ||
                    id == NodeId::None);
        }
        if (kind != NodeKind::Schema)
            QVERIFY(!isNode(addProperty(api, id, text("z"))));
        if (index.step(id).key != QLatin1String("properties")) {
            QVERIFY(!removeProperty(api, id) && renameProperty(api, id, text("z")) < 0);
            QVERIFY(!isNode(duplicateProperty(api, id)) && !moveProperty(api, id, 0));
            QVERIFY(!moveProperty(api, id, at(api, item), 0) &&
                    !setPropertyRequired(api, id, true));
            QVERIFY(!isPropertyRequired(api, id));
        }
        if (kind != NodeKind::Operation) {
            QVERIFY(!removeOperation(api, id) && !changeMethod(api, id, text("head")));
            QVERIFY(!isNode(duplicateOperation(api, id, text("head"))) &&
                    !moveOperation(api, id, text("/z")));
            QVERIFY(!isNode(addParameter(api, id, text("query"), text("z"))));
            QVERIFY(!isNode(addRequestBody(api, id)) && !removeRequestBody(api, id));
            QVERIFY(!isNode(addResponse(api, id, text("500"))));
            if (kind != NodeKind::PathItem)
                QVERIFY(!changePath(api, id, text("/z")) && !syncPathParameters(api, id));
        }
        if (kind != NodeKind::Parameter)
            QVERIFY(!removeParameter(api, id) && !moveParameter(api, id, 0));
        if (kind != NodeKind::Response)
            QVERIFY(!removeResponse(api, id) && !changeStatus(api, id, text("500")));
        QVERIFY(!setResponseSchema(api, id, NodeId::None));
        QVERIFY(api == before);
    }
}

void TestEdits::renameCountsPlaces()
{
    Api api = design();
    // Two contents, one oneOf, the mapping, the reference in an extension, the store.
    QCOMPARE(renameSchema(api, at(api, item), text("Article")), 6);
    const QByteArray written = writeJson(writeOpenApi(api));
    QVERIFY(written.contains("\"$ref\":\"#/components/schemas/Article/properties/name\""));
    QVERIFY(written.contains("\"i\":\"#/components/schemas/Article\""));
    QVERIFY(written.contains("\"store\":\"#/components/schemas/Article\""));
    QVERIFY(written.contains("\"text\":\"#/components/schemas/Item\"")); // prose is left alone
    QVERIFY(!hasErrors(readOpenApi(writeOpenApi(api)).diagnostics));
    QCOMPARE(renameSchema(api, at(api, "/components/schemas/Article"), text("Item")), 6);
    QVERIFY(api == design());
}

void TestEdits::danglingReferencesFindANewSchema()
{
    Api api = design();
    const NodeId old = at(api, item);
    QVERIFY(removeSchema(api, old));
    const NodeId body =
        at(api, "/paths/~1items~1{id}/put/requestBody/content/application~1json/schema");
    QVERIFY(!resolve(api, *findSchema(api, body)));
    const NodeId added = addSchema(api, text("Item"));
    QVERIFY(added != old);
    QCOMPARE(resolve(api, *findSchema(api, body))->id(), added);
}

void TestEdits::extends()
{
    Api api = design();
    const NodeId itemId = at(api, item);
    const NodeId user = at(api, "/components/schemas/User");
    const NodeId third = addSchema(api, text("Third"));
    QVERIFY(setExtends(api, itemId, user));
    QCOMPARE(firstExtended(*findSchema(api, itemId)), user);
    QVERIFY(setExtends(api, user, third));
    QVERIFY(!setExtends(api, third, itemId)); // a circle of three
    QVERIFY(setExtends(api, itemId, third));
    QCOMPARE(extendsOf(*findSchema(api, itemId)), QList<NodeId>{third});
    QVERIFY(setExtends(api, itemId, NodeId::None));
    QVERIFY(!findSchema(api, itemId)->has(Keyword::AllOf));
    QVERIFY(setExtends(api, third, itemId));
    // The base is renamed: the schema still extends it.
    QVERIFY(renameSchema(api, itemId, text("Thing")) > 0);
    QCOMPARE(firstExtended(*findSchema(api, third)), itemId);
    QCOMPARE(resolvePointer(writeOpenApi(api), u"/components/schemas/Third/allOf/0/$ref")->string(),
             text("#/components/schemas/Thing"));
}

void TestEdits::newDesignIsValid()
{
    Api api = newDesign(text("Shop"));
    QCOMPARE(
        writeJson(writeOpenApi(api)),
        QByteArray(R"({"openapi":"3.1.0","info":{"title":"Shop","version":"0.1.0"},)"
                   R"("x-menura":{"profile":"fastapi"},"paths":{}})"));
    QVERIFY(readOpenApi(writeOpenApi(api)).diagnostics.isEmpty());
    QVERIFY(isNode(addOperation(api, text("/a"), text("get"))));
    QVERIFY(isNode(addSchema(api, text("A"))));
    QVERIFY(readOpenApi(writeOpenApi(api)).diagnostics.isEmpty());
    QCOMPARE(writeOpenApi(api).object().keys().join(u' '), text("openapi info x-menura paths components"));
}

void TestEdits::uniqueNames()
{
    const QStringList taken{text("a"), text("a2"), text("b9")};
    QCOMPARE(uniqueName(text("c"), taken), text("c"));
    QCOMPARE(uniqueName(text("a"), taken), text("a3"));
    QCOMPARE(uniqueName(text("a2"), taken), text("a3"));
    QCOMPARE(uniqueName(text("b9"), taken), text("b2"));
    const Api api = design();
    QCOMPARE(uniqueSchemaName(api, text("Item")), text("Item2"));
    QCOMPARE(uniquePropertyName(*findSchema(api, at(api, item)), text("id")), text("id2"));
    QCOMPARE(uniqueOperationId(api, text("read")), text("read2"));
    QVERIFY(isComponentName(text("a.B-c_1")) && !isComponentName(text("a\n")));
}

void TestEdits::idsStayUnique()
{
    Api api = design();
    duplicateSchema(api, at(api, item));
    duplicateOperation(api, at(api, getItem), text("head"));
    addSchema(api, text("Copy"), *findSchema(api, at(api, item)));
    QSet<NodeId> seen;
    int count = 0;
    const NodeIndex index(api);
    const std::function<void(NodeId)> walk = [&](NodeId id) {
        ++count;
        seen.insert(id);
        for (const NodeId child : index.children(id))
            walk(child);
    };
    walk(api.id);
    QCOMPARE(seen.size(), count);
    for (const NodeId id : std::as_const(seen))
        QVERIFY(writeNode(api, id) == *resolvePointer(writeOpenApi(api), index.pointer(id)));
}

QTEST_APPLESS_MAIN(TestEdits)
#include "test_edits.moc"
