#include "designer/schema/samples/sample_maker.h"

#include "designer/schema/evaluate/evaluator.h"

#include <algorithm>
#include <utility>

namespace Design
{

using namespace Compiled;

namespace
{

constexpr int levelsPerDepth = 4; // required members go deeper than optional ones
constexpr qint64 stepsPerAttempt = 60;
constexpr int attemptsPerValue = 40; // combinations of branches
constexpr int rounds = 6;            // with other random numbers, then with less that is optional

size_t keyOf(const NodeSet &nodes)
{
    size_t key = 0;
    for (const Node *node : nodes)
        key = ::qHash(reinterpret_cast<quintptr>(node), key);
    return key;
}

} // namespace

SampleMaker::SampleMaker(const SampleOptions &options)
    : m_options(options)
    , m_steps(options.steps)
{
}

SampleMaker::Spot SampleMaker::start() const
{
    Spot spot;
    spot.key = keyBelow(m_options.seed * 0x9e3779b97f4a7c15U + 0xcbf29ce484222325U, m_options.path);
    spot.shared = spot.key;
    spot.name = m_options.name;
    spot.useExamples = m_options.useExamples;
    return spot;
}

Sample SampleMaker::run(const Node &root)
{
    Sample sample;
    std::optional<Json> value = make({&root}, start());
    if (!value && m_isExhausted)
        value = plainValue(root);
    if (value) {
        sample.outcome = Sample::Found;
        sample.value = *value;
    } else if (m_wasTooLarge) {
        sample.outcome = Sample::TooLarge;
        sample.reason = QStringLiteral("Every value that is valid here is larger than %1 bytes.")
                            .arg(m_options.bytes);
    } else if (m_isExhausted) {
        sample.outcome = Sample::TooCostly;
        sample.reason = QStringLiteral("No valid value was found with the work that is allowed.");
    } else {
        sample.outcome = Sample::Unsatisfiable;
        sample.reason = QStringLiteral("No value was found that fits all rules of the schema.");
    }
    if (sample.outcome == Sample::Unsatisfiable || sample.outcome == Sample::TooCostly)
        sample.nearest = nearest(root);
    return sample;
}

/// Some values are valid for most of what is too intricate.
std::optional<Json> SampleMaker::plainValue(const Node &root)
{
    constexpr qint64 stepsForEach = 10'000;
    static const QList<Json> values{JsonObject(), JsonArray(), true, QString(), 0, nullptr};
    for (const Json &value : values) {
        m_steps = stepsForEach;
        if (fits({&root}, value))
            return value;
    }
    m_steps = 0;
    return std::nullopt;
}

std::optional<Json> SampleMaker::make(const NodeSet &nodes, const Spot &spot)
{
    if (!spend(stepsPerAttempt) || spot.depth > m_options.depth * levelsPerDepth)
        return std::nullopt;
    const size_t key = keyOf(nodes);
    const auto failed = m_failed.constFind(key);
    if (failed != m_failed.constEnd() && spot.depth >= *failed)
        return std::nullopt;
    const bool wasNear = std::exchange(m_isNear, false);
    std::optional<Json> found;
    if (spot.useExamples)
        found = fromExamples(nodes, spot);
    if (!found)
        found = search(nodes, spot);
    if (!found && m_mayBeNear)
        found = makeNear(nodes, spot);
    if (!found && !m_isExhausted)
        m_failed.insert(key, spot.depth);
    m_isNear = wasNear;
    return found;
}

std::optional<Json> SampleMaker::fromExamples(const NodeSet &nodes, const Spot &spot)
{
    constexpr qsizetype mostTried = 8;
    for (const Kind kind : kindsFor(nodes)) {
        const SampleShape shape = shapeOf(nodes, kind, {});
        for (const Node *node : shape.nodes) {
            const QList<Json> examples = examplesOf(node->schema);
            const qsizetype count = std::min(examples.size(), mostTried);
            for (qsizetype i = 0; i < count; ++i) {
                const Json &example = examples[(i + spot.ordinal) % count];
                if (kindOf(example) != kind)
                    continue;
                const Json shown = withoutHidden(shape, example);
                if (fits(nodes, shown))
                    return withOverrides(nodes, shown);
                if (fits(nodes, example))
                    return withOverrides(nodes, example);
            }
        }
    }
    return std::nullopt;
}

std::optional<Json> SampleMaker::search(const NodeSet &nodes, const Spot &spot)
{
    const std::vector<Kind> kinds = kindsFor(nodes);
    const qint64 bytes = m_bytes;
    for (int round = 0; round < rounds && !kinds.empty() && !m_isExhausted; ++round) {
        const Richness richness = round % 2 == 1       ? Richness::Required
                                  : round + 2 < rounds ? Richness::Full
                                                       : Richness::Beyond;
        Spot here = spot;
        if (round > 1) {
            here.key = keyBelow(spot.key, QString::number(round));
            here.shared = keyBelow(spot.shared, QString::number(round));
        }
        here.useExamples = spot.useExamples && round < rounds / 2;
        for (const Kind kind : kinds) {
            SampleDecisions decisions;
            int attempts = attemptsPerValue;
            m_bytes = bytes;
            if (auto value = decide(nodes, kind, richness, here, &decisions, &attempts))
                return value;
        }
    }
    m_bytes = bytes;
    return std::nullopt;
}

/// Decides the open choices one after the other, and makes a value when there are none left.
std::optional<Json> SampleMaker::decide(const NodeSet &nodes, Kind kind, Richness richness,
                                        const Spot &spot, SampleDecisions *decisions, int *attempts)
{
    const SampleShape shape = shapeOf(nodes, kind, *decisions);
    const auto lookedInto = static_cast<qint64>(shape.nodes.size());
    if (!spend(stepsPerAttempt * lookedInto) || !shape.isPossible || *attempts <= 0)
        return std::nullopt;
    if (shape.choices.empty()) {
        --*attempts;
        std::optional<Json> value = generate(nodes, shape, richness, spot);
        if (!value || m_isNear || fits(nodes, *value))
            return value;
        return shape.kind == Kind::Object ? withoutRivals(nodes, *decisions, *value) : std::nullopt;
    }
    const SampleChoice &choice = shape.choices.front();
    const size_t count = choice.options.size();
    // Items of an array show different branches; what would go round in circles comes last.
    const auto first = static_cast<size_t>(spot.ordinal) % count;
    for (const bool isLast : {false, true}) {
        for (size_t i = 0; i < count; ++i) {
            const SampleOption &option = choice.options[(first + i) % count];
            if (isActive(option.nodes) != isLast)
                continue;
            decisions->insert(choice.identity, &option);
            if (auto value = decide(nodes, kind, richness, spot, decisions, attempts))
                return value;
            decisions->remove(choice.identity);
        }
    }
    return std::nullopt;
}

std::optional<Json> SampleMaker::generate(const NodeSet &nodes, const SampleShape &shape,
                                          Richness richness, const Spot &spot)
{
    if (!shape.values.empty())
        return fromValues(nodes, shape, spot);
    const qint64 bytes = m_bytes;
    std::optional<Json> value;
    switch (shape.kind) {
    case Kind::Null:
        return Json(nullptr);
    case Kind::Boolean:
        return Json((SampleRandom(spot.shared).below(2) + spot.ordinal) % 2 == 0);
    case Kind::Number:
        return makeNumber(nodes, shape, spot);
    case Kind::String:
        return makeString(nodes, shape, spot);
    case Kind::Array:
    case Kind::Object:
        m_active.insert(m_active.end(), shape.nodes.begin(), shape.nodes.end());
        value = shape.kind == Kind::Array ? makeArray(shape, richness, spot)
                                          : makeObject(shape, richness, spot);
        m_active.resize(m_active.size() - shape.nodes.size());
        break;
    }
    if (!value)
        m_bytes = bytes;
    return value;
}

/// One of the allowed values that fits everything else.
std::optional<Json> SampleMaker::fromValues(const NodeSet &nodes, const SampleShape &shape,
                                            const Spot &spot)
{
    JsonArray candidates;
    for (const Json &value : shape.values.front()->all) {
        if (kindOf(value) == shape.kind)
            candidates.append(value);
    }
    const qsizetype count = candidates.size();
    if (count == 0)
        return std::nullopt;
    const qsizetype first = SampleRandom(spot.shared).below(count) + spot.ordinal;
    for (qsizetype i = 0; i < count; ++i) {
        const Json &value = candidates[(first + i) % count];
        if (fits(nodes, value))
            return take(value.isString() ? value.string().size() : 8) ? std::optional(value)
                                                                      : std::nullopt;
        if (m_isExhausted)
            break;
    }
    return std::nullopt;
}

/// The kinds that are possible, most telling first.
std::vector<Kind> SampleMaker::kindsFor(const NodeSet &nodes) const
{
    struct Rated {
        Kind kind;
        int rank;
    };
    const quint8 types = typesOf(nodes);
    constexpr std::array<quint8, kindCount> bits{NullBit,   BooleanBit, NumberBits,
                                                 StringBit, ArrayBit,   ObjectBit};
    std::vector<Rated> rated;
    // Where nothing is said, a text is what people expect.
    for (const Kind kind :
         {Kind::String, Kind::Object, Kind::Number, Kind::Boolean, Kind::Array, Kind::Null}) {
        if (!(types & bits[static_cast<size_t>(kind)]))
            continue;
        const SampleShape shape = shapeOf(nodes, kind, {});
        if (shape.isPossible)
            rated.push_back({kind, rankOf(shape)});
    }
    std::stable_sort(rated.begin(), rated.end(),
                     [](const Rated &a, const Rated &b) { return a.rank > b.rank; });
    std::vector<Kind> kinds;
    for (const Rated &each : rated)
        kinds.push_back(each.kind);
    return kinds;
}

bool SampleMaker::fits(const NodeSet &nodes, const Json &value)
{
    ValidateOptions options;
    options.direction = m_options.direction;
    for (const Node *node : nodes) {
        options.steps = m_steps;
        Evaluator<Mode::Check> evaluator(options);
        const bool isValid = evaluator.run(*node, value);
        m_steps = std::max<qint64>(evaluator.stepsLeft(), 0);
        if (!isValid)
            return false;
    }
    return true;
}

/// Whether one of them, or what it is a reference to, is being made already.
bool SampleMaker::isActive(const NodeSet &nodes) const
{
    const auto isMade = [&](const Node *node) {
        return std::find(m_active.begin(), m_active.end(), node) != m_active.end();
    };
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node *node) {
        if (isMade(node) || (node->isReference && isMade(node->target())))
            return true;
        const Instruction *const end = node->end(Kind::Object);
        return std::any_of(node->begin(Kind::Object), end, [&](const Instruction &step) {
            return step.op == Op::ApplyDynamic && isMade(step.dynamic->fallback);
        });
    });
}

bool SampleMaker::spend(qint64 steps)
{
    m_steps -= steps;
    m_isExhausted |= m_steps <= 0;
    return !m_isExhausted;
}

/// Room in the finished text; what no longer fits is not made at all.
bool SampleMaker::take(qint64 bytes)
{
    if (bytes > m_options.bytes - m_bytes) {
        m_wasTooLarge = true;
        return false;
    }
    m_bytes += bytes + 2; // quotes, comma
    return true;
}

SampleMaker::Spot SampleMaker::below(const Spot &spot, const QString &step)
{
    Spot inner = spot;
    inner.key = keyBelow(spot.key, step);
    inner.shared = inner.key;
    inner.depth = spot.depth + 1;
    inner.ordinal = 0;
    return inner;
}

} // namespace Design
