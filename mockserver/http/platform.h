#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace Mock
{

/// Tells the peer that nothing more will come, while what it still sends can be read. False where
/// the system has no such thing.
bool shutdownSending(qintptr descriptor);

/// Has closing the socket tear the connection down (RST) instead of ending it.
void resetOnClose(qintptr descriptor);

/// Closes a descriptor that no socket object owns yet.
void closeDescriptor(qintptr descriptor);

/// Lets this process have at least this many files and sockets open, as far as it may.
void raiseDescriptorLimit(qsizetype wanted);

/// A stream socket that is bound to nothing and that nobody can connect to; -1 when there is none.
qintptr unreachableSocket();

/// While it lives, threads that start get Qt's own event dispatcher instead of GLib's, which takes
/// up to three times as long for each event where many connections are idle.
class PlainDispatchers
{
public:
    PlainDispatchers();
    ~PlainDispatchers();
    Q_DISABLE_COPY_MOVE(PlainDispatchers)

private:
    bool m_wasSet;
};

} // namespace Mock
