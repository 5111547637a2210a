#pragma once

#include "mockserver/engine/message.h"

#include <QUrl>

namespace Mock
{

/// The command that sends the same request to a server at this address, for a POSIX shell (and
/// bash for bodies that are no text).
QString curlCommand(const Request &request, const QUrl &server);

} // namespace Mock
