#pragma once

#include "designer/storage/file_watch.h"
#include "mockserver/engine/places.h"
#include "mockserver/http/server.h"

#include <QHash>
#include <QObject>

namespace Cli
{

struct ServeOptions {
    enum class Log { None, Text, Json };

    Mock::ServerOptions server;
    Mock::CompileOptions compile;
    Log log = Log::None;
    bool watch = false;
    QString stateFile;            ///< empty: rows are forgotten at the end
    QStringList allowedUpstreams; ///< for this time, besides those that were agreed to before
};

/// Serves a design file until the process is asked to stop.
class LiveServer : public QObject
{
    Q_OBJECT

public:
    LiveServer(const QString &path, const ServeOptions &options);

    /// Returns an ExitCode once the server has stopped, or if it could not start.
    int run();

private:
    bool load(); ///< false, with the reason on stderr, when the file holds no usable design
    void reload();
    void log(const QList<Mock::Exchange> &batch);
    void logTasks(const QList<Mock::Exchange> &batch);
    /// Which of the servers that the design wants to ask it may: asks whoever sits there, once.
    QStringList agreedHosts(const Design::Api &api);

    QString m_path;
    std::unique_ptr<Design::FileWatch> m_watch;
    ServeOptions m_options;
    QStringList m_unreadable; ///< files of the design that answers
    quint64 m_revision = 0;
    QHash<quint64, qsizetype> m_logged; ///< steps of exchanges whose tasks go on, by number
    Mock::Places m_places;              ///< of the design that answers now
    Mock::Server m_server;
};

} // namespace Cli
