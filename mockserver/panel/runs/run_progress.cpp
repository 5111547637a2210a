#include "mockserver/panel/runs/run_progress.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace Mock
{

static constexpr int delayMilliseconds = 500;

RunProgress::RunProgress(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setMinimumWidth(24 * fontMetrics().averageCharWidth());
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelRun"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false); // what is under way is finished first
        Q_EMIT cancelled();
    });
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    end();
}

void RunProgress::begin()
{
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    if (isHidden())
        m_delay.start();
}

void RunProgress::setProgress(int done, int all)
{
    m_bar->setRange(0, all);
    m_bar->setValue(done);
}

void RunProgress::end()
{
    m_delay.stop();
    m_cancel->setEnabled(false);
    hide();
}

} // namespace Mock
