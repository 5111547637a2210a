#include "event_log.h"

#include <QTest>

using Mock::Limits;
using Mock::RequestReader;
using Phase = RequestReader::Phase;

/// Single requests: what is accepted and as what, what is refused and why.
class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARequest();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void waits_data();
    void waits();
    void limits_data();
    void limits();
    void takesAuthorityFromAbsoluteTarget();
    void cutsFragment();
    void keepsAliveAsAsked_data();
    void keepsAliveAsAsked();
    void sendsContinueOnce();
    void secondRequestNeverComesFromABody();
    void throwsAwayWhatFollowsTheLastRequest();
    void refusesUnknownCodingAfterItsBody();
    void forgetsThePreviousRequest();
    void reservesOnlyWhatCame();
};

namespace
{

const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n";
const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\n";
const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

// Reads whole and by bytes, and insists on the same log.
EventLog read(const QByteArray &bytes, const Limits &limits = {})
{
    const EventLog whole = readAll(bytes, limits);
    const EventLog cut = readByBytes(bytes, limits);
    if (whole.lines != cut.lines || whole.phase != cut.phase)
        qFatal("not the same log:\n%s\n---\n%s", whole.lines.join('\n').constData(),
               cut.lines.join('\n').constData());
    return whole;
}

} // namespace

void TestRequests::readsARequest()
{
    const EventLog log = read("\r\nPUT /items/7?x=%20#top HTTP/1.1\r\nHost: localhost:8000\r\n"
                              "X-A:\t one, two \t\r\nx-a:three\r\nEmpty:\r\nContent-Length: 5\r\n"
                              "\r\nhello");
    QCOMPARE(log.requests.size(), 1);
    const Mock::Request &request = log.requests.first();
    QCOMPARE(request.method, "PUT");
    QCOMPARE(request.target, "/items/7?x=%20");
    QCOMPARE(request.minorVersion, 1);
    QCOMPARE(request.body, "hello");
    const QList<Mock::HeaderField> headers = {{"Host", "localhost:8000"},
                                              {"X-A", "one, two"},
                                              {"x-a", "three"},
                                              {"Empty", ""},
                                              {"Content-Length", "5"}};
    QCOMPARE(request.headers, headers);
    QVERIFY(log.keepsAlive);
    QCOMPARE(log.phase, Phase::Idle);
}

void TestRequests::accepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");

    const QByteArray none;
    QTest::newRow("trace") << QByteArray("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n") << none;
    QTest::newRow("unknown method") << QByteArray("m-x! / HTTP/1.1\r\nHost: a\r\n\r\n") << none;
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") << none;
    QTest::newRow("1.0 without host") << QByteArray("GET / HTTP/1.0\r\n\r\n") << none;
    QTest::newRow("empty host") << QByteArray("GET / HTTP/1.1\r\nHost:\r\n\r\n") << none;
    QTest::newRow("ipv6 host") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n") << none;
    QTest::newRow("host with empty port")
        << QByteArray("GET / HTTP/1.1\r\nHost: a:\r\n\r\n") << none;
    QTest::newRow("odd host") << QByteArray("GET / HTTP/1.1\r\nHost: a_b.c=%41\r\n\r\n") << none;
    QTest::newRow("target of all sorts") << QByteArray("GET /\"<>\\^`{|}[]%zz HTTP/1.1\r\nHost: a"
                                                       "\r\n\r\n")
                                         << none;
    QTest::newRow("obs-text in a value") << get + "X: D\xc3\xbc\xff\r\n\r\n" << none;
    QTest::newRow("colons in a value") << get + "X: a:b: c\r\n\r\n" << none;
    QTest::newRow("length 0") << post + "Content-Length: 0\r\n\r\n" << none;
    QTest::newRow("length with zeros")
        << post + "Content-Length: 0003\r\n\r\nabc" << QByteArray("abc");
    QTest::newRow("get with a body") << get + "Content-Length: 1\r\n\r\nx" << QByteArray("x");
    QTest::newRow("upgrade") << get + "Connection: upgrade\r\nUpgrade: h2c\r\n\r\n" << none;
    QTest::newRow("no chunk") << chunked + "0\r\n\r\n" << none;
    QTest::newRow("chunks") << chunked + "3\r\nabc\r\n00a\r\n0123456789\r\n0\r\n\r\n"
                            << QByteArray("abc0123456789");
    QTest::newRow("coding in capitals")
        << post + "Transfer-Encoding: Chunked\r\n\r\nA\r\n0123456789\r\n000\r\n\r\n"
        << QByteArray("0123456789");
    QTest::newRow("chunk extensions") << chunked + "1;a;b=c;d=\"x;\\\"y\"\r\nz\r\n0;e\r\n\r\n"
                                      << QByteArray("z");
    QTest::newRow("trailer") << chunked + "1\r\nz\r\n0\r\nContent-Length: 9\r\nX: y\r\n\r\n"
                             << QByteArray("z");
}

