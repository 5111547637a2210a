#include "designer/document/background.h"

#include <QCoreApplication>
#include <QEvent>
#include <QRunnable>

#include <mutex>
#include <utility>

namespace Design
{

/// What a thread wrote before it went through here is seen by those that go through after it. Qt's
/// queues see to that already, but with futexes, of which the thread sanitizer knows nothing.
static void passTheDoor()
{
    static std::mutex door;
    const std::lock_guard lock(door);
}

namespace
{

class Task : public QRunnable
{
public:
    explicit Task(Background::Step work)
        : m_work(std::move(work))
    {
        passTheDoor();
    }

    void run() override
    {
        passTheDoor();
        m_work();
    }

private:
    Background::Step m_work;
};

class Word : public QEvent
{
public:
    explicit Word(Background::Step step)
        : QEvent(User)
        , m_step(std::move(step))
    {
        passTheDoor();
    }
    ~Word() override { passTheDoor(); } // where the receiver is gone, before it was told

    void tell() const
    {
        passTheDoor();
        m_step();
    }

private:
    Background::Step m_step;
};

} // namespace

void Background::start(Step work, QThreadPool *pool)
{
    pool->start(new Task(std::move(work)));
}

void Background::tell(Step step)
{
    QCoreApplication::postEvent(this, new Word(std::move(step)));
}

void Background::customEvent(QEvent *event)
{
    static_cast<const Word *>(event)->tell(); // nobody sends it any other
}

} // namespace Design
