// The part of SampleMaker for numbers.

#include "designer/schema/samples/sample_maker.h"
#include "designer/schema/samples/sample_names.h"
#include "designer/text/number.h"

#include <cmath>
#include <numeric>

namespace Design
{

using namespace Compiled;

namespace
{

constexpr int mostDecimals = 15;

/// digits × 10^-decimals.
struct Decimal {
    qint64 digits = 0;
    int decimals = 0;
};

long double powerOfTen(int exponent)
{
    return std::pow(10.0L, exponent);
}

std::optional<Decimal> decimalOf(const Json &number)
{
    const long double value = number.toDouble();
    for (int decimals = 0; decimals <= mostDecimals; ++decimals) {
        const long double scaled = value * powerOfTen(decimals);
        if (std::abs(scaled) > 9e15L)
            return std::nullopt;
        const auto digits = static_cast<qint64>(std::llround(scaled));
        const Json back =
            Json::number(QByteArray::number(digits) + 'e' + QByteArray::number(-decimals));
        if (compareNumbers(back, number) == 0)
            return Decimal{digits, decimals};
    }
    return std::nullopt;
}

Json toJson(qint64 digits, int decimals)
{
    while (decimals > 0 && digits % 10 == 0) {
        digits /= 10;
        --decimals;
    }
    if (decimals == 0)
        return digits;
    QByteArray text = QByteArray::number(std::abs(digits));
    while (text.size() <= decimals)
        text.prepend('0');
    text.insert(text.size() - decimals, '.');
    return Json::number(digits < 0 ? '-' + text : text);
}

/// What the limits leave, as whole multiples of a step.
struct Grid {
    int decimals = 0;
    qint64 step = 1; ///< in units of 10^-decimals
    qint64 least = 0;
    qint64 most = 0;
    bool isOpenBelow = true;
    bool isOpenAbove = true;

    bool isEmpty() const { return least > most; }
};

class GridMaker
{
public:
    explicit GridMaker(const SampleShape &shape)
        : m_shape(shape)
        , m_isWhole(!(shape.numberTypes & FractionBit))
    {
    }

    /// Nothing when the multiples are beyond what fits into 64 bits.
    std::optional<Grid> make(int decimals) const
    {
        Grid grid;
        grid.decimals = m_isWhole ? 0 : decimals;
        QList<Decimal> steps;
        for (const Instruction *limit : m_shape.limits) {
            if (limit->op != Op::MultipleOf)
                continue;
            const std::optional<Decimal> step = decimalOf(limit->number->json);
            if (!step || step->digits <= 0)
                return std::nullopt;
            steps.append(*step);
            grid.decimals = std::max(grid.decimals, step->decimals);
        }
        if (m_isWhole)
            steps.append({1, 0});
        for (const Decimal &step : std::as_const(steps)) {
            const long double units =
                static_cast<long double>(step.digits) * powerOfTen(grid.decimals - step.decimals);
            if (units > 9e15L)
                return std::nullopt;
            const auto whole = static_cast<qint64>(units);
            const qint64 common = std::gcd(grid.step, whole);
            if (static_cast<long double>(grid.step / common) * static_cast<long double>(whole) >
                9e15L)
                return std::nullopt;
            grid.step = std::lcm(grid.step, whole);
        }
        setLimits(&grid);
        return grid;
    }

