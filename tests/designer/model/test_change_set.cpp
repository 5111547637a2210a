#include "designer/model/change_set.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/path_edits.h"
#include "designer/model/edits/property_edits.h"
#include "designer/model/edits/schema_edits.h"
#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Design;

class TestChangeSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void oneField();
    void flags();
    void renames();
    void moves();
    void addsAndRemovesSubtrees();
    void agreesWithTheLongWay_data();
    void agreesWithTheLongWay();
    void github();
};

static Api design()
{
    return readOpenApi(QByteArrayLiteral(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},
        "servers":[{"url":"/"}],"tags":[{"name":"a"}],
        "paths":{"/a":{"get":{"parameters":[{"name":"q","in":"query","schema":{"type":"string"}}],
            "responses":{"200":{"description":"ok","content":{"application/json":{
              "schema":{"$ref":"#/components/schemas/Item"}}}}}},"put":{"responses":{}}},
          "/b":{"get":{"requestBody":{"content":{"text/plain":{}}},"responses":{}}}},
        "components":{"schemas":{
          "Item":{"type":"object","properties":{"id":{"type":"integer"},"tags":{"type":"array",
            "items":{"$ref":"#/components/schemas/Tag"}}}},
          "Tag":{"type":"string"}},
          "parameters":{"p":{"name":"p","in":"query","schema":{}}}}})"))
        .api;
}

static NodeId at(const Api &api, const char *pointer)
{
    return NodeIndex(api).nodeAt(QString::fromLatin1(pointer));
}

static QString pointers(const Api &api, const QSet<NodeId> &ids)
{
    const NodeIndex index(api);
    QStringList list;
    for (const NodeId id : ids)
        list.append(index.pointer(id));
    list.sort();
    return list.join(u' ');
}

void TestChangeSet::nothing()
{
    const Api api = design();
    QVERIFY(diff(api, api).isEmpty());
    QVERIFY(diff(api, design()).isEmpty()); // equal without sharing
    Api copy = api;
    copy.newId();
    copy.paths[0].value.operations[0].tags = {};
    QVERIFY(diff(api, copy).isEmpty());
    QCOMPARE(diff(api, copy).firstPlace(), NodeId::None);
}

void TestChangeSet::oneField()
{
    const Api before = design();
    Api after = before;
    const NodeId id = at(before, "/components/schemas/Item/properties/tags/items");
    editSchema(after, id, [](Schema &schema) { schema.set(Keyword::Title, QStringLiteral("x")); });
    const ChangeSet changes = diff(before, after);
    QCOMPARE(pointers(after, changes.changed),
             QStringLiteral(" /components/schemas/Item /components/schemas/Item/properties/tags "
                            "/components/schemas/Item/properties/tags/items"));
    QVERIFY(changes.added.isEmpty() && changes.removed.isEmpty());
    QVERIFY(!changes.isInfoChanged && !changes.isStructureChanged);
    QCOMPARE(changes.firstPlace(), id);
    QVERIFY(changes.touches(id) && !changes.touches(at(before, "/components/schemas/Tag")));
}

void TestChangeSet::flags()
{
    const Api before = design();
    const auto changed = [&](const std::function<void(Api &)> &change) {
        Api after = before;
        change(after);
        const ChangeSet changes = diff(before, after);
        return QStringLiteral("%1%2%3")
            .arg(changes.isInfoChanged)
            .arg(changes.isStructureChanged)
            .arg(changes.changed.contains(after.id));
    };
    QCOMPARE(changed([](Api &api) { api.info.title = QStringLiteral("x"); }),
             QStringLiteral("101"));
    QCOMPARE(changed([](Api &api) { api.servers[0].url = QStringLiteral("x"); }),
             QStringLiteral("101"));
    QCOMPARE(changed([](Api &api) { api.tags.clear(); }), QStringLiteral("101"));
    QCOMPARE(changed([](Api &api) { api.security.append(SecurityRequirement()); }),
             QStringLiteral("101"));
    QCOMPARE(changed([](Api &api) { api.menura = JsonObject(); }), QStringLiteral("101"));
    QCOMPARE(changed([](Api &api) { api.rest.set(QStringLiteral("x-a"), 1); }),
             QStringLiteral("101"));
    QCOMPARE(changed([](Api &api) { api.paths.move(0, 1); }), QStringLiteral("011"));
    QCOMPARE(changed([](Api &api) { api.paths[0].name = QStringLiteral("/z"); }),
             QStringLiteral("011"));
    QCOMPARE(changed([](Api &api) { api.paths[0].value.operations.move(0, 1); }),
             QStringLiteral("011"));
    QCOMPARE(
        changed([](Api &api) { api.paths[0].value.operations[0].method = QStringLiteral("head"); }),
        QStringLiteral("011"));
    QCOMPARE(
        changed([](Api &api) { api.paths[0].value.operations[0].summary = QStringLiteral("s"); }),
        QStringLiteral("001"));
    QCOMPARE(changed([](Api &api) { api.components.schemas.removeLast(); }), QStringLiteral("011"));
    QCOMPARE(changed([](Api &api) { api.components.parameters[0].name = QStringLiteral("q"); }),
             QStringLiteral("011"));
    QCOMPARE(changed([](Api &api) {
                 api.paths.append({QStringLiteral("x-a"), {}, Json(1)});
             }),
             QStringLiteral("011"));
}

