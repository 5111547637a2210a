#pragma once

#include <QProcess>
#include <QStringList>

namespace Cli
{

/// What a run of the program left behind.
struct Ran {
    int code = -1; ///< -1: crashed or never ended
    QByteArray out;
    QByteArray err;
};

/// Runs `menura` with these arguments to its end, within 30 seconds; in this folder, if one is
/// given.
Ran runMenura(const QStringList &arguments, const QString &folder = {});

/// A `menura serve` under test. Killed at the end if it is still there.
class ServeProcess
{
public:
    /// Starts it on a free port and waits until it has said its address.
    explicit ServeProcess(const QStringList &arguments);
    ~ServeProcess();

    QString url() const { return m_url; }            ///< empty when it did not start
    QByteArray waitForError(const QByteArray &text); ///< stderr so far, once it contains the text
    void terminate() { m_process.terminate(); }
    void interrupt();
    Ran finish(); ///< waits for its end
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QString m_url;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace Cli
