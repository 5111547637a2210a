#include "designer/text/number.h"
#include "tests/support/work_timer.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Design;

class TestNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void comparison();
    void shortest_data();
    void shortest();
    void nearest();
    void multiples_data();
    void multiples();
    void workIsBounded();
};

void TestNumber::texts_data()
{
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<bool>("isInteger");
    QTest::addColumn<bool>("isIntegral");
    const auto row = [](const char *text, bool isNumber, bool isInteger, bool isIntegral) {
        QTest::newRow(text) << isNumber << isInteger << isIntegral;
    };
    row("0", true, true, true);
    row("-0", true, true, true);
    row("10", true, true, true);
    row("-9223372036854775809", true, true, true);
    row("1.0", true, false, true);
    row("1.5", true, false, false);
    row("1e3", true, false, true);
    row("1500e-2", true, false, true);
    row("1501e-2", true, false, false);
    row("12.50E1", true, false, true);
    row("1e-1", true, false, false);
    row("0e-99", true, false, true);
    row("0.0", true, false, true);
    row("1e999999999999999999999", true, false, true);
    row("1e-999999999999999999999", true, false, false);
}

void TestNumber::texts()
{
    const QByteArray text = QTest::currentDataTag();
    QTEST(isNumberText(text), "isNumber");
    QTEST(isIntegerText(text), "isInteger");
    QTEST(hasIntegralValue(text), "isIntegral");
    for (const char *wrong : {"", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1 ", " 1",
                              "0x1", "1e1.5", "--1", "NaN", "Infinity", "1_000", "1,5"}) {
        QVERIFY2(!isNumberText(wrong), wrong);
    }
    QVERIFY(!hasIntegralValue("NaN"));
    QVERIFY(!hasIntegralValue("-Infinity"));
}

void TestNumber::comparison()
{
    // Ascending; equal ones side by side.
    const QList<QByteArrayList> order = {
        {"-Infinity"},
        {"-1e999999999999999999999"},
        {"-1e400", "-10e399"},
        {"-123456789012345678901234567891"},
        {"-123456789012345678901234567890", "-123456789012345678901234567890.0"},
        {"-1.5", "-15e-1", "-1.500"},
        {"-1"},
        {"-1e-400"},
        {"0", "-0", "0.0", "0e5", "-0.000e-7"},
        {"1e-999999999999999999999"},
        {"1e-400"},
        {"0.1"},
        {"0.10000000000000000000000000001"},
        {"1", "1.0", "10e-1", "0.1e1", "0.0001e4"},
        {"9007199254740992"},
        {"9007199254740993"},
        {"1e400"},
        {"1e401"},
        {"Infinity"},
        {"NaN"},
    };
    for (qsizetype i = 0; i < order.size(); ++i) {
        for (qsizetype j = 0; j < order.size(); ++j) {
            for (const QByteArray &a : order.at(i)) {
                for (const QByteArray &b : order.at(j)) {
                    const int sign = compareNumberTexts(a, b);
                    QVERIFY2(i < j   ? sign < 0
                             : i > j ? sign > 0
                                     : sign == 0,
                             (a + " and " + b).constData());
                }
            }
        }
    }
}

void TestNumber::shortest_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    // What Python prints.
    const QList<std::pair<double, const char *>> rows = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {0.1, "0.1"},
        {1.1, "1.1"},
        {100.0, "100.0"},
        {1e15, "1000000000000000.0"},
        {9999999999999998.0, "9999999999999998.0"},
        {1e16, "1e+16"},
        {1.5e16, "1.5e+16"},
        {1e22, "1e+22"},
        {1e100, "1e+100"},
        {1.7976931348623157e308, "1.7976931348623157e+308"},
        {5e-324, "5e-324"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {-1.5e-7, "-1.5e-07"},
        {1.0 / 3.0, "0.3333333333333333"},
        {123456.789, "123456.789"},
        {std::numeric_limits<double>::infinity(), "Infinity"},
        {-std::numeric_limits<double>::infinity(), "-Infinity"},
        {std::numeric_limits<double>::quiet_NaN(), "NaN"},
    };
    for (const auto &[value, text] : rows)
        QTest::newRow(text) << value << QByteArray(text);
}

void TestNumber::shortest()
{
    QFETCH(const double, value);
    QTEST(shortestText(value), "text");
    if (!std::isnan(value)) {
        const double back = toDoubleValue(shortestText(value));
        QVERIFY(back == value && std::signbit(back) == std::signbit(value));
    }
}

void TestNumber::nearest()
{
    QCOMPARE(toDoubleValue("9007199254740993"), 9007199254740992.0);
    QCOMPARE(toDoubleValue("0.1"), 0.1);
    QVERIFY(std::isinf(toDoubleValue("1e400")));
    QVERIFY(toDoubleValue("-1e400") < 0);
    QVERIFY(std::isinf(toDoubleValue("1" + QByteArray(400, '0'))));
    QVERIFY(std::isinf(toDoubleValue("0.001e404")));
    QCOMPARE(toDoubleValue("1e-400"), 0.0);
    QVERIFY(std::signbit(toDoubleValue("-1e-400")));
    QCOMPARE(toDoubleValue("1000e-403"), 0.0);
    QVERIFY(std::isnan(toDoubleValue("NaN")));
}

void TestNumber::multiples_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("divisor");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QByteArray &value, const QByteArray &divisor, bool expected) {
        QTest::addRow("%.40s / %.40s", value.constData(), divisor.constData())
            << value << divisor << expected;
    };
    row("0", "3", true);
    row("9", "3", true);
    row("-9", "3", true);
    row("9", "-3", true);
    row("10", "3", false);
    row("0.3", "0.1", true);
    row("4.35", "0.01", true);
    row("4.355", "0.01", false);
    row("1.1", "1.10", true);
    row("0.0075", "0.0001", true);
    row("0.00751", "0.0001", false);
    row("19.99", "0.01", true);
    row("1e308", "0.123456789", false);
    row("12391239123", "1e-8", true);
    row("1e400", "7", false);
    row("1e400", "8", true);
    row("3e-400", "1e-400", true);
    row("123456789012345678901234567890", "1234567890", true);
    row("123456789012345678901234567891", "1234567890", false);
    row("1000000000000000000", "999999999999999999", false);
    row("99999999999999999900000000000000000100", "99999999999999999900000000000000000100", true);
    row("199999999999999999800000000000000000200", "99999999999999999900000000000000000100", true);
    row("199999999999999999800000000000000000201", "99999999999999999900000000000000000100", false);
    row("1", "0", false);
    row("NaN", "1", false);
    row("Infinity", "1", false);
    row("1" + QByteArray(3000, '0'), "4", true);
    row("1" + QByteArray(3000, '0') + "2", "4", false);
}

void TestNumber::multiples()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, divisor);
    QTEST(isMultipleOf(value, divisor), "expected");
}

void TestNumber::workIsBounded()
{
    const WorkTimer timer;
    const QByteArray nines(200'000, '9');
    QVERIFY(compareNumberTexts("1e999999999999", "1e-999999999999") > 0);
    QVERIFY(compareNumberTexts(nines, nines + ".1") < 0);
    isMultipleOf("1e999999999999", "3e-999999999999");
    isMultipleOf(nines, "7");
    isMultipleOf(QByteArray(4000, '9'), QByteArray(2000, '7'));
    QVERIFY(timer.elapsed() < 5000);
}

QTEST_APPLESS_MAIN(TestNumber)
#include "test_number.moc"
