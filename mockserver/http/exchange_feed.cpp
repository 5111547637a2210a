#include "mockserver/http/exchange_feed.h"

#include <algorithm>
#include <iterator>
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

bool byNumber(const Exchange &left, const Exchange &right)
{
    return left.number < right.number;
}

Exchange withoutBodies(const Exchange &exchange)
{
    Exchange slim = exchange;
    slim.request.body.clear();
    slim.response.body.clear();
    return slim;
}

/// In order of number; of several of one exchange the last one says it all.
QList<Exchange> lastOfEach(QList<Exchange> exchanges)
{
    std::stable_sort(exchanges.begin(), exchanges.end(), byNumber);
    QList<Exchange> last;
    for (Exchange &exchange : exchanges) {
        if (!last.isEmpty() && last.last().number == exchange.number)
            last.last() = std::move(exchange);
        else
            last.append(std::move(exchange));
    }
    return last;
}

} // namespace

ExchangeFeed::ExchangeFeed(int lanes, std::function<void()> notify)
    : m_notify(std::move(notify))
{
    for (int lane = 0; lane < lanes; ++lane)
        m_lanes.push_back(std::make_unique<Lane>());
}

void ExchangeFeed::begin(int lane, Exchange &&exchange)
{
    put(lane, {std::move(exchange), Kind::Begun});
}

void ExchangeFeed::add(int lane, Exchange &&exchange)
{
    put(lane, {std::move(exchange), Kind::Finished});
}

void ExchangeFeed::update(int lane, Exchange &&exchange)
{
    put(lane, {std::move(exchange), Kind::Updated});
}

void ExchangeFeed::put(int laneIndex, Entry &&entry)
{
    cut(entry.exchange.request.body);
    cut(entry.exchange.response.body);
    Lane &lane = *m_lanes[static_cast<std::size_t>(laneIndex)];
    std::vector<Entry> dropped; // destroyed after the lock
    {
        const std::lock_guard lock(lane.mutex);
        lane.bytes += bytesOf(entry.exchange);
        lane.waiting.push_back(std::move(entry));
        while (lane.waiting.size() > mostExchanges || lane.bytes > mostBytes) {
            Entry &oldest = lane.waiting.front();
            lane.bytes -= bytesOf(oldest.exchange);
            dropped.push_back(std::move(oldest));
            const Entry &last = dropped.back();
            if (last.kind == Kind::Finished && lane.shown.contains(last.exchange.number))
                lane.ends.push_back(withoutBodies(last.exchange));
            lane.waiting.pop_front();
        }
    }
    if (!m_isNotified.exchange(true))
        m_notify();
}

QList<Exchange> &ExchangeFeed::listOf(Kind kind, Batch *batch)
{
    switch (kind) {
    case Kind::Begun:
        return batch->begun;
    case Kind::Finished:
        return batch->finished;
    case Kind::Updated:
        break;
    }
    return batch->updated;
}

ExchangeFeed::Batch ExchangeFeed::take()
{
    m_isNotified.store(false); // first: what is added from now on notifies again
    Batch batch;
    for (const std::unique_ptr<Lane> &lane : m_lanes) {
        std::deque<Entry> waiting;
        std::vector<Exchange> ends;
        {
            const std::lock_guard lock(lane->mutex);
            waiting.swap(lane->waiting);
            ends.swap(lane->ends);
            lane->bytes = 0;
            for (const Exchange &end : ends)
                lane->shown.remove(end.number);
            for (const Entry &entry : waiting) {
                if (entry.kind == Kind::Begun)
                    lane->shown.insert(entry.exchange.number);
                else if (entry.kind == Kind::Finished)
                    lane->shown.remove(entry.exchange.number);
            }
        }
        std::move(ends.begin(), ends.end(), std::back_inserter(batch.finished));
        for (Entry &entry : waiting)
            listOf(entry.kind, &batch).append(std::move(entry.exchange));
    }
    std::sort(batch.finished.begin(), batch.finished.end(), byNumber);
    batch.updated = lastOfEach(std::move(batch.updated));
    batch.begun = lastOfEach(std::move(batch.begun));
    batch.begun.removeIf([&batch](const Exchange &exchange) {
        return std::binary_search(batch.finished.cbegin(), batch.finished.cend(), exchange,
                                  byNumber);
    });
    return batch;
}

} // namespace Mock
