#include "echo_handler.h"
#include "mockserver/http/server.h"
#include "raw_client.h"

#include <QDir>
#include <QTest>

#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace std::chrono_literals;

/// A process that may open no more files.
class TestDescriptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raisesTheLimit();
    void restsUntilDescriptorsAreFree();
};

namespace
{

std::chrono::microseconds cpuTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto span = [](const timeval &time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return span(usage.ru_utime) + span(usage.ru_stime);
}

void setLimits(rlim_t soft, rlim_t hard)
{
    const rlimit limit{soft, hard};
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

void TestDescriptors::raisesTheLimit()
{
    setLimits(64, 400);
    Mock::Server server;
    Mock::ServerOptions options;
    options.port = 0;
    options.connections = 100;
    QVERIFY(server.start(options));
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    QVERIFY(limit.rlim_cur >= 100);
    QVERIFY(limit.rlim_cur <= 400);
}

void TestDescriptors::restsUntilDescriptorsAreFree()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("where no descriptor is left, the sanitizer cannot look at an object's type");
#endif
    setLimits(64, 64);
    Mock::Server server;
    server.setHandler(echoHandler());
    Mock::ServerOptions options;
    options.port = 0;
    options.threads = 1;
    QVERIFY(server.start(options));
    std::vector<int> taken;
    for (int descriptor = ::dup(0); descriptor >= 0; descriptor = ::dup(0))
        taken.push_back(descriptor);
    QVERIFY(!taken.empty());
    // The client gets the only one left.
    ::close(taken.back());
    taken.pop_back();
    RawClient client(server.port());
    QVERIFY(client.send(getRequest("/patient")));
    const auto before = cpuTime();
    std::this_thread::sleep_for(1s);
    QVERIFY2(cpuTime() - before < 300ms,
             QByteArray::number(qint64((cpuTime() - before).count())).constData());
    for (const int descriptor : taken)
        ::close(descriptor);
    const auto response = client.receive();
    QVERIFY(response);
    QCOMPARE(response->body, "GET /patient ");
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "test_descriptors.moc"
