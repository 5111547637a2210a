#pragma once

#include <functional>

class QObject;

namespace Cli
{

/// Calls stop() in the thread of `context` when the process is asked to end: Ctrl+C, SIGTERM,
/// SIGHUP. The second time ends the process at once. Where there are no such signals nothing is
/// done, and the system ends the process as it does by itself.
void onStopSignal(QObject *context, std::function<void()> stop);

} // namespace Cli
