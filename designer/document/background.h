#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace Design
{

/// Steps from one thread to another: work for a thread of a pool, and word of it back to the
/// thread that this object lives in. Whatever was written before a step was handed over is seen
/// by it.
class Background : public QObject
{
public:
    using Step = std::function<void()>;
    using QObject::QObject;

    static void start(Step work, QThreadPool *pool = QThreadPool::globalInstance());

    /// From any thread. Steps are taken in the order in which they came, none once this object is
    /// no more.
    void tell(Step step);

protected:
    void customEvent(QEvent *event) override;
};

} // namespace Design