void TestChangeSet::renames()
{
    const Api before = design();
    Api after = before;
    const NodeId tag = at(before, "/components/schemas/Tag");
    QCOMPARE(renameSchema(after, tag, QStringLiteral("Label")), 1);
    const ChangeSet changes = diff(before, after);
    QVERIFY(changes.isStructureChanged);
    QVERIFY(changes.changed.contains(tag));
    // What shows the name is to be shown anew.
    QVERIFY(changes.changed.contains(at(before, "/components/schemas/Item/properties/tags/items")));
    QVERIFY(!changes.changed.contains(at(before, "/components/schemas/Item/properties/id")));
    QVERIFY(changes.added.isEmpty() && changes.removed.isEmpty());
}

void TestChangeSet::moves()
{
    const Api before = design();
    Api after = before;
    const NodeId id = at(before, "/components/schemas/Item/properties/id");
    const NodeId other = addSchema(after, QStringLiteral("Other"));
    const Api middle = after;
    QVERIFY(moveProperty(after, id, other, 0));
    const ChangeSet changes = diff(middle, after);
    QCOMPARE(pointers(after, changes.changed),
             QStringLiteral(" /components/schemas/Item /components/schemas/Other "
                            "/components/schemas/Other/properties/id"));
    QVERIFY(changes.added.isEmpty() && changes.removed.isEmpty());
}

void TestChangeSet::addsAndRemovesSubtrees()
{
    const Api before = design();
    Api after = before;
    QVERIFY(removeOperation(after, at(before, "/paths/~1b/get")));
    ChangeSet changes = diff(before, after);
    QCOMPARE(pointers(before, changes.removed),
             QStringLiteral("/paths/~1b /paths/~1b/get /paths/~1b/get/requestBody "
                            "/paths/~1b/get/requestBody/content/text~1plain"));
    QVERIFY(changes.isStructureChanged && changes.added.isEmpty());
    changes = diff(after, before);
    QCOMPARE(changes.added.size(), 4);
    QCOMPARE(changes.firstPlace(), at(before, "/paths/~1b"));
}

static void collectIds(const NodeIndex &index, NodeId id, QList<NodeId> &ids)
{
    ids.append(id);
    for (const NodeId child : index.children(id))
        collectIds(index, child, ids);
}

/// Whether the same nodes stand in it, and it stands in the same nodes.
static bool isSamePlace(const NodeIndex &before, const NodeIndex &after, NodeId id)
{
    QList<NodeId> idsBefore;
    QList<NodeId> idsAfter;
    collectIds(before, id, idsBefore);
    collectIds(after, id, idsAfter);
    for (NodeId at = id; at != NodeId::None && before.parent(at) == after.parent(at);) {
        at = before.parent(at);
        if (at == NodeId::None)
            return idsBefore == idsAfter;
    }
    return false;
}

/// A reference may have lost its target or found one, which its text does not show.
static bool isRebound(const Api &before, const Api &after, const NodeIndex &index, NodeId id)
{
    QList<NodeId> ids;
    collectIds(index, id, ids);
    return std::any_of(ids.begin(), ids.end(), [&](NodeId at) {
        const Schema *a = findSchema(before, at);
        const Schema *b = findSchema(after, at);
        return a && b && a->reference() != b->reference();
    });
}

