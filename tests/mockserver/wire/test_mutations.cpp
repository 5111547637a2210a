#include "event_log.h"

#include <QTest>

#include <random>

using Mock::Limits;
using Mock::RequestReader;

/// Broken requests by the ten thousand, the same ones in every run.
class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsMakeNoDifference();
    void keepsNoMoreThanTheLimits();
};

namespace
{

using Random = std::mt19937;

int below(Random &random, qsizetype end)
{
    return std::uniform_int_distribution<int>(0, static_cast<int>(end) - 1)(random);
}

const QByteArrayList seeds = {
    "GET /items/?skip=0&limit=10 HTTP/1.1\r\nHost: localhost:8000\r\nAccept: */*\r\n\r\n",
    "POST /items/ HTTP/1.1\r\nHost: a\r\nContent-Length: 14\r\nExpect: 100-continue\r\n\r\n"
    "{\"name\":\"Ada\"}",
    "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0\r\n"
    "X: y\r\n\r\n",
    "HEAD http://a.example:80/x#y HTTP/1.0\r\nConnection: keep-alive, x\r\n\r\n",
    "\r\nDELETE / HTTP/1.1\r\nHost: [::1]:1\r\nConnection: close\r\n\r\n",
};

// Pieces that parsers stumble over.
const QByteArrayList pieces = {
    "\r",          "\n",
    "\r\n",        "\r\n\r\n",
    " ",           "\t",
    ":",           ",",
    ";",           QByteArray(1, '\0'),
    "\x7f",        "\xff",
    "0",           "-1",
    "0x5",         "FFFFFFFFFFFFFFFF",
    "1e9",         "HTTP/1.1",
    "chunked",     "gzip, ",
    "close",       "Content-Length: 5\r\n",
    "Host: b\r\n", "Transfer-Encoding: chunked\r\n",
    "\r\n x",      "\"",
    "\\",          "%",
    "#",           "http://",
};

QByteArray mutated(Random &random)
{
    QByteArray bytes;
    for (int count = 1 + below(random, 3); count > 0; --count)
        bytes += seeds[below(random, seeds.size())];
    for (int count = below(random, 5); count > 0; --count) {
        const int at = below(random, bytes.size());
        switch (below(random, 5)) {
        case 0:
            bytes[at] = static_cast<char>(below(random, 256));
            break;
        case 1:
            bytes.insert(at, pieces[below(random, pieces.size())]);
            break;
        case 2:
            bytes.remove(at, 1 + below(random, 8));
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, 1 + below(random, 40)));
            break;
        default:
            bytes.replace(at, 2, pieces[below(random, pieces.size())]);
            break;
        }
        if (bytes.isEmpty())
            bytes = "G";
    }
    return bytes;
}

} // namespace

void TestMutations::cutsMakeNoDifference()
{
    Random random(20240817); // NOLINT: the same sequence in every run is the point
    int refused = 0;
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray bytes = mutated(random);
        Limits limits;
        if (round % 2 == 1) {
            limits.requestLine = 30 + below(random, 40);
            limits.head = 60 + below(random, 100);
            limits.fields = 1 + below(random, 3);
            limits.body = below(random, 30);
            limits.chunkLine = 3 + below(random, 10);
            limits.trailer = 2 + below(random, 10);
        }
        const EventLog whole = readAll(bytes, limits);
        const EventLog single = readByBytes(bytes, limits);
        const EventLog cut = readAll(bytes, limits, [&random](qsizetype left) {
            return qsizetype(1 + below(random, left));
        });
        if (single.lines != whole.lines || single.phase != whole.phase ||
            cut.lines != whole.lines || cut.phase != whole.phase)
            qFatal("round %d:\n%s\nwhole:\n%s\nby bytes:\n%s", round, bytes.constData(),
                   whole.lines.join('\n').constData(), single.lines.join('\n').constData());
        refused += whole.fault ? 1 : 0;
        accepted += whole.requests.isEmpty() ? 0 : 1;
    }
    // The mutations neither spare nor break everything.
    QVERIFY2(refused > 5'000 && accepted > 5'000,
             qPrintable(QStringLiteral("%1 and %2").arg(refused).arg(accepted)));
}

void TestMutations::keepsNoMoreThanTheLimits()
{
    const Limits limits;
    const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\n";
    const QByteArrayList endless = {
        "G",
        "GET /",
        "GET / HTTP/1.1\r\nHost: a\r\nX",
        "GET / HTTP/1.1\r\nHost: a\r\nX: ",
        post + "Transfer-Encoding: chunked\r\n\r\n",
        post + "Transfer-Encoding: chunked\r\n\r\n1;x",
        post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: ",
        "\r\n",
    };
    for (const QByteArray &beginning : endless) {
        for (const QByteArray &more : {QByteArray("0"), QByteArray("a"), QByteArray("\r\n")}) {
            RequestReader reader(limits);
            const QByteArray flood = beginning + more.repeated(2 * 1024 * 1024);
            QByteArrayView view = flood;
            qsizetype kept = 0;
            while (!view.isEmpty()) {
                QByteArrayView piece = view.first(qMin<qsizetype>(view.size(), 4096));
                view = view.sliced(piece.size());
                while (!piece.isEmpty()) {
                    if (reader.read(piece) == RequestReader::Event::Complete)
                        reader.takeRequest();
                    const Mock::Request &request = reader.partialRequest();
                    kept = qMax(kept, request.method.size() + request.target.size() +
                                          request.body.size());
                    for (const Mock::HeaderField &field : request.headers)
                        kept = qMax(kept, field.value.capacity());
                }
            }
            QVERIFY2(reader.phase() == RequestReader::Phase::Finished ||
                         reader.phase() == RequestReader::Phase::Head,
                     beginning.constData());
            QVERIFY(kept <= 2 * limits.head);
        }
    }
}

QTEST_GUILESS_MAIN(TestMutations)
#include "test_mutations.moc"
