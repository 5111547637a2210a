#pragma once

#include "mockserver/http/reply.h"

#include <mutex>
#include <thread>
#include <vector>

/// Threads that work on their own; joined in the end.
class BackgroundThreads
{
public:
    ~BackgroundThreads() { wait(); }

    template<typename Work>
    void start(Work work)
    {
        const std::lock_guard lock(m_mutex);
        m_threads.emplace_back(std::move(work));
    }
    void wait()
    {
        std::vector<std::thread> threads;
        {
            const std::lock_guard lock(m_mutex);
            threads.swap(m_threads);
        }
        for (std::thread &thread : threads)
            thread.join();
    }

private:
    std::mutex m_mutex;
    std::vector<std::thread> m_threads;
};

/// Answers with what was asked: "<method> <target> <body>", status 200, and in X-Peer the peer.
/// Targets with a meaning: /close (Connection: close), /status/<n>, /large/<bytes>,
/// /later/<milliseconds> (answered from one of the threads), /never (the reply is dropped).
Mock::Handler echoHandler(BackgroundThreads *threads = nullptr);
