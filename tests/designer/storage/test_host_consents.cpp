#include "designer/storage/host_consents.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Design;

/// That users are asked once whether a design may ask other servers.
class TestHostConsents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areKept();
    void belongToOneDesign();
    void areAskedAgainForNewHosts();
    void surviveABrokenFile();

private:
    QTemporaryDir m_folder;
    QString m_file;
    QString m_design;
};

void TestHostConsents::init()
{
    m_file = m_folder.filePath(
        QStringLiteral("%1/hosts.json").arg(QLatin1String(QTest::currentTestFunction())));
    m_design = m_folder.filePath(QStringLiteral("shop.yaml"));
    QFile design(m_design);
    QVERIFY(design.open(QIODevice::WriteOnly));
}

void TestHostConsents::areKept()
{
    const QStringList hosts{QStringLiteral("api.example.com"), QStringLiteral("localhost:9000")};
    QVERIFY(HostConsents(m_file).allowed(m_design).isEmpty());
    QVERIFY(HostConsents(m_file).allow(m_design, hosts));
    QCOMPARE(HostConsents(m_file).allowed(m_design), hosts);
    QVERIFY(HostConsents(m_file).forget(m_design));
    QVERIFY(HostConsents(m_file).allowed(m_design).isEmpty());
}

void TestHostConsents::belongToOneDesign()
{
    HostConsents consents(m_file);
    QVERIFY(consents.allow(m_design, {QStringLiteral("a")}));
    QCOMPARE(consents.allowed(m_folder.filePath(QStringLiteral("./shop.yaml"))).size(), 1);
    QVERIFY(consents.allowed(m_folder.filePath(QStringLiteral("other.yaml"))).isEmpty());
    QVERIFY(!consents.allow(QString(), {QStringLiteral("a")})); // one that was never saved
    QVERIFY(consents.allowed(QString()).isEmpty());
}

void TestHostConsents::areAskedAgainForNewHosts()
{
    HostConsents consents(m_file);
    QVERIFY(consents.allow(m_design, {QStringLiteral("a.example")}));
    const QStringList wanted{QStringLiteral("A.example"), QStringLiteral("b.example")};
    QCOMPARE(consents.missing(m_design, wanted), QStringList{QStringLiteral("b.example")});
    QVERIFY(consents.allow(m_design, wanted));
    QCOMPARE(consents.allowed(m_design).size(), 2);
    QVERIFY(consents.missing(m_design, wanted).isEmpty());
}

void TestHostConsents::surviveABrokenFile()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no json");
    file.close();
    HostConsents consents(m_file);
    QVERIFY(consents.allowed(m_design).isEmpty());
    QVERIFY(consents.allow(m_design, {QStringLiteral("a")}));
    QCOMPARE(consents.allowed(m_design).size(), 1);
}

QTEST_APPLESS_MAIN(TestHostConsents)
#include "test_host_consents.moc"
