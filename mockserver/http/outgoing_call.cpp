#include "mockserver/http/outgoing_call.h"

#include "mockserver/http/answer_receiver.h"

#include <utility>

namespace Mock
{

namespace
{

constexpr qint64 readBuffer = 256 * 1024;     // beyond, the other server has to wait
constexpr qsizetype keptOfLarge = 256 * 1024; // for the traffic
constexpr qint64 pieceSize = 64 * 1024;

QList<HeaderField> headersOf(const QNetworkReply &reply)
{
    QList<HeaderField> headers;
    for (const QNetworkReply::RawHeaderPair &field : reply.rawHeaderPairs()) {
        // Several fields of one name come joined; only cookies cannot be sent on like that, which
        // is why Qt puts line breaks between those.
        for (const QByteArray &value : field.second.split('\n'))
            headers.append({field.first, value});
    }
    return headers;
}

/// Whether what came is an answer, and not the half of one or one that cannot be unpacked. Of
/// statuses from 400 on, errors from 200 on are Qt's names for what they say, as is that of 407.
bool isWhole(const QNetworkReply &reply, int status)
{
    const QNetworkReply::NetworkError error = reply.error();
    const bool isOfStatus =
        error >= 200 || error == QNetworkReply::ProxyAuthenticationRequiredError;
    return error == QNetworkReply::NoError || (status >= 400 && isOfStatus);
}

QString problemOf(const QNetworkReply &reply)
{
    // So Qt says that it would have sent the request again; see OutgoingClient::start().
    return reply.error() == QNetworkReply::ContentReSendError ? QStringLiteral("Connection closed")
                                                              : reply.errorString();
}

bool isEventStream(const Response &response)
{
    return headerValue(response.headers, "content-type").toLower().startsWith("text/event-stream");
}

} // namespace

OutgoingCall::OutgoingCall(QNetworkReply *reply, int timeout, AnswerReceiver *receiver, bool waits,
                           QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_timeout(timeout)
    , m_receiver(receiver)
    , m_waits(waits)
{
    m_reply->setParent(this);
    m_reply->setReadBufferSize(readBuffer);
    m_clock.start();
    m_answer.response.status = 0;
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &OutgoingCall::onTimeout);
    m_deadline.start(timeout);
    // A body that is still on its way to the other server has time as long as it moves.
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (sent > 0 && m_deadline.isActive() && !m_hasHead)
            m_deadline.start(m_timeout);
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &OutgoingCall::read);
    connect(m_reply, &QNetworkReply::readyRead, this, &OutgoingCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &OutgoingCall::read);
}

void OutgoingCall::pull()
{
    read();
}

void OutgoingCall::abandon()
{
    m_receiver = nullptr;
    m_answer.isAbandoned = true;
    m_reply->disconnect(this);
    m_reply->abort();
    finish();
}

void OutgoingCall::onTimeout()
{
    // A client that is slow has time-outs of its own.
    if (m_answer.isStreamed && m_receiver && !m_receiver->hasRoom()) {
        m_deadline.start(m_timeout);
        return;
    }
    m_isTimeout = true;
    m_reply->abort();
}

bool OutgoingCall::mustStream(qint64 length) const
{
    if (length > largestBody || (isEventStream(m_answer.response) && !m_waits))
        return true;
    return length < 0 && !m_waits;
}

void OutgoingCall::readHead()
{
    Response &response = m_answer.response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (response.status == 0)
        return;
    m_hasHead = true;
    response.headers = headersOf(*m_reply);
    bool isNumber = false;
    const qint64 length = headerValue(response.headers, "content-length").toLongLong(&isNumber);
    if (m_receiver && !isBodyless(response.status) && mustStream(isNumber ? length : -1))
        stream();
}

/// From here on the answer goes on while it comes.
void OutgoingCall::stream()
{
    const QByteArray collected = m_answer.response.body;
    const QByteArray said = headerValue(m_answer.response.headers, "content-length");
    bool isNumber = false;
    const qint64 length = said.toLongLong(&isNumber);
    m_answer.isStreamed = true;
    m_receiver->beginAnswer(m_answer.response, isNumber ? length : -1);
    if (m_receiver && !collected.isEmpty())
        m_receiver->takePiece(collected);
}

void OutgoingCall::keep(const QByteArray &piece)
{
    Response &response = m_answer.response;
    m_answer.bytes += piece.size();
    if (response.isPartial)
        return;
    response.body += piece;
    if (response.body.size() <= largestBody)
        return;
    response.isPartial = true;
    if (!m_answer.isStreamed && m_receiver)
        stream();
    if (m_answer.isStreamed)
        response.body = response.body.first(keptOfLarge); // a copy, which lets go of the long one
    else
        m_isTooLarge = true;
}

void OutgoingCall::read()
{
    if (m_isReading || m_isDone)
        return;
    m_isReading = true;
    if (!m_hasHead)
        readHead();
    while (m_reply->isOpen() && m_reply->bytesAvailable() > 0 && !m_isTooLarge) {
        if (m_answer.isStreamed && (!m_receiver || !m_receiver->hasRoom()))
            break;
        const QByteArray piece = m_reply->read(pieceSize);
        if (piece.isEmpty())
            break;
        const bool wasStreamed = m_answer.isStreamed;
        keep(piece);
        if (wasStreamed && m_receiver)
            m_receiver->takePiece(piece);
        if (m_answer.isStreamed)
            m_deadline.start(m_timeout);
    }
    if (m_answer.isStreamed && isEventStream(m_answer.response))
        m_deadline.stop(); // nothing happens in many of them for long
    m_isReading = false;
    if (m_isTooLarge && !m_reply->isFinished())
        m_reply->abort(); // comes back here
    else if (!m_isDone && m_reply->isFinished() &&
             (m_isTooLarge || !m_reply->isOpen() || m_reply->bytesAvailable() == 0))
        finish();
}

void OutgoingCall::finish()
{
    if (std::exchange(m_isDone, true))
        return;
    m_deadline.stop();
    Response &response = m_answer.response;
    m_answer.nanoseconds = m_clock.nsecsElapsed();
    const bool isCut =
        m_answer.isAbandoned || m_isTimeout || m_isTooLarge || !isWhole(*m_reply, response.status);
    m_answer.isTimeout = m_isTimeout;
    if (m_answer.isAbandoned)
        m_answer.problem = QStringLiteral("the client has gone");
    else if (m_isTooLarge)
        m_answer.problem = QStringLiteral("the answer is larger than 16 MiB");
    else if (m_isTimeout)
        m_answer.problem = m_answer.isStreamed ? QStringLiteral("nothing came any more")
                                               : QStringLiteral("no answer in time");
    else if (isCut || response.status == 0)
        m_answer.problem = problemOf(*m_reply);
    if (isCut && m_answer.isStreamed) {
        m_answer.isCut = true;
        response.isPartial = true;
    } else if (isCut) {
        response.status = 0;
    }
    deleteLater();
    if (m_done)
        std::exchange(m_done, {})(m_answer);
}

} // namespace Mock
