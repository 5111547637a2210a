#pragma once

#include <memory>

namespace Mock
{

class Gate;
class FrontPrivate;

/// QtHttpServer, and the only place that knows it. One a thread.
class Front
{
public:
    Front();
    ~Front(); ///< deletes the gates

    /// Makes the gate a connection of QtHttpServer, which deletes it after its disconnected().
    void admit(Gate *gate);
    /// Has QtHttpServer dispatch the request of the gate to Gate::handleRequest(), at once.
    void dispatch(Gate &gate);

private:
    std::unique_ptr<FrontPrivate> d;
};

} // namespace Mock
