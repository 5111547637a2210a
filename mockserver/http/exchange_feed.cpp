#include "mockserver/http/exchange_feed.h"

#include <algorithm>
#include <utility>

namespace Mock
{

namespace
{

constexpr qsizetype longestBody = 256 * 1024;
constexpr std::size_t mostExchanges = 8192; // of a lane
constexpr qint64 mostBytes = 32 * 1024 * 1024;

void cut(QByteArray &body)
{
    if (body.size() > longestBody)
        body = body.first(longestBody); // a copy of its own, which lets go of the long one
}

qint64 bytesOf(const Exchange &exchange)
{
    return exchange.request.body.size() + exchange.response.body.size();
}

} // namespace

ExchangeFeed::ExchangeFeed(int lanes, std::function<void()> notify)
    : m_notify(std::move(notify))
{
    for (int lane = 0; lane < lanes; ++lane)
        m_lanes.push_back(std::make_unique<Lane>());
}

void ExchangeFeed::add(int laneIndex, Exchange &&exchange)
{
    cut(exchange.request.body);
    cut(exchange.response.body);
    Lane &lane = *m_lanes[static_cast<std::size_t>(laneIndex)];
    std::vector<Exchange> dropped; // destroyed after the lock
    {
        const std::lock_guard lock(lane.mutex);
        lane.bytes += bytesOf(exchange);
        lane.waiting.push_back(std::move(exchange));
        while (lane.waiting.size() > mostExchanges || lane.bytes > mostBytes) {
            lane.bytes -= bytesOf(lane.waiting.front());
            dropped.push_back(std::move(lane.waiting.front()));
            lane.waiting.pop_front();
        }
    }
    if (!m_isNotified.exchange(true))
        m_notify();
}

QList<Exchange> ExchangeFeed::take()
{
    m_isNotified.store(false); // first: what is added from now on notifies again
    QList<Exchange> batch;
    for (const std::unique_ptr<Lane> &lane : m_lanes) {
        std::deque<Exchange> waiting;
        {
            const std::lock_guard lock(lane->mutex);
            waiting.swap(lane->waiting);
            lane->bytes = 0;
        }
        batch.reserve(batch.size() + static_cast<qsizetype>(waiting.size()));
        std::move(waiting.begin(), waiting.end(), std::back_inserter(batch));
    }
    std::sort(batch.begin(), batch.end(), [](const Exchange &left, const Exchange &right) {
        return left.number < right.number;
    });
    return batch;
}

} // namespace Mock
