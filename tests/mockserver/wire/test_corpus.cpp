#include "corpus.h"
#include "event_log.h"

#include <QTest>

using Expect = CorpusCase::Expect;
using Phase = Mock::RequestReader::Phase;

/// The raw messages, read whole and in pieces.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsLabelled_data();
    void readsAsLabelled();

private:
    const QList<CorpusCase> m_cases = readCorpus();
};

void TestCorpus::readsAsLabelled_data()
{
    if (m_cases.isEmpty())
        QSKIP("the raw messages are not there");
    QVERIFY(m_cases.size() >= 199);
    QTest::addColumn<qsizetype>("index");
    for (qsizetype index = 0; index < m_cases.size(); ++index)
        QTest::newRow(qPrintable(m_cases[index].file)) << index;
}

void TestCorpus::readsAsLabelled()
{
    QFETCH(qsizetype, index);
    const CorpusCase &one = m_cases[index];
    const EventLog log = readAll(one.bytes);
    QCOMPARE(readByBytes(one.bytes).lines, log.lines);
    for (const qsizetype size : {2, 3, 7, 50})
        QCOMPARE(readAll(one.bytes, {}, [size](qsizetype) { return size; }).lines, log.lines);

    const QByteArray shown = log.lines.join('\n');
    switch (one.expect) {
    case Expect::Accept:
        // A coding that cannot be undone is well framed: it is read to its end, then refused.
        if (!log.fault || log.fault.status == 501)
            QVERIFY2(!log.requests.isEmpty(), shown.constData());
        else
            QVERIFY2(one.allowsStatus(log.fault.status), shown.constData());
        break;
    case Expect::Reject:
        if (one.isAboutUnknownMethods()) {
            QVERIFY2(!log.fault, shown.constData());
            QCOMPARE(log.requests.size(), 1);
            break;
        }
        QVERIFY2(log.fault.status >= 400, shown.constData());
        QCOMPARE(log.phase, Phase::Finished);
        break;
    case Expect::Incomplete:
        QVERIFY2(!log.fault, shown.constData());
        QVERIFY(log.phase == Phase::Head || log.phase == Phase::Body || !log.keepsAlive);
        break;
    case Expect::Any:
        break;
    }
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "test_corpus.moc"
