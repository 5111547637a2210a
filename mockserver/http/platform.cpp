#include "mockserver/http/platform.h"

#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Mock
{

namespace
{

const char noGlib[] = "QT_NO_GLIB"; // read by Qt whenever a thread makes its dispatcher

} // namespace

#ifdef Q_OS_UNIX

bool shutdownSending(qintptr descriptor)
{
    return ::shutdown(static_cast<int>(descriptor), SHUT_WR) == 0;
}

void resetOnClose(qintptr descriptor)
{
    const linger atOnce{1, 0};
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

void closeDescriptor(qintptr descriptor)
{
    ::close(static_cast<int>(descriptor));
}

void raiseDescriptorLimit(qsizetype wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= static_cast<rlim_t>(wanted))
        return;
    limit.rlim_cur = qMin(limit.rlim_max, static_cast<rlim_t>(wanted));
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

qintptr unreachableSocket()
{
    return ::socket(AF_INET, SOCK_STREAM, 0);
}

#else

bool shutdownSending(qintptr)
{
    return false;
}

void resetOnClose(qintptr) {}

void closeDescriptor(qintptr descriptor)
{
    QTcpSocket socket; // closes what it was given
    socket.setSocketDescriptor(descriptor);
}

void raiseDescriptorLimit(qsizetype) {}

qintptr unreachableSocket()
{
    return -1;
}

#endif

PlainDispatchers::PlainDispatchers()
    : m_wasSet(qEnvironmentVariableIsSet(noGlib))
{
    if (!m_wasSet)
        qputenv(noGlib, "1");
}

PlainDispatchers::~PlainDispatchers()
{
    if (!m_wasSet)
        qunsetenv(noGlib);
}

} // namespace Mock
