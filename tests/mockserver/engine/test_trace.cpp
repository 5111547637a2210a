#include "designer/model/locate.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/text/json_reader.h"
#include "mockserver/engine/engine.h"
#include "mockserver/engine/trace_json.h"

#include <QTest>
#include <QTranslator>

using Design::Json;

/// What an exchange tells about itself, as a header field and as JSON.
class TestTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesWhenAskedFor();
    void namesThePlaceOfEachRule();
    void namesPlacesInSharedMediaTypes();
    void fieldStaysShort();
    void logStaysShort();
    void windowsSayItInTheirLanguage();

private:
    Mock::Exchange ask(const QByteArray &body, const QByteArray &trace = "1");
    Mock::Exchange ask(const Mock::CompiledApi &api, const QByteArray &body,
                       const QByteArray &trace = "1");
    Mock::CompiledApiPointer m_api;
};

void TestTrace::initTestCase()
{
    const Design::LoadedApi loaded = Design::readOpenApi(QByteArray(R"({"openapi":"3.1.0",
        "info":{"title":"t","version":"1"},"paths":{"/items":{"post":{
            "requestBody":{"required":true,"content":{"application/json":{"schema":
                {"type":"array","items":{"$ref":"#/components/schemas/Item"}}}}},
            "responses":{"200":{"description":"","content":{"text/plain":{"example":"fine"}}}}}}},
        "components":{"schemas":{"Item":{"type":"string","maxLength":3}}}})"));
    QVERIFY(loaded.ok);
    m_api = Mock::compile(loaded.api);
}

Mock::Exchange TestTrace::ask(const QByteArray &body, const QByteArray &trace)
{
    return ask(*m_api, body, trace);
}

Mock::Exchange TestTrace::ask(const Mock::CompiledApi &api, const QByteArray &body,
                              const QByteArray &trace)
{
    Mock::Request request;
    request.method = "POST";
    request.target = "/items";
    request.headers = {{"Content-Type", "application/json"}};
    if (!trace.isEmpty())
        request.headers.append({"X-Menura-Trace", trace});
    request.body = body;
    return Mock::handle(api, request);
}

void TestTrace::comesWhenAskedFor()
{
    QVERIFY(!findHeader(ask("[]", "").response.headers, "x-menura-trace"));
    QVERIFY(!findHeader(ask("[]", "0").response.headers, "x-menura-trace"));
    const Mock::Exchange exchange = ask("[]");
    QCOMPARE(exchange.response.body, QByteArray("fine"));
    const Json trace =
        Design::readJson(headerValue(exchange.response.headers, "x-menura-trace")).value;
    QCOMPARE(trace.value(u"route"), Json(QStringLiteral("POST /items")));
    QCOMPARE(trace.value(u"steps").array().size(), exchange.steps.size());
    QCOMPARE(trace.value(u"violations"), Json(Design::JsonArray()));
    for (const Json &step : trace.value(u"steps").array())
        QVERIFY(step.value(u"ms").isNumber() && step.value(u"outcome").isString());
}

void TestTrace::namesThePlaceOfEachRule()
{
    const Mock::Exchange exchange = ask(R"(["abcd"])");
    const Json trace =
        Design::readJson(headerValue(exchange.response.headers, "x-menura-trace")).value;
    const Json violation = trace.value(u"violations").array().value(0);
    QCOMPARE(violation.value(u"place"), Json(QStringLiteral("/components/schemas/Item/maxLength")));
    QCOMPARE(violation.value(u"loc"),
             Json(Design::JsonArray{Json(QStringLiteral("body")), Json(0)}));
}

