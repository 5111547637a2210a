#pragma once

#include "mockserver/http/api_slot.h"
#include "mockserver/http/exchange_feed.h"
#include "mockserver/http/host_guard.h"
#include "mockserver/http/loop_guard.h"
#include "mockserver/http/mailbox.h"
#include "mockserver/http/reply.h"
#include "mockserver/http/server_options.h"

#include <atomic>
#include <memory>
#include <vector>

namespace Mock
{

/// What all I/O threads of a server share from its start to its stop.
struct Service {
    Service(const ServerOptions &serverOptions, int threads, std::function<void()> notify)
        : options(serverOptions)
        , feed(threads, std::move(notify))
    {
        for (int index = 0; index < threads; ++index)
            mailboxes.push_back(std::make_shared<Mailbox>());
    }

    // Settled before the first connection is accepted.
    const ServerOptions options;
    HostGuard guard;
    const LoopGuard loops;
    Handler handler; ///< empty: the API answers
    const ApiSlot *api = nullptr;
    std::vector<std::shared_ptr<Mailbox>> mailboxes; ///< one a thread

    std::atomic<quint64> *lastNumber = nullptr; ///< of an exchange; goes on over restarts
    std::atomic<quint16> port = 0; ///< that is listened on
    std::atomic<int> connections = 0;
    ExchangeFeed feed;
};

} // namespace Mock
