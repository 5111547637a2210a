#include "app/cli/stop_signals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace Cli
{

#ifdef Q_OS_UNIX

namespace
{

// A signal handler may touch nothing but this: it writes a byte that the event loop reads.
int wakeUp[2] = {-1, -1};

extern "C" void handleStopSignal(int signal)
{
    std::signal(signal, SIG_DFL);
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[1], &byte, 1);
}

} // namespace

void onStopSignal(QObject *context, std::function<void()> stop)
{
    if (::pipe(wakeUp) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakeUp[0], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context,
                     [notifier, stop = std::move(stop)] {
                         notifier->setEnabled(false);
                         stop();
                     });
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, handleStopSignal);
    std::signal(SIGPIPE, SIG_IGN); // whoever reads our log may go away
}

#else

void onStopSignal(QObject *, std::function<void()>) {}

#endif

} // namespace Cli
