#pragma once

#include "mockserver/state/state.h"

#include <QObject>
#include <QTimer>

namespace Cli
{

/// Keeps the rows of all stores in a JSON file, so that they survive a restart. Written at most
/// every half second while something changes, whole or not at all.
class StateFile : public QObject
{
public:
    StateFile(const QString &path, std::shared_ptr<Mock::State> state);
    ~StateFile() override; ///< saves what has changed

    /// The rows of the file; a file that is not there is none. False, with the reason on stderr,
    /// when it cannot be read.
    bool load();

private:
    void save();

    QString m_path;
    std::shared_ptr<Mock::State> m_state;
    quint64 m_saved = 0; ///< revision that the file has
    QTimer m_timer;
};

} // namespace Cli
