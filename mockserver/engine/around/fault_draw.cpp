#include "mockserver/engine/around/fault_draw.h"

#include "mockserver/state/chance.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Mock
{

namespace
{

/// Numbers for one request.
class Dice
{
public:
    Dice(quint64 seed, quint64 number)
        : m_state(mixed(mixed(seed) ^ mixed(~number)))
    {
    }

    /// From 0, which it can be, to 1, which it cannot.
    double uniform()
    {
        m_state = mixed(m_state);
        return static_cast<double>(m_state >> 11) / 9007199254740992.0; // 2^53
    }

    /// Of mean 0 and deviation 1 (Box and Muller's method).
    double normal()
    {
        constexpr double circle = 6.283185307179586;
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(circle * uniform());
    }

private:
    quint64 m_state;
};

/// Such that the delays themselves, not their logarithms, have this mean and deviation.
double logNormal(double mean, double deviation, Dice *dice)
{
    if (mean <= 0)
        return 0;
    const double variance = std::log1p((deviation / mean) * (deviation / mean));
    return std::exp(std::log(mean) - variance / 2 + std::sqrt(variance) * dice->normal());
}

int drawDelay(const Design::DelayDesign &delay, Dice *dice)
{
    using Kind = Design::DelayDesign::Kind;
    if (delay.isNone())
        return 0;
    double time = 0;
    switch (delay.kind) {
    case Kind::Uniform:
        time = delay.least + dice->uniform() * (delay.most - delay.least);
        break;
    case Kind::Normal:
        time = delay.mean + dice->normal() * delay.deviation;
        break;
    case Kind::LogNormal:
        time = logNormal(delay.mean, delay.deviation, dice);
        break;
    case Kind::Exponential:
        time = -delay.mean * std::log(1 - dice->uniform());
        break;
    }
    return static_cast<int>(std::clamp<double>(time, delay.least, delay.most));
}

} // namespace

FaultDraw drawFaults(const Design::FaultDesign &faults, quint64 seed, quint64 number)
{
    Dice dice(seed, number);
    FaultDraw draw;
    draw.delay = drawDelay(faults.delay, &dice);
    double at = dice.uniform();
    const auto falls = [&at](double share) { return (at -= share) < 0; };
    using Kind = Mishap::Kind;
    const std::pair<double, Kind> mishaps[] = {{faults.drop, Kind::Drop},
                                               {faults.reset, Kind::Reset},
                                               {faults.truncate, Kind::Truncate},
                                               {faults.slow, Kind::Slow}};
    if (falls(faults.errorRate)) {
        draw.isError = true;
        return draw;
    }
    for (const auto &[share, kind] : mishaps) {
        if (falls(share)) {
            draw.mishap = {kind, faults.pace};
            break;
        }
    }
    return draw;
}

TraceText mishapText(const Mishap &mishap)
{
    switch (mishap.kind) {
    case Mishap::Kind::None:
        break;
    case Mishap::Kind::Drop:
        return TraceText(
            QT_TRANSLATE_NOOP("Mock::TraceText", "the connection ends without an answer"));
    case Mishap::Kind::Reset:
        return TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the connection is reset"));
    case Mishap::Kind::Truncate:
        return TraceText(QT_TRANSLATE_NOOP("Mock::TraceText",
                                           "the connection ends in the middle of the answer"));
    case Mishap::Kind::Slow:
        return TraceText(
            QT_TRANSLATE_NOOP("Mock::TraceText", "the body comes at %1 bytes a second"),
            {QString::number(mishap.pace)});
    }
    return {};
}

} // namespace Mock
