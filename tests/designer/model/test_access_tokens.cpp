#include "designer/model/access_tokens.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"

#include <QTest>

using namespace Design;

/// `x-menura.tokens` of security schemes: read, changed, written back, and checked.
class TestAccessTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void keepsWhatItDoesNotChange();
    void goesWithItsLastPart();
    void findsFaults_data();
    void findsFaults();
    void exportLeavesThemOut();
};

namespace
{

LoadedApi load(const QByteArray &extension, const QByteArray &scheme = R"("scheme":"bearer")")
{
    return readOpenApi(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},)"
                       R"("components":{"securitySchemes":{"s":{"type":"http",)" +
                       scheme + R"(,"x-menura":)" + extension + "}}}}");
}

SecurityScheme schemeOf(const LoadedApi &loaded)
{
    return *loaded.api.components.securitySchemes.find(u"s");
}

} // namespace

void TestAccessTokens::reads()
{
    const LoadedApi loaded =
        load(R"({"tokens":{"a":{"user":"alice","scopes":["x","y"]},"b":"bob","c":{}}})");
    QVERIFY(!hasErrors(loaded.diagnostics));
    const AccessTokens tokens = accessTokens(schemeOf(loaded));
    QVERIFY(tokens.isGiven);
    QCOMPARE(tokens.tokens.size(), 3);
    QCOMPARE(*tokens.find(u"a"), (AccessToken{QStringLiteral("a"),
                                              QStringLiteral("alice"),
                                              {QStringLiteral("x"), QStringLiteral("y")}}));
    QCOMPARE(tokens.find(u"b")->user, QStringLiteral("bob"));
    QVERIFY(tokens.find(u"c")->user.isEmpty());
    QVERIFY(!tokens.find(u"d"));
    QVERIFY(!accessTokens(SecurityScheme()).isGiven);
}

void TestAccessTokens::keepsWhatItDoesNotChange()
{
    SecurityScheme scheme =
        schemeOf(load(R"({"note":1,"tokens":{"a":{"scopes":["x"],"user":"alice"},"b":"bob"}})"));
    const SecurityScheme before = scheme;
    AccessTokens tokens = accessTokens(scheme);
    setAccessTokens(scheme, tokens);
    QVERIFY(scheme == before);
    tokens.tokens.append({QStringLiteral("c"), QString(), {QStringLiteral("z")}});
    setAccessTokens(scheme, tokens);
    const Json extension = scheme.rest.value(u"x-menura");
    QCOMPARE(extension.value(u"note"), Json(1));
    QCOMPARE(extension.value(u"tokens").value(u"a").object().keys(),
             (QStringList{QStringLiteral("scopes"), QStringLiteral("user")}));
    QCOMPARE(accessTokens(scheme), tokens);
}

void TestAccessTokens::goesWithItsLastPart()
{
    SecurityScheme scheme = schemeOf(load(R"({"tokens":{}})"));
    QVERIFY(accessTokens(scheme).isGiven);
    setAccessTokens(scheme, {});
    QVERIFY(scheme.rest.value(u"x-menura").isUndefined());
}

void TestAccessTokens::findsFaults_data()
{
    QTest::addColumn<QByteArray>("extension");
    QTest::addColumn<QString>("place");
    const QString start = QStringLiteral("/components/securitySchemes/s/x-menura");
    QTest::newRow("list") << QByteArray("[]") << start;
    QTest::newRow("tokens") << QByteArray(R"({"tokens":["a"]})") << start + QStringLiteral("/tokens");
    QTest::newRow("number") << QByteArray(R"({"tokens":{"a/b":1}})") << start + QStringLiteral("/tokens/a~1b");
    QTest::newRow("user") << QByteArray(R"({"tokens":{"a":{"user":1}}})")
                          << start + QStringLiteral("/tokens/a/user");
    QTest::newRow("scopes") << QByteArray(R"({"tokens":{"a":{"scopes":"x"}}})")
                            << start + QStringLiteral("/tokens/a/scopes");
    QTest::newRow("unknown") << QByteArray(R"({"tokens":{"a":{"roles":[]}}})")
                             << start + QStringLiteral("/tokens/a/roles");
}

void TestAccessTokens::findsFaults()
{
    QFETCH(QByteArray, extension);
    QFETCH(QString, place);
    const LoadedApi loaded = load(extension);
    QVERIFY(loaded.ok);
    QStringList places;
    for (const Diagnostic &diagnostic : loaded.diagnostics) {
        if (diagnostic.rule == u"extension")
            places.append(diagnostic.pointer);
    }
    QCOMPARE(places, QStringList(place));
    // Nothing is lost, whatever it is.
    const Json written = writeOpenApi(loaded.api);
    QCOMPARE(written, loaded.document);
    QCOMPARE(load(R"({"tokens":{"a":"x"}})", R"("scheme":"basic")").diagnostics.size(), 1);
}

void TestAccessTokens::exportLeavesThemOut()
{
    const LoadedApi loaded = load(R"({"tokens":{"secret":"alice"}})");
    const Json clean = exportOpenApi(loaded.api, ExportVersion::OpenApi31);
    const Json scheme = clean.value(u"components").value(u"securitySchemes").value(u"s");
    QCOMPARE(scheme.object().keys(),
             (QStringList{QStringLiteral("type"), QStringLiteral("scheme")}));
}

QTEST_GUILESS_MAIN(TestAccessTokens)
#include "test_access_tokens.moc"
