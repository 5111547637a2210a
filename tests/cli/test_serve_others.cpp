#include "tests/cli/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Cli;

namespace
{

struct Answer {
    int status = 0;
    QByteArray body;
};

} // namespace

/// `menura serve` beside other servers: proxies, upstreams and whether they may be asked, tasks.
class TestServeOthers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passesEverythingOn();
    void logsWhatAProxyFinds();
    void refusesAProxyThatIsNone();
    void asksNobodyWithoutLeave();
    void asksWhomTheUserAllows_data();
    void asksWhomTheUserAllows();
    void remembersWhatWasAgreedTo();
    void logsTasksWhenTheyEnd_data();
    void logsTasksWhenTheyEnd();

private:
    Answer ask(const QString &url, const QByteArray &method = "GET");
    QString write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    std::unique_ptr<ServeProcess> m_real;
    QString m_design;
    QString m_host;
};

static const char *realDesign = R"yaml(openapi: 3.1.0
info: {title: Real, version: '1'}
x-menura: {profile: fastapi}
paths:
  /items/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {answer: {id: "{{ path.id }}", price: -1}}
)yaml";

static const char *ourDesign = R"yaml(openapi: 3.1.0
info: {title: Ours, version: '1'}
x-menura: {profile: fastapi, hosts: ['HOST']}
paths:
  /items/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer, maximum: 9}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
  /asked:
    get:
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura: {upstream: "http://HOST/items/3"}
  /noted:
    post:
      responses: {'200': {description: OK, content: {application/json: {schema: {}}}}}
      x-menura:
        answer: 1
        tasks: [{log: one}, {log: two, delay: 50ms}]
components:
  schemas:
    Item: {type: object, properties: {id: {type: integer}, price: {type: number, exclusiveMinimum: 0}}, required: [id, price]}
)yaml";

void TestServeOthers::initTestCase()
{
    // What was agreed to on this machine is none of the test's business.
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    m_real =
        std::make_unique<ServeProcess>(QStringList{write(QStringLiteral("real.yaml"), realDesign)});
    QVERIFY(!m_real->url().isEmpty());
    m_host = QUrl(m_real->url()).authority();
    m_design =
        write(QStringLiteral("ours.yaml"), QByteArray(ourDesign).replace("HOST", m_host.toUtf8()));
}

QString TestServeOthers::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test cannot write its files.");
    return file.fileName();
}

Answer TestServeOthers::ask(const QString &url, const QByteArray &method)
{
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(QNetworkRequest(QUrl(url)), method));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(10'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

void TestServeOthers::passesEverythingOn()
{
    ServeProcess proxy({m_design, QStringLiteral("--proxy"), m_real->url()});
    const Answer answer = ask(proxy.url() + QStringLiteral("/items/5"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray(R"({"id":5,"price":-1})"));
    QCOMPARE(ask(proxy.url() + QStringLiteral("/other")).body,
             QByteArray(R"({"detail":"Not Found"})"));
}

void TestServeOthers::logsWhatAProxyFinds()
{
    ServeProcess text({m_design, QStringLiteral("--proxy"), m_real->url(), QStringLiteral("--log"),
                       QStringLiteral("text")});
    ask(text.url() + QStringLiteral("/items/50"));
    const QByteArray said = text.waitForError("price");
    QVERIFY2(said.contains("path.id: Input should be less than or equal to 9"), said.constData());
    QVERIFY2(said.contains("response.body.price: must be greater than 0"), said.constData());

    ServeProcess json({m_design, QStringLiteral("--proxy"), m_real->url(), QStringLiteral("--log"),
                       QStringLiteral("json")});
    ask(json.url() + QStringLiteral("/items/50"));
    const QByteArray record = json.waitForError("exclusiveMinimum");
    const QByteArray line = record.sliced(record.indexOf("{\"number\""));
    const QJsonObject found = QJsonDocument::fromJson(line)
                                  .object()
                                  .value(QLatin1String("violations"))
                                  .toArray()
                                  .at(1)
                                  .toObject();
    QCOMPARE(found.value(QLatin1String("place")).toString(),
             QStringLiteral("/components/schemas/Item/properties/price/exclusiveMinimum"));
}

void TestServeOthers::refusesAProxyThatIsNone()
{
    const Ran ran = runMenura({QStringLiteral("serve"), m_design, QStringLiteral("--proxy"),
                               QStringLiteral("ftp://somewhere")});
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.err.contains("'ftp://somewhere' is no address of a server"));
}

void TestServeOthers::asksNobodyWithoutLeave()
{
    ServeProcess server({m_design});
    const QByteArray said = server.waitForError("--allow-upstream");
    QVERIFY2(said.contains(m_host.toUtf8()), said.constData());
    QCOMPARE(ask(server.url() + QStringLiteral("/asked")).status, 502);
}

void TestServeOthers::asksWhomTheUserAllows_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("it") << m_host << 200;
    QTest::newRow("all") << QStringLiteral("*") << 200;
    QTest::newRow("another") << QStringLiteral("example.org") << 502;
}

void TestServeOthers::asksWhomTheUserAllows()
{
    QFETCH(QString, host);
    QFETCH(int, status);
    ServeProcess server({m_design, QStringLiteral("--allow-upstream"), host});
    const Answer answer = ask(server.url() + QStringLiteral("/asked"));
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(answer.body, QByteArray(R"({"id":3,"price":-1})"));
}

void TestServeOthers::remembersWhatWasAgreedTo()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("menura")));
    write(QStringLiteral("menura/allowed-hosts.json"),
          QJsonDocument(QJsonObject{{QFileInfo(m_design).canonicalFilePath(), QJsonArray{m_host}}})
              .toJson());
    ServeProcess server({m_design});
    QCOMPARE(ask(server.url() + QStringLiteral("/asked")).status, 200);
    QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("menura/allowed-hosts.json"))));
}

void TestServeOthers::logsTasksWhenTheyEnd_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("text") << QStringLiteral("text")
                          << QByteArray("POST /noted - after the answer: log: two\n");
    QTest::newRow("json") << QStringLiteral("json") << QByteArray(R"("text":"log: two")");
}

void TestServeOthers::logsTasksWhenTheyEnd()
{
    QFETCH(QString, form);
    QFETCH(QByteArray, last);
    ServeProcess server({m_design, QStringLiteral("--allow-upstream"), QStringLiteral("*"),
                         QStringLiteral("--log"), form});
    QCOMPARE(ask(server.url() + QStringLiteral("/noted"), "POST").status, 200);
    const QByteArray log = server.waitForError(last);
    QVERIFY2(log.contains(last), log.constData());
    QVERIFY(log.indexOf("log: one") < log.indexOf("log: two"));
    QCOMPARE(log.count("log: one"), 1);
}

QTEST_GUILESS_MAIN(TestServeOthers)
#include "test_serve_others.moc"
