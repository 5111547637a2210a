#pragma once

#include "mockserver/engine/exchange.h"
#include "mockserver/http/answer_receiver.h"
#include "mockserver/http/body_pipe.h"
#include "mockserver/http/mailbox.h"
#include "mockserver/http/outgoing_call.h"
#include "mockserver/wire/request_reader.h"
#include "mockserver/wire/response_writer.h"

#include <QPointer>
#include <QTcpSocket>

namespace Mock
{

class Worker;

/// One connection. Stands between the real socket and QtHttpServer, for which it is the socket:
/// reads strictly, keeps limits and times, answers what is malformed itself, and lets QtHttpServer
/// see one small, well-formed request at a time, on which it hands the real one to the worker.
/// The next request waits until this one is answered, so answers cannot overtake each other.
class Gate : public QTcpSocket, public AnswerReceiver
{
public:
    using HeadMaker = std::function<Response(const Response &)>;

    /// `real` is connected and has no parent.
    Gate(Worker &worker, quint64 id, QTcpSocket *real);
    ~Gate() override;

    quint64 id() const { return m_id; }

    /// Begins to read. `refused`, if it is one, is the answer to whatever is sent.
    void open(const Fault &refused);
    /// Called by QtHttpServer's side when it dispatches: gives the request to the handler.
    void handleRequest();
    bool hasRequest() const { return m_hasRequest; } ///< that handleRequest() has not taken
    /// Whether this request is waiting for its answer.
    bool expects(quint64 sequence) const { return m_isWaiting && m_sequence == sequence; }
    /// The answer is going to come from this call, perhaps in pieces. `headOf` makes the head that
    /// goes to the client of that which comes. The call is abandoned when the client goes.
    void follow(OutgoingCall *call, const HeadMaker &headOf);
    BodyPipe *body() const { return m_body; } ///< of the request, where it passes through; or null
    /// Number and time of the request, and how long it has taken where the exchange does not say.
    void stamp(Exchange *exchange) const;
    /// Sends the answer. False, and nothing is done, when its request does not wait any more.
    bool answer(quint64 sequence, Exchange &&exchange);
    /// Acts on what has taken too long. Times are Worker::now().
    void checkTimes(qint64 now);
    /// Closes when nothing is under way, and else after the next answer.
    void drain();
    /// Closes now, whatever is under way.
    void cut();

    void beginAnswer(const Response &head, qint64 length) override;
    void takePiece(const QByteArray &piece) override;
    bool hasRoom() const override;

    // For QtHttpServer: the bytes of a request that always is the same. What it writes is thrown
    // away, and when the connection ends is not for it to say.
    void offerRequest();
    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override {}
    void close() override {}

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    enum class State { Open, Ending, Lingering, Gone };

    void pump();
    bool mayRead() const;
    void read(QByteArrayView &bytes);
    void notePhase(qint64 now);
    void dispatch(Request &&request);
    void refuse(const Fault &fault, Request &&request);
    void startRequest(const Request &request);
    void send(Exchange &&exchange);
    void sendContinue();
    // gate_passing.cpp: bodies of which only a little is here at a time
    bool isPassingBody() const;
    /// Goes on with a body that is too long to be kept, if it need not be.
    bool passBody();
    void readPiece(RequestReader::Event event);
    void leaveCall();
    void flushOutside();
    void endStream(Exchange &&exchange);
    // gate_mishap.cpp: what the design has go wrong
    void sendBadly(const Response &response, const Mishap &mishap);
    void drip();
    void flush();
    void finishSending();
    void onSent();
    void onDisconnected();

    Worker &m_worker;
    const quint64 m_id;
    QTcpSocket *const m_real; ///< a child
    const QString m_peer;
    State m_state = State::Open;
    RequestReader m_reader;
    RequestReader::Phase m_phase = RequestReader::Phase::Idle; ///< when last looked at
    QByteArray m_rest; ///< read from the socket, behind the request that waits for its answer
    QByteArray m_out;
    qsizetype m_offered = 0; ///< bytes of the canonical request still to be read by QtHttpServer

    // The request that is being answered.
    Request m_request;
    quint64 m_sequence = 0;
    bool m_hasRequest = false;
    bool m_isWaiting = false;
    bool m_isPumping = false;
    bool m_isLast = false; ///< the client wants the connection closed after this
    ReplyContext m_context;
    quint64 m_number = 0;
    QDateTime m_time;
    qint64 m_startNanoseconds = 0;

    QPointer<OutgoingCall> m_call; ///< that the answer is going to come from
    HeadMaker m_headOf;
    QPointer<BodyPipe> m_body;
    bool m_isStreaming = false; ///< the head of the answer has left, the rest follows
    bool m_isChunked = false;

    QByteArray m_slow;      ///< rest of a body that is sent slowly
    int m_pace = 0;         ///< bytes of it a second
    bool m_isReset = false; ///< the connection ends by being torn down

    // Worker::now() at the last ...
    qint64 m_phaseSince = 0; ///< change of the reader's phase, answer, or step to its end
    qint64 m_received = 0;   ///< byte that came
    qint64 m_sent = 0;       ///< byte that went, or beginning of sending
};

} // namespace Mock
