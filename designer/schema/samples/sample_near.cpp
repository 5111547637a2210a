// The part of SampleMaker for schemas that contradict themselves.

#include "designer/schema/samples/sample_maker.h"

namespace Design
{

using namespace Compiled;

namespace
{

/// The first value that one of the schemas names, whether the others allow it or not.
std::optional<Json> namedValue(const NodeSet &parts)
{
    for (const Node *node : parts) {
        const JsonArray values = node->schema.value(Keyword::Enum).array();
        if (!values.isEmpty())
            return values.first();
        if (const Json constant = node->schema.value(Keyword::Const); !constant.isUndefined())
            return constant;
    }
    return std::nullopt;
}

/// The emptiest value of the first type that one of the schemas names.
std::optional<Json> emptyValue(const NodeSet &parts)
{
    for (const Node *node : parts) {
        const QString type = node->schema.types().value(0);
        if (type == u"object")
            return Json(JsonObject());
        if (type == u"array")
            return Json(JsonArray());
        if (type == u"string")
            return Json(QString());
        if (type == u"integer" || type == u"number")
            return Json(0);
        if (type == u"boolean")
            return Json(true);
        if (type == u"null")
            return Json(nullptr);
    }
    return std::nullopt;
}

} // namespace

/// A value that looks as its author may have meant it: valid in all parts that can be.
Json SampleMaker::nearest(const Node &root)
{
    constexpr qint64 steps = 500'000;
    m_mayBeNear = true;
    m_isExhausted = false;
    m_steps = steps;
    m_bytes = 0;
    m_failed.clear();
    std::optional<Json> value = make({&root}, start());
    m_mayBeNear = false;
    if (!value)
        value = emptyValue(partsOf({&root}));
    return value.value_or(Json(nullptr));
}

std::optional<Json> SampleMaker::makeNear(const NodeSet &nodes, const Spot &spot)
{
    const NodeSet parts = partsOf(nodes);
    for (const Node *node : parts) {
        const QList<Json> examples = examplesOf(node->schema);
        if (!examples.isEmpty() && spot.useExamples)
            return examples.first();
    }
    if (const std::optional<Json> value = namedValue(parts))
        return value;
    m_isNear = true;
    for (const Kind kind : kindsFor(nodes)) {
        SampleDecisions decisions;
        int attempts = 1;
        if (auto value = decide(nodes, kind, Richness::Full, spot, &decisions, &attempts))
            return value;
    }
    return emptyValue(parts);
}

} // namespace Design
