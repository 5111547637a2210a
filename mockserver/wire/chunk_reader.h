#pragma once

#include "mockserver/wire/field_reader.h"
#include "mockserver/wire/limits.h"

namespace Mock
{

/// Takes a chunked body apart (RFC 9112 section 7.1). Extensions are checked and ignored, trailer
/// fields are checked and dropped.
class ChunkReader
{
public:
    enum class Event { NeedMore, End, Failed };

    explicit ChunkReader(const Limits &limits);

    /// Removes from the front what it has read and appends what it carried to body.
    Event read(QByteArrayView &bytes, QByteArray &body);
    const Fault &fault() const { return m_fault; } ///< after Failed

private:
    enum class State {
        Size,
        ExtensionName,
        ExtensionValue,
        ExtensionToken,
        ExtensionQuoted,
        ExtensionEscape,
        ExtensionEnd,
        SizeLineFeed,
        Data,
        DataReturn,
        DataLineFeed,
        Trailer,
    };

    bool readSize(QByteArrayView &bytes, qint64 bodySize);
    bool readLine(QByteArrayView &bytes, qint64 bodySize);
    bool readExtension(char c);
    bool endExtension(char c);
    bool readTrailer(QByteArrayView &bytes);
    bool fail(int status, const QByteArray &detail); ///< false

    Limits m_limits;
    State m_state = State::Size;
    bool m_ended = false;
    bool m_hasDigit = false; ///< of the size of this chunk
    bool m_hasName = false;  ///< of the extension being read
    qint64 m_size = 0;       ///< of this chunk, then what is missing of it
    qsizetype m_lineBytes = 0;
    qint64 m_extensionBytes = 0;
    qsizetype m_trailerBytes = 0;
    qsizetype m_trailerFields = 0;
    FieldReader m_fields;
    Fault m_fault;
};

} // namespace Mock
