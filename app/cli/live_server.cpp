#include "app/cli/live_server.h"

#include "app/cli/access_log.h"
#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/load.h"
#include "app/cli/state_file.h"
#include "app/cli/stop_signals.h"
#include "designer/storage/host_consents.h"
#include "mockserver/engine/security/allowed_hosts.h"

#include <QCoreApplication>

#include <algorithm>

namespace Cli
{

LiveServer::LiveServer(const QString &path, const ServeOptions &options)
    : m_path(path)
    , m_options(options)
{
    m_options.compile.state = std::make_shared<Mock::State>(); // one, however often it is reloaded
}

int LiveServer::run()
{
    // Watching begins before reading: a change in between must not be missed.
    if (m_options.watch) {
        m_watch = std::make_unique<Design::FileWatch>(QStringList{m_path});
        connect(m_watch.get(), &Design::FileWatch::changed, this, &LiveServer::reload);
        connect(m_watch.get(), &Design::FileWatch::vanished, this, [](const QString &file) {
            complain(
                QStringLiteral("%1 is gone: the last good design goes on answering").arg(file));
        });
    }
    if (!load())
        return Trouble;
    std::unique_ptr<StateFile> stateFile;
    if (!m_options.stateFile.isEmpty()) {
        stateFile = std::make_unique<StateFile>(m_options.stateFile, m_options.compile.state);
        if (!stateFile->load())
            return Trouble;
    }
    if (m_options.log != ServeOptions::Log::None) {
        connect(&m_server, &Mock::Server::exchangesFinished, this, &LiveServer::log);
        connect(&m_server, &Mock::Server::exchangesUpdated, this, &LiveServer::logTasks);
    }
    onStopSignal(this, [this] {
        m_server.stop();
        QCoreApplication::quit();
    });
    if (!m_server.start(m_options.server)) {
        complain(QStringLiteral("menura serve: ") + m_server.errorString());
        return Trouble;
    }
    print(m_server.url().toString());
    return QCoreApplication::exec();
}

bool LiveServer::load()
{
    const std::optional<Design::OpenedDesign> design = loadDesign(m_path);
    if (!design)
        return false;
    if (m_watch)
        m_watch->setPaths(pathsOf(m_path, design->inclusions));
    // A file that is just being written, or is broken, does not take the place of the good one.
    const QStringList unreadable =
        design->inclusions ? design->inclusions->unreadable() : QStringList();
    const auto isNew = [this](const QString &file) { return !m_unreadable.contains(file); };
    if (m_revision > 0 && std::any_of(unreadable.begin(), unreadable.end(), isNew))
        return false;
    m_unreadable = unreadable;
    m_options.compile.revision = ++m_revision;
    m_options.compile.allowedHosts = agreedHosts(design->api);
    m_options.compile.inclusions = design->isConverted ? nullptr : design->inclusions;
    const Mock::CompiledApiPointer compiled = Mock::compile(design->api, m_options.compile);
    Design::Diagnostics findings = compiled->diagnostics();
    if (m_options.log == ServeOptions::Log::Json || !findings.isEmpty())
        m_places = Mock::Places(design->api,
                                m_options.compile.inclusions); // takes its time in a large design
    for (Design::Diagnostic &finding : findings) {
        if (finding.pointer.isEmpty())
            finding.pointer = m_places.pointer(finding.node);
    }
    complain(findings, *design, m_path);
    m_server.setApi(compiled);
    return true;
}

QStringList LiveServer::agreedHosts(const Design::Api &api)
{
    Design::HostConsents consents;
    const QStringList wanted = Mock::upstreamHosts(api);
    QStringList allowed = consents.allowed(m_path) + m_options.allowedUpstreams;
    QStringList open;
    for (const QString &host : wanted) {
        if (!allowed.contains(host, Qt::CaseInsensitive) && !allowed.contains(QLatin1String("*")))
            open.append(host);
    }
    if (open.isEmpty())
        return allowed;
    const QString list = open.join(QStringLiteral(", "));
    // While it serves, nobody waits for a question.
    if (!m_server.isRunning() && canAsk() &&
        ask(QStringLiteral("%1 wants to ask other servers: %2. Let it?").arg(m_path, list))) {
        consents.allow(m_path, open);
        return allowed + open;
    }
    complain(QStringLiteral("%1 wants to ask other servers, which nobody has allowed: %2. Start "
                            "with --allow-upstream HOST, or --allow-upstream '*' for all of them.")
                 .arg(m_path, list));
    return allowed;
}

void LiveServer::reload()
{
    complain(load() ? QStringLiteral("%1: the new design answers").arg(m_path)
                    : QStringLiteral("%1: the last good design goes on answering").arg(m_path));
}

void LiveServer::log(const QList<Mock::Exchange> &batch)
{
    QStringList lines;
    for (const Mock::Exchange &exchange : batch) {
        if (m_options.log == ServeOptions::Log::Text)
            lines += accessLine(exchange);
        else // places are known for the design that answers now, not for the one before
            lines += QString::fromUtf8(
                accessJson(exchange, exchange.revision == m_revision ? m_places : Mock::Places()));
    }
    for (const Mock::Exchange &exchange : batch) {
        if (exchange.tasksLeft > 0)
            m_logged.insert(exchange.number, exchange.steps.size());
    }
    complain(lines.join(u'\n'));
}

void LiveServer::logTasks(const QList<Mock::Exchange> &batch)
{
    for (const Mock::Exchange &exchange : batch) {
        const qsizetype before = m_logged.value(exchange.number);
        for (const Mock::Step &step : exchange.steps.sliced(before)) {
            complain(m_options.log == ServeOptions::Log::Text
                         ? taskLine(exchange, step)
                         : QString::fromUtf8(taskJson(exchange, step)));
        }
        if (exchange.tasksLeft > 0)
            m_logged.insert(exchange.number, exchange.steps.size());
        else
            m_logged.remove(exchange.number);
    }
}

} // namespace Cli
