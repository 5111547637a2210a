#pragma once

#include "mockserver/engine/exchange.h"

#include <QUrl>

namespace Mock
{

/// The exchanges as a HAR 1.2 log, which browsers' developer tools and many others read. Why a
/// request was refused stands in the comment of its entry; bodies that are no text are base64.
Design::Json harLog(const QList<Exchange> &exchanges, const QUrl &server);

} // namespace Mock
