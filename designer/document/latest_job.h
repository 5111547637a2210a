#pragma once

#include "designer/document/background.h"

#include <functional>
#include <memory>
#include <optional>

namespace Design
{

/// Works something out away from the GUI thread, one at a time: of all that is asked for while
/// something is under way only the last is done. Only values travel: the work must own everything
/// that it looks at.
template<class Result>
class LatestJob
{
public:
    using Work = std::function<Result()>;
    using Done = std::function<void(const Result &)>;

    /// done is called in the thread that this object lives in, while it lives.
    explicit LatestJob(Done done)
        : m_done(std::move(done))
    {
    }

    void start(Work work)
    {
        m_next = std::move(work);
        if (!m_isRunning)
            runNext();
    }

    /// Nothing that was started so far will be told.
    void cancel()
    {
        m_next.reset();
        m_isCancelled = m_isRunning;
    }

    bool isBusy() const { return m_isRunning && (m_next || !m_isCancelled); }

private:
    void runNext()
    {
        m_isRunning = true;
        Background::start([this, receiver = m_receiver, alive = std::weak_ptr<bool>(m_alive),
                           work = *std::exchange(m_next, std::nullopt)] {
            const auto result = std::make_shared<const Result>(work());
            receiver->tell([this, alive, result] {
                if (!alive.expired())
                    finish(*result);
            });
        });
    }

    void finish(const Result &result)
    {
        m_isRunning = false;
        const bool isWanted = !std::exchange(m_isCancelled, false);
        if (m_next)
            runNext();
        if (isWanted)
            m_done(result);
    }

    Done m_done;
    std::optional<Work> m_next;
    bool m_isRunning = false;
    bool m_isCancelled = false;
    /// Says where the results are told; a worker may hold it a moment longer than this object is.
    std::shared_ptr<Background> m_receiver{new Background,
                                           [](QObject *object) { object->deleteLater(); }};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace Design
