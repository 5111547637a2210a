#include "app/studio/upstream_consent.h"

#include "app/studio/files/live_design.h"
#include "app/studio/message_bar.h"
#include "mockserver/engine/security/allowed_hosts.h"
#include "mockserver/panel/server_control.h"

using namespace Design;

UpstreamConsent::UpstreamConsent(const DesignDocument &document, LiveDesign &live,
                                 const Mock::ServerControl &server, MessageBar &messages,
                                 QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_live(live)
    , m_server(server)
    , m_messages(messages)
{
    live.setAllowedHosts([this] { return allowed(); });
    connect(&document, &DesignDocument::wasReset, this, &UpstreamConsent::start);
    connect(&document, &DesignDocument::filePathChanged, this, [this] {
        if (!m_allowedNow.isEmpty()) // it has been saved, and keeps what it may do
            allow(std::exchange(m_allowedNow, {}));
    });
    // The bar may have just said something else, such as that the server could not start.
    connect(&live, &LiveDesign::compiledChanged, this, &UpstreamConsent::askAgain);
    connect(&server, &Mock::ServerControl::stateChanged, this, &UpstreamConsent::askAgain,
            Qt::QueuedConnection);
}

void UpstreamConsent::start()
{
    m_allowedNow.clear();
    m_declined.clear();
}

QStringList UpstreamConsent::allowed() const
{
    return m_consents.allowed(m_document.filePath()) + m_allowedNow;
}

void UpstreamConsent::askAgain()
{
    if (!m_server.isRunning())
        return;
    QStringList wanted;
    const QStringList known = allowed() + m_declined;
    for (const QString &host : Mock::upstreamHosts(m_document.api())) {
        if (!known.contains(host, Qt::CaseInsensitive))
            wanted.append(host);
    }
    if (wanted.isEmpty())
        return;
    m_messages.showQuestion(
        tr("This design asks other servers: %1. May it?").arg(wanted.join(QStringLiteral(", "))),
        {{tr("Allow"), [this, wanted] { allow(wanted); }},
         {tr("Not Now"), [this, wanted] { decline(wanted); }}});
}

void UpstreamConsent::allow(const QStringList &hosts)
{
    if (m_document.filePath().isEmpty() || !m_consents.allow(m_document.filePath(), hosts))
        m_allowedNow += hosts;
    m_live.compileAgain();
    Q_EMIT message(tr("The design may ask %1.").arg(hosts.join(QStringLiteral(", "))));
}

void UpstreamConsent::decline(const QStringList &hosts)
{
    m_declined += hosts;
    Q_EMIT message(tr("%1 is not asked until the design is opened again.")
                       .arg(hosts.join(QStringLiteral(", "))));
}
