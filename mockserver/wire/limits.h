#pragma once

#include <QtGlobal>

namespace Mock
{

/// How much of one request is read before it is refused; sizes are in bytes as sent.
struct Limits {
    qsizetype requestLine = 8LL * 1024;   ///< beyond: 414
    qsizetype head = 64LL * 1024;         ///< request line and fields together; beyond: 431
    qsizetype fields = 100;               ///< in the head, and again in a trailer; beyond: 431
    qint64 body = 16LL * 1024 * 1024;     ///< after de-chunking; beyond: 413
    qsizetype chunkLine = 1024;           ///< size and extensions of one chunk; beyond: 400
    qint64 chunkExtensions = 16LL * 1024; ///< of all chunks of a body together; beyond: 400
    qsizetype trailer = 8LL * 1024;       ///< fields after a chunked body; beyond: 431
};

} // namespace Mock
