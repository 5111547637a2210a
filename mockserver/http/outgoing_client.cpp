#include "mockserver/http/outgoing_client.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Mock
{

namespace
{

constexpr qint64 largestBody = 16 * 1024 * 1024;
constexpr int firstPause = 500; ///< milliseconds before a webhook is tried again; then doubled
constexpr int connectionsOfLane = 6;
constexpr std::size_t mostLanes = 8;

void addField(QList<HeaderField> *headers, const QByteArray &name, const QByteArray &value)
{
    if (!findHeader(*headers, name))
        headers->append({name, value});
}

/// One field for each name, as QNetworkRequest wants them (RFC 9110 section 5.3).
void setHeaders(const QList<HeaderField> &headers, QNetworkRequest *message)
{
    for (const HeaderField &field : headers) {
        if (message->hasRawHeader(field.name))
            continue;
        const bool isCookie = field.name.compare("cookie", Qt::CaseInsensitive) == 0;
        QByteArrayList values;
        for (const HeaderField &same : headers) {
            if (same.name.compare(field.name, Qt::CaseInsensitive) == 0)
                values.append(same.value);
        }
        message->setRawHeader(field.name, values.join(isCookie ? "; " : ", "));
    }
}

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

/// Whether what came is an answer, and not the half of one. Errors from 200 on are Qt's names for
/// what a status says, as is the one for 407.
bool isWhole(const QNetworkReply &reply)
{
    const QNetworkReply::NetworkError error = reply.error();
    return error == QNetworkReply::NoError ||
           error == QNetworkReply::ProxyAuthenticationRequiredError || error >= 200;
}

} // namespace

OutgoingClient::OutgoingClient(quint16 ownPort, const QByteArray &token)
    : m_ownPort(ownPort)
    , m_token(token)
{
}

bool OutgoingClient::isOurselves(const QUrl &url) const
{
    if (url.port(url.scheme() == u"https" ? 443 : 80) != m_ownPort)
        return false;
    const QString host = url.host();
    const QHostAddress address(host);
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 ||
           host.endsWith(u".localhost", Qt::CaseInsensitive) || address.isLoopback() ||
           address == QHostAddress(QHostAddress::AnyIPv4) ||
           address == QHostAddress(QHostAddress::AnyIPv6) ||
           (!address.isNull() && QNetworkInterface::allAddresses().contains(address));
}

OutgoingClient::Lane &OutgoingClient::freeLane()
{
    const auto isLess = [](const auto &left, const auto &right) {
        return left->open < right->open;
    };
    const auto best = std::min_element(m_lanes.begin(), m_lanes.end(), isLess);
    const bool isFull = best == m_lanes.end() || (*best)->open >= connectionsOfLane;
    if (!isFull || m_lanes.size() == mostLanes)
        return **best;
    m_lanes.push_back(std::make_unique<Lane>());
    m_lanes.back()->network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return *m_lanes.back();
}

QNetworkReply *OutgoingClient::start(Lane &lane, const OutgoingRequest &request, const QUrl &url)
{
    QList<HeaderField> headers = request.headers;
    const QByteArray via = headerValue(headers, "via");
    headers.removeIf([](const HeaderField &field) {
        return field.name.compare("via", Qt::CaseInsensitive) == 0;
    });
    headers.append({"via", (via.isEmpty() ? via : via + ", ") + "1.1 " + m_token});
    addField(&headers, "user-agent", "menura/" MENURA_VERSION);
    if (request.isPassedOn) // else Qt says what languages this machine speaks
        addField(&headers, "accept-language", "*");
    QNetworkRequest message(url);
    setHeaders(headers, &message);
    // Nothing of one client's request may get into that of another.
    message.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    message.setTransferTimeout(request.timeout);
    // Others than these two would wait for a body, or send an empty one.
    if (request.method == "HEAD")
        return lane.network.head(message);
    if (request.method == "GET" && request.body.isEmpty())
        return lane.network.get(message);
    return lane.network.sendCustomRequest(message, request.method, request.body);
}

void OutgoingClient::send(const OutgoingRequest &request, const Done &done)
{
    const QUrl url = QUrl::fromEncoded(request.url.toUtf8());
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isWeb || !url.isValid() || url.host().isEmpty() || isOurselves(url)) {
        OutgoingAnswer answer;
        answer.response.status = 0;
        answer.problem = isOurselves(url) ? QStringLiteral("that is this server itself")
                                          : QStringLiteral("that is no address of a server");
        QTimer::singleShot(0, this, [done, answer] { done(answer); });
        return;
    }
    QElapsedTimer clock;
    clock.start();
    Lane &lane = freeLane();
    ++lane.open;
    QNetworkReply *reply = start(lane, request, url);
    // The transfer time-out only counts pauses; a server that sends a byte now and then must not
    // hold an answer up for ever.
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, &QNetworkReply::abort);
    deadline->start(request.timeout);
    reply->setReadBufferSize(largestBody + 1);
    const auto isTooLarge = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::readyRead, reply, [reply, isTooLarge] {
        if (reply->bytesAvailable() <= largestBody)
            return;
        *isTooLarge = true;
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [=, &lane] {
        --lane.open;
        OutgoingAnswer answer;
        answer.nanoseconds = clock.nsecsElapsed();
        Response &response = answer.response;
        response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        response.headers = headersOf(*reply);
        const bool isCut = reply->error() == QNetworkReply::OperationCanceledError ||
                           reply->error() == QNetworkReply::TimeoutError;
        if (!isWhole(*reply) || *isTooLarge)
            response.status = 0;
        if (reply->isOpen()) // not when it was cut off
            response.body = reply->readAll();
        answer.isTimeout = isCut && !*isTooLarge;
        if (*isTooLarge)
            answer.problem = QStringLiteral("the answer is larger than 16 MiB");
        else if (response.status == 0)
            answer.problem =
                answer.isTimeout ? QStringLiteral("no answer in time") : reply->errorString();
        reply->deleteLater();
        done(answer);
    });
}

struct OutgoingClient::Run {
    TaskRun tasks;
    TaskEnded ended;
    int attempts = 0;
};

void OutgoingClient::runTasks(const std::shared_ptr<const PendingTasks> &tasks,
                              const TaskEnded &ended)
{
    runNext(std::make_shared<Run>(Run{TaskRun(tasks), ended, 0}));
}

void OutgoingClient::runNext(const std::shared_ptr<Run> &run)
{
    if (run->tasks.left() == 0)
        return;
    run->attempts = 0;
    QTimer::singleShot(run->tasks.delay(), this, [this, run] {
        if (const std::optional<Step> step = run->tasks.start())
            finishStep(run, *step);
        else
            callHook(run);
    });
}

void OutgoingClient::callHook(const std::shared_ptr<Run> &run)
{
    ++run->attempts;
    send(run->tasks.task().webhook, [this, run](const OutgoingAnswer &answer) {
        const PreparedTask &task = run->tasks.task();
        const Step step = webhookStep(task, answer, run->attempts);
        if (step.outcome == Outcome::Passed || run->attempts > task.retries) {
            finishStep(run, step);
            return;
        }
        QTimer::singleShot(firstPause << (run->attempts - 1), this, [this, run] { callHook(run); });
    });
}

void OutgoingClient::finishStep(const std::shared_ptr<Run> &run, const Step &step)
{
    for (const Step &ended : run->tasks.end(step))
        run->ended(ended, run->tasks.left());
    runNext(run);
}

} // namespace Mock
