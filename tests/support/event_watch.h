#pragma once

#include "tests/support/work_timer.h"

#include <QApplication>
#include <QEvent>
#include <QThread>

/// An application that measures how long each event keeps its thread busy. Time is that of the
/// thread's own work, where the platform counts it: on a busy machine the clock on the wall also
/// counts what others do.
class EventWatch : public QApplication
{
public:
    using QApplication::QApplication;

    struct Longest {
        double milliseconds = 0;
        QString what; ///< event and receiver
    };

    static EventWatch *instance()
    {
        return static_cast<EventWatch *>(QCoreApplication::instance());
    }

    void restart() { m_longest = {}; }
    Longest longest() const { return m_longest; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        // An event of another thread, or a part of the one that is under way.
        if (QThread::currentThread() != thread() || m_depth > 0)
            return QApplication::notify(receiver, event);
        const QString name = QString::fromLatin1(receiver->metaObject()->className()) + u' ' +
                             receiver->objectName();
        const double start = workMilliseconds();
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        const double took = workMilliseconds() - start;
        if (took > m_longest.milliseconds)
            m_longest = {took, QStringLiteral("event %1 of %2").arg(event->type()).arg(name)};
        return result;
    }

private:
    int m_depth = 0;
    Longest m_longest;
};
