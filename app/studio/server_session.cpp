#include "app/studio/server_session.h"

#include "mockserver/state/state.h"

ServerSession::ServerSession(LiveDesign &live, QObject *parent)
    : QObject(parent)
    , m_live(live)
{
    connect(&live, &LiveDesign::compiledChanged, this, &ServerSession::take);
}

void ServerSession::take(const Mock::CompiledApiPointer &compiled)
{
    m_control.setApi(compiled);
}

void ServerSession::start()
{
    m_live.whenCurrent([this] { m_control.start(); });
}

void ServerSession::restart()
{
    m_control.stop();
    if (const Mock::CompiledApiPointer &compiled = m_live.compiled(); compiled && compiled->state())
        compiled->state()->reset();
    start();
}

void ServerSession::toggle()
{
    if (m_control.isRunning())
        m_control.stop();
    else
        start();
}
