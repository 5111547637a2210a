#include "designer/openapi/openapi_reader.h"
#include "mockserver/http/server.h"
#include "raw_client.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

/// The design is exchanged while it answers.
class TestSwap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextRequestObeys();
    void swapsUnderLoad();
    void releasesTheOldDesign();
    void saysWhichRevisionAnswered();
};

namespace
{

Mock::CompiledApiPointer version(int number)
{
    const QByteArray document = R"({
        "openapi": "3.1.0",
        "info": {"title": "Version", "version": "1"},
        "paths": {"/version": {"get": {"responses": {"200": {
            "description": "ok",
            "content": {"application/json": {"example": NUMBER}}}}}}}})";
    const Design::LoadedApi loaded =
        Design::readOpenApi(QByteArray(document).replace("NUMBER", QByteArray::number(number)));
    Mock::CompileOptions options;
    options.revision = static_cast<quint64>(number);
    return Mock::compile(loaded.api, options);
}

Mock::ServerOptions anyPort()
{
    Mock::ServerOptions options;
    options.port = 0;
    options.threads = 2;
    return options;
}

} // namespace

void TestSwap::nextRequestObeys()
{
    Mock::Server server;
    server.setApi(version(1));
    QVERIFY(server.start(anyPort()));
    RawClient first(server.port());
    RawClient second(server.port());
    for (int number = 2; number < 200; ++number) {
        server.setApi(version(number));
        RawClient &client = number % 2 == 0 ? first : second;
        const RawResponse response = client.request(getRequest("/version"));
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, QByteArray::number(number));
    }
}

void TestSwap::swapsUnderLoad()
{
    Mock::Server server;
    server.setApi(version(1));
    QVERIFY(server.start(anyPort()));
    const quint16 port = server.port();
    std::atomic<int> published = 1;
    std::atomic<bool> stop = false;
    std::atomic<int> good = 0;
    std::atomic<int> bad = 0;
    std::vector<std::thread> clients;
    for (int index = 0; index < 4; ++index) {
        clients.emplace_back([port, &published, &stop, &good, &bad] {
            RawClient client(port);
            while (!stop) {
                const int atLeast = published;
                const RawResponse response = client.request(getRequest("/version"));
                const bool isGood = response.status == 200 && response.body.toInt() >= atLeast;
                ++(isGood ? good : bad);
                if (!isGood)
                    return;
            }
        });
    }
    int number = 1;
    while (good < 5'000 && bad == 0) {
        server.setApi(version(++number));
        published = number;
        std::this_thread::sleep_for(1ms);
    }
    stop = true;
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(bad.load(), 0);
    QVERIFY(good >= 5'000);
    QVERIFY(number > 20);
}

void TestSwap::releasesTheOldDesign()
{
    Mock::Server server;
    Mock::CompiledApiPointer old = version(1);
    const std::weak_ptr<const Mock::CompiledApi> watched = old;
    server.setApi(std::move(old));
    QVERIFY(server.start(anyPort()));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int count = 0; count < 4; ++count) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        QCOMPARE(clients.back()->request(getRequest("/version")).status, 200);
    }
    QVERIFY(!watched.expired());
    server.setApi(version(2));
    // Without another request.
    QTRY_VERIFY(watched.expired());
}

void TestSwap::saysWhichRevisionAnswered()
{
    Mock::Server server;
    QList<quint64> revisions;
    connect(&server, &Mock::Server::exchangesFinished, this,
            [&revisions](const QList<Mock::Exchange> &batch) {
                for (const Mock::Exchange &exchange : batch)
                    revisions.append(exchange.revision);
            });
    QVERIFY(server.start(anyPort()));
    RawClient client(server.port());
    for (const int number : {3, 7, 7}) {
        server.setApi(version(number));
        QCOMPARE(client.request(getRequest("/version")).status, 200);
    }
    server.stop();
    QCOMPARE(revisions, QList<quint64>({3, 7, 7}));
}

QTEST_GUILESS_MAIN(TestSwap)
#include "test_swap.moc"
