#include "app/cli/remote_server.h"

#include <QEventLoop>
#include <QNetworkReply>

#include <memory>

namespace Cli
{

RemoteServer::RemoteServer(const QUrl &url)
    : m_url(url)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(10'000);
}

Mock::Response RemoteServer::send(const Mock::Request &request)
{
    QByteArray address = m_url.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (address.endsWith('/'))
        address.chop(1);
    QNetworkRequest message(QUrl::fromEncoded(address + request.target));
    for (const Mock::HeaderField &field : request.headers)
        message.setRawHeader(field.name, field.value);
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(message, request.method, request.body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    Mock::Response response;
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const QNetworkReply::RawHeaderPair &field : reply->rawHeaderPairs())
        response.headers.append({field.first, field.second});
    response.body = reply->readAll();
    if (response.status == 0)
        response.body = "no answer: " + reply->errorString().toUtf8();
    return response;
}

} // namespace Cli
