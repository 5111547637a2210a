#include "designer/model/edits/behaviour_edits.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "designer/text/yaml/yaml_writer.h"

#include <QTest>

using namespace Design;

/// Security schemes are things with names, like those of the extension.
class TestSchemeEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamesEveryReference();
    void refusesNames();
    void isReadAndWrittenAsJson();
    void comesAndGoes();
};

namespace
{

/// The scheme is called as the letter says; prose and data stay.
QByteArray design(const QByteArray &name)
{
    return QByteArray(R"yaml(
openapi: 3.1.0
info: {title: Keys, version: 1.0.0, description: about Key}
x-menura:
  logins: {§: {users: [{username: Key, password: x}]}}
  dependencies: {user: {scheme: §, user: true, description: Key}}
security: [{§: [read]}, {Other: []}]
paths:
  /a:
    get:
      security: [{§: [], Other: []}]
      responses: {'200': {description: Key}}
  /token:
    post:
      responses: {'200': {description: OK}}
      x-menura: {login: §, answer: {scheme: Key}}
webhooks:
  hook:
    post: {security: [{§: []}], responses: {'200': {description: OK}}}
components:
  securitySchemes:
    Other: {type: mutualTLS}
    §: {type: http, scheme: bearer, x-menura: {tokens: {Key: ada}}}
)yaml")
        .replace("\xc2\xa7", name);
}

Api read(const QByteArray &yaml)
{
    return readOpenApi(yaml).api;
}

QString written(const Api &api)
{
    return QString::fromUtf8(writeYaml(writeOpenApi(api)));
}

BehaviourPlace place(const QStringList &path)
{
    return {NodeId::None, QStringList{QStringLiteral("securitySchemes")} + path};
}

} // namespace

void TestSchemeEdits::renamesEveryReference()
{
    Api api = read(design("Key"));
    QCOMPARE(countBehaviourUses(api, BehaviourGroup::Schemes, QStringLiteral("Key")), 6);
    QCOMPARE(renameBehaviour(api, BehaviourGroup::Schemes, QStringLiteral("Key"),
                             QStringLiteral("Card")),
             6);
    QCOMPARE(written(api), written(read(design("Card"))));
}

void TestSchemeEdits::refusesNames()
{
    Api api = read(design("Key"));
    const Api before = api;
    for (const char *name : {"Other", "a b", "", "1st"}) {
        QCOMPARE(renameBehaviour(api, BehaviourGroup::Schemes, QStringLiteral("Key"),
                                 QString::fromLatin1(name)),
                 -1);
    }
    QVERIFY(api == before);
}

void TestSchemeEdits::isReadAndWrittenAsJson()
{
    Api api = read(design("Key"));
    const NodeId id = api.components.securitySchemes.find(u"Key")->id;
    QCOMPARE(
        writeJson(behaviourValue(api, place({QStringLiteral("Key")}))),
        QByteArray(R"({"type":"http","scheme":"bearer","x-menura":{"tokens":{"Key":"ada"}}})"));
    QVERIFY(setBehaviourValue(api, place({QStringLiteral("Key"), QStringLiteral("bearerFormat")}),
                              QStringLiteral("JWT")));
    QVERIFY(setBehaviourValue(api, place({QStringLiteral("Key"), QStringLiteral("x-note")}), 1));
    const SecurityScheme *scheme = api.components.securitySchemes.find(u"Key");
    QCOMPARE(scheme->bearerFormat, QStringLiteral("JWT"));
    QCOMPARE(scheme->rest.value(u"x-note"), Json(1));
    QVERIFY(scheme->id == id);
    QVERIFY(setBehaviourValue(api, place({QStringLiteral("Key"), QStringLiteral("x-note")}), {}));
    QVERIFY(
        setBehaviourValue(api, place({QStringLiteral("Key"), QStringLiteral("bearerFormat")}), {}));
    QCOMPARE(written(api), written(read(design("Key"))));
}

void TestSchemeEdits::comesAndGoes()
{
    Api api = read(design("Key"));
    QCOMPARE(behaviourNames(api, BehaviourGroup::Schemes),
             (QStringList{QStringLiteral("Other"), QStringLiteral("Key")}));
    QVERIFY(setBehaviourValue(api, place({QStringLiteral("New")}),
                              JsonObject{{QStringLiteral("type"), QStringLiteral("mutualTLS")}}));
    QVERIFY(api.components.securitySchemes.find(u"New")->id != NodeId::None);
    QVERIFY(setBehaviourValue(api, place({QStringLiteral("Key")}), {}));
    QCOMPARE(behaviourNames(api, BehaviourGroup::Schemes),
             (QStringList{QStringLiteral("Other"), QStringLiteral("New")}));
}

QTEST_GUILESS_MAIN(TestSchemeEdits)
#include "test_scheme_edits.moc"
