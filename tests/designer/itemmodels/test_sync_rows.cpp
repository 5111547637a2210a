#include "designer/itemmodels/sync_rows.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTest>

using namespace Design;

namespace
{

/// Applies the steps to a list, as a model would.
struct Recorder {
    QStringList rows;
    int steps = 0;

    void remove(int first, int last)
    {
        QVERIFY(first >= 0 && last < rows.size() && first <= last);
        rows.remove(first, last - first + 1);
        ++steps;
    }
    void move(int from, int to)
    {
        QVERIFY(to != from && from < rows.size() && to < rows.size());
        rows.move(from, to);
        ++steps;
    }
    void insert(int at, const QString &key, qsizetype)
    {
        QVERIFY(at <= rows.size());
        rows.insert(at, key);
        ++steps;
    }
};

QStringList lettersOf(const char *text)
{
    QStringList letters;
    for (const char *c = text; *c; ++c)
        letters.append(QString(QLatin1Char(*c)));
    return letters;
}

} // namespace

class TestSyncRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreFew_data();
    void stepsAreFew();
    void anyListBecomesAnyOther();
};

void TestSyncRows::stepsAreFew_data()
{
    QTest::addColumn<QStringList>("have");
    QTest::addColumn<QStringList>("want");
    QTest::addColumn<int>("steps");
    const auto row = [](const char *have, const char *want, int steps) {
        QTest::addRow("%s to %s", have, want) << lettersOf(have) << lettersOf(want) << steps;
    };
    row("", "", 0);
    row("abc", "abc", 0);
    row("abc", "", 1);
    row("abcd", "ad", 1);
    row("abcde", "ace", 2);
    row("ac", "abc", 1);
    row("abc", "cab", 1);
    row("abc", "bca", 1);
    row("abcd", "acbd", 1);
    row("abcdef", "bcdefa", 1);
    row("abc", "xbz", 4);
    row("abcdef", "fabcde", 1);
    row("abcdef", "badcfe", 3);
}

void TestSyncRows::stepsAreFew()
{
    QFETCH(QStringList, have);
    QFETCH(QStringList, want);
    QFETCH(int, steps);
    Recorder recorder{have};
    syncRows<QString>(have, want, recorder);
    QCOMPARE(recorder.rows, want);
    QCOMPARE(recorder.steps, steps);
}

void TestSyncRows::anyListBecomesAnyOther()
{
    QRandomGenerator random(3);
    const auto list = [&random] {
        QStringList letters = lettersOf("abcdefghijklmnop");
        std::shuffle(letters.begin(), letters.end(), random);
        return letters.mid(0, random.bounded(17));
    };
    for (int i = 0; i < 2000; ++i) {
        const QStringList have = list();
        const QStringList want = list();
        Recorder recorder{have};
        syncRows<QString>(have, want, recorder);
        QCOMPARE(recorder.rows, want);
    }
}

QTEST_GUILESS_MAIN(TestSyncRows)
#include "test_sync_rows.moc"
