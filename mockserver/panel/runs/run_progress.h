#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace Mock
{

/// How far something is that takes its time, with a button that ends it. Appears half a second
/// after the beginning: what is over sooner needs none.
class RunProgress : public QWidget
{
    Q_OBJECT

public:
    explicit RunProgress(QWidget *parent = nullptr);

    void begin();
    void setProgress(int done, int all);
    void end();

Q_SIGNALS:
    void cancelled();

private:
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_delay;
};

} // namespace Mock
