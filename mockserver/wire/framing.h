#pragma once

#include "mockserver/engine/message.h"
#include "mockserver/wire/fault.h"
#include "mockserver/wire/limits.h"

#include <QByteArrayList>

namespace Mock
{

/// What the fields of a head say about the message itself: where its body ends and whether the
/// connection lives on (RFC 9112 sections 3.2, 6 and 9.3). Anything two readers could understand
/// differently is a fault.
class Framing
{
public:
    /// Looks at the next field.
    Fault add(const HeaderField &field);
    /// Looks at the head as a whole, once all fields were added.
    Fault finish(const Request &request);

    // After finish():
    bool isChunked() const { return !m_codings.isEmpty(); }
    qint64 length() const { return m_length; } ///< of a body that is not chunked; 0 without one
    bool hasBody() const { return isChunked() || m_length > 0; }
    bool keepsAlive() const { return m_keepsAlive; }
    bool expectsContinue() const { return m_expectsContinue; }
    /// The body has more bytes than are kept: 413. Of one in chunks that shows while it comes.
    Fault tooLong(const Limits &limits) const;
    /// The body is well framed, but in a coding that nobody here can undo: 501.
    Fault unknownCoding() const;

private:
    Fault addLength(const QByteArray &value);
    Fault addCodings(const QByteArray &value);
    Fault addHost(const QByteArray &value);
    void addConnection(const QByteArray &value);

    QByteArrayList m_codings; ///< lower case
    qint64 m_length = 0;
    bool m_hasLength = false;
    bool m_hasCodings = false;
    bool m_hasHost = false;
    bool m_saysClose = false;
    bool m_saysKeepAlive = false;
    bool m_keepsAlive = false;
    bool m_expectsContinue = false;
    bool m_expectsOther = false;
};

} // namespace Mock
