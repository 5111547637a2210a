#include "mockserver/panel/server_bar.h"

#include "designer/looks/glyphs.h"
#include "designer/looks/line_edit.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Design;

namespace Mock
{

static QToolButton *makeButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}

/// A number whose text is a field of the window like every other.
class NumberBox : public QSpinBox
{
public:
    explicit NumberBox(const QString &name)
    {
        auto *edit = new Design::LineEdit;
        edit->setAccessibleName(name);
        setLineEdit(edit);
        setAccessibleName(name);
    }
};

ServerBar::ServerBar(ServerControl &control, QAction *toggle, QAction *copyUrl, QAction *openDocs,
                     QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_toggle(toggle)
    , m_address(new QLabel(QStringLiteral("http://127.0.0.1:")))
    , m_port(new NumberBox(tr("Port of the server")))
    , m_switch(new QPushButton)
{
    const int gap = fontMetrics().height() / 4;
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setRange(1, 65535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setToolTip(tr("Port of the server, 1 to 65535"));
    m_port->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("65535")) + 6 * gap);
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_address->setBuddy(m_port);
    m_switch->setObjectName(QStringLiteral("serverSwitch"));
    m_switch->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(gap / 2);
    layout->addWidget(m_address);
    layout->addWidget(m_port);
    layout->addSpacing(gap / 2);
    layout->addWidget(makeButton(copyUrl));
    layout->addWidget(makeButton(openDocs));
    layout->addSpacing(2 * gap);
    layout->addWidget(m_switch);

    connect(m_port, &QSpinBox::valueChanged, this,
            [this](int port) { m_control.setWantedPort(static_cast<quint16>(port)); });
    connect(m_switch, &QPushButton::clicked, m_toggle, &QAction::trigger);
    connect(&control, &ServerControl::stateChanged, this, &ServerBar::update);
    connect(&control, &ServerControl::portChanged, this, &ServerBar::update);
    // The button keeps its width when its word changes.
    m_switch->setIcon(glyphIcon(Glyph::Play));
    m_switch->setText(tr("Start  F5"));
    const int width = m_switch->sizeHint().width();
    m_switch->setText(tr("Stop  F5"));
    m_switch->setFixedWidth(std::max(width, m_switch->sizeHint().width()));
    update();
}

void ServerBar::update()
{
    const bool isRunning = m_control.isRunning();
    m_port->setValue(m_control.wantedPort());
    m_port->setEnabled(!isRunning);
    m_switch->setText(isRunning ? tr("Stop  F5") : tr("Start  F5"));
    m_switch->setIcon(isRunning ? glyphIcon(Glyph::Stop, Tone::Bad)
                                : glyphIcon(Glyph::Play, Tone::OnAccent));
    m_switch->setDefault(!isRunning);
    m_switch->setAccessibleName(isRunning ? tr("Stop the server") : tr("Start the server"));
    m_switch->setToolTip(m_toggle->toolTip());
    QPalette palette = m_address->palette();
    m_address->setPalette(palette);
}

} // namespace Mock
