#include "designer/text/utf8.h"

#include <QTest>

/// Bytes that are no UTF-8, as Python reads them with errors="replace".
class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaced_data();
    void replaced();
};

void TestUtf8::replaced_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, QStringView text) {
        QTest::newRow(name) << bytes << text.toString();
    };
    row("nothing", "", u"");
    row("valid, with a byte order mark", "\xef\xbb\xbf\xc3\xa9", u"\ufeff\u00e9");
    row("cut at the end", "r\xed", u"r\ufffd");
    row("two of three bytes", "\xe2\x82", u"\ufffd");
    row("two of three bytes, and more", "\xe2\x82z", u"\ufffdz");
    row("three of four bytes", "\xf0\x9f\x98", u"\ufffd");
    row("a new start in between", "\xf0\x9f\x98\xf0", u"\ufffd\ufffd");
    row("a surrogate", "\xed\xa0\x80", u"\ufffd\ufffd\ufffd");
    row("an overlong form", "\xf0\x80\x80", u"\ufffd\ufffd\ufffd");
    row("beyond Unicode", "\xf4\x90\x80\x80", u"\ufffd\ufffd\ufffd\ufffd");
    row("never a start", "a\xff\x80z", u"a\ufffd\ufffdz");
}

void TestUtf8::replaced()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QCOMPARE(Design::toTextReplacing(bytes), text);
    QCOMPARE(Design::firstInvalidUtf8(bytes) < 0, !text.contains(QChar::ReplacementCharacter));
}

QTEST_GUILESS_MAIN(TestUtf8)
#include "test_utf8.moc"