void TestRequests::accepts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    const EventLog log = read(bytes);
    QVERIFY2(!log.fault, log.fault.detail.constData());
    QCOMPARE(log.requests.size(), 1);
    QCOMPARE(log.requests.first().body, body);
    QCOMPARE(log.requests.first().method, bytes.first(bytes.indexOf(' ')));
}

void TestRequests::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says"); // part of the detail

    const auto row = [](const char *name, const QByteArray &bytes, int status,
                        const QByteArray &says) { QTest::newRow(name) << bytes << status << says; };
    const QByteArray host = "\r\nHost: a\r\n\r\n";

    row("tls", QByteArray("\x16\x03\x01\x02\x00", 5), 400, "0x16");
    row("0.9", "GET /\r\n", 400, "no HTTP version");
    row("space first", " GET / HTTP/1.1" + host, 400, "0x20");
    row("two spaces", "GET  / HTTP/1.1" + host, 400, "two spaces");
    row("space in target", "GET /a b HTTP/1.1" + host, 400, "HTTP version");
    row("tab", "GET\t/ HTTP/1.1" + host, 400, "0x09");
    row("nul in method", QByteArray("G\0T / HTTP/1.1\r\n", 16), 400, "0x00");
    row("control in target", "GET /\x7f HTTP/1.1" + host, 400, "0x7f");
    row("utf-8 in target", "GET /\xc3\xa9 HTTP/1.1" + host, 400, "0xc3");
    row("relative target", "GET a/b HTTP/1.1" + host, 400, "neither a path");
    row("query only", "GET ?a HTTP/1.1" + host, 400, "neither a path");
    row("another scheme", "GET ftp://a/ HTTP/1.1" + host, 400, "neither a path");
    row("absolute without host", "GET http:///a HTTP/1.1" + host, 400, "neither a path");
    row("connect", "CONNECT a:443 HTTP/1.1" + host, 501, "tunnels");
    row("2.0", "PRI * HTTP/2.0" + host, 505, "HTTP/2.0");
    row("1.2", "GET / HTTP/1.2" + host, 505, "HTTP/1.2");
    row("lower case version", "GET / http/1.1" + host, 400, "HTTP version");
    row("longer version", "GET / HTTP/1.10" + host, 400, "CR LF");
    row("after the version", "GET / HTTP/1.1 " + host, 400, "CR LF");
    row("bare LF in the line", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400, "CR LF");
    row("CR without LF", "GET / HTTP/1.1\rHost: a\r\n\r\n", 400, "no LF");
    row("long method", QByteArray(65, 'A') + " / HTTP/1.1", 501, "longer");
    row("empty lines", QByteArray("\r\n").repeated(9), 400, "empty lines");
    row("bare LF first", "\nGET / HTTP/1.1" + host, 400, "0x0a");

    row("no host", "GET / HTTP/1.1\r\n\r\n", 400, "Host is missing");
    row("two hosts", get + "host: a\r\n\r\n", 400, "Host is given twice");
    for (const char *bad : {"a b", "a/b", "a@b", "a:x", "a:99999", "a:123456", "[::1", "::1", "[]",
                            "%4", "a:1:2", "\xc3\xa9", "[g::1]", "a?b", "a#b"})
        row(qPrintable(QStringLiteral("host %1").arg(QString::fromUtf8(bad))),
            QByteArray("GET / HTTP/1.1\r\nHost: ") + bad + "\r\n\r\n", 400, "Host");

    row("folded", get + "X: y\r\n z: 1\r\n\r\n", 400, "folded");
    row("folded first", "GET / HTTP/1.1\r\n Host: a", 400, "folded");
    row("space before colon", get + "X : y\r\n\r\n", 400, "blank in or after");
    row("no colon", get + "Xy\r\n\r\n", 400, "has no colon");
    row("no name", get + ": y\r\n\r\n", 400, "instead of a field name");
    row("bad name", get + "X[]: y\r\n\r\n", 400, "'['");
    row("nul in name", get + QByteArray("X\0Y: z\r\n", 8), 400, "0x00");
    row("nul in value", get + QByteArray("X: \0\r\n", 6), 400, "0x00");
    row("bell in value", get + "X: \x07\r\n\r\n", 400, "0x07");
    row("CR in value", get + "X: y\rz\r\n\r\n", 400, "no LF");
    row("LF in value", get + "X: y\nz: 1\r\n\r\n", 400, "LF instead of CR LF");
    row("end without LF", get + "\rGET", 400, "no LF");

    for (const char *bad :
         {"-1", "+5", "0x5", "5 5", "5,5", "5, 6", "5.0", "1e3", "", "abc", "\"5\""})
        row(qPrintable(QStringLiteral("length %1").arg(QLatin1String(bad))),
            post + "Content-Length: " + bad + "\r\n\r\nhello", 400, "number of bytes");
    row("length twice", post + "Content-Length: 1\r\nContent-Length: 1\r\n", 400, "given twice");
    row("length 10^20", post + "Content-Length: 100000000000000000000\r\n", 413, "any body");
    row("length 2^63", post + "Content-Length: 9223372036854775808\r\n", 413, "any body");
    row("length and coding", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400,
        "Both");
    row("coding and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", 400,
        "Both");
    for (const char *bad : {"", "identity", "xchunked", "chunked, gzip", "chunked, chunked",
                            "chunkedchunked", "gzip"})
        row(qPrintable(QStringLiteral("coding %1").arg(QLatin1String(bad))),
            post + "Transfer-Encoding: " + bad + "\r\n\r\n", 400, "does not end with chunked");
    row("coding with a blank", post + "Transfer-Encoding: chunked x\r\n\r\n", 400, "short list");
    row("coding in quotes", post + "Transfer-Encoding: \"chunked\"\r\n\r\n", 400, "short list");
    row("coding on 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400, "HTTP/1.0");
    row("other expectation", post + "Expect: 200-ok\r\nContent-Length: 1\r\n\r\n", 417, "Expect");

    row("chunk without size", chunked + "\r\n", 400, "0x0d");
    row("chunk of -1", chunked + "-1\r\n", 400, "'-'");
    row("chunk of 0x5", chunked + "0x5\r\n", 400, "'x'");
    row("chunk with a blank", chunked + "5 \r\n", 400, "0x20");
    row("chunk with bare LF", chunked + "5\nhello\n0\n\n", 400, "0x0a");
    row("chunk CR CR", chunked + "5\r\r", 400, "no LF");
    row("chunk of 2^64-1", chunked + "FFFFFFFFFFFFFFFF\r\n", 413, "larger");
    row("chunk of 2^64+1", chunked + "10000000000000001\r\n", 413, "larger");
    row("chunk too short", chunked + "5\r\nhello!", 400, "longer than its size");
    row("chunk data with bare LF", chunked + "1\r\na\n", 400, "longer than its size");
    row("chunk data CR", chunked + "1\r\na\rb", 400, "no LF");
    row("extension without name", chunked + "1;\r\na\r\n", 400, "no name");
    row("extension without value", chunked + "1;a=\r\na\r\n", 400, "no value");
    row("extension not closed", chunked + "1;a=\"b\r\na\r\n", 400, "not closed");
    row("extension with NUL", chunked + QByteArray("1;a=\"\\\0\"", 8), 400, "control");
    row("extension after quotes", chunked + "1;a=\"b\"c\r\n", 400, "'c'");
    row("trailer folded", chunked + "0\r\nA: b\r\n c\r\n\r\n", 400, "folded");
    row("trailer without colon", chunked + "0\r\nA\r\n\r\n", 400, "no colon");
}

