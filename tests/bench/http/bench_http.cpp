// How many requests a second the server answers, and what one costs in CPU time, beside node's
// http and nginx where they are installed. The load comes from wrk, over loopback. Rounds take
// turns, because machines do other things meanwhile; the CPU time is the steadier figure.
//
//     bench_http [seconds a round] [rounds]

#include "mockserver/http/server.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <memory>
#include <unistd.h>
#include <vector>

namespace
{

const QByteArray body =
    R"({"id":42,"name":"Ada Lovelace","email":"ada@example.com","active":true,"tags":["a","b"]})";

const QStringList browserHeaders = {
    QStringLiteral(
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
    QStringLiteral("Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    QStringLiteral("Accept-Language: en-US,en;q=0.5"),
    QStringLiteral("Accept-Encoding: gzip, deflate, br, zstd"),
    QStringLiteral("Upgrade-Insecure-Requests: 1"),
    QStringLiteral("Sec-Fetch-Dest: document"),
    QStringLiteral("Sec-Fetch-Mode: navigate"),
};

struct Contender {
    QString name;
    quint16 port;
    QString program;
    QStringList arguments;
    std::unique_ptr<QProcess> process;
    std::vector<double> rates{}; ///< requests a second
    std::vector<double> costs{}; ///< microseconds of CPU time a request
};

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int serve(quint16 port, int threads)
{
    Mock::Server server;
    server.setHandler([](Mock::Request &&request, Mock::Reply &&reply) {
        Mock::Exchange exchange;
        exchange.response.headers = {{"content-type", "application/json"}};
        exchange.response.body = body;
        exchange.request = std::move(request);
        reply.finish(std::move(exchange));
    });
    Mock::ServerOptions options;
    options.port = port;
    options.threads = threads;
    if (!server.start(options))
        qFatal("%s", qPrintable(server.errorString()));
    return QCoreApplication::exec();
}

std::vector<Contender> contenders(const QTemporaryDir &folder)
{
    std::vector<Contender> all;
    const QString self = QCoreApplication::applicationFilePath();
    const auto add = [&all](const QString &name, const QString &program,
                            const QStringList &arguments) {
        const auto port = static_cast<quint16>(28'080 + all.size());
        QStringList withPort = arguments;
        withPort.replaceInStrings(QStringLiteral("PORT"), QString::number(port));
        all.push_back({name, port, program, withPort, nullptr});
    };
    for (const int threads : {1, 2})
        add(QStringLiteral("menura, %1 threads").arg(threads), self,
            {QStringLiteral("--serve"), QStringLiteral("PORT"), QString::number(threads)});
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (!node.isEmpty())
        add(QStringLiteral("node http"), node,
            {QStringLiteral("-e"),
             QStringLiteral("const b=%1;require('http').createServer((q,r)=>{r.setHeader("
                            "'content-type','application/json');r.end(b)}).listen(PORT,"
                            "'127.0.0.1')")
                 .arg(QLatin1Char('\'') + QString::fromLatin1(body) + QLatin1Char('\''))});
    const QString nginx = QStandardPaths::findExecutable(
        QStringLiteral("nginx"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (!nginx.isEmpty()) {
        QFile file(folder.filePath(QStringLiteral("nginx.conf")));
        if (file.open(QIODevice::WriteOnly))
            file.write("daemon off; master_process off; error_log stderr crit; pid nginx.pid;\n"
                       "events { worker_connections 1024; }\n"
                       "http { access_log off; keepalive_requests 1000000000;\n"
                       "server { listen 127.0.0.1:" +
                       QByteArray::number(28'080 + all.size()) +
                       "; default_type application/json; location / { return 200 '" + body +
                       "'; } } }\n");
        add(QStringLiteral("nginx, 1 worker"), nginx,
            {QStringLiteral("-p"), folder.path(), QStringLiteral("-c"), file.fileName()});
    }
    return all;
}

bool startAndWait(Contender &contender)
{
    contender.process = std::make_unique<QProcess>();
    contender.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    contender.process->start(contender.program, contender.arguments);
    for (int attempt = 0; attempt < 100; ++attempt) {
        QTcpSocket probe;
        probe.connectToHost(QStringLiteral("127.0.0.1"), contender.port);
        if (probe.waitForConnected(100))
            return true;
        QThread::msleep(50);
    }
    return false;
}

// utime and stime, in seconds: fields 14 and 15 of /proc/<pid>/stat.
double cpuTime(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) /
           static_cast<double>(sysconf(_SC_CLK_TCK));
}

bool measure(Contender &contender, int seconds, const QStringList &headers)
{
    QStringList arguments = {QStringLiteral("-t1"), QStringLiteral("-c16"),
                             QStringLiteral("-d%1s").arg(seconds)};
    for (const QString &header : headers)
        arguments += {QStringLiteral("-H"), header};
    arguments += QStringLiteral("http://127.0.0.1:%1/hello").arg(contender.port);
    const double before = cpuTime(contender.process->processId());
    QProcess wrk;
    wrk.start(QStringLiteral("wrk"), arguments);
    if (!wrk.waitForFinished((seconds + 30) * 1000) || wrk.exitCode() != 0)
        return false;
    const double used = cpuTime(contender.process->processId()) - before;
    const QString output = QString::fromLocal8Bit(wrk.readAllStandardOutput());
    static const QRegularExpression total(QStringLiteral("(\\d+) requests in"));
    static const QRegularExpression rate(QStringLiteral("Requests/sec:\\s*([\\d.]+)"));
    const double requests = total.match(output).captured(1).toDouble();
    if (requests <= 0 || output.contains(QLatin1String("Non-2xx")) ||
        output.contains(QLatin1String("Socket errors")))
        return false;
    contender.rates.push_back(rate.match(output).captured(1).toDouble());
    contender.costs.push_back(used / requests * 1e6);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--serve"))
        return serve(arguments.value(2).toUShort(), arguments.value(3).toInt());

    QTextStream out(stdout);
    if (QStandardPaths::findExecutable(QStringLiteral("wrk")).isEmpty()) {
        out << "wrk is needed: apt-get install wrk\n";
        return 2;
    }
    const int seconds = qBound(1, arguments.value(1, QStringLiteral("3")).toInt(), 60);
    const int rounds = qBound(1, arguments.value(2, QStringLiteral("3")).toInt(), 20);
    const QTemporaryDir folder;
    std::vector<Contender> all = contenders(folder);
    for (Contender &contender : all) {
        if (!startAndWait(contender))
            out << contender.name << " does not start\n";
    }
    for (const QStringList &headers : {QStringList(), browserHeaders}) {
        for (int round = 0; round < rounds; ++round) {
            for (Contender &contender : all) {
                if (!measure(contender, seconds, headers))
                    out << contender.name << ": this round failed\n" << Qt::flush;
            }
        }
        out << (headers.isEmpty() ? "Host only" : "A browser's headers")
            << ", 16 connections, median of " << rounds << " x " << seconds << " s\n";
        for (Contender &contender : all) {
            out << QStringLiteral("  %1 %2 requests/s %3 us CPU/request  x%4 rate  x%5 cost\n")
                       .arg(contender.name, -20)
                       .arg(median(contender.rates), 8, 'f', 0)
                       .arg(median(contender.costs), 6, 'f', 1)
                       .arg(median(contender.rates) / median(all.front().rates), 0, 'f', 2)
                       .arg(median(contender.costs) / median(all.front().costs), 0, 'f', 2);
        }
        out << Qt::flush;
        for (Contender &contender : all) {
            contender.rates.clear();
            contender.costs.clear();
        }
    }
    for (Contender &contender : all) {
        contender.process->kill();
        contender.process->waitForFinished();
    }
    return 0;
}
