#include "mockserver/wire/chunk_reader.h"

#include "mockserver/wire/characters.h"

namespace Mock
{

namespace
{

int hexadecimalValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return (c | 0x20) - 'a' + 10;
}

} // namespace

ChunkReader::ChunkReader(const Limits &limits)
    : m_limits(limits)
{
}

ChunkReader::Event ChunkReader::read(QByteArrayView &bytes, QByteArray &body)
{
    while (!bytes.isEmpty()) {
        bool good = true;
        switch (m_state) {
        case State::Data: {
            const auto length = static_cast<qsizetype>(qMin<qint64>(m_size, bytes.size()));
            body.append(bytes.first(length));
            bytes = bytes.sliced(length);
            m_size -= length;
            if (m_size == 0)
                m_state = State::DataReturn;
            break;
        }
        case State::DataReturn:
            good = takeFirst(bytes) == '\r' ||
                   fail(400, "The data of a chunk is longer than its size says.");
            m_state = State::DataLineFeed;
            break;
        case State::DataLineFeed:
            good = takeFirst(bytes) == '\n' ||
                   fail(400, "The CR after a chunk's data has no LF after it.");
            m_state = State::Size;
            m_size = 0;
            m_hasDigit = false;
            m_lineBytes = 0;
            break;
        case State::Trailer:
            good = readTrailer(bytes);
            break;
        default:
            good = readLine(bytes, body.size());
            break;
        }
        if (!good)
            return Event::Failed;
        if (m_ended)
            return Event::End;
    }
    return Event::NeedMore;
}

// chunk-size [ chunk-ext ] CRLF, one character at a time
bool ChunkReader::readLine(QByteArrayView &bytes, qint64 bodySize)
{
    if (m_lineBytes == m_limits.chunkLine)
        return fail(400, "The line with a chunk's size is longer than " +
                             QByteArray::number(m_limits.chunkLine) + " bytes.");
    ++m_lineBytes;
    if (m_state == State::Size)
        return readSize(bytes, bodySize);
    const char c = takeFirst(bytes);
    if (m_state == State::SizeLineFeed) {
        if (c != '\n')
            return fail(400, "The CR after a chunk's size has no LF after it.");
        m_state = m_size > 0 ? State::Data : State::Trailer;
        return true;
    }
    if (++m_extensionBytes > m_limits.chunkExtensions)
        return fail(400, "The chunk extensions take more than " +
                             QByteArray::number(m_limits.chunkExtensions) + " bytes.");
    return readExtension(c);
}

bool ChunkReader::readSize(QByteArrayView &bytes, qint64 bodySize)
{
    const char c = takeFirst(bytes);
    if (isOneOf(c, Characters::Hexadecimal)) {
        m_hasDigit = true;
        const qint64 room = m_limits.body - bodySize;
        // Compared before it is multiplied, so that no size can overflow.
        if (m_size > room / 16 || m_size * 16 + hexadecimalValue(c) > room)
            return fail(413,
                        "The body is larger than " + QByteArray::number(m_limits.body) + " bytes.");
        m_size = m_size * 16 + hexadecimalValue(c);
        return true;
    }
    if (!m_hasDigit)
        return fail(400,
                    "A chunk's size begins with " + nameOf(c) + " instead of a hexadecimal digit.");
    return endExtension(c);
}

// *( ";" chunk-ext-name [ "=" ( token / quoted-string ) ] ), without the blanks that only old
// senders put there and that readers disagree about
bool ChunkReader::readExtension(char c)
{
    switch (m_state) {
    case State::ExtensionName:
        if (isOneOf(c, Characters::Token)) {
            m_hasName = true;
            return true;
        }
        if (!m_hasName)
            return fail(400, "A chunk extension has no name.");
        if (c == '=') {
            m_state = State::ExtensionValue;
            return true;
        }
        return endExtension(c);
    case State::ExtensionValue:
        if (c == '"')
            m_state = State::ExtensionQuoted;
        else if (isOneOf(c, Characters::Token))
            m_state = State::ExtensionToken;
        else
            return fail(400, "A chunk extension has no value after its \"=\".");
        return true;
    case State::ExtensionToken:
        return isOneOf(c, Characters::Token) || endExtension(c);
    case State::ExtensionQuoted:
        if (c == '\\')
            m_state = State::ExtensionEscape;
        else if (c == '"')
            m_state = State::ExtensionEnd;
        else if (!isOneOf(c, Characters::Value))
            return fail(400, "The quoted value of a chunk extension is not closed.");
        return true;
    case State::ExtensionEscape:
        m_state = State::ExtensionQuoted;
        return isOneOf(c, Characters::Value) ||
               fail(400, "The quoted value of a chunk extension has a control character.");
    default:
        return endExtension(c);
    }
}

bool ChunkReader::endExtension(char c)
{
    if (c == ';') {
        m_hasName = false;
        m_state = State::ExtensionName;
        return true;
    }
    if (c == '\r') {
        m_state = State::SizeLineFeed;
        return true;
    }
    return fail(400, "The line with a chunk's size has the character " + nameOf(c) + ".");
}

bool ChunkReader::readTrailer(QByteArrayView &bytes)
{
    if (m_trailerBytes == m_limits.trailer)
        return fail(431, "The trailer is larger than " + QByteArray::number(m_limits.trailer) +
                             " bytes.");
    QByteArrayView window = bytes.first(qMin(bytes.size(), m_limits.trailer - m_trailerBytes));
    const qsizetype before = window.size();
    const FieldReader::Event event = m_fields.read(window);
    m_trailerBytes += before - window.size();
    bytes = bytes.sliced(before - window.size());
    switch (event) {
    case FieldReader::Event::NeedMore:
        return true;
    case FieldReader::Event::Field:
        if (++m_trailerFields > m_limits.fields)
            return fail(431, "The trailer has more than " + QByteArray::number(m_limits.fields) +
                                 " fields.");
        return true;
    case FieldReader::Event::End:
        m_ended = true;
        return true;
    case FieldReader::Event::Failed:
        m_fault = m_fields.fault();
        return false;
    }
    return true;
}

bool ChunkReader::fail(int status, const QByteArray &detail)
{
    m_fault = {status, detail};
    return false;
}

} // namespace Mock