void TestRequests::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const EventLog log = read(bytes);
    QCOMPARE(log.fault.status, status);
    QVERIFY2(log.fault.detail.contains(says), log.fault.detail.constData());
    QVERIFY(log.fault.detail.endsWith('.'));
    QCOMPARE(log.requests.size(), 0);
    QCOMPARE(log.phase, Phase::Finished);
}

void TestRequests::waits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("phase");

    const auto row = [](const char *name, const QByteArray &bytes, Phase phase) {
        QTest::newRow(name) << bytes << static_cast<int>(phase);
    };
    row("nothing", {}, Phase::Idle);
    row("empty line", "\r\n", Phase::Idle);
    row("method", "GE", Phase::Head);
    row("line", "GET / HTTP/1.1\r\n", Phase::Head);
    row("fields", get, Phase::Head);
    row("last LF", get + "\r", Phase::Head);
    row("length", post + "Content-Length: 3\r\n\r\nab", Phase::Body);
    row("chunk", chunked + "3\r\nabc\r\n", Phase::Body);
    row("trailer", chunked + "0\r\nA: b\r\n", Phase::Body);
}

void TestRequests::waits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, phase);
    const EventLog log = read(bytes);
    QCOMPARE(log.lines, QByteArrayList());
    QCOMPARE(static_cast<int>(log.phase), phase);
}

