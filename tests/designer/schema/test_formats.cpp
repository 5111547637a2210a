#include "designer/schema/formats/format.h"
#include "designer/schema/formats/punycode.h"
#include "designer/schema/uri.h"
#include "designer/text/json.h"

#include <QTest>

using namespace Design;

/// Formats beyond what the JSON Schema suite covers, and the pieces they are made of.
class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void strings_data();
    void strings();
    void numbers_data();
    void numbers();
    void resolvedUris_data();
    void resolvedUris();
    void punycode_data();
    void punycode();
};

void TestFormats::names()
{
    for (const QString &name : formatNames()) {
        const Format format = formatFromName(name);
        QVERIFY(format != Format::Unknown);
        QCOMPARE(formatName(format), name);
        QVERIFY(!formatPhrase(format).isEmpty());
    }
    QCOMPARE(formatFromName(u"no such format"), Format::Unknown);
    QCOMPARE(formatFromName(u""), Format::Unknown);
}

void TestFormats::strings_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *format, const char *text, bool expected) {
        QTest::addRow("%s %s", format, text)
            << QString::fromLatin1(format) << QString::fromUtf8(text) << expected;
    };
    row("byte", "", true);
    row("byte", "TWE=", true);
    row("byte", "TQ==", true);
    row("byte", "TWFu", true);
    row("byte", "TWFu=", false);
    row("byte", "T===", false);
    row("byte", "TW-_", false); // that is the alphabet of URLs
    row("byte", "TWFu\n", false);
    row("binary", "\x01\x02", true);
    row("password", "anything", true);
    row("date", "1900-02-29", false);
    row("date", "2000-02-29", true);
    row("date", "2024-2-9", false);
    row("date-time", "2016-12-31T23:59:60Z", true);
    row("date-time", "2017-01-01T00:59:60+01:00", true);
    row("date-time", "2016-12-31T23:59:60+01:00", false);
    row("date-time", "2024-01-01 00:00:00Z", false);
    row("duration", "P1Y2M3DT4H5M6S", true);
    row("duration", "P1Y2D", false); // a unit left out
    row("duration", "PT", false);
    row("duration", "P", false);
    row("duration", "P2W", true);
    row("duration", "P2W3D", false);
    row("ipv4", "256.0.0.1", false);
    row("ipv4", "1.2.3", false);
    row("ipv6", "::ffff:1.2.3.4", true);
    row("ipv6", "1:2:3:4:5:6:7::", true);
    row("ipv6", "1:2:3:4:5:6:7:8::", false);
    row("uri-reference", "a:b", true);
    row("uri-reference", "./a:b", true);
    row("uri-reference", "1a:b", false);
    row("uri", "http://a:b@c:80/d;e?f=g#h", true);
    row("uri", "http://[::1", false);
    row("uuid", "123E4567-e89b-12d3-a456-426614174000", true);
    row("uuid", "{123e4567-e89b-12d3-a456-426614174000}", false);
    row("relative-json-pointer", "0", true);
    row("relative-json-pointer", "01", false);
    row("relative-json-pointer", "1/a", true);
    row("relative-json-pointer", "1#", true);
    row("relative-json-pointer", "1#/a", false);
    row("int32", "a text is not what it is about", true);
}

void TestFormats::strings()
{
    QFETCH(const QString, format);
    QFETCH(const QString, text);
    QFETCH(const bool, expected);
    QCOMPARE(hasFormat(formatFromName(format), Json(text)), expected);
}

void TestFormats::numbers_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *format, const char *number, bool expected) {
        QTest::addRow("%s %s", format, number)
            << QString::fromLatin1(format) << QByteArray(number) << expected;
    };
    row("int32", "2147483647", true);
    row("int32", "2147483648", false);
    row("int32", "-2147483648", true);
    row("int32", "1.0", true);
    row("int32", "1.5", false);
    row("int64", "9223372036854775807", true);
    row("int64", "9223372036854775808", false);
    row("int64", "-9223372036854775808", true);
    row("int64", "1e18", true);
    row("int64", "1e19", false);
    row("float", "3.4e38", true);
    row("float", "3.5e38", false);
    row("double", "1e308", true);
    row("double", "1e309", false);
    row("date", "20240101", true);
}

void TestFormats::numbers()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, number);
    QFETCH(const bool, expected);
    QCOMPARE(hasFormat(formatFromName(format), Json::number(number)), expected);
}

/// RFC 3986 section 5.4.
void TestFormats::resolvedUris_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *base, const char *reference, const char *expected) {
        QTest::addRow("%s in %s", reference, base)
            << QString::fromLatin1(base) << QString::fromLatin1(reference)
            << QString::fromLatin1(expected);
    };
    const char *const base = "http://a/b/c/d;p?q";
    row(base, "g:h", "g:h");
    row(base, "g", "http://a/b/c/g");
    row(base, "./g", "http://a/b/c/g");
    row(base, "g/", "http://a/b/c/g/");
    row(base, "/g", "http://a/g");
    row(base, "//g", "http://g");
    row(base, "?y", "http://a/b/c/d;p?y");
    row(base, "g?y", "http://a/b/c/g?y");
    row(base, "#s", "http://a/b/c/d;p?q#s");
    row(base, "g?y#s", "http://a/b/c/g?y#s");
    row(base, ";x", "http://a/b/c/;x");
    row(base, "", "http://a/b/c/d;p?q");
    row(base, ".", "http://a/b/c/");
    row(base, "..", "http://a/b/");
    row(base, "../g", "http://a/b/g");
    row(base, "../..", "http://a/");
    row(base, "../../g", "http://a/g");
    row(base, "../../../g", "http://a/g");
    row(base, "/../g", "http://a/g");
    row(base, "g..", "http://a/b/c/g..");
    row(base, "./../g", "http://a/b/g");
    row(base, "g/../h", "http://a/b/c/h");
    row("urn:example:a", "#b", "urn:example:a#b");
    row("http://a", "b", "http://a/b");
    row("", "b#c", "b#c");
    row("dir/a.yaml", "b.yaml", "dir/b.yaml");
}

void TestFormats::resolvedUris()
{
    QFETCH(const QString, base);
    QFETCH(const QString, reference);
    QFETCH(const QString, expected);
    QCOMPARE(resolvedUri(base, reference), expected);
}

void TestFormats::punycode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoded");
    const auto row = [](const char *text, const char *encoded) {
        QTest::newRow(encoded) << QString::fromUtf8(text) << QString::fromLatin1(encoded);
    };
    row("b\xC3\xBC"
        "cher",
        "bcher-kva");
    row("m\xC3\xBCnchen", "mnchen-3ya");
    row("\xE4\xB8\xAD\xE6\x96\x87", "fiq228c");
    row("\xF0\x9F\x98\x80", "e28h");
}

void TestFormats::punycode()
{
    QFETCH(const QString, text);
    QFETCH(const QString, encoded);
    QList<char32_t> codes;
    for (const uint code : text.toUcs4())
        codes.append(code);
    QCOMPARE(toPunycode(codes), encoded);
    QCOMPARE(fromPunycode(encoded).value_or(QList<char32_t>()), codes);
    QVERIFY(!fromPunycode(u"\u00fc"));
    QVERIFY(!fromPunycode(u"99999999"));
}

QTEST_GUILESS_MAIN(TestFormats)
#include "test_formats.moc"
