#include "app/studio/files/patience.h"

static constexpr int patienceMilliseconds = 500;

Patience::Patience(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patienceMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT changed(m_doing); });
}

void Patience::begin(const QString &doing)
{
    m_doing = doing;
    m_timer.start();
}

void Patience::end()
{
    m_timer.stop();
    Q_EMIT changed({});
}