void TestRequests::limits_data()
{
    QTest::addColumn<QByteArray>("good"); // uses the limit up
    QTest::addColumn<QByteArray>("bad");  // goes one byte, field or line beyond
    QTest::addColumn<int>("status");

    // requestLine 40, head 200, fields 5, body 20, chunkLine 12, chunkExtensions 16, trailer 30
    const auto line = [](qsizetype size) {
        return "GET /" + QByteArray(size - 14, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
    };
    QTest::newRow("request line") << line(40) << line(41) << 414;
    QTest::newRow("endless line") << line(40) << QByteArray(100, 'G') << 414;
    const auto head = [](qsizetype size) {
        return get + "X: " + QByteArray(size - get.size() - 7, 'x') + "\r\n\r\n";
    };
    QTest::newRow("head") << head(200) << head(201) << 431;
    QTest::newRow("endless field") << head(200) << get + QByteArray(500, 'x') << 431;
    QTest::newRow("fields") << get + QByteArray("A: b\r\n").repeated(4) + "\r\n"
                            << get + QByteArray("A: b\r\n").repeated(5) + "\r\n"
                            << 431;
    QTest::newRow("length") << post + "Content-Length: 20\r\n\r\n" + QByteArray(20, 'x')
                            << post + "Content-Length: 21\r\n\r\n"
                            << 413;
    QTest::newRow("chunk") << chunked + "14\r\n" + QByteArray(20, 'x') + "\r\n0\r\n\r\n"
                           << chunked + "15\r\n"
                           << 413;
    const QByteArray ten = "a\r\n0123456789\r\n";
    QTest::newRow("chunks") << chunked + ten + ten + "0\r\n\r\n"
                            << chunked + ten + ten + "1\r\n"
                            << 413;
    QTest::newRow("chunk line") << chunked + "0000000000\r\n\r\n"
                                << chunked + "00000000000\r\n\r\n"
                                << 400;
    const QByteArray extension = "1;abcdef\r\nx\r\n"; // 7 bytes behind the semicolon
    QTest::newRow("extensions") << chunked + extension + extension + "0;a\r\n\r\n"
                                << chunked + extension + extension + "0;ab\r\n\r\n"
                                << 400;
    QTest::newRow("trailer") << chunked + "0\r\nA: " + QByteArray(23, 'b') + "\r\n\r\n"
                             << chunked + "0\r\nA: " + QByteArray(24, 'b') + "\r\n\r\n"
                             << 431;
    QTest::newRow("trailer fields") << chunked + "0\r\n" + QByteArray("A:\r\n").repeated(5) + "\r\n"
                                    << chunked + "0\r\n" + QByteArray("A:\r\n").repeated(6) + "\r\n"
                                    << 431;
}

void TestRequests::limits()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QFETCH(int, status);
    Limits limits;
    limits.requestLine = 40;
    limits.head = 200;
    limits.fields = 5;
    limits.body = 20;
    limits.chunkLine = 12;
    limits.chunkExtensions = 16;
    limits.trailer = 30;
    const EventLog accepted = read(good, limits);
    QVERIFY2(!accepted.fault, accepted.fault.detail.constData());
    QCOMPARE(accepted.requests.size(), 1);
    const EventLog refused = read(bad, limits);
    QCOMPARE(refused.fault.status, status);
    QCOMPARE(refused.requests.size(), 0);
}

