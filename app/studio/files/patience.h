#pragma once

#include <QTimer>

/// Tells of what is under way once it takes longer than half a second.
class Patience : public QObject
{
    Q_OBJECT

public:
    explicit Patience(QObject *parent = nullptr);

    void begin(const QString &doing);
    void end(); ///< tells that it is over

Q_SIGNALS:
    void changed(const QString &doing); ///< empty: it is over

private:
    QTimer m_timer;
    QString m_doing;
};
