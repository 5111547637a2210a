#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/engine.h"
#include "mockserver/state/state.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace Mock;
using Design::Json;

/// What runs around a route, as far as it takes more than one request to see it.
class TestAround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensLeadToTheirUsers();
    void tokensExpire();
    void tokensAreWebTokens();
    void tokensOfOthersAreRefused();
    void theTraceNamesWhatApplied();
    void theTraceNamesAnEndlessExpression();
    void endlessExpressionsDoNotStopOthers();
    void reportsExpressionsThatCannotBeRead();
    void strictDesignsAnswerProblems();
    void hostileExtensionsCompile();
};

namespace
{

Design::Api designOf(const QString &name)
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/%1.yaml").arg(name));
    return file.open(QIODevice::ReadOnly) ? Design::readOpenApi(file.readAll()).api : Design::Api();
}

Exchange send(const CompiledApiPointer &api, const QByteArray &method, const QByteArray &target,
              const QList<HeaderField> &headers = {}, const QByteArray &body = {})
{
    Request request;
    request.method = method;
    request.target = target;
    request.headers = headers;
    request.body = body;
    return handle(*api, request);
}

QByteArray tokenOf(const CompiledApiPointer &api, const QByteArray &form)
{
    const Exchange exchange =
        send(api, "POST", "/token", {{"content-type", "application/x-www-form-urlencoded"}}, form);
    return Design::readJson(exchange.response.body)
        .value.value(u"access_token")
        .toString()
        .toLatin1();
}

QList<HeaderField> bearer(const QByteArray &token)
{
    return {{"authorization", "Bearer " + token}};
}

} // namespace

void TestAround::tokensLeadToTheirUsers()
{
    const CompiledApiPointer api = compile(designOf(QStringLiteral("dependencies")));
    const QByteArray ada = tokenOf(api, "username=ada&password=engine");
    const QByteArray bob = tokenOf(api, "username=bob&password=laughter&scope=me+items");
    const QByteArray eve = tokenOf(api, "username=eve&password=listening");
    QVERIFY(!ada.isEmpty() && !bob.isEmpty() && ada != bob);
    QCOMPARE(send(api, "GET", "/users/me", bearer(ada)).response.body,
             QByteArray("{\"username\":\"ada\",\"full_name\":\"Ada Lovelace\"}"));
    QCOMPARE(send(api, "GET", "/users/?skip=1&limit=1", bearer(ada)).response.body,
             QByteArray("[{\"username\":\"bob\",\"full_name\":\"Bob Hope\"}]"));
    // 403 beats 422, 422 comes when nobody raises.
    QCOMPARE(send(api, "GET", "/users/?skip=x", bearer(bob)).response.status, 403);
    QCOMPARE(send(api, "GET", "/users/?skip=x", bearer(ada)).response.status, 422);
    QCOMPARE(send(api, "GET", "/users/me/items", bearer(ada)).response.body,
             QByteArray("[{\"item_id\":\"Foo\",\"owner\":\"ada\"}]"));
    // A scope that the user has not is not granted, however it was asked for.
    const Exchange refused = send(api, "GET", "/users/me/items", bearer(bob));
    QCOMPARE(refused.response.status, 401);
    QCOMPARE(headerValue(refused.response.headers, "www-authenticate"),
             QByteArray("Bearer scope=\"items\""));
    QCOMPARE(send(api, "GET", "/users/me", bearer(eve)).response.body,
             QByteArray("{\"detail\":\"Inactive user\"}"));
}

void TestAround::tokensExpire()
{
    const Design::Api design = designOf(QStringLiteral("dependencies"));
    CompileOptions options;
    options.clock = 1'000'000'000'000;
    const QByteArray token = tokenOf(compile(design, options), "username=ada&password=engine");
    options.clock = 1'000'000'000'000 + 30 * 60 * 1000 - 1;
    QCOMPARE(send(compile(design, options), "GET", "/users/me", bearer(token)).response.status,
             200);
    options.clock = 1'000'000'000'000 + 30 * 60 * 1000;
    QCOMPARE(send(compile(design, options), "GET", "/users/me", bearer(token)).response.status,
             401);
}

