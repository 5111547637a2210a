#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/inputs/url_decoding.h"

#include <QTest>

using namespace Mock;

/// Media types against ranges and Accept fields, and texts whose encoded delimiters are marked.
class TestNegotiation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accept_data();
    void accept();
    void fit_data();
    void fit();
    void marks();
};

void TestNegotiation::accept_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QList<QByteArray>>("offers");
    QTest::addColumn<int>("offer");
    QTest::addColumn<QByteArray>("type");
    const QList<QByteArray> both{"application/json", "text/plain"};
    QTest::newRow("nothing") << QByteArray() << both << 0 << both[0];
    QTest::newRow("anything") << QByteArray("*/*") << both << 0 << both[0];
    QTest::newRow("quality") << QByteArray("*/*;q=0.1, text/*;q=0.2") << both << 1 << both[1];
    QTest::newRow("order") << QByteArray("text/plain, application/json") << both << 1 << both[1];
    QTest::newRow("specific") << QByteArray("text/*, application/json") << both << 0 << both[0];
    QTest::newRow("never") << QByteArray("text/plain;q=0, */*;q=0.5") << both << 0 << both[0];
    QTest::newRow("none") << QByteArray("image/png") << both << -1 << QByteArray();
    QTest::newRow("only zero") << QByteArray("*/*;q=0") << both << -1 << QByteArray();
    QTest::newRow("case") << QByteArray("TEXT/Plain") << both << 1 << both[1];
    QTest::newRow("nonsense") << QByteArray(",;,q=1,") << both << -1 << QByteArray();
    QTest::newRow("bad quality") << QByteArray("text/plain;q=high") << both << 1 << both[1];
    QTest::newRow("charset") << QByteArray("text/plain;charset=utf-8") << both << 1 << both[1];
    QTest::newRow("suffix") << QByteArray("application/vnd.a+json")
                            << QList<QByteArray>{"application/json", "application/vnd.a+json"} << 1
                            << QByteArray("application/vnd.a+json");
    QTest::newRow("version") << QByteArray("a/b;version=2")
                             << QList<QByteArray>{"a/b;version=1", "a/b;version=2"} << 1
                             << QByteArray("a/b;version=2");
    QTest::newRow("range on offer")
        << QByteArray("image/png") << QList<QByteArray>{"image/*"} << 0 << QByteArray("image/png");
    QTest::newRow("ranges meet") << QByteArray("*/*") << QList<QByteArray>{"image/*"} << 0
                                 << QByteArray("image/*");
}

void TestNegotiation::accept()
{
    QFETCH(QByteArray, accept);
    QFETCH(QList<QByteArray>, offers);
    const Accepted best = bestMediaType(accept, offers);
    QTEST(int(best.offer), "offer");
    QTEST(best.type, "type");
}

void TestNegotiation::fit_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("expected");
    QTest::newRow("same") << QByteArray("a/b; charset=x") << QByteArray("A/B") << 3;
    QTest::newRow("subtype") << QByteArray("a/b") << QByteArray("a/*") << 2;
    QTest::newRow("any") << QByteArray("a/b") << QByteArray("*/*") << 1;
    QTest::newRow("other") << QByteArray("a/b") << QByteArray("a/c") << 0;
    QTest::newRow("parameter") << QByteArray("a/b;v=1") << QByteArray("a/b; v=\"1\"") << 4;
    QTest::newRow("other parameter") << QByteArray("a/b;v=1") << QByteArray("a/b;v=2") << 0;
    QTest::newRow("no parameter") << QByteArray("a/b") << QByteArray("a/b;v=2") << 3;
    QTest::newRow("syntax") << QByteArray("a/b+json") << QByteArray("a/*+json") << 2;
    QTest::newRow("other syntax") << QByteArray("a/b+xml") << QByteArray("a/*+json") << 0;
    QTest::newRow("no suffix") << QByteArray("a/json") << QByteArray("a/*+json") << 0;
    QTest::newRow("no type") << QByteArray() << QByteArray("*/*") << 0;
}

void TestNegotiation::fit()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, range);
    QTEST(mediaTypeFit(type, range), "expected");
}

void TestNegotiation::marks()
{
    const QString text = markedDecoded("a%2Cb,c%3D%2f%7c%3B%20%41");
    QCOMPARE(text.split(u',').size(), 2);
    QVERIFY(hasMarks(text));
    QCOMPARE(unmarked(text), QStringLiteral("a,b,c=/|; A"));
    QVERIFY(!unmarked(text, "/").contains(u'/'));
    QVERIFY(!hasMarks(markedDecoded("a,b%41%zz%")));
    QCOMPARE(markedDecoded("%41%zz%"), QStringLiteral("A%zz%"));
    const QList<NamedText> pairs = parseMarkedQuery("a%5B0%5D=1%2C2+3&b");
    QCOMPARE(pairs.first().name, QStringLiteral("a[0]"));
    QCOMPARE(unmarked(pairs.first().value), QStringLiteral("1,2 3"));
    QVERIFY(pairs.last().value.isNull());
}

QTEST_GUILESS_MAIN(TestNegotiation)
#include "test_negotiation.moc"
