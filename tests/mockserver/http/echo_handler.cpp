#include "echo_handler.h"

#include <chrono>
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

Mock::Handler echoHandler(BackgroundThreads *threads)
{
    return [threads](Mock::Request &&request, Mock::Reply &&reply) {
        if (request.target == "/never") {
            const Mock::Reply dropped = std::move(reply);
            return;
        }
        if (!request.target.startsWith("/later/")) {
            reply.finish(echo(std::move(request)));
            return;
        }
        threads->start([request = std::move(request), reply = std::move(reply)]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(request.target.mid(7).toInt()));
            reply.finish(echo(std::move(request)));
        });
    };
}
