#include "mockserver/panel/requests/request_sender.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace Mock
{

static constexpr int mostMilliseconds = 30'000;

RequestSender::RequestSender(QObject *parent)
    : QObject(parent)
{
    m_client.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_client.setProxy(QNetworkProxy::NoProxy);
}

void RequestSender::send(const Request &request, const QUrl &server)
{
    QUrl url = server;
    const QString target = QString::fromLatin1(request.target);
    url.setPath(target.section(QLatin1Char('?'), 0, 0), QUrl::TolerantMode);
    if (target.contains(QLatin1Char('?')))
        url.setQuery(target.section(QLatin1Char('?'), 1), QUrl::TolerantMode);
    QNetworkRequest network(url);
    network.setTransferTimeout(mostMilliseconds);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    for (const HeaderField &header : request.headers) {
        const QByteArray name = header.name.toLower();
        if (name == "host" || name == "content-length" || name == "connection" ||
            name == "transfer-encoding" || name == "accept-encoding" || name == "expect")
            continue; // they belong to the connection
        network.setRawHeader(header.name, header.value);
    }
    QNetworkReply *reply = m_client.sendCustomRequest(network, request.method, request.body);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0)
            Q_EMIT failed(tr("There was no answer: %1.").arg(reply->errorString()));
    });
}

} // namespace Mock