/// Clients look into them (RFC 7519).
void TestAround::tokensAreWebTokens()
{
    CompileOptions options;
    options.clock = 1'000'000'000'500;
    const CompiledApiPointer api = compile(designOf(QStringLiteral("dependencies")), options);
    const QByteArrayList parts =
        tokenOf(api, "username=ada&password=engine&scope=items").split('.');
    QCOMPARE(parts.size(), 3);
    const auto decoded = [&parts](qsizetype i) {
        return QByteArray::fromBase64(parts[i], QByteArray::Base64UrlEncoding);
    };
    QCOMPARE(decoded(0), QByteArray(R"({"alg":"HS256","typ":"JWT"})"));
    QCOMPARE(decoded(1), QByteArray(R"({"sub":"ada","scopes":["items"],"exp":1000001800.5})"));
}

void TestAround::tokensOfOthersAreRefused()
{
    const Design::Api design = designOf(QStringLiteral("dependencies"));
    const CompiledApiPointer api = compile(design);
    CompileOptions other;
    other.seed = 7;
    const QByteArray token = tokenOf(compile(design, other), "username=ada&password=engine");
    QCOMPARE(send(api, "GET", "/users/me", bearer(token)).response.status, 401);
    QByteArray changed = tokenOf(api, "username=bob&password=laughter");
    changed[3] = changed[3] == 'A' ? 'B' : 'A';
    QCOMPARE(send(api, "GET", "/users/me", bearer(changed)).response.status, 401);
    QCOMPARE(send(api, "GET", "/users/me", bearer(".")).response.status, 401);
}

void TestAround::theTraceNamesWhatApplied()
{
    const CompiledApiPointer api = compile(designOf(QStringLiteral("errors")));
    const Exchange exchange = send(api, "POST", "/items/1/reservations",
                                   {{"content-type", "application/json"}}, R"({"quantity":9})");
    QCOMPARE(exchange.violations.size(), 1);
    QCOMPARE(exchange.violations.first().type, QStringLiteral("insufficient_stock"));
    QCOMPARE(exchange.violations.first().pointer,
             QStringLiteral("/paths/~1items~1{item_id}~1reservations/post/x-menura/errors/0"));
    QCOMPARE(exchange.steps.last().outcome, Outcome::Failed);
    QVERIFY(exchange.steps.last().text.contains(QLatin1String("body.quantity > item.stock")));
}

void TestAround::theTraceNamesAnEndlessExpression()
{
    const CompiledApiPointer api = compile(designOf(QStringLiteral("errors")));
    const Exchange exchange = send(api, "GET", "/broken");
    QCOMPARE(exchange.response.status, 500);
    QVERIFY(exchange.violations.first().message.contains(QLatin1String("for (;;)")));
    QVERIFY(exchange.violations.first().pointer.endsWith(QLatin1String("/errors/0/when")));
}

void TestAround::endlessExpressionsDoNotStopOthers()
{
    const CompiledApiPointer api = compile(designOf(QStringLiteral("errors")));
    std::atomic<bool> isDone = false;
    std::thread endless([&] {
        for (int i = 0; i < 3; ++i)
            send(api, "GET", "/broken");
        isDone = true;
    });
    int answered = 0;
    qint64 longest = 0;
    while (!isDone) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(send(api, "GET", "/items/1").response.status, 200);
        longest = std::max(longest, timer.elapsed());
        ++answered;
    }
    endless.join();
    QVERIFY2(answered > 50, QByteArray::number(answered).constData());
    QVERIFY2(longest < 200, QByteArray::number(longest).constData());
}

