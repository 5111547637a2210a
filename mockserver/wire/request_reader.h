#pragma once

#include "mockserver/wire/chunk_reader.h"
#include "mockserver/wire/framing.h"

namespace Mock
{

/// Reads the requests of one connection strictly (RFC 9112), from pieces of any size: how the
/// bytes are cut never changes what is read. Keeps no more than Limits allow.
class RequestReader
{
public:
    enum class Event {
        NeedMore, ///< all bytes are used up
        Continue, ///< the client waits for "100 Continue" before it sends its body
        Complete, ///< takeRequest() has the next request
        Failed,   ///< answer fault() and close
    };
    enum class Phase { Idle, Head, Body, Finished };

    explicit RequestReader(const Limits &limits = {});

    /// Reads on until something happens; removes from the front what it has read. After a fault,
    /// or after a request that ends the connection, everything is thrown away.
    Event read(QByteArrayView &bytes);

    /// After Complete. The target is in origin form (or "*"): of an absolute one, the authority
    /// has become the value of Host (RFC 9112 section 3.2.2); a fragment is cut off.
    Request takeRequest();
    bool keepsAlive() const { return m_framing.keepsAlive(); } ///< after Complete
    /// After Failed. After Complete it is set when the request is well framed but must not be
    /// served; answer it and close, too.
    const Fault &fault() const { return m_fault; }

    /// After Failed: all that is wrong is that the body is longer than Limits::body, of which
    /// nothing was read yet. Who does not need to keep it reads on with passBody().
    bool isOnlyTooLong() const { return m_isOnlyTooLong; }
    /// From now on the body comes in pieces, which takePiece() takes after each read(). True when
    /// the client waits for "100 Continue" before it sends the first.
    bool passBody();
    QByteArray takePiece();
    qint64 bodyLength() const { return m_framing.length(); } ///< after passBody()

    Phase phase() const;
    qint64 bodyBytes() const { return m_passed + m_request.body.size(); } ///< read so far
    /// As much of the request as was read, for the record of one that failed.
    const Request &partialRequest() const { return m_request; }

private:
    enum class State {
        Start,
        StartLineFeed,
        Method,
        Target,
        Version,
        LineReturn,
        LineFeed,
        Fields,
        Body,
        Chunks,
        Complete,
        Finished,
    };

    Event advance(QByteArrayView &bytes);
    Event readStart(char c);
    Event readLine(QByteArrayView &bytes);
    Event readMethod(QByteArrayView &bytes);
    Event readTarget(QByteArrayView &bytes);
    Event readVersion(char c);
    Event finishLine();
    bool splitAbsoluteTarget();
    Event readFields(QByteArrayView &bytes);
    Event finishHead();
    Event readBody(QByteArrayView &bytes);
    Event readChunks(QByteArrayView &bytes);
    Event complete();
    Event fail(const Fault &fault);
    void begin();

    Limits m_limits;
    State m_state = State::Start;
    Request m_request;
    QByteArray m_version;
    QByteArray m_authority; ///< of an absolute target
    qsizetype m_headBytes = 0;
    int m_emptyLines = 0;
    FieldReader m_fields;
    Framing m_framing;
    ChunkReader m_chunks;
    Fault m_fault;
    bool m_isOnlyTooLong = false;
    qint64 m_passed = 0; ///< bytes of the body that takePiece() has taken
};

} // namespace Mock
