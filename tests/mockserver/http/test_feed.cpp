#include "mockserver/http/exchange_feed.h"

#include <QTest>

#include <thread>

using Mock::Exchange;
using Mock::ExchangeFeed;

/// The way of exchanges from the threads that answer to the one that shows them.
class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesInOrderOfNumber();
    void notifiesOncePerTake();
    void showsWhatIsUnderWay();
    void forgetsTheOldest();
    void keepsTheEndsOfWhatWasShown();
    void staysWithinItsMemory();
    void losesNothingBetweenThreads();
};

namespace
{

Exchange numbered(quint64 number, qsizetype body = 0)
{
    Exchange exchange;
    exchange.number = number;
    exchange.request.body = QByteArray(body, 'x');
    return exchange;
}

} // namespace

void TestFeed::takesInOrderOfNumber()
{
    ExchangeFeed feed(3, [] {});
    for (const quint64 number : {5U, 1U, 4U, 2U, 3U})
        feed.add(static_cast<int>(number % 3), numbered(number));
    const QList<Exchange> batch = feed.take().finished;
    QCOMPARE(batch.size(), 5);
    for (qsizetype index = 0; index < batch.size(); ++index)
        QCOMPARE(batch[index].number, static_cast<quint64>(index + 1));
    QVERIFY(feed.take().finished.isEmpty());
}

void TestFeed::notifiesOncePerTake()
{
    int count = 0;
    ExchangeFeed feed(1, [&count] { ++count; });
    feed.add(0, numbered(1));
    feed.add(0, numbered(2));
    QCOMPARE(count, 1);
    QCOMPARE(feed.take().finished.size(), 2);
    feed.add(0, numbered(3));
    QCOMPARE(count, 2);
}

void TestFeed::showsWhatIsUnderWay()
{
    ExchangeFeed feed(2, [] {});
    const auto begin = [&feed](quint64 number, int status) {
        Exchange exchange = numbered(number);
        exchange.response.status = status;
        exchange.isUnderWay = true;
        feed.begin(0, std::move(exchange));
    };
    begin(2, 0);
    begin(1, 0);
    begin(3, 0);
    begin(2, 200);
    feed.add(0, numbered(1)); // nobody has seen that it was under way
    const ExchangeFeed::Batch first = feed.take();
    QCOMPARE(first.finished.size(), 1);
    QCOMPARE(first.begun.size(), 2);
    QCOMPARE(first.begun[0].number, 2U);
    QCOMPARE(first.begun[0].response.status, 200); // as it was last
    QCOMPARE(first.begun[1].number, 3U);
    feed.add(0, numbered(3));
    const ExchangeFeed::Batch second = feed.take();
    QVERIFY(second.begun.isEmpty());
    QCOMPARE(second.finished.size(), 1);
}

void TestFeed::forgetsTheOldest()
{
    ExchangeFeed feed(1, [] {});
    for (quint64 number = 1; number <= 20'000; ++number)
        feed.add(0, numbered(number));
    const QList<Exchange> batch = feed.take().finished;
    QCOMPARE(batch.size(), 8192);
    QCOMPARE(batch.last().number, 20'000U);
}

/// Nothing would ever tell whoever shows it as under way that it is not any more.
void TestFeed::keepsTheEndsOfWhatWasShown()
{
    ExchangeFeed feed(1, [] {});
    for (const quint64 number : {1, 2, 3})
        feed.begin(0, numbered(number));
    QCOMPARE(feed.take().begun.size(), 3);
    for (const quint64 number : {1, 2})
        feed.add(0, numbered(number, 1'000));
    for (quint64 number = 4; number <= 20'000; ++number)
        feed.add(0, numbered(number));
    const QList<Exchange> batch = feed.take().finished;
    QCOMPARE(batch.size(), 2 + 8192);
    QCOMPARE(batch.at(0).number, 1U);
    QCOMPARE(batch.at(1).number, 2U);
    QVERIFY(batch.at(1).request.body.isEmpty());
    // Their ends are known now; that of the third is still to come.
    for (const quint64 number : {1, 2, 3})
        feed.add(0, numbered(number));
    for (quint64 number = 30'000; number <= 50'000; ++number)
        feed.add(0, numbered(number));
    const QList<Exchange> later = feed.take().finished;
    QCOMPARE(later.size(), 1 + 8192);
    QCOMPARE(later.first().number, 3U);
}

void TestFeed::staysWithinItsMemory()
{
    ExchangeFeed feed(1, [] {});
    for (quint64 number = 1; number <= 500; ++number)
        feed.add(0, numbered(number, 1'000'000));
    qint64 bytes = 0;
    const QList<Exchange> batch = feed.take().finished;
    for (const Exchange &exchange : batch)
        bytes += exchange.request.body.capacity();
    QVERIFY(bytes <= 33 * 1024 * 1024);
    QVERIFY(batch.size() >= 100);
    QCOMPARE(batch.last().number, 500U);
}

void TestFeed::losesNothingBetweenThreads()
{
    std::atomic<int> notified = 0;
    ExchangeFeed feed(2, [&notified] { ++notified; });
    constexpr quint64 each = 5'000;
    std::vector<std::thread> threads;
    for (int lane = 0; lane < 2; ++lane)
        threads.emplace_back([&feed, lane] {
            for (quint64 number = 0; number < each; ++number)
                feed.add(lane, numbered(2 * number + static_cast<quint64>(lane)));
        });
    qsizetype count = 0;
    int seen = 0;
    // As the server does: takes only when it was notified.
    while (count < qsizetype(2 * each)) {
        const int now = notified;
        if (now == seen) {
            std::this_thread::yield();
            continue;
        }
        seen = now;
        count += feed.take().finished.size();
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(count, qsizetype(2 * each));
}

QTEST_GUILESS_MAIN(TestFeed)
#include "test_feed.moc"