void TestTrace::namesPlacesInSharedMediaTypes()
{
    const Design::LoadedApi loaded = Design::readOpenApi(QByteArray(R"({"openapi":"3.2.0",
        "info":{"title":"t","version":"1"},"paths":{"/items":{"post":{
            "requestBody":{"content":{"application/json":{"$ref":"#/components/mediaTypes/Again"}}},
            "responses":{"204":{"description":"Taken."}}}}},
        "components":{"mediaTypes":{"Again":{"$ref":"#/components/mediaTypes/Items"},
            "Items":{"schema":{"type":"array","items":{"maxLength":3}}}}}})"));
    QVERIFY(loaded.ok);
    const Mock::CompiledApiPointer api = Mock::compile(loaded.api);
    const Mock::Exchange exchange = ask(*api, R"(["abcd"])");
    QCOMPARE(exchange.violations.size(), 1);
    const QString place = QStringLiteral("/components/mediaTypes/Items/schema/items/maxLength");
    QCOMPARE(exchange.violations.first().pointer, place);
    // The node that people are led to is one of the design: what refers to the shared one.
    const Design::NodeIndex index(loaded.api);
    QCOMPARE(index.pointer(exchange.violations.first().node),
             QStringLiteral("/paths/~1items/post/requestBody/content/application~1json"));
    const Json trace =
        Design::readJson(headerValue(exchange.response.headers, "x-menura-trace")).value;
    QCOMPARE(trace.value(u"violations").array().value(0).value(u"place"), Json(place));
}

void TestTrace::fieldStaysShort()
{
    QByteArray body = "[";
    for (int i = 0; i < 500; ++i)
        body += "\"\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\",";
    body.back() = ']';
    const Mock::Exchange exchange = ask(body);
    QCOMPARE(exchange.violations.size(), 500);
    const QByteArray field = headerValue(exchange.response.headers, "x-menura-trace");
    QVERIFY2(field.size() <= 6'000, QByteArray::number(field.size()).constData());
    const Json trace = Design::readJson(field).value;
    QVERIFY(trace.value(u"violations").array().size() > 5);
    QCOMPARE(trace.value(u"violations").array().size() + trace.value(u"moreViolations").toInt64(),
             500);

    Mock::Exchange hostile = exchange;
    hostile.steps.first().text = QString(50'000, QChar(u'ä')) + QStringLiteral("\r\nx: y");
    hostile.steps.first().pointer = QString(50'000, QChar(u'p'));
    const QByteArray cut = Mock::traceField(hostile, {});
    QVERIFY(cut.size() <= 6'000);
    for (const char c : cut)
        QVERIFY(c >= 0x20 && c < 0x7f);
}

void TestTrace::logStaysShort()
{
    Mock::Exchange exchange = ask("[]");
    Mock::Violation violation;
    violation.message = QString(10'000, u'm');
    exchange.violations = QList<Mock::Violation>(200, violation);
    const Design::JsonObject trace = Mock::traceJson(exchange, {});
    QCOMPARE(trace.value(u"violations").array().size(), 50);
    QCOMPARE(trace.value(u"moreViolations"), Json(150));
    QCOMPARE(trace.value(u"violations").array().first().value(u"msg").string().size(), 501);
}

namespace
{

class OtherLanguage : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QLatin1String(context) == QLatin1String("Mock::TraceText")
                   ? QString::fromUtf8(text).replace(QLatin1String("the"), QLatin1String("das"))
                   : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

/// What leaves the program is English, whatever the windows speak.
void TestTrace::windowsSayItInTheirLanguage()
{
    OtherLanguage language;
    QVERIFY(QCoreApplication::installTranslator(&language));
    const Mock::Exchange exchange = ask("[]");
    QCoreApplication::removeTranslator(&language);
    const auto answer =
        std::find_if(exchange.steps.begin(), exchange.steps.end(),
                     [](const Mock::Step &step) { return step.kind == Mock::StepKind::Answer; });
    QVERIFY(answer != exchange.steps.end());
    QCOMPARE(answer->text, QStringLiteral("the example"));
    QVERIFY(QCoreApplication::installTranslator(&language));
    QCOMPARE(answer->said.translated(), QStringLiteral("das example"));
    QCOMPARE(exchange.steps.first().said.translated(), exchange.steps.first().text);
    const Mock::TraceText nested("the %1 of %2", {Mock::TraceText("the %1", {QStringLiteral("%2")}),
                                                  QStringLiteral("the store")});
    QCOMPARE(nested.translated(), QStringLiteral("das das %2 of the store"));
    QCOMPARE(nested.english(), QStringLiteral("the the %2 of the store"));
    QCoreApplication::removeTranslator(&language);
}

QTEST_GUILESS_MAIN(TestTrace)
#include "test_trace.moc"