void TestAround::reportsExpressionsThatCannotBeRead()
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/errors.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll().replace("path.item_id === 13", "path.item_id === = 13");
    const CompiledApiPointer api = compile(Design::readOpenApi(text).api);
    const Design::Diagnostics found = api->diagnostics();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().pointer,
             QStringLiteral("/paths/~1items~1{item_id}/get/x-menura/errors/0/when"));
    QCOMPARE(send(api, "GET", "/items/1").response.status, 500);
    QCOMPARE(send(api, "GET", "/busy").response.status, 200);
}

void TestAround::strictDesignsAnswerProblems()
{
    CompileOptions options;
    options.profile = Profile::Strict;
    const CompiledApiPointer api = compile(designOf(QStringLiteral("stores")), options);
    const Exchange missing = send(api, "GET", "/items/99");
    QCOMPARE(missing.response.status, 404);
    QCOMPARE(headerValue(missing.response.headers, "content-type"),
             QByteArray("application/problem+json"));
    QVERIFY(missing.response.body.contains("Item not found"));
    const Exchange made = send(api, "POST", "/items/", {{"content-type", "application/json"}},
                               R"({"name":"a","sku":"AB-1","price":1})");
    QVERIFY2(made.response.status == 201, made.response.body.constData());
    // What only the store keeps does not leave, in this profile either.
    const Exchange user = send(api, "POST", "/users/", {{"content-type", "application/json"}},
                               R"({"username":"bob","password":"secret"})");
    QCOMPARE(user.response.body, QByteArray(R"({"id":2,"username":"bob"})"));
    const Exchange list = send(api, "GET", "/items/?limit=1");
    QCOMPARE(list.response.body,
             QByteArray(R"([{"id":1,"name":"Garden hose","sku":"HO-1","price":24.9}])"));
    QCOMPARE(send(api, "POST", "/items/", {{"content-type", "application/json"}},
                  R"({"name":"a","sku":"AB-1","price":1})")
                 .response.status,
             409);
}

/// Whatever stands in the place of a part of the extensions: the design compiles, and answers.
void TestAround::hostileExtensionsCompile()
{
    using Use = std::function<void(const Json &)>;
    const Json bad =
        Json(Design::JsonArray{Json(7), Json(QStringLiteral(")})(x,{")), Json(nullptr)});
    int count = 0;
    const std::function<void(const Json &, bool, const Use &)> mutate = [&](const Json &json,
                                                                            bool isInside,
                                                                            const Use &use) {
        if (isInside && ++count % 7 == 0)
            use(count % 2 == 0 ? bad : Json(QStringLiteral("a.b.c")));
        for (const Design::JsonObject::Member &member : json.object()) {
            mutate(member.value, isInside || member.key == u"x-menura", [&](const Json &changed) {
                Design::JsonObject object = json.object();
                object.insert(member.key, changed);
                use(Json(object));
            });
        }
        for (qsizetype i = 0; isInside && i < json.array().size(); ++i) {
            mutate(json.array()[i], true, [&](const Json &changed) {
                Design::JsonArray array = json.array();
                array[i] = changed;
                use(Json(array));
            });
        }
    };
    int tried = 0;
    for (const char *name : {"dependencies", "stores", "errors", "tasks", "upstream", "routers"}) {
        QFile file(QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/%1.yaml")
                       .arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        mutate(Design::readOpenApi(file.readAll()).document, false, [&](const Json &changed) {
            const CompiledApiPointer api = compile(Design::readOpenApi(changed).api);
            for (const char *target :
                 {"/items/1", "/items/", "/users/me", "/repos/a/b", "/messages"})
                QVERIFY(send(api, "GET", target, bearer("x")).response.status >= 200);
            ++tried;
        });
    }
    QVERIFY2(tried > 50, QByteArray::number(tried).constData());
}

QTEST_GUILESS_MAIN(TestAround)
#include "test_around.moc"
