#include "mockserver/engine/trace.h"

namespace Mock
{

Trace::Trace(Exchange *exchange)
    : m_exchange(exchange)
    , m_start(Clock::now())
    , m_last(m_start)
{
    m_exchange->steps.reserve(11);
}

void Trace::passed(StepKind kind, const TraceText &text, Design::NodeId node,
                   const QString &pointer)
{
    add(kind, Outcome::Passed, text, node, pointer);
}

void Trace::failed(StepKind kind, const TraceText &text, Design::NodeId node,
                   const QString &pointer)
{
    add(kind, Outcome::Failed, text, node, pointer);
}

void Trace::skipped(StepKind kind, const TraceText &text)
{
    add(kind, Outcome::Skipped, text, Design::NodeId::None, {});
}

void Trace::spent(qint64 nanoseconds)
{
    m_exchange->steps.last().nanoseconds += nanoseconds;
}

void Trace::add(StepKind kind, Outcome outcome, const TraceText &text, Design::NodeId node,
                const QString &pointer)
{
    const Clock::time_point now = Clock::now();
    const std::chrono::nanoseconds spent = now - m_last;
    m_exchange->steps.append({kind, outcome, text.english(), node, spent.count(), pointer, text});
    m_last = now;
}

void Trace::finish()
{
    const std::chrono::nanoseconds all = Clock::now() - m_start;
    m_exchange->nanoseconds = all.count();
}

} // namespace Mock
