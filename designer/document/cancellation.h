#pragma once

#include <atomic>

namespace Design
{

/// Work in another thread that ends in something lasting, such as a file: it is either given up
/// before that or done, never both.
class Cancellation
{
public:
    /// Gives it up; false where it is done already, or about to be.
    bool cancel() { return decide(State::Cancelled); }
    /// Asked by the work before what lasts; false where it has been given up.
    bool commit() { return decide(State::Committed); }

private:
    enum class State { Open, Cancelled, Committed };

    bool decide(State wanted)
    {
        State state = State::Open;
        return m_state.compare_exchange_strong(state, wanted) || state == wanted;
    }

    std::atomic<State> m_state = State::Open;
};

} // namespace Design