    bool hasMultiples() const
    {
        return std::any_of(m_shape.limits.begin(), m_shape.limits.end(),
                           [](const Instruction *limit) { return limit->op == Op::MultipleOf; });
    }
    bool isWhole() const { return m_isWhole; }

private:
    void setLimits(Grid *grid) const
    {
        constexpr long double farthest = 9e15L;
        const long double scale = powerOfTen(grid->decimals) / static_cast<long double>(grid->step);
        long double least = -farthest;
        long double most = farthest;
        for (const Instruction *limit : m_shape.limits) {
            if (limit->op == Op::MultipleOf)
                continue;
            const long double at = static_cast<long double>(limit->number->value) * scale;
            switch (limit->op) {
            case Op::LowerLimit:
                least = std::max(least, std::ceil(at - 1e-9L));
                break;
            case Op::LowerOpenLimit:
                least = std::max(least, std::floor(at + 1e-9L) + 1);
                break;
            case Op::UpperLimit:
                most = std::min(most, std::floor(at + 1e-9L));
                break;
            case Op::UpperOpenLimit:
                most = std::min(most, std::ceil(at - 1e-9L) - 1);
                break;
            default:
                break;
            }
        }
        grid->isOpenBelow = least == -farthest;
        grid->isOpenAbove = most == farthest;
        grid->least = static_cast<qint64>(std::max(-farthest, std::min(farthest, least)));
        grid->most = static_cast<qint64>(std::max(-farthest, std::min(farthest, most)));
        if (least > most)
            grid->most = grid->least - 1;
    }

    const SampleShape &m_shape;
    bool m_isWhole;
};

/// A multiple near what the name suggests, or in the usual range, or just inside the limits.
qint64 pickFrom(const Grid &grid, qint64 hundredths, qint64 ordinal, SampleRandom &random)
{
    const long double unit = static_cast<long double>(grid.step) / powerOfTen(grid.decimals);
    if (hundredths >= 0) {
        const auto wanted = static_cast<qint64>(static_cast<long double>(hundredths) / 100 / unit);
        if (wanted + ordinal >= grid.least && wanted + ordinal <= grid.most)
            return wanted + ordinal;
    }
    constexpr qint64 usual = 100;
    const auto count = std::max<qint64>(static_cast<qint64>(usual / unit), 20);
    qint64 from = grid.least;
    if (grid.isOpenBelow)
        from = grid.isOpenAbove || grid.most > 0 ? 1 : grid.most - count;
    from = std::max(grid.least, std::min(from, grid.most));
    const qint64 span = std::min(grid.most - from + 1, count);
    return from + (random.below(span) + ordinal) % span;
}

} // namespace

std::optional<Json> SampleMaker::makeNumber(const NodeSet &nodes, const SampleShape &shape,
                                            const Spot &spot)
{
    SampleRandom random(spot.shared);
    const GridMaker grids(shape);
    const qint64 hundredths = hundredthsForName(spot.name, random);
    constexpr int usualDecimals = 2;
    for (int decimals = grids.isWhole() ? 0 : usualDecimals; decimals <= mostDecimals;
         decimals += 3) {
        const std::optional<Grid> grid = grids.make(decimals);
        if (!grid)
            break;
        if (!grid->isEmpty()) {
            const qint64 index = pickFrom(*grid, hundredths, spot.ordinal, random);
            // Limits were scaled in floating point, so the neighbours are worth a try.
            for (const qint64 shift : {0, 1, -1}) {
                const Json value = toJson((index + shift) * grid->step, grid->decimals);
                if (fits(nodes, value))
                    return take(value.numberText().size()) ? std::optional(value) : std::nullopt;
            }
        }
        if (grids.isWhole() || grids.hasMultiples())
            break;
    }
    // Limits beyond the grid: the limits themselves and what lies beside and between them.
    QList<Json> candidates{0, 1, -1};
    for (const Instruction *limit : shape.limits) {
        const double value = limit->number->value;
        candidates << limit->number->json << std::nextafter(value, HUGE_VAL)
                   << std::nextafter(value, -HUGE_VAL) << value * 2 << value / 2;
        if (std::abs(value) < 9e15)
            candidates << static_cast<qint64>(value) << static_cast<qint64>(value) + 1;
    }
    for (const Json &candidate : std::as_const(candidates)) {
        if (std::isfinite(candidate.toDouble()) && fits(nodes, candidate))
            return candidate;
    }
    return std::nullopt;
}

} // namespace Design
