#include "designer/openapi/openapi_reader.h"
#include "mockserver/engine/around/fault_draw.h"
#include "mockserver/engine/engine.h"
#include "mockserver/state/state.h"

#include <QTest>

#include <cmath>

using namespace Mock;
using Design::DelayDesign;
using Design::FaultDesign;

/// How late answers are and what goes wrong with them: the shapes of the distributions, and that a
/// seed decides.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysHaveTheirShape_data();
    void delaysHaveTheirShape();
    void sharesAreKept();
    void aSeedDecides();
    void everyRequestMeetsThem();
    void routesHaveTheirOwn();

private:
    static CompiledApiPointer compiled(const QByteArray &document, const QByteArray &route,
                                       quint64 seed = 0);
    static Request request(const QByteArray &target);
};

CompiledApiPointer TestFaults::compiled(const QByteArray &document, const QByteArray &route,
                                        quint64 seed)
{
    const Design::LoadedApi loaded = Design::readOpenApi(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nx-menura: {profile: fastapi, faults: {" +
        document +
        "}}\npaths:\n  /a:\n    get:\n      operationId: a\n      parameters: [{name: n, in: "
        "query, "
        "schema: {type: integer}}]\n      responses: {'200': {description: OK}}\n      x-menura: "
        "{" +
        route + "}\n");
    CompileOptions options;
    options.seed = seed;
    return compile(loaded.api, options);
}

Request TestFaults::request(const QByteArray &target)
{
    Request request;
    request.method = "GET";
    request.target = target;
    return request;
}

void TestFaults::delaysHaveTheirShape_data()
{
    QTest::addColumn<DelayDesign>("delay");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("deviation");
    using Kind = DelayDesign::Kind;
    QTest::newRow("fixed") << DelayDesign{Kind::Uniform, 250, 250, 0, 0} << 250.0 << 0.0;
    QTest::newRow("uniform") << DelayDesign{Kind::Uniform, 100, 500, 0, 0} << 300.0
                             << 400.0 / std::sqrt(12);
    QTest::newRow("normal") << DelayDesign{Kind::Normal, 0, 600'000, 1000, 100} << 1000.0 << 100.0;
    QTest::newRow("lognormal") << DelayDesign{Kind::LogNormal, 0, 600'000, 1000, 400} << 1000.0
                               << 400.0;
    QTest::newRow("exponential") << DelayDesign{Kind::Exponential, 0, 600'000, 1000, 0} << 1000.0
                                 << 1000.0;
}

void TestFaults::delaysHaveTheirShape()
{
    QFETCH(DelayDesign, delay);
    QFETCH(double, mean);
    QFETCH(double, deviation);
    FaultDesign faults;
    faults.delay = delay;
    constexpr int count = 20'000;
    double sum = 0;
    double squares = 0;
    for (quint64 number = 1; number <= count; ++number) {
        const double time = drawFaults(faults, 1, number).delay;
        QVERIFY(time >= delay.least && time <= delay.most);
        sum += time;
        squares += time * time;
    }
    const double found = sum / count;
    const double spread = std::sqrt(std::max(0.0, squares / count - found * found));
    QVERIFY2(std::abs(found - mean) < mean * 0.03, qUtf8Printable(QString::number(found)));
    QVERIFY2(std::abs(spread - deviation) <= deviation * 0.05 + 1,
             qUtf8Printable(QString::number(spread)));
}

void TestFaults::sharesAreKept()
{
    FaultDesign faults;
    faults.errorRate = 0.1;
    faults.drop = 0.2;
    faults.reset = 0.05;
    faults.truncate = 0.15;
    faults.slow = 0.3;
    faults.pace = 77;
    QHash<int, int> counts;
    constexpr int all = 20'000;
    for (quint64 number = 1; number <= all; ++number) {
        const FaultDraw draw = drawFaults(faults, 5, number);
        QVERIFY(!draw.isError || draw.mishap.kind == Mishap::Kind::None);
        ++counts[draw.isError ? -1 : static_cast<int>(draw.mishap.kind)];
        if (draw.mishap.kind == Mishap::Kind::Slow)
            QCOMPARE(draw.mishap.pace, 77);
    }
    const auto isShare = [&counts](int kind, double share) {
        return std::abs(counts.value(kind) / double(all) - share) < 0.01;
    };
    QVERIFY(isShare(-1, 0.1));
    QVERIFY(isShare(static_cast<int>(Mishap::Kind::Drop), 0.2));
    QVERIFY(isShare(static_cast<int>(Mishap::Kind::Reset), 0.05));
    QVERIFY(isShare(static_cast<int>(Mishap::Kind::Truncate), 0.15));
    QVERIFY(isShare(static_cast<int>(Mishap::Kind::Slow), 0.3));
}

void TestFaults::aSeedDecides()
{
    const auto statuses = [](const CompiledApiPointer &api) {
        QList<int> list;
        for (int i = 0; i < 50; ++i)
            list.append(handle(*api, request("/a")).response.status);
        return list;
    };
    const auto api = compiled("rate: 0.5", {}, 3);
    const QList<int> first = statuses(api);
    QVERIFY(first.contains(200) && first.contains(503));
    api->state()->reset();
    QCOMPARE(statuses(api), first);
    QCOMPARE(statuses(compiled("rate: 0.5", {}, 3)), first);
    QVERIFY(statuses(compiled("rate: 0.5", {}, 4)) != first);
}

void TestFaults::everyRequestMeetsThem()
{
    const auto api = compiled("delay: 20ms, rate: 1, status: 500", {});
    for (const char *target : {"/a", "/a?n=x", "/unknown"}) {
        const Exchange exchange = handle(*api, request(target));
        QCOMPARE(exchange.response.status, 500);
        QCOMPARE(exchange.response.body, QByteArray(R"({"detail":"Internal Server Error"})"));
        QCOMPARE(exchange.delay, 20);
        QCOMPARE(exchange.steps.last().pointer, QStringLiteral("/x-menura/faults"));
    }
    QCOMPARE(handle(*api, request("/docs")).response.status, 200);
}

void TestFaults::routesHaveTheirOwn()
{
    const auto api = compiled("delay: 1s", "faults: {reset: 1}");
    const Exchange exchange = handle(*api, request("/a"));
    QCOMPARE(exchange.delay, 0);
    QCOMPARE(exchange.mishap.kind, Mishap::Kind::Reset);
    QCOMPARE(exchange.steps.last().text, QStringLiteral("the connection is reset"));
    QCOMPARE(handle(*api, request("/b")).delay, 1000);
    QCOMPARE(handle(*compiled("delay: 1s", "faults: {}"), request("/a")).delay, 0);
}

QTEST_APPLESS_MAIN(TestFaults)
#include "test_faults.moc"
