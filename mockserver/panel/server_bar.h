#pragma once

#include "mockserver/panel/server_control.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace Mock
{

/// Address, port and switch of the server, for a tool bar.
class ServerBar : public QWidget
{
    Q_OBJECT

public:
    /// The actions are shown as buttons: start or stop, copy the address, open it in a browser.
    ServerBar(ServerControl &control, QAction *toggle, QAction *copyUrl, QAction *openDocs,
              QWidget *parent = nullptr);

    QSpinBox *portField() const { return m_port; }

private:
    void update();

    ServerControl &m_control;
    QAction *m_toggle;
    QLabel *m_address;
    QSpinBox *m_port;
    QPushButton *m_switch;
};

} // namespace Mock
