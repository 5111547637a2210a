#pragma once

#include "app/studio/files/live_design.h"
#include "mockserver/panel/server_control.h"

/// Keeps the server on the design as it stands, and starts it only when there is something to
/// answer with.
class ServerSession : public QObject
{
    Q_OBJECT

public:
    explicit ServerSession(LiveDesign &live, QObject *parent = nullptr);

    Mock::ServerControl &control() { return m_control; }
    bool isReady() const { return m_live.isCurrent(); } ///< there is the design to answer with
    void start(); ///< now, or as soon as the design has been compiled
    void toggle();
    void restart(); ///< with the rows of the file in its stores

private:
    void take(const Mock::CompiledApiPointer &compiled);

    LiveDesign &m_live;
    Mock::ServerControl m_control;
};
