#include "designer/openapi/openapi_reader.h"
#include "mockserver/engine/engine.h"
#include "tests/support/work_timer.h"

#include <QDirIterator>
#include <QTest>

/// Documents of other people, hostile ones among them: each compiles in both profiles and answers
/// every operation within a bound, whatever the answer is.
class TestCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void document_data();
    void document();
};

namespace
{

// Far above what is needed, so that a busy machine does not fail the test; a hang does.
constexpr qint64 mostCompileTime = 10'000;
constexpr qint64 mostAnswerTime = 5'000;

/// The path with something in the place of each parameter.
QByteArray targetOf(const QString &path)
{
    QString target;
    bool isInside = false;
    for (const QChar c : path) {
        if (c == u'{')
            target += u'1';
        isInside = c == u'{' || (isInside && c != u'}');
        if (!isInside && c != u'}')
            target += c;
    }
    return target.toUtf8().toPercentEncoding("/:~!$&'()*+,;=@-._");
}

} // namespace

void TestCorpora::document_data()
{
    QTest::addColumn<QString>("path");
    const QString data = QStringLiteral(MENURA_TEST_DATA);
    for (const char *folder : {"/hostile", "/openapi", "/openapi-fixtures"}) {
        QDirIterator files(data + QLatin1String(folder),
                           {QStringLiteral("*.json"), QStringLiteral("*.yaml")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.endsWith(QLatin1String("index.json")))
                QTest::newRow(qUtf8Printable(path.sliced(data.size() + 1))) << path;
        }
    }
    QTest::newRow("none") << QString();
}

void TestCorpora::document()
{
    QFETCH(QString, path);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("no document");
    const Design::LoadedApi loaded = Design::readOpenApi(file.readAll());
    if (!loaded.ok)
        return;
    for (const auto profile : {Mock::Profile::Strict, Mock::Profile::FastApi}) {
        WorkTimer timer;
        Mock::CompileOptions options;
        options.profile = profile;
        const Mock::CompiledApiPointer api = Mock::compile(loaded.api, options);
        QVERIFY2(timer.elapsed() < mostCompileTime,
                 qUtf8Printable(QString::number(timer.elapsed())));
        for (const auto &item : loaded.api.paths) {
            for (const Design::Operation &operation : item.value.operations) {
                Mock::Request request;
                request.method = operation.method.toUpper().toLatin1();
                request.target = targetOf(item.name);
                request.headers = {{"content-type", "application/json"}};
                request.body = R"({"a":[1,"x",null,{"b":"c"}],"id":1,"name":"n"})";
                timer.start();
                const Mock::Exchange exchange = Mock::handle(*api, request);
                const QString what = item.name + QStringLiteral(": %1 ms, %2 bytes, %3")
                                                     .arg(timer.elapsed())
                                                     .arg(exchange.response.body.size())
                                                     .arg(exchange.response.status);
                QVERIFY2(timer.elapsed() < mostAnswerTime, qUtf8Printable(what));
                QVERIFY2(exchange.response.body.size() < 4'000'000, qUtf8Printable(what));
                QVERIFY2(exchange.response.status >= 200, qUtf8Printable(what));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestCorpora)
#include "test_corpora.moc"
