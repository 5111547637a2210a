#include "mockserver/http/outgoing_client.h"

#include "mockserver/http/body_pipe.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Mock
{

namespace
{

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

QNetworkReply *OutgoingClient::start(Lane &lane, const OutgoingRequest &request, const QUrl &url,
                                     BodyPipe *body)
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
    if (request.method == "HEAD")
        return lane.network.head(message);
    if (request.method == "GET" && !body && request.body.isEmpty())
        return lane.network.get(message);
    // Of a body that comes from a pipe, be it an empty one, Qt cannot go back to the beginning:
    // where the connection breaks, it must not send once more what may have been done already.
    std::unique_ptr<BodyPipe> own;
    if (!body) {
        own = std::make_unique<BodyPipe>(request.body.size(), [] {});
        own->add(request.body);
    }
    BodyPipe *pipe = own ? own.get() : body;
    message.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    message.setHeader(QNetworkRequest::ContentLengthHeader, pipe->length());
    QNetworkReply *reply = lane.network.sendCustomRequest(message, request.method, pipe);
    if (own)
        own.release()->setParent(reply);
    return reply;
}

QString OutgoingClient::problemOf(const QUrl &url) const
{
    if (isOurselves(url))
        return QStringLiteral("that is this server itself");
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isWeb || !url.isValid() || url.host().isEmpty())
        return QStringLiteral("that is no address of a server");
    return {};
}

OutgoingCall *OutgoingClient::send(const OutgoingRequest &request, const Done &done,
                                   const Passing &passing)
{
    const QUrl url = QUrl::fromEncoded(request.url.toUtf8());
    if (const QString problem = problemOf(url); !problem.isEmpty()) {
        OutgoingAnswer answer;
        answer.response.status = 0;
        answer.problem = problem;
        QTimer::singleShot(0, this, [done, answer] { done(answer); });
        return nullptr;
    }
    Lane &lane = freeLane();
    ++lane.open;
    auto *call = new OutgoingCall(start(lane, request, url, passing.body), request.timeout,
                                  request.method == "HEAD" ? nullptr : passing.receiver,
                                  passing.waits, this);
    call->onDone([&lane, done](const OutgoingAnswer &answer) {
        --lane.open;
        done(answer);
    });
    return call;
}

struct OutgoingClient::Run {
    TaskRun tasks;
    TaskEnded ended;
    int attempts = 0;
};

void OutgoingClient::runTasks(const std::shared_ptr<const PendingTasks> &tasks,
                              const TaskEnded &ended)
{
    m_runs.append(std::make_shared<Run>(Run{TaskRun(tasks), ended, 0}));
    runNext(m_runs.last());
}

void OutgoingClient::abandonTasks(const QString &why)
{
    const QList<std::shared_ptr<Run>> runs = std::exchange(m_runs, {});
    for (const std::shared_ptr<Run> &run : runs) {
        while (run->tasks.left() > 0) {
            const Step step = run->tasks.skip(why);
            run->ended(step, run->tasks.left());
        }
    }
}

void OutgoingClient::runNext(const std::shared_ptr<Run> &run)
{
    if (run->tasks.left() == 0) {
        m_runs.removeOne(run);
        return;
    }
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
