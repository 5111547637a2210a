#pragma once

#include <QtGlobal>

namespace Mock
{

/// How much of one request is read before it is refused. Sizes are in bytes as sent.
struct Limits {
    qsizetype requestLine = 8 * 1024; ///< beyond: 414
    qsizetype head = 64 * 1024;       ///< request line, fields and trailer together; beyond: 431
    qsizetype fields = 100;           ///< header fields, and trailer fields again; beyond: 431
    qint64 body = 16 * 1024 * 1024;   ///< after de-chunking; beyond: 413
    qsizetype chunkLine = 1024;       ///< size and extensions of one chunk; beyond: 400
    qint64 chunkOverhead = 64 * 1024; ///< all chunk extensions of one body; beyond: 413
};

} // namespace Mock
