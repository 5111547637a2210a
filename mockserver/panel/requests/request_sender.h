#pragma once

#include "mockserver/engine/message.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace Mock
{

/// Sends requests to a server as any client would; the answers are seen in its traffic.
class RequestSender : public QObject
{
    Q_OBJECT

public:
    explicit RequestSender(QObject *parent = nullptr);

    void send(const Request &request, const QUrl &server);

Q_SIGNALS:
    /// There was no answer at all.
    void failed(const QString &message);

private:
    QNetworkAccessManager m_client;
};

} // namespace Mock
