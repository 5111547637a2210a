#include "mockserver/engine/message.h"

#include <QTest>

using namespace Mock;

/// Header fields of requests and responses.
class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFieldsInAnyCase();
    void joinsFieldsOfOneName();
    void replacesFields();
    void knowsReasons();
};

void TestMessage::findsFieldsInAnyCase()
{
    const QList<HeaderField> headers = {{"Accept", "a"}, {"ACCEPT-x", "b"}, {"accept", "c"}};
    QCOMPARE(findHeader(headers, "accept"), &headers[0]);
    QCOMPARE(findHeader(headers, "Accept-X"), &headers[1]);
    QCOMPARE(findHeader(headers, "acc"), nullptr);
    QCOMPARE(findHeader({}, "accept"), nullptr);
}

void TestMessage::joinsFieldsOfOneName()
{
    const QList<HeaderField> headers = {{"A", "1"}, {"B", ""}, {"a", "2, 3"}};
    QCOMPARE(headerValue(headers, "a"), "1, 2, 3");
    QCOMPARE(headerValue(headers, "b"), "");
    QVERIFY(headerValue(headers, "c").isEmpty());
}

void TestMessage::replacesFields()
{
    Response response;
    response.setHeader("A", "1");
    response.headers.append(HeaderField{"B", "2"});
    response.headers.append(HeaderField{"a", "3"});
    response.setHeader("a", "4");
    const QList<HeaderField> replaced = {{"a", "4"}, {"B", "2"}};
    QCOMPARE(response.headers, replaced);
    response.setHeader("C", "5");
    QCOMPARE(response.headers.size(), 3);
}

void TestMessage::knowsReasons()
{
    QCOMPARE(reasonPhrase(100), "Continue");
    QCOMPARE(reasonPhrase(200), "OK");
    QCOMPARE(reasonPhrase(307), "Temporary Redirect");
    QCOMPARE(reasonPhrase(422), "Unprocessable Content");
    QCOMPARE(reasonPhrase(511), "Network Authentication Required");
    for (const int unknown : {-1, 0, 99, 299, 306, 420, 599, 1000})
        QCOMPARE(reasonPhrase(unknown), "Unknown");
}

QTEST_GUILESS_MAIN(TestMessage)
#include "test_message.moc"
