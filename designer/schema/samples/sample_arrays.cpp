// The part of SampleMaker for arrays.

#include "designer/schema/samples/sample_maker.h"

#include <algorithm>

namespace Design
{

using namespace Compiled;

namespace
{

constexpr qint64 usualItems = 2;

void addTo(NodeSet *nodes, const Node *node)
{
    if (node && std::find(nodes->begin(), nodes->end(), node) == nodes->end())
        nodes->push_back(node);
}

} // namespace

/// At least so large is the text of a value that satisfies them; nested minItems multiply.
qint64 SampleMaker::leastBytes(const NodeSet &nodes, int depth) const
{
    constexpr int deepest = 4;
    constexpr qint64 most = 1'000'000'000;
    const quint8 types = typesOf(nodes);
    if (depth == deepest || nodes.empty() || (types != ArrayBit && types != StringBit))
        return 1;
    const Kind kind = types == ArrayBit ? Kind::Array : Kind::String;
    const SampleShape shape = shapeOf(nodes, kind, {});
    if (kind == Kind::String)
        return std::min(shape.minLength + 2, most);
    const qint64 each = leastBytes(itemNodes(shape, 0), depth + 1) + 1;
    return shape.minItems > most / each ? most : shape.minItems * each + 2;
}

std::optional<Json> SampleMaker::makeArray(const SampleShape &shape, Richness richness,
                                           const Spot &spot)
{
    qint64 most = shape.maxItems;
    qint64 prefix = 0;
    for (const ArrayRules *rules : shape.arrays) {
        const auto size = static_cast<qint64>(rules->prefix.size());
        prefix = std::max(prefix, size);
        if (rules->rest && rules->rest->isNever)
            most = std::min(most, size);
    }
    qint64 needed = 0;
    for (const ContainsRules *rules : shape.contained)
        needed += rules->least;
    const qint64 least = std::max(shape.minItems, needed);
    if (least > most || !spend(std::min<qint64>(least, m_options.bytes)))
        return std::nullopt;
    const NodeSet typical = itemNodes(shape, prefix);
    const qint64 room = m_options.bytes - m_bytes;
    if (least > prefix && least - prefix > room / (leastBytes(typical, 0) + 1)) {
        m_wasTooLarge = true;
        return std::nullopt;
    }
    const bool isDeep = spot.depth + 1 >= m_options.depth || isActive(typical);
    qint64 wanted = std::max(least, prefix);
    if (richness != Richness::Required && !isDeep)
        wanted = std::max(wanted, usualItems);
    else
        wanted = least;
    wanted = std::min(wanted, most);

    // Where what `contains` asks for fits none of the first items, one behind them may be it.
    constexpr qint64 mostPlaces = 8;
    const qint64 bytes = m_bytes;
    const qint64 places = needed > 0 ? std::min(prefix, mostPlaces) : 0;
    for (qint64 from = 0; from <= places && !m_isExhausted; ++from) {
        m_bytes = bytes;
        const qint64 here = std::max(least, from + needed);
        if (here > most)
            break;
        if (auto items = makeItems(shape, spot, here, std::max(wanted, here), from))
            return take(2) ? std::optional<Json>(*items) : std::nullopt;
    }
    return std::nullopt;
}

/// From `least` to `wanted` items; those that `contains` asks for stand at `from`.
std::optional<JsonArray> SampleMaker::makeItems(const SampleShape &shape, const Spot &spot,
                                                qint64 least, qint64 wanted, qint64 from)
{
    JsonArray items;
    for (qsizetype i = 0; i < wanted; ++i) {
        NodeSet nodes = itemNodes(shape, i);
        qint64 taken = from;
        for (const ContainsRules *rules : shape.contained) {
            if (i >= taken && i < taken + rules->least)
                addTo(&nodes, rules->node);
            taken += rules->least;
        }
        std::optional<Json> item = makeItem(shape, nodes, spot, items, i);
        if (!item && i >= least)
            break;
        if (!item)
            return std::nullopt;
        items.append(*item);
    }
    return items;
}

NodeSet SampleMaker::itemNodes(const SampleShape &shape, qsizetype index) const
{
    NodeSet nodes;
    for (const ArrayRules *rules : shape.arrays) {
        const auto at = static_cast<size_t>(index);
        addTo(&nodes, at < rules->prefix.size() ? rules->prefix[at] : rules->rest);
    }
    if (nodes.empty()) {
        for (const Node *node : shape.unevaluatedItems)
            addTo(&nodes, node);
    }
    return nodes;
}

std::optional<Json> SampleMaker::makeItem(const SampleShape &shape, const NodeSet &nodes,
                                          const Spot &spot, const JsonArray &before,
                                          qsizetype index)
{
    constexpr int triesForUnique = 12;
    Spot inner = below(spot, QString::number(index));
    inner.ordinal = index;
    inner.shared = keyBelow(spot.key, u"items");
    for (int i = 0; i < (shape.hasUniqueItems ? triesForUnique : 1); ++i) {
        const qint64 bytes = m_bytes;
        const std::optional<Json> item = make(nodes, inner);
        const bool isNew =
            item && (!shape.hasUniqueItems || !spend(before.size() / 4) ||
                     std::none_of(before.begin(), before.end(),
                                  [&](const Json &other) { return jsonEquals(other, *item); }));
        if (!item || isNew)
            return item;
        m_bytes = bytes;
        inner.key = keyBelow(inner.key, u"again");
        inner.ordinal += 1;
        inner.useExamples = false;
    }
    return std::nullopt;
}

} // namespace Design
