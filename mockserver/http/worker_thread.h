#pragma once

#include <QString>
#include <QThread>

#include <future>

namespace Mock
{

struct Service;

/// Runs one worker from its beginning to its end.
class WorkerThread : public QThread
{
public:
    enum class Role { Serve, AcceptAndServe };

    /// What became of the start.
    struct Outcome {
        QString error; ///< empty: it runs
        quint16 port = 0;
    };

    WorkerThread(Service &service, int index, Role role);
    ~WorkerThread() override; ///< waits for the end

    /// Starts, and waits until the worker is ready or has failed.
    Outcome startAndWait();

protected:
    void run() override;

private:
    Service &m_service;
    const int m_index;
    const Role m_role;
    std::promise<Outcome> m_outcome;
};

} // namespace Mock
