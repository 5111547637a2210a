#include "mockserver/http/outgoing_client.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QTimer>

namespace Mock
{

namespace
{

constexpr qint64 largestBody = 16 * 1024 * 1024;
constexpr int firstPause = 500; ///< milliseconds before a webhook is tried again; then doubled

} // namespace

OutgoingClient::OutgoingClient(quint16 ownPort)
    : m_ownPort(ownPort)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

bool OutgoingClient::isOurselves(const QUrl &url) const
{
    const QString host = url.host();
    const bool isLoopback =
        host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
    return isLoopback && url.port(url.scheme() == u"https" ? 443 : 80) == m_ownPort;
}

void OutgoingClient::send(const OutgoingRequest &request, const Done &done)
{
    const QUrl url(request.url);
    if (!url.isValid() || url.host().isEmpty() || isOurselves(url)) {
        OutgoingAnswer answer;
        answer.response.status = 0;
        answer.problem = isOurselves(url) ? QStringLiteral("that is this server itself")
                                          : QStringLiteral("that is no address of a server");
        QTimer::singleShot(0, this, [done, answer] { done(answer); });
        return;
    }
    QNetworkRequest message(url);
    message.setTransferTimeout(request.timeout);
    message.setRawHeader("user-agent", "menura/" MENURA_VERSION);
    for (const HeaderField &field : request.headers)
        message.setRawHeader(field.name, field.value);
    QNetworkReply *reply = m_network.sendCustomRequest(message, request.method, request.body);
    // The transfer time-out only counts pauses; a server that sends a byte now and then must not
    // hold an answer up for ever.
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, &QNetworkReply::abort);
    deadline->start(request.timeout);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > largestBody)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, deadline, done] {
        OutgoingAnswer answer;
        Response &response = answer.response;
        response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        for (const QNetworkReply::RawHeaderPair &field : reply->rawHeaderPairs())
            response.headers.append({field.first, field.second});
        const bool isCut = reply->error() == QNetworkReply::OperationCanceledError ||
                           reply->error() == QNetworkReply::TimeoutError;
        if (isCut || (response.status > 0 && reply->error() > 0 && reply->error() < 100))
            response.status = 0; // what has come is not all
        if (reply->isOpen()) // not when it was cut off
            response.body = reply->readAll();
        answer.isTimeout = isCut && !deadline->isActive();
        if (response.status == 0)
            answer.problem =
                answer.isTimeout ? QStringLiteral("no answer in time") : reply->errorString();
        reply->deleteLater();
        done(answer);
    });
}

struct OutgoingClient::Run {
    Exchange exchange;
    std::function<void(Exchange &&)> done;
    qsizetype next = 0;
    int attempts = 0;

    const PreparedTask &task() const { return exchange.tasks->tasks[next]; }
};

void OutgoingClient::runTasks(Exchange &&exchange, const std::function<void(Exchange &&)> &done)
{
    auto run = std::make_shared<Run>();
    run->exchange = std::move(exchange);
    run->done = done;
    runNext(run);
}

void OutgoingClient::runNext(const std::shared_ptr<Run> &run)
{
    if (run->next >= run->exchange.tasks->tasks.size()) {
        run->exchange.tasks.reset();
        run->done(std::move(run->exchange));
        return;
    }
    run->attempts = 0;
    QTimer::singleShot(run->task().delay, this, [this, run] {
        if (run->task().kind == PreparedTask::Kind::Webhook)
            callHook(run);
        else
            finishStep(run, runTask(*run->exchange.tasks, run->task()));
    });
}

void OutgoingClient::callHook(const std::shared_ptr<Run> &run)
{
    ++run->attempts;
    send(run->task().webhook, [this, run](const OutgoingAnswer &answer) {
        const Step step = webhookStep(run->task(), answer, run->attempts);
        if (step.outcome == Outcome::Passed || run->attempts > run->task().retries) {
            finishStep(run, step);
            return;
        }
        QTimer::singleShot(firstPause << (run->attempts - 1), this, [this, run] { callHook(run); });
    });
}

void OutgoingClient::finishStep(const std::shared_ptr<Run> &run, const Step &step)
{
    run->exchange.steps.append(step);
    ++run->next;
    if (step.outcome == Outcome::Failed)
        run->next = run->exchange.tasks->tasks.size();
    runNext(run);
}

} // namespace Mock
