#include "designer/schema/samples/sample_shape.h"

#include <algorithm>

namespace Design
{

using namespace Compiled;

namespace
{

constexpr std::array<quint8, kindCount> bitsOfKind{NullBit,   BooleanBit, NumberBits,
                                                   StringBit, ArrayBit,   ObjectBit};

bool contains(const NodeSet &nodes, const Node *node)
{
    return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

class ShapeReader
{
public:
    ShapeReader(Kind kind, const SampleDecisions &decisions)
        : m_decisions(decisions)
    {
        m_shape.kind = kind;
    }

    SampleShape read(const NodeSet &nodes)
    {
        for (const Node *node : nodes)
            add(node);
        for (size_t i = 0; i < m_shape.nodes.size() && m_shape.isPossible; ++i)
            look(*m_shape.nodes[i]);
        return std::move(m_shape);
    }

private:
    void add(const Node *node)
    {
        if (node && !contains(m_shape.nodes, node))
            m_shape.nodes.push_back(node);
    }

    void look(const Node &node)
    {
        const quint8 types = node.types & bitsOfKind[static_cast<size_t>(m_shape.kind)];
        m_shape.isPossible &= types != 0;
        if (m_shape.kind == Kind::Number)
            m_shape.numberTypes &= types;
        m_shape.isPossible &= m_shape.numberTypes != 0;
        if (const QString format = node.schema.text(Keyword::Format); !format.isEmpty())
            m_shape.formats.append(format);
        const Format content = contentFormat(node.schema.text(Keyword::ContentEncoding),
                                             node.schema.text(Keyword::ContentMediaType));
        if (content != Format::Unknown)
            m_shape.contents.append(content);
        for (const Instruction *step = node.begin(m_shape.kind); step != node.end(m_shape.kind);
             ++step) {
            if (step->op == Op::Accept)
                return;
            take(*step);
        }
    }

    void take(const Instruction &step)
    {
        switch (step.op) {
        case Op::Accept:
            break;
        case Op::Never:
            m_shape.isPossible = false;
            break;
        case Op::Values:
            m_shape.values.push_back(step.values);
            break;
        case Op::LowerLimit:
        case Op::UpperLimit:
        case Op::LowerOpenLimit:
        case Op::UpperOpenLimit:
        case Op::MultipleOf:
            m_shape.limits.push_back(&step);
            break;
        case Op::MinLength:
            m_shape.minLength = std::max(m_shape.minLength, step.count);
            break;
        case Op::MaxLength:
            m_shape.maxLength = std::min(m_shape.maxLength, step.count);
            break;
        case Op::MatchesPattern:
            m_shape.patterns.push_back(step.pattern);
            break;
        case Op::HasFormat:
            break; // read from the schema, where it stands asserted or not
        case Op::MinItems:
            m_shape.minItems = std::max(m_shape.minItems, step.count);
            break;
        case Op::MaxItems:
            m_shape.maxItems = std::min(m_shape.maxItems, step.count);
            break;
        case Op::UniqueItems:
            m_shape.hasUniqueItems = true;
            break;
        case Op::Items:
            m_shape.arrays.push_back(step.array);
            break;
        case Op::Contains:
            m_shape.contained.push_back(step.contains);
            break;
        case Op::UnevaluatedItems:
            m_shape.unevaluatedItems.push_back(step.node);
            break;
        case Op::MinProperties:
            m_shape.minProperties = std::max(m_shape.minProperties, step.count);
            break;
        case Op::MaxProperties:
            m_shape.maxProperties = std::min(m_shape.maxProperties, step.count);
            break;
        case Op::Properties:
            m_shape.objects.push_back(step.object);
            break;
        case Op::PropertyNames:
            m_shape.propertyNames.push_back(step.node);
            break;
        case Op::Dependent:
            takeDependent(*step.dependent);
            break;
        case Op::UnevaluatedProperties:
            m_shape.unevaluatedProperties.push_back(step.node);
            break;
        case Op::Apply:
            add(step.node);
            break;
        case Op::ApplyDynamic:
            takeDynamic(*step.dynamic);
            break;
        case Op::AnyOf:
        case Op::OneOf:
        case Op::Subtype:
            takeBranches(*step.branches, step.op);
            break;
        case Op::Not:
            takeOpposite(*step.node);
            break;
        case Op::If:
            takeConditional(*step.conditional);
            break;
        }
    }

    /// True when it has been decided: then the option's schemas count.
    bool isDecided(const void *identity)
    {
        const SampleOption *option = m_decisions.value(identity);
        if (!option)
            return false;
        for (const Node *node : option->nodes)
            add(node);
        if (!option->tagProperty.isEmpty())
            m_shape.tags.insert(option->tagProperty, option->tags);
        return true;
    }

    void takeBranches(const Branches &branches, Op op)
    {
        if (isDecided(&branches))
            return;
        SampleChoice choice{&branches, {}};
        std::vector<QStringList> tags(branches.nodes.size());
        for (int tag = 0; tag < branches.tags.size(); ++tag)
            tags[static_cast<size_t>(branches.tagBranches[static_cast<size_t>(tag)])].append(
                branches.tags.name(tag));
        for (size_t i = 0; i < branches.nodes.size(); ++i) {
            SampleOption option{{branches.nodes[i]}, {}, {}, static_cast<int>(i), {}};
            for (const Node *other : branches.nodes) {
                if (op == Op::OneOf && other != branches.nodes[i])
                    option.rivals.push_back(other);
            }
            option.tags = tags[i];
            if (!option.tags.isEmpty())
                option.tagProperty = branches.tagProperty;
            if (typesOf(option.nodes) & bitsOfKind[static_cast<size_t>(m_shape.kind)])
                choice.options.push_back(std::move(option));
        }
        if (op == Op::Subtype)
            choice.options.push_back({}); // the model that all of them extend
        m_shape.isPossible &= !choice.options.empty();
        m_shape.choices.push_back(std::move(choice));
    }

    /// Which of the resources around it an anchor is looked for in depends on the way that led
    /// here, which is not known: each of them may be it.
    void takeDynamic(const DynamicReference &reference)
    {
        if (isDecided(&reference))
            return;
        NodeSet targets;
        for (const Node *node : m_shape.nodes) {
            const Node *target = node->resource ? node->resource->find(reference.anchor) : nullptr;
            if (target && !contains(targets, target))
                targets.push_back(target);
        }
        if (targets.empty())
            return add(reference.fallback);
        if (!contains(targets, reference.fallback))
            targets.push_back(reference.fallback);
        SampleChoice choice{&reference, {}};
        for (const Node *target : targets)
            choice.options.push_back({{target}, {}, {}, 0, {}});
        m_shape.choices.push_back(std::move(choice));
    }

    /// What keeps values of this kind from fitting, where that is a single rule. Of all else the
    /// finished value is checked.
    void takeOpposite(const Node &node, int depth = 0)
    {
        constexpr int deepest = 8;
        const quint8 types = bitsOfKind[static_cast<size_t>(m_shape.kind)];
        if (depth == deepest || (node.types & types) != types)
            return;
        const Instruction *step = node.begin(m_shape.kind);
        const auto count = node.end(m_shape.kind) - step;
        if (count == 0 || step->op == Op::Accept)
            m_shape.isPossible = false;
        else if (count == 1)
            takeOppositeOf(*step, depth);
    }

    void takeOppositeOf(const Instruction &step, int depth)
    {
        const auto below = [&](qint64 &most) { most = std::min(most, step.count - 1); };
        const auto above = [&](qint64 &least) { least = std::max(least, step.count + 1); };
        switch (step.op) {
        case Op::LowerLimit:
            return addLimit(step, Op::UpperOpenLimit);
        case Op::UpperLimit:
            return addLimit(step, Op::LowerOpenLimit);
        case Op::LowerOpenLimit:
            return addLimit(step, Op::UpperLimit);
        case Op::UpperOpenLimit:
            return addLimit(step, Op::LowerLimit);
        case Op::MinLength:
            return below(m_shape.maxLength);
        case Op::MaxLength:
            return above(m_shape.minLength);
        case Op::MinItems:
            return below(m_shape.maxItems);
        case Op::MaxItems:
            return above(m_shape.minItems);
        case Op::MinProperties:
            return below(m_shape.maxProperties);
        case Op::MaxProperties:
            return above(m_shape.minProperties);
        case Op::Not:
            return add(step.node);
        case Op::Apply:
            return takeOpposite(*step.node, depth + 1);
        case Op::AnyOf:
            for (const Node *branch : step.branches->nodes)
                takeOpposite(*branch, depth + 1);
            return;
        default:
            return;
        }
    }

    void addLimit(Instruction step, Op op)
    {
        step.op = op;
        m_shape.opposites.push_back(std::make_shared<const Instruction>(step));
        m_shape.limits.push_back(m_shape.opposites.back().get());
    }

    void takeConditional(const Conditional &conditional)
    {
        if (isDecided(&conditional)) {
            for (const Node *condition : m_decisions.value(&conditional)->rivals)
                takeOpposite(*condition);
            return;
        }
        SampleChoice choice{&conditional, {}};
        NodeSet then{conditional.condition};
        if (conditional.onTrue)
            then.push_back(conditional.onTrue);
        NodeSet otherwise;
        if (conditional.onFalse)
            otherwise.push_back(conditional.onFalse);
        choice.options.push_back({then, {}, {}, 0, {}});
        choice.options.push_back({otherwise, {}, {}, 0, {conditional.condition}});
        m_shape.choices.push_back(std::move(choice));
    }

    /// With what a dependency asks for, or without: then the member itself may have to go.
    void takeDependent(const DependentRules &dependent)
    {
        m_shape.dependents.push_back(&dependent);
        for (const DependentRules::Rule &rule : dependent.rules) {
            if (!rule.node || isDecided(&rule))
                continue;
            m_shape.choices.push_back({&rule, {{{rule.node}, {}, {}, 0, {}}, {}}});
        }
    }

    SampleShape m_shape;
    const SampleDecisions &m_decisions;
};

bool isEmptyValue(const Json &value)
{
    return value.isNull() || value.isUndefined() ||
           (value.isString() && value.string().isEmpty()) ||
           (value.isArray() && value.array().isEmpty()) ||
           (value.isObject() && value.object().isEmpty());
}

} // namespace

SampleShape shapeOf(const NodeSet &nodes, Kind kind, const SampleDecisions &decisions)
{
    return ShapeReader(kind, decisions).read(nodes);
}

QList<Json> examplesOf(const Schema &schema)
{
    QList<Json> examples;
    if (const Json &example = schema.value(Keyword::Example); !example.isUndefined())
        examples.append(example);
    examples += schema.value(Keyword::Examples).array();
    if (const Json &standard = schema.value(Keyword::Default); !isEmptyValue(standard))
        examples.append(standard);
    return examples;
}

int rankOf(const SampleShape &shape)
{
    if (shape.kind == Kind::Null)
        return -1;
    static const QStringList names{QStringLiteral("null"),   QStringLiteral("boolean"),
                                   QStringLiteral("number"), QStringLiteral("string"),
                                   QStringLiteral("array"),  QStringLiteral("object")};
    constexpr int named = 1000;
    constexpr int described = 100;
    constexpr int firstBranch = 50;
    int rank = 0;
    for (const Node *node : shape.nodes) {
        const QStringList types = node->schema.types();
        qsizetype at = types.indexOf(names[static_cast<qsizetype>(shape.kind)]);
        if (at < 0 && shape.kind == Kind::Number)
            at = types.indexOf(QLatin1String("integer"));
        if (at >= 0)
            rank = std::max(rank, named - static_cast<int>(at));
    }
    const bool isDescribed = !shape.limits.empty() || !shape.patterns.empty() ||
                             !shape.arrays.empty() || !shape.objects.empty() ||
                             !shape.dependents.empty() || !shape.values.empty() ||
                             shape.minLength > 0 || shape.minItems > 0 || shape.minProperties > 0;
    rank += isDescribed ? described : 0;
    for (const SampleChoice &choice : shape.choices) {
        if (!choice.options.empty())
            rank += std::max(0, firstBranch - choice.options.front().branch);
    }
    return rank;
}

NodeSet partsOf(const NodeSet &start)
{
    NodeSet nodes = start;
    for (size_t i = 0; i < nodes.size(); ++i) {
        // What applies to null applies to every kind; a node without null is looked at as a whole.
        for (int kind = 0; kind < kindCount; ++kind) {
            const Node &node = *nodes[i];
            for (const Instruction *step = node.begin(static_cast<Kind>(kind));
                 step != node.end(static_cast<Kind>(kind)) && step->op != Op::Accept; ++step) {
                if (step->op == Op::Apply && !contains(nodes, step->node))
                    nodes.push_back(step->node);
            }
        }
    }
    return nodes;
}

quint8 typesOf(const NodeSet &nodes)
{
    quint8 types = AllTypes;
    for (const Node *node : partsOf(nodes)) {
        types &= node->types;
        for (int kind = 0; kind < kindCount; ++kind) {
            for (const Instruction *step = node->begin(static_cast<Kind>(kind));
                 step != node->end(static_cast<Kind>(kind)) && step->op != Op::Accept; ++step) {
                if (step->op == Op::Never)
                    types &= static_cast<quint8>(~bitsOfKind[static_cast<size_t>(kind)]);
            }
        }
    }
    return types;
}

} // namespace Design
