#include "tests/cli/program.h"

#include <QElapsedTimer>

#include <csignal>

namespace Cli
{

constexpr int patience = 30'000; // milliseconds, for a machine that is busy with other tests

static Ran resultOf(QProcess &process)
{
    Ran ran;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(patience))
        return ran;
    ran.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

Ran runMenura(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(MENURA_PROGRAM), arguments);
    if (!process.waitForStarted(patience))
        return {};
    process.closeWriteChannel();
    return resultOf(process);
}

ServeProcess::ServeProcess(const QStringList &arguments)
{
    m_process.start(
        QStringLiteral(MENURA_PROGRAM),
        QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")} +
            arguments);
    QElapsedTimer timer;
    timer.start();
    while (m_process.state() != QProcess::NotRunning && timer.elapsed() < patience) {
        m_process.waitForReadyRead(100);
        m_out += m_process.readAllStandardOutput();
        if (m_out.endsWith('\n')) {
            m_url = QString::fromUtf8(m_out).trimmed();
            break;
        }
    }
}

ServeProcess::~ServeProcess()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QByteArray ServeProcess::waitForError(const QByteArray &text)
{
    QElapsedTimer timer;
    timer.start();
    m_process.setReadChannel(QProcess::StandardError);
    while (!m_err.contains(text) && timer.elapsed() < patience) {
        m_process.waitForReadyRead(50);
        m_err += m_process.readAllStandardError();
    }
    return m_err;
}

void ServeProcess::interrupt()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
}

Ran ServeProcess::finish()
{
    Ran ran = resultOf(m_process);
    ran.out = m_out + ran.out;
    ran.err = m_err + ran.err;
    return ran;
}

} // namespace Cli