void TestRequests::takesAuthorityFromAbsoluteTarget()
{
    EventLog log = read("GET http://b.example:81?x=1#f HTTP/1.1\r\nX: y\r\nhost: a\r\n\r\n");
    QCOMPARE(log.requests.size(), 1);
    QCOMPARE(log.requests.first().target, "/?x=1");
    QCOMPARE(Mock::headerValue(log.requests.first().headers, "Host"), "b.example:81");
    QCOMPARE(log.requests.first().headers.size(), 2);

    log = read("GET HTTPS://u:p@b/c/d HTTP/1.0\r\n\r\n");
    QCOMPARE(log.requests.size(), 1);
    QCOMPARE(log.requests.first().target, "/c/d");
    QCOMPARE(Mock::headerValue(log.requests.first().headers, "Host"), "u:p@b");

    // The authority does not excuse a missing Host (RFC 9112 section 3.2).
    QCOMPARE(read("GET http://a/ HTTP/1.1\r\n\r\n").fault.status, 400);
}

void TestRequests::cutsFragment()
{
    const EventLog log = read("GET /a?b#c?d#e HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(log.requests.size(), 1);
    QCOMPARE(log.requests.first().target, "/a?b");
}

void TestRequests::keepsAliveAsAsked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("alive");

    const QByteArray old = "GET / HTTP/1.0\r\n";
    QTest::newRow("1.1") << get << true;
    QTest::newRow("1.1 close") << get + "Connection: close\r\n" << false;
    QTest::newRow("1.1 list") << get + "Connection: x, CLOSE ,y\r\n" << false;
    QTest::newRow("1.1 two fields") << get + "Connection: keep-alive\r\nConnection: close\r\n"
                                    << false;
    QTest::newRow("1.1 not close") << get + "Connection: closed, not-close\r\n" << true;
    QTest::newRow("1.0") << old << false;
    QTest::newRow("1.0 keep-alive") << old + "Connection: Keep-Alive\r\n" << true;
    QTest::newRow("1.0 both") << old + "Connection: keep-alive, close\r\n" << false;
}

void TestRequests::keepsAliveAsAsked()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, alive);
    const EventLog log = read(bytes + "\r\n");
    QCOMPARE(log.requests.size(), 1);
    QCOMPARE(log.keepsAlive, alive);
    QCOMPARE(log.phase, alive ? Phase::Idle : Phase::Finished);
}

