#include "designer/storage/design_file.h"
#include "mockserver/engine/engine.h"
#include "mockserver/state/state.h"
#include "tests/support/exchange_file.h"

#include <QDirIterator>
#include <QTest>

namespace
{

/// What was done behind the route; failed steps behind an exclamation mark, skipped behind a
/// hyphen.
QStringList stepsAfter(const Mock::Exchange &exchange)
{
    QStringList lines;
    for (const Mock::Step &step : exchange.steps) {
        const QString mark = step.outcome == Mock::Outcome::Failed    ? QStringLiteral("! ")
                             : step.outcome == Mock::Outcome::Skipped ? QStringLiteral("- ")
                                                                      : QString();
        if (step.kind == Mock::StepKind::After)
            lines.append(mark + step.text);
    }
    return lines;
}

} // namespace

/// Runs every file of tests/data/exchanges against the engine.
class TestExchanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exchange_data();
    void exchange();

private:
    Mock::CompiledApiPointer api(const QString &design);
    QHash<QString, Mock::CompiledApiPointer> m_apis;
};

Mock::CompiledApiPointer TestExchanges::api(const QString &design)
{
    Mock::CompiledApiPointer &api = m_apis[design];
    if (api)
        return api;
    const Design::OpenedDesign opened =
        Design::openDesign(QStringLiteral(MENURA_SOURCE_DIR "/") + design);
    if (opened.ok)
        api = Mock::compile(opened.api);
    return api;
}

void TestExchanges::exchange_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = QStringLiteral(MENURA_SOURCE_DIR "/tests/data/exchanges");
    QStringList paths;
    QDirIterator files(folder, {QStringLiteral("*.txt")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    QVERIFY(!paths.isEmpty());
    for (const QString &path : paths)
        QTest::newRow(qUtf8Printable(path.sliced(folder.size() + 1))) << path;
}

void TestExchanges::exchange()
{
    QFETCH(QString, path);
    const ExchangeFile file = readExchangeFile(path);
    QVERIFY2(file.error.isEmpty(), qUtf8Printable(file.error));
    const Mock::CompiledApiPointer design = api(file.design);
    QVERIFY2(design, qUtf8Printable(file.design));
    design->state()->reset();
    for (const ExpectedExchange &expected : file.exchanges) {
        const Mock::Exchange exchange = Mock::handleOffline(*design, expected.request);
        const QByteArray place = expected.place.toUtf8() + ": ";
        const QByteArray &body = exchange.response.body;
        QVERIFY2(exchange.response.status == expected.status,
                 QByteArray(place + QByteArray::number(exchange.response.status) + ' ' + body)
                     .constData());
        for (const Mock::HeaderField &field : expected.headers) {
            QCOMPARE(place + field.name + ": " +
                         Mock::headerValue(exchange.response.headers, field.name),
                     place + field.name + ": " + field.value);
        }
        for (const QByteArray &name : expected.absentHeaders)
            QVERIFY2(!Mock::findHeader(exchange.response.headers, name),
                     QByteArray(place + name).constData());
        if (expected.body)
            QCOMPARE(place + body, place + *expected.body);
        for (const QByteArray &part : expected.bodyParts)
            QVERIFY2(body.contains(part),
                     QByteArray(place + part + " is not in " + body).constData());
        if (expected.after) {
            QCOMPARE(expected.place + u'\n' + stepsAfter(exchange).join(u'\n'),
                     expected.place + u'\n' + expected.after->join(u'\n'));
        }
        // The same request gets the same answer, but where the design says that it does not.
        if (design->state()->stores().isEmpty())
            QCOMPARE(Mock::handleOffline(*design, expected.request).response.body, body);
        QVERIFY(!exchange.steps.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestExchanges)
#include "test_exchanges.moc"
