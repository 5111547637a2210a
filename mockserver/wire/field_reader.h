#pragma once

#include "mockserver/engine/message.h"
#include "mockserver/wire/fault.h"

#include <QByteArrayView>

namespace Mock
{

/// Reads the lines of a head or a trailer up to and with the empty one, strictly: CR LF only, no
/// folding, no blanks before the colon, no control characters (RFC 9112 section 5).
class FieldReader
{
public:
    enum class Event { NeedMore, Field, End, Failed };

    /// Removes from the front what it has read. The caller limits the size.
    Event read(QByteArrayView &bytes);
    HeaderField takeField();                       ///< after Field
    const Fault &fault() const { return m_fault; } ///< after Failed

private:
    enum class State { LineStart, Name, Blanks, Value, LineFeed, LastLineFeed };

    Event fail(const QByteArray &detail);
    bool readName(QByteArrayView &bytes);
    bool readValue(QByteArrayView &bytes);

    State m_state = State::LineStart;
    HeaderField m_field;
    Fault m_fault;
};

} // namespace Mock