void TestRequests::sendsContinueOnce()
{
    const QByteArray expecting = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\n";
    EventLog log = read(expecting + "Content-Length: 2\r\n\r\nhi");
    QCOMPARE(log.lines.size(), 2);
    QCOMPARE(log.lines.first(), "continue");
    log = read(expecting + "Content-Length: 0\r\n\r\n");
    QCOMPARE(log.continues(), 0);
    QCOMPARE(log.requests.size(), 1);
    log = read(expecting + "Content-Length: 99999999\r\n\r\n");
    QCOMPARE(log.continues(), 0);
    QCOMPARE(log.fault.status, 413);
    log = read("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi");
    QCOMPARE(log.continues(), 0);
    QCOMPARE(log.requests.size(), 1);
}

void TestRequests::secondRequestNeverComesFromABody()
{
    const QByteArray inner = "GET /evil HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray second = "GET /second HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray size = QByteArray::number(inner.size());
    const QByteArray hexadecimal = QByteArray::number(inner.size(), 16);
    const QByteArrayList firsts = {
        post + "Content-Length: " + size + "\r\n\r\n" + inner,
        chunked + hexadecimal + "\r\n" + inner + "\r\n0\r\n\r\n",
        chunked + hexadecimal + "\r\n" + inner + "\r\n0\r\nX: y\r\n\r\n",
    };
    for (const QByteArray &first : firsts) {
        const EventLog log = read(first + second);
        QCOMPARE(log.requests.size(), 2);
        QCOMPARE(log.requests.first().body, inner);
        QCOMPARE(log.requests.last().target, "/second");
    }
    // Where the end of the body could be doubted, nothing behind it is read at all.
    const QByteArrayList doubtful = {
        post + "Content-Length: 0\r\nContent-Length: " + size + "\r\n\r\n",
        post + "Content-Length: " + size + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: xchunked\r\n\r\n",
        post + "Content-Length : " + size + "\r\n\r\n",
        chunked + "0\n\n",
    };
    for (const QByteArray &first : doubtful) {
        const EventLog log = read(first + inner + second);
        QCOMPARE(log.requests.size(), 0);
        QVERIFY(log.fault);
    }
}

void TestRequests::throwsAwayWhatFollowsTheLastRequest()
{
    const EventLog log = read(get + "Connection: close\r\n\r\n" + get + "\r\n garbage");
    QCOMPARE(log.requests.size(), 1);
    QVERIFY(!log.fault);
    QCOMPARE(log.phase, Phase::Finished);
}

void TestRequests::refusesUnknownCodingAfterItsBody()
{
    const EventLog log = read(
        post + "Transfer-Encoding: deflate, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n" + get + "\r\n");
    QCOMPARE(log.requests.size(), 1);
    QCOMPARE(log.fault.status, 501);
    QVERIFY(log.fault.detail.contains("deflate"));
    QCOMPARE(log.phase, Phase::Finished);
}

void TestRequests::forgetsThePreviousRequest()
{
    const EventLog log =
        read("PUT http://b/x HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n"
             "Content-Length: 2\r\n\r\nhi" +
             get + "\r\n" + chunked + "0;a=b\r\nT: u\r\n\r\n" + get + "Connection: close\r\n\r\n");
    QCOMPARE(log.requests.size(), 4);
    QCOMPARE(Mock::headerValue(log.requests[1].headers, "Host"), "a");
    QCOMPARE(log.requests[1].target, "/");
    QCOMPARE(log.requests[1].body, "");
    QCOMPARE(log.requests[3].headers.size(), 2);
    QVERIFY(!log.keepsAlive);
}

void TestRequests::reservesOnlyWhatCame()
{
    RequestReader reader;
    const QByteArray bytes = post + "Content-Length: 16000000\r\n\r\nabc";
    QByteArrayView view = bytes;
    QCOMPARE(reader.read(view), RequestReader::Event::NeedMore);
    QCOMPARE(reader.phase(), Phase::Body);
    QCOMPARE(reader.bodyBytes(), 3);
    QVERIFY(reader.partialRequest().body.capacity() <= 64 * 1024 + 64);
}

QTEST_GUILESS_MAIN(TestRequests)
#include "test_requests.moc"
