#include "tests/cli/program.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Cli;

namespace
{

QString sample(const QString &name)
{
    return QStringLiteral(MENURA_SOURCE_DIR "/resources/designs/%1.yaml").arg(name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The body of the answer, with the status before it.
QByteArray ask(const QString &url, const QByteArray &body = {})
{
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? network.get(request)
                                                              : network.post(request, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return QByteArray::number(status) + ' ' + reply->readAll();
}

} // namespace

/// `menura test`, and rows that survive a restart.
class TestTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatedTestsPass();
    void failuresAreFindings();
    void junitIsWritten();
    void otherServersAreAsked();
    void absentServersFail();
    void rowsSurviveARestart();
    void aKillLeavesAWholeFile();
    void brokenStateIsTrouble();

private:
    QTemporaryDir m_folder;
};

void TestTests::generatedTestsPass()
{
    const Ran ran = runMenura(
        {QStringLiteral("test"), sample(QStringLiteral("shop")), QStringLiteral("--generated")});
    QVERIFY2(ran.code == 0, ran.out.constData());
    QVERIFY(ran.err.isEmpty());
    QVERIFY2(ran.out.contains("constraints (100 %)"), ran.out.constData());
    QVERIFY(ran.out.contains(" 0 failed, 0 skipped"));
}

void TestTests::failuresAreFindings()
{
    QByteArray text = contentOf(sample(QStringLiteral("tasks")));
    text.replace("status: 202\n            body", "status: 201\n            body");
    const QString path = m_folder.filePath(QStringLiteral("tasks.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const Ran ran = runMenura({QStringLiteral("test"), path});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("FAIL  tests  the tasks run after the answer"), ran.out.constData());
    QVERIFY(ran.out.contains("step 1: status 201 was expected, not 202"));
    QVERIFY(ran.out.contains("2 tests: 1 passed, 1 failed"));
}

void TestTests::junitIsWritten()
{
    const QString path = m_folder.filePath(QStringLiteral("report.xml"));
    const Ran ran = runMenura(
        {QStringLiteral("test"), sample(QStringLiteral("tasks")), QStringLiteral("--junit"), path});
    QCOMPARE(ran.code, 0);
    const QByteArray xml = contentOf(path);
    QVERIFY2(xml.contains("<testsuites name=\"Tasks\" tests=\"2\" failures=\"0\""),
             xml.constData());
    QVERIFY(xml.contains("name=\"no task for a request that is refused\""));
}

/// The mock itself is another server here; one with another rule is found out.
void TestTests::otherServersAreAsked()
{
    const ServeProcess same({sample(QStringLiteral("inputs"))});
    QVERIFY(!same.url().isEmpty());
    const Ran fine =
        runMenura({QStringLiteral("test"), sample(QStringLiteral("inputs")),
                   QStringLiteral("--generated"), QStringLiteral("--server"), same.url()});
    QVERIFY2(fine.code == 0, fine.out.constData());
    QByteArray text = contentOf(sample(QStringLiteral("inputs")));
    text.replace("maximum: 1000", "maximum: 1001");
    const QString path = m_folder.filePath(QStringLiteral("other.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const ServeProcess other({path});
    const Ran drifted =
        runMenura({QStringLiteral("test"), sample(QStringLiteral("inputs")),
                   QStringLiteral("--generated"), QStringLiteral("--server"), other.url()});
    QCOMPARE(drifted.code, 1);
    QVERIFY2(drifted.out.contains("path.item_id: just outside maximum"), drifted.out.constData());
}

void TestTests::absentServersFail()
{
    const Ran ran = runMenura({QStringLiteral("test"), sample(QStringLiteral("upstream")),
                               QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:1")});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("no answer: "), ran.out.constData());
    const Ran usage = runMenura({QStringLiteral("test"), sample(QStringLiteral("upstream")),
                                 QStringLiteral("--server"), QStringLiteral("nowhere")});
    QCOMPARE(usage.code, 2);
}

void TestTests::rowsSurviveARestart()
{
    const QString state = m_folder.filePath(QStringLiteral("state.json"));
    const QStringList arguments{sample(QStringLiteral("stores")), QStringLiteral("--state"), state};
    {
        ServeProcess server(arguments);
        QVERIFY(ask(server.url() + QStringLiteral("/items/"),
                    R"({"name":"Spade","sku":"SP-1","price":30})")
                    .startsWith("201 "));
        server.terminate();
        QCOMPARE(server.finish().code, 0);
    }
    QVERIFY(contentOf(state).contains("\"Spade\""));
    ServeProcess server(arguments);
    QVERIFY(ask(server.url() + QStringLiteral("/items/4"))
                .startsWith("200 {\"id\":4,\"name\":\"Spade\""));
    QVERIFY(
        ask(server.url() + QStringLiteral("/items/"), R"({"name":"Hoe","sku":"HE-1","price":3})")
            .startsWith("201 {\"id\":5,"));
}

/// What a server that is killed while it writes leaves behind is a file of some moment before.
void TestTests::aKillLeavesAWholeFile()
{
    const QString state = m_folder.filePath(QStringLiteral("killed.json"));
    const QStringList arguments{sample(QStringLiteral("stores")), QStringLiteral("--state"), state};
    const auto rows = [&state] {
        const QJsonObject all = QJsonDocument::fromJson(contentOf(state)).object();
        return all[QLatin1String("items")][QLatin1String("rows")].toArray();
    };
    qsizetype before = 3; // fixtures
    for (int round = 0; round < 3; ++round) {
        ServeProcess server(arguments);
        int number = 0;
        const auto make = [&] {
            const QByteArray sku = QByteArray::number(round * 100'000 + ++number);
            return ask(server.url() + QStringLiteral("/items/"),
                       R"({"name":"Spade","price":30,"sku":"KI-)" + sku + "\"}");
        };
        while (rows().size() <= before) // until it has written what is new
            QVERIFY2(make().startsWith("201 "), "no row could be made");
        for (int i = 0; i < 20; ++i)
            make();
        server.process().kill();
        QVERIFY(server.process().waitForFinished());
        QSet<qint64> keys;
        QSet<QString> skus;
        const QJsonArray left = rows();
        for (const QJsonValue &row : left) {
            keys.insert(row[QLatin1String("id")].toInteger());
            skus.insert(row[QLatin1String("sku")].toString());
        }
        QCOMPARE(keys.size(), left.size());
        QCOMPARE(skus.size(), left.size());
        QVERIFY(left.size() > before);
        before = left.size();
    }
}

void TestTests::brokenStateIsTrouble()
{
    const QString path = m_folder.filePath(QStringLiteral("broken.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[1, 2") > 0);
    file.close();
    const Ran ran =
        runMenura({QStringLiteral("serve"), sample(QStringLiteral("stores")),
                   QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--state"), path});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains("holds no state"), ran.err.constData());
}

QTEST_GUILESS_MAIN(TestTests)
#include "test_tests.moc"
