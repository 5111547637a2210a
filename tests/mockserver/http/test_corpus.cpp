#include "echo_handler.h"
#include "mockserver/http/server.h"
#include "raw_client.h"
#include "tests/mockserver/wire/corpus.h"

#include <QTest>

using Expect = CorpusCase::Expect;

/// The raw messages, sent to a real port.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAsLabelled_data();
    void answersAsLabelled();

private:
    const QList<CorpusCase> m_cases = readCorpus();
    Mock::Server m_server;
};

void TestCorpus::initTestCase()
{
    m_server.setHandler(echoHandler());
    Mock::ServerOptions options;
    options.port = 0;
    options.allowedHosts = {QStringLiteral("*")};
    QVERIFY(m_server.start(options));
}

void TestCorpus::answersAsLabelled_data()
{
    if (m_cases.isEmpty())
        QSKIP("the raw messages are not there");
    QTest::addColumn<qsizetype>("index");
    QTest::addColumn<bool>("byBytes");
    for (qsizetype index = 0; index < m_cases.size(); ++index) {
        QTest::newRow(qPrintable(m_cases[index].file)) << index << false;
        QTest::newRow(qPrintable(m_cases[index].file + QStringLiteral(" by bytes")))
            << index << true;
    }
}

void TestCorpus::answersAsLabelled()
{
    QFETCH(qsizetype, index);
    QFETCH(bool, byBytes);
    const CorpusCase &one = m_cases[index];
    RawClient client(m_server.port());
    if (byBytes) {
        for (const char c : one.bytes) {
            if (!client.send(QByteArray(1, c)))
                break; // it has heard enough
        }
    } else {
        client.send(one.bytes);
    }
    if (one.expect == Expect::Incomplete) {
        // Nothing is answered but the whole requests before the incomplete one.
        if (!client.staysSilent(20)) {
            const auto earlier = client.receive();
            QVERIFY(earlier);
            QCOMPARE(earlier->status, 200);
        }
        return;
    }
    if (one.expect == Expect::Any) {
        client.finishSending();
        QVERIFY(!client.receiveAll().isNull());
        return;
    }
    const bool isHead = one.bytes.startsWith("HEAD ");
    std::optional<RawResponse> response = client.receive(isHead);
    while (response && response->status == 100)
        response = client.receive(isHead);
    QVERIFY(response);
    if (one.expect == Expect::Accept || one.isAboutUnknownMethods()) {
        QVERIFY2(response->status == 200 || response->status == 501 ||
                     one.allowsStatus(response->status),
                 response->body.constData());
    } else {
        QVERIFY2(response->status >= 400, response->body.constData());
        QVERIFY(client.isClosedByServer());
        QVERIFY(client.leftOver().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "test_corpus.moc"