/// Everything by the texts of all nodes: slow, and beyond doubt.
static void compareTheLongWay(const Api &before, const Api &after)
{
    const ChangeSet changes = diff(before, after);
    const NodeIndex indexBefore(before);
    const NodeIndex indexAfter(after);
    const Json documentBefore = writeOpenApi(before);
    const Json documentAfter = writeOpenApi(after);
    for (quint32 i = 1; i <= qMax(before.lastId.value, after.lastId.value); ++i) {
        const auto id = static_cast<NodeId>(i);
        const bool was = indexBefore.contains(id);
        const bool is = indexAfter.contains(id);
        QCOMPARE(changes.added.contains(id), is && !was);
        QCOMPARE(changes.removed.contains(id), was && !is);
        if (!was || !is) {
            QVERIFY(!changes.changed.contains(id));
            continue;
        }
        const Json *textBefore = resolvePointer(documentBefore, indexBefore.pointer(id));
        const Json *textAfter = resolvePointer(documentAfter, indexAfter.pointer(id));
        const bool isMoved = indexBefore.parent(id) != indexAfter.parent(id);
        const bool isRenamed = indexBefore.step(id).name != indexAfter.step(id).name ||
                               indexBefore.step(id).key != indexAfter.step(id).key;
        const QByteArray place = indexAfter.pointer(id).toUtf8();
        if (*textBefore != *textAfter || isRenamed || isMoved)
            QVERIFY2(changes.changed.contains(id), place.constData());
        else if (isSamePlace(indexBefore, indexAfter, id) &&
                 !isRebound(before, after, indexAfter, id))
            QVERIFY2(!changes.changed.contains(id), place.constData());
    }
    if (documentBefore != documentAfter)
        QVERIFY(!changes.isEmpty());
    // An index that follows the change is the index of the new value.
    NodeIndex followed = indexBefore;
    followed.update(after, changes);
    for (quint32 i = 0; i <= std::max(before.lastId.value, after.lastId.value); ++i) {
        const auto id = static_cast<NodeId>(i);
        QCOMPARE(followed.kind(id), indexAfter.kind(id));
        QCOMPARE(followed.pointer(id), indexAfter.pointer(id));
        QCOMPARE(followed.step(id).index, indexAfter.step(id).index);
        QCOMPARE(followed.children(id), indexAfter.children(id));
    }
}

void TestChangeSet::agreesWithTheLongWay_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestChangeSet::agreesWithTheLongWay()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Api api = design();
    for (int round = 0; round < 25; ++round) {
        const Api before = api;
        const auto anyId = [&] {
            return static_cast<NodeId>(random.bounded(1u, api.lastId.value + 1));
        };
        const QString name = QStringLiteral("n%1").arg(random.bounded(8));
        const int steps = random.bounded(1, 4);
        for (int step = 0; step < steps; ++step) {
            switch (random.bounded(16)) {
            case 0:
                addSchema(api, name);
                break;
            case 1:
                removeSchema(api, anyId());
                break;
            case 2:
                renameSchema(api, anyId(), name);
                break;
            case 3:
                moveSchema(api, anyId(), random.bounded(3));
                break;
            case 4:
                addProperty(api, anyId(), name);
                break;
            case 5:
                removeProperty(api, anyId());
                break;
            case 6:
                renameProperty(api, anyId(), name);
                break;
            case 7:
                moveProperty(api, anyId(), random.bounded(3));
                break;
            case 8:
                moveProperty(api, anyId(), anyId(), 0);
                break;
            case 9:
                duplicateProperty(api, anyId());
                break;
            case 10:
                addOperation(api, u'/' + name + QStringLiteral("/{x}"), QStringLiteral("get"));
                break;
            case 11:
                moveOperation(api, anyId(), u'/' + name);
                break;
            case 12:
                changePath(api, anyId(), u'/' + name);
                break;
            case 13:
                addResponse(api, anyId(), QString::number(random.bounded(200, 210)));
                break;
            case 14:
                setExtends(api, anyId(), anyId());
                break;
            case 15:
                editSchema(api, anyId(), [&](Schema &schema) {
                    schema.set(Keyword::MinLength, random.bounded(3));
                });
                break;
            }
        }
        compareTheLongWay(before, api);
        compareTheLongWay(api, before);
        if (QTest::currentTestFailed())
            return;
    }
    // Whatever was done, it is a document that reads as the same design again.
    const Json written = writeOpenApi(api);
    QVERIFY(writeOpenApi(readOpenApi(written).api) == written);
}

void TestChangeSet::github()
{
    const QString path =
        qEnvironmentVariable("MENURA_GITHUB_API", QStringLiteral(MENURA_GITHUB_API));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("GitHub's document is absent (MENURA_GITHUB_API)");
    const Api before = readOpenApi(file.readAll()).api;
    const NodeId schema = at(before, "/components/schemas/simple-user/properties/login");
    Api after = before;
    editSchema(after, schema, [](Schema &changed) { changed.set(Keyword::MinLength, 1); });
    ChangeSet changes;
    QBENCHMARK
    {
        changes = diff(before, after);
    }
    QCOMPARE(changes.changed.size(), 3); // property, component, design
    QCOMPARE(changes.firstPlace(), schema);
}

QTEST_APPLESS_MAIN(TestChangeSet)
#include "test_change_set.moc"
