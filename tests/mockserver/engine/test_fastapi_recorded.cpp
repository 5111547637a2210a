#include "tests/mockserver/engine/recorded.h"

#include <QFile>
#include <QTest>

/// Answers that FastAPI 0.141 gave, replayed in process. The numbers are the line that was
/// reached: it may rise, never fall.
class TestFastApiRecorded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void matrix();
    void queryCoercion();
    void bodyCoercion();
    void models();
    void differencesAreKnown();
    void others();

private:
    void report(const Score &score);
    Replay m_replay{QStringLiteral(MENURA_TEST_DATA "/fastapi")};
};

void TestFastApiRecorded::init()
{
    if (!m_replay.isPossible())
        QSKIP("The recorded answers are not there.");
    m_replay = Replay(QStringLiteral(MENURA_TEST_DATA "/fastapi"));
}

void TestFastApiRecorded::report(const Score &score)
{
    const bool isFull = qEnvironmentVariableIsSet("MENURA_REPORT_ALL");
    for (auto it = m_replay.topics().begin(); it != m_replay.topics().end(); ++it) {
        const Score &topic = it.value();
        if (!topic.isPerfect())
            qInfo().noquote() << it.key() << ":" << topic.toText();
    }
    const qsizetype most = isFull ? m_replay.differences().size() : 20;
    for (const QString &difference : m_replay.differences().mid(0, most))
        qInfo().noquote() << difference;
    qInfo().noquote() << "all:" << score.toText();
}

void TestFastApiRecorded::matrix()
{
    const Score score = m_replay.run(m_replay.matrix());
    report(score);
    QCOMPARE(score.cases, 5979);
    QVERIFY(score.status >= 5974 && score.errors >= 4905 && score.bodies >= 4941);
}

void TestFastApiRecorded::queryCoercion()
{
    const Score score = m_replay.run(m_replay.queryCoercion());
    report(score);
    QCOMPARE(score.cases, 222);
    QVERIFY(score.status >= 212 && score.errors >= 110 && score.bodies >= 108);
}

void TestFastApiRecorded::bodyCoercion()
{
    const Score score = m_replay.run(m_replay.bodyCoercion());
    report(score);
    QCOMPARE(score.cases, 124);
    QVERIFY(score.status >= 121 && score.errors >= 73 && score.bodies >= 72);
}

void TestFastApiRecorded::models()
{
    const Score score = m_replay.run(m_replay.models());
    report(score);
    QCOMPARE(score.cases, 61);
    QVERIFY(score.status >= 56 && score.errors >= 51 && score.bodies >= 51);
}

/// The list of known differences names all that were found, and nothing else.
void TestFastApiRecorded::differencesAreKnown()
{
    QFile file(QStringLiteral(MENURA_SOURCE_DIR "/tests/data/fastapi_differences.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList known;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(u'#'))
            known.append(line.section(u':', 0, 0));
    }
    for (const auto &cases :
         {m_replay.matrix(), m_replay.queryCoercion(), m_replay.bodyCoercion(), m_replay.models()})
        m_replay.run(cases);
    QStringList different;
    for (auto it = m_replay.topics().begin(); it != m_replay.topics().end(); ++it) {
        if (!it.value().isPerfect())
            different.append(it.key());
    }
    known.sort();
    different.sort();
    QCOMPARE(different, known);
}

/// What tests/differential/record.py wrote into a folder, to look at; nothing is asserted.
void TestFastApiRecorded::others()
{
    const Replay others(qEnvironmentVariable("MENURA_FASTAPI_RECORDS"));
    if (!others.isPossible())
        QSKIP("MENURA_FASTAPI_RECORDS names no folder with recorded answers.");
    m_replay = others;
    report(m_replay.run(m_replay.records()));
}

QTEST_GUILESS_MAIN(TestFastApiRecorded)
#include "test_fastapi_recorded.moc"
