#pragma once

#include "mockserver/engine/exchange.h"

#include <chrono>

namespace Mock
{

/// Writes the steps of one exchange, each with the time since the last one.
class Trace
{
public:
    explicit Trace(Exchange *exchange);

    void passed(StepKind kind, const TraceText &text = {},
                Design::NodeId node = Design::NodeId::None, const QString &pointer = {});
    void failed(StepKind kind, const TraceText &text = {},
                Design::NodeId node = Design::NodeId::None, const QString &pointer = {});
    void skipped(StepKind kind, const TraceText &text = {});
    /// The last step has taken this much longer, while nobody worked at it here.
    void spent(qint64 nanoseconds);
    /// The time from the start until now goes into the exchange.
    void finish();

private:
    using Clock = std::chrono::steady_clock;
    void add(StepKind kind, Outcome outcome, const TraceText &text, Design::NodeId node,
             const QString &pointer);

    Exchange *m_exchange;
    Clock::time_point m_start;
    Clock::time_point m_last;
};

} // namespace Mock
