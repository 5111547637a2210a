#include "event_log.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using Phase = Mock::RequestReader::Phase;

/// Raw messages that the authors of llhttp and h1spec wrote, with what they expect.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsLabelled_data();
    void readsAsLabelled();
};

namespace
{

const QString folder = QStringLiteral(MENURA_TEST_DATA "/http/");

// llhttp judges a message without asking for Host, which a server must (RFC 9112 section 3.2).
// So that its verdict is about what it means to test, a missing Host is put behind each line that
// ends like a request line.
QByteArray withHost(QByteArray bytes)
{
    constexpr QByteArrayView lineEnd = " HTTP/1.1\r\n";
    for (qsizetype at = 0; (at = bytes.indexOf(lineEnd, at)) >= 0;) {
        at += lineEnd.size();
        const qsizetype end = bytes.indexOf("\r\n\r\n", at - 2);
        if (!bytes.mid(at - 1, end < 0 ? -1 : end - at + 1).toLower().contains("\nhost:"))
            bytes.insert(at, "Host: example.com\r\n");
    }
    return bytes;
}

// llhttp knows a closed list of methods. For us every token is one, because a design may have any
// (OpenAPI 3.2 additionalOperations); what the design does not have is answered 404 or 405.
bool isAboutUnknownMethods(const QString &file)
{
    return file.contains(QLatin1String("invalid-Invalid_method-")) ||
           file.contains(QLatin1String("RTSP_protocol_and_ANNOUNCE_method")) ||
           file.contains(QLatin1String("tocol_and_ANNOUNCE_method"));
}

// h1spec's note lists the ranges of status it allows: [[400, 499], [200, 299]].
bool noteAllows(const QString &note, int status)
{
    const QJsonArray ranges = QJsonDocument::fromJson(note.toUtf8()).array();
    for (const QJsonValue &range : ranges) {
        if (status >= range[0].toInt() && status <= range[1].toInt())
            return true;
    }
    return false;
}

} // namespace

void TestCorpus::readsAsLabelled_data()
{
    QFile index(folder + QStringLiteral("index.json"));
    if (!index.open(QIODevice::ReadOnly))
        QSKIP("the raw messages are not there");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expect");
    QTest::addColumn<QString>("note");
    const QJsonArray cases = QJsonDocument::fromJson(index.readAll()).array();
    QVERIFY(cases.size() >= 199);
    for (const QJsonValue &item : cases) {
        const QString file = item[QLatin1String("file")].toString();
        const QString expect = item[QLatin1String("expect")].toString();
        QTest::newRow(qPrintable(expect + u' ' + file))
            << file << expect << item[QLatin1String("note")].toString();
    }
}

void TestCorpus::readsAsLabelled()
{
    QFETCH(QString, file);
    QFETCH(QString, expect);
    QFETCH(QString, note);
    QFile raw(folder + file);
    QVERIFY(raw.open(QIODevice::ReadOnly));
    QByteArray bytes = raw.readAll();
    const bool isLlhttp = file.startsWith(QLatin1String("llhttp"));
    if (isLlhttp)
        bytes = withHost(bytes);

    const EventLog log = readAll(bytes);
    QCOMPARE(readByBytes(bytes).lines, log.lines);
    for (const qsizetype size : {2, 3, 7, 50})
        QCOMPARE(readAll(bytes, {}, [size](qsizetype) { return size; }).lines, log.lines);

    const QByteArray shown = log.lines.join('\n');
    if (expect == QLatin1String("accept")) {
        if (!isLlhttp && log.fault) {
            QVERIFY2(noteAllows(note, log.fault.status), shown.constData());
            return;
        }
        // A coding that cannot be undone is well framed: it is read to its end, then refused.
        QVERIFY2(!log.fault || log.fault.status == 501, shown.constData());
        QVERIFY(!log.requests.isEmpty());
    } else if (expect == QLatin1String("reject")) {
        if (isAboutUnknownMethods(file)) {
            QVERIFY2(!log.fault, shown.constData());
            QCOMPARE(log.requests.size(), 1);
            return;
        }
        QVERIFY2(log.fault.status >= 400, shown.constData());
        QCOMPARE(log.phase, Phase::Finished);
    } else if (expect == QLatin1String("incomplete")) {
        QVERIFY2(!log.fault, shown.constData());
        QVERIFY(log.phase == Phase::Head || log.phase == Phase::Body || !log.keepsAlive);
    }
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "test_corpus.moc"
