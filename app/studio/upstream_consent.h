#pragma once

#include "designer/document/design_document.h"
#include "designer/storage/host_consents.h"

class LiveDesign;
class MessageBar;

namespace Mock
{
class ServerControl;
}

/// Asks once for each design, while the server runs, whether it may ask the other servers that the
/// design names. Until then they are not asked; nothing waits for the answer.
class UpstreamConsent : public QObject
{
    Q_OBJECT

public:
    UpstreamConsent(const Design::DesignDocument &document, LiveDesign &live,
                    const Mock::ServerControl &server, MessageBar &messages,
                    QObject *parent = nullptr);

    /// The hosts that the open design may ask.
    QStringList allowed() const;

Q_SIGNALS:
    void message(const QString &text);

private:
    void start();
    void askAgain();
    void allow(const QStringList &hosts);
    void decline(const QStringList &hosts);

    const Design::DesignDocument &m_document;
    LiveDesign &m_live;
    const Mock::ServerControl &m_server;
    MessageBar &m_messages;
    Design::HostConsents m_consents;
    QStringList m_allowedNow; ///< to a design that has no file yet
    QStringList m_declined;   ///< since the design was opened
};
