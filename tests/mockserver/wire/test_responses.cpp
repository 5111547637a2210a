#include "mockserver/wire/response_writer.h"

#include <QTest>

using Mock::ReplyContext;
using Mock::Response;
using Mock::ResponseWriter;

/// What goes over the wire for a response.
class TestResponses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAResponse();
    void leavesOutBodies_data();
    void leavesOutBodies();
    void ownsTheFraming();
    void filtersControlCharacters();
    void saysHowTheConnectionEnds();
    void writesAnyStatus_data();
    void writesAnyStatus();
    void renewsTheDate();
    void keepsAGivenDate();
    void seesWhoEndsTheConnection();
    void refusesInJson();
};

namespace
{

constexpr qint64 now = 784111777; // the example date of RFC 9110 section 5.6.7

QByteArray write(const Response &response, const ReplyContext &context = {})
{
    QByteArray out;
    ResponseWriter().write(out, response, context, now);
    return out;
}

} // namespace

void TestResponses::writesAResponse()
{
    Response response;
    response.status = 201;
    response.headers = {{"content-type", "application/json"}, {"X-A", "1"}, {"X-A", "2"}};
    response.body = "{\"a\":1}";
    QCOMPARE(write(response),
             "HTTP/1.1 201 Created\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
             "content-type: application/json\r\nX-A: 1\r\nX-A: 2\r\nContent-Length: 7\r\n\r\n"
             "{\"a\":1}");
}

void TestResponses::leavesOutBodies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("head");
    QTest::addColumn<QByteArray>("length"); // of Content-Length; null: absent
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("200") << 200 << false << QByteArray("4") << QByteArray("null");
    QTest::newRow("HEAD") << 200 << true << QByteArray("4") << QByteArray();
    QTest::newRow("HEAD 404") << 404 << true << QByteArray("4") << QByteArray();
    QTest::newRow("204") << 204 << false << QByteArray() << QByteArray();
    QTest::newRow("205") << 205 << false << QByteArray("0") << QByteArray();
    QTest::newRow("304") << 304 << false << QByteArray() << QByteArray();
    QTest::newRow("HEAD 304") << 304 << true << QByteArray() << QByteArray();
}

void TestResponses::leavesOutBodies()
{
    QFETCH(int, status);
    QFETCH(bool, head);
    QFETCH(QByteArray, length);
    QFETCH(QByteArray, body);
    Response response;
    response.status = status;
    response.headers = {{"content-type", "application/json"}};
    response.body = "null";
    ReplyContext context;
    context.isHead = head;
    const QByteArray out = write(response, context);
    const qsizetype end = out.indexOf("\r\n\r\n") + 4;
    QCOMPARE(out.mid(end), body);
    QCOMPARE(out.contains("Content-Length"), !length.isNull());
    if (!length.isNull())
        QVERIFY(out.contains("\r\nContent-Length: " + length + "\r\n"));
    // As FastAPI does, the type stays even where there is nothing of it.
    QVERIFY(out.contains("\r\ncontent-type: application/json\r\n"));
}

void TestResponses::ownsTheFraming()
{
    Response response;
    response.headers = {{"content-length", "99"},
                        {"Transfer-Encoding", "chunked"},
                        {"Connection", "keep-alive"},
                        {"Keep-Alive", "timeout=5"},
                        {"Bad Name", "x"},
                        {"", "x"},
                        {"Bad\r\nInjected", "x"}};
    response.body = "abc";
    QCOMPARE(
        write(response),
        "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 3\r\n\r\nabc");
}

void TestResponses::filtersControlCharacters()
{
    Response response;
    response.status = 204;
    response.headers = {{"Location", QByteArray("/a\r\nSet-Cookie: b=c\0\x7f\tD\xc3\xbc", 25)}};
    QCOMPARE(write(response), "HTTP/1.1 204 No Content\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                              "Location: /a  Set-Cookie: b=c  \tD\xc3\xbc\r\n\r\n");
}

void TestResponses::saysHowTheConnectionEnds()
{
    const auto connection = [](int minorVersion, bool alive) {
        ReplyContext context;
        context.minorVersion = minorVersion;
        context.keepsAlive = alive;
        const QByteArray out = write({}, context);
        const qsizetype at = out.indexOf("Connection: ");
        return at < 0 ? QByteArray() : out.mid(at + 12, out.indexOf('\r', at) - at - 12);
    };
    QCOMPARE(connection(1, true), "");
    QCOMPARE(connection(1, false), "close");
    QCOMPARE(connection(0, true), "keep-alive");
    QCOMPARE(connection(0, false), "close");
}

void TestResponses::writesAnyStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("299") << 299 << QByteArray("HTTP/1.1 299 Unknown\r\n");
    QTest::newRow("422") << 422 << QByteArray("HTTP/1.1 422 Unprocessable Content\r\n");
    QTest::newRow("999") << 999 << QByteArray("HTTP/1.1 999 Unknown\r\n");
    for (const int status : {-1, 0, 99, 100, 103, 1000})
        QTest::addRow("%d", status)
            << status << QByteArray("HTTP/1.1 500 Internal Server Error\r\n");
}

void TestResponses::writesAnyStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, line);
    Response response;
    response.status = status;
    const QByteArray out = write(response);
    QVERIFY2(out.startsWith(line), out.constData());
    if (line.contains("500"))
        QVERIFY(out.endsWith("{\"detail\":\"The status " + QByteArray::number(status) +
                             " cannot be that of a final answer.\"}"));
}

void TestResponses::renewsTheDate()
{
    ResponseWriter writer;
    QByteArray out;
    writer.write(out, {}, {}, 0);
    QVERIFY(out.contains("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"));
    out.clear();
    writer.write(out, {}, {}, 1);
    QVERIFY(out.contains("Date: Thu, 01 Jan 1970 00:00:01 GMT\r\n"));
}

void TestResponses::keepsAGivenDate()
{
    Response response;
    response.headers = {{"date", "today"}};
    QVERIFY(write(response).contains("\r\ndate: today\r\n"));
    QVERIFY(!write(response).contains("1994"));
}

void TestResponses::seesWhoEndsTheConnection()
{
    Response response;
    QVERIFY(!Mock::endsConnection(response));
    response.headers = {{"connection", "keep-alive"}};
    QVERIFY(!Mock::endsConnection(response));
    response.headers = {{"connection", "x, Close"}};
    QVERIFY(Mock::endsConnection(response));
}

void TestResponses::refusesInJson()
{
    const Response response = Mock::refusal({400, "It has a '\"' and a '\\' in it."});
    QCOMPARE(response.status, 400);
    QCOMPARE(Mock::headerValue(response.headers, "content-type"), "application/json");
    QCOMPARE(response.body, "{\"detail\":\"It has a '\\\"' and a '\\\\' in it.\"}");
}

QTEST_GUILESS_MAIN(TestResponses)
#include "test_responses.moc"
