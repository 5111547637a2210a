#include "echo_handler.h"

#include <QThreadPool>

#include <chrono>
#include <memory>
#include <thread>
#include <utility>

namespace
{

Mock::Exchange echo(Mock::Request &&request)
{
    Mock::Exchange exchange;
    exchange.response.headers = {{"Content-Type", "text/plain"},
                                 {"X-Peer", request.peer.toLatin1()}};
    exchange.response.body = request.method + ' ' + request.target + ' ' + request.body;
    if (request.target == "/close")
        exchange.response.setHeader("Connection", "close");
    else if (request.target.startsWith("/status/"))
        exchange.response.status = request.target.mid(8).toInt();
    else if (request.target.startsWith("/large/"))
        exchange.response.body = QByteArray(request.target.mid(7).toLongLong(), 'x');
    exchange.request = std::move(request);
    return exchange;
}

} // namespace

Mock::Handler echoHandler()
{
    return [](Mock::Request &&request, Mock::Reply &&reply) {
        if (request.target == "/never") {
            const Mock::Reply dropped = std::move(reply);
            return;
        }
        if (!request.target.startsWith("/later/")) {
            reply.finish(echo(std::move(request)));
            return;
        }
        // QThreadPool wants what can be copied; a reply cannot.
        struct Work {
            Mock::Request request;
            Mock::Reply reply;
        };
        auto work = std::make_shared<Work>(Work{std::move(request), std::move(reply)});
        QThreadPool::globalInstance()->start([work] {
            std::this_thread::sleep_for(
                std::chrono::milliseconds(work->request.target.mid(7).toInt()));
            work->reply.finish(echo(std::move(work->request)));
        });
    };
}
