#include "tests/cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Cli;

namespace
{

struct Answer {
    int status = 0;
    QByteArray body;
};

const char *design = R"(openapi: 3.1.0
info: {title: Test, version: '1'}
x-menura: {profile: fastapi}
paths:
  /value:
    get:
      responses:
        '200':
          description: The value
          content:
            application/json:
              schema: {type: integer}
              example: %1
  /users/{user_id}:
    get:
      parameters:
        - {name: user_id, in: path, required: true, schema: {type: integer, exclusiveMinimum: 0}}
      responses:
        '200': {description: A user}
)";

QByteArray designWith(int value)
{
    return QString::fromLatin1(design).arg(value).toUtf8();
}

} // namespace

class TestServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOneLineAndStops_data();
    void saysOneLineAndStops();
    void warnsAboutTheDesign();
    void followsTheFile_data();
    void followsTheFile();
    void keepsTheLastGoodDesign();
    void saysWhenTheFileIsGone();
    void logsAsText();
    void logsOfRulesHaveNoPlace();
    void logsAsJson();
    void refusesATakenPort();

private:
    Answer get(const QString &url);
    QString write(const QByteArray &content);

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
};

Answer TestServe::get(const QString &url)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(QUrl(url))));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

QString TestServe::write(const QByteArray &content)
{
    const QString path = m_folder.filePath(QStringLiteral("design.yaml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the design");
    return path;
}

void TestServe::saysOneLineAndStops_data()
{
    QTest::addColumn<bool>("isInterrupt");
    QTest::newRow("SIGTERM") << false;
    QTest::newRow("SIGINT") << true;
}

void TestServe::saysOneLineAndStops()
{
    QFETCH(bool, isInterrupt);
    ServeProcess server({write(designWith(1))});
    static const QRegularExpression address(QStringLiteral("^http://127\\.0\\.0\\.1:[1-9]\\d*$"));
    QVERIFY2(address.match(server.url()).hasMatch(), qPrintable(server.url()));
    const Answer answer = get(server.url() + QStringLiteral("/value"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("1"));

    if (isInterrupt)
        server.interrupt();
    else
        server.terminate();
    const Ran ran = server.finish();
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out, server.url().toUtf8() + '\n');
    QCOMPARE(ran.err, QByteArray());
}

void TestServe::warnsAboutTheDesign()
{
    QByteArray text = designWith(1);
    text.replace("exclusiveMinimum: 0", "exclusiveMinimum: none");
    ServeProcess server({write(text)});
    QVERIFY(!server.url().isEmpty()); // a mistake in one place does not keep the rest from working
    server.terminate();
    const Ran ran = server.finish();
    QCOMPARE(ran.code, 0);
    static const QRegularExpression line(
        QStringLiteral("design\\.yaml:\\d+:\\d+: (error|warning): .*exclusiveMinimum"));
    QVERIFY2(line.match(QString::fromUtf8(ran.err)).hasMatch(), ran.err.constData());
}

void TestServe::followsTheFile_data()
{
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("written in place") << false;
    QTest::newRow("replaced by a new file") << true;
}

void TestServe::followsTheFile()
{
    QFETCH(bool, isReplaced);
    const QString path = write(designWith(1));
    ServeProcess server({path, QStringLiteral("--watch")});
    const QString url = server.url() + QStringLiteral("/value");
    QCOMPARE(get(url).body, QByteArray("1"));
    for (int value = 2; value <= 4; ++value) {
        if (isReplaced) {
            QSaveFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(designWith(value));
            QVERIFY(file.commit());
        } else {
            write(designWith(value));
        }
        QTRY_COMPARE_WITH_TIMEOUT(get(url).body, QByteArray::number(value), 10'000);
    }
}

void TestServe::keepsTheLastGoodDesign()
{
    const QString path = write(designWith(1));
    ServeProcess server({path, QStringLiteral("--watch")});
    const QString url = server.url() + QStringLiteral("/value");
    write("openapi: [\n");
    const QByteArray said = server.waitForError("last good design");
    QVERIFY2(said.contains("design.yaml:2:1: error: "), said.constData());
    QCOMPARE(get(url).body, QByteArray("1"));
    write(designWith(5));
    QTRY_COMPARE_WITH_TIMEOUT(get(url).body, QByteArray("5"), 10'000);
    server.terminate();
    QCOMPARE(server.finish().code, 0);
}

void TestServe::saysWhenTheFileIsGone()
{
    const QString path = write(designWith(1));
    ServeProcess server({path, QStringLiteral("--watch")});
    QVERIFY(QFile::remove(path));
    const QByteArray said = server.waitForError("is gone");
    QVERIFY2(said.contains("design.yaml is gone: the last good design goes on"), said.constData());
    QCOMPARE(get(server.url() + QStringLiteral("/value")).body, QByteArray("1"));
    write(designWith(2));
    QTRY_COMPARE_WITH_TIMEOUT(get(server.url() + QStringLiteral("/value")).body, QByteArray("2"),
                              10'000);
}

void TestServe::logsAsText()
{
    ServeProcess server({write(designWith(1)), QStringLiteral("--log"), QStringLiteral("text")});
    QCOMPARE(get(server.url() + QStringLiteral("/value?q=%41%250a")).status, 200);
    QCOMPARE(get(server.url() + QStringLiteral("/users/0")).status, 422);
    server.terminate();
    const QByteArray err = server.finish().err;
    QCOMPARE(err.count('\n'), 2);
    static const QRegularExpression good(
        QStringLiteral("^127\\.0\\.0\\.1:\\d+ - \"GET /value\\?q=\\S*%250a HTTP/1\\.1\" 200 OK$"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression bad(
        QStringLiteral("\"GET /users/0 HTTP/1\\.1\" 422 Unprocessable \\w+ - path\\.user_id: Input "
                       "should be greater than 0$"),
        QRegularExpression::MultilineOption);
    QVERIFY2(good.match(QString::fromUtf8(err)).hasMatch(), err.constData());
    QVERIFY2(bad.match(QString::fromUtf8(err)).hasMatch(), err.constData());
}

/// What is wrong need not be a part of the request.
void TestServe::logsOfRulesHaveNoPlace()
{
    const QByteArray ruled = designWith(1).replace(
        "    get:\n      responses:\n        '200':\n          description: The value",
        "    get:\n      x-menura: {errors: [{when: 'true', status: 409}]}\n      responses:\n"
        "        '200':\n          description: The value");
    ServeProcess server({write(ruled), QStringLiteral("--log"), QStringLiteral("text")});
    QCOMPARE(get(server.url() + QStringLiteral("/value")).status, 409);
    server.terminate();
    const QByteArray err = server.finish().err;
    QVERIFY2(err.contains("409 Conflict - The rule applies: true\n"), err.constData());
}

void TestServe::logsAsJson()
{
    ServeProcess server({write(designWith(1)), QStringLiteral("--log"), QStringLiteral("json")});
    QCOMPARE(get(server.url() + QStringLiteral("/users/0")).status, 422);
    server.terminate();
    const QByteArray err = server.finish().err;
    QCOMPARE(err.count('\n'), 1);
    const QJsonObject line = QJsonDocument::fromJson(err).object();
    QCOMPARE(line.value(QStringLiteral("status")).toInt(), 422);
    QCOMPARE(line.value(QStringLiteral("target")).toString(), QStringLiteral("/users/0"));
    QCOMPARE(line.value(QStringLiteral("route")).toString(),
             QStringLiteral("GET /users/{user_id}"));
    QVERIFY(!line.value(QStringLiteral("steps")).toArray().isEmpty());
    const QJsonObject violation =
        line.value(QStringLiteral("violations")).toArray().at(0).toObject();
    QCOMPARE(violation.value(QStringLiteral("type")).toString(), QStringLiteral("greater_than"));
    QCOMPARE(violation.value(QStringLiteral("place")).toString(),
             QStringLiteral("/paths/~1users~1{user_id}/get/parameters/0/schema/exclusiveMinimum"));
}

void TestServe::refusesATakenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const Ran ran = runMenura({QStringLiteral("serve"), write(designWith(1)),
                               QStringLiteral("--port"), QString::number(other.serverPort())});
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY2(ran.err.startsWith("menura serve: "), ran.err.constData());
}

QTEST_GUILESS_MAIN(TestServe)
#include "test_serve.moc"
