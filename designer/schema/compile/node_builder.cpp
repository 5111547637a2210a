#include "designer/schema/compile/node_builder.h"

#include "designer/model/design_text.h"
#include "designer/text/number.h"

#include <cmath>
#include <limits>

namespace Design
{

using namespace Compiled;

namespace
{

quint8 typeBits(const QString &name, const DialectRules &rules)
{
    if (name == QLatin1String("null"))
        return rules.isOpenApi30() ? 0 : NullBit;
    if (name == QLatin1String("boolean"))
        return BooleanBit;
    if (name == QLatin1String("integer"))
        return IntegerBit;
    if (name == QLatin1String("number"))
        return NumberBits;
    if (name == QLatin1String("string"))
        return StringBit;
    if (name == QLatin1String("array"))
        return ArrayBit;
    return name == QLatin1String("object") ? ObjectBit : 0;
}

constexpr std::array<quint8, kindCount> typesOfKind{NullBit,   BooleanBit, NumberBits,
                                                    StringBit, ArrayBit,   ObjectBit};
constexpr unsigned storageCount = 8;

} // namespace

NodeBuilder::NodeBuilder(CompileContext &context, Node &node, const Place &place)
    : m_context(context)
    , m_node(node)
    , m_place(place)
    , m_schema(m_place.schema)
    , m_rules(m_place.resource->rules)
{
}

void NodeBuilder::build()
{
    if (m_schema.isBoolean()) {
        m_node.isNever = !*m_schema.booleanValue();
        m_node.types = m_node.isNever ? 0 : AllTypes;
        m_node.freeStorages = m_node.isNever ? 0 : 0xff;
        return;
    }
    m_node.resource = m_context.resource(m_place.resource);
    if (m_rules.refHidesSiblings() && m_schema.has(Keyword::Ref)) {
        buildReferences();
        finish();
        return;
    }
    // Cheap checks go first: a value that fails one of them costs no more. What collects
    // evaluated members must come before the keywords that ask for them.
    buildTypes();
    buildValues();
    buildNumberLimits();
    buildStringLimits();
    buildFormat();
    buildContent();
    buildArrays();
    buildProperties();
    buildContains();
    buildDependencies();
    buildReferences();
    buildApplicators();
    buildUnevaluated();
    finish();
}

void NodeBuilder::buildTypes()
{
    const bool isNullable = has(Keyword::Nullable) && m_schema.flag(Keyword::Nullable);
    if (isNullable)
        addCode(OnNull, make(Op::Accept, Keyword::Nullable));
    if (!has(Keyword::Type))
        return;
    quint8 types = 0;
    for (const QString &name : m_schema.types()) {
        const quint8 bits = typeBits(name, m_rules);
        if (!bits) {
            m_context.report(Severity::Warning, "unknown-type",
                             DesignText::tr("There is no type “%1”.").arg(name), m_node.id);
        }
        types |= bits;
    }
    m_node.isLexical = m_rules.dialect == Dialect::Draft4;
    if (types)
        m_node.types = types | (isNullable ? NullBit : 0);
}

void NodeBuilder::buildValues()
{
    const auto restrict = [&](Keyword keyword, const JsonArray &allowed) {
        ValueSet set;
        set.all = allowed;
        QStringList strings;
        quint8 kinds = 0;
        for (const Json &each : allowed) {
            kinds |= static_cast<quint8>(1U << static_cast<unsigned>(kindOf(each)));
            if (each.isString())
                strings.append(each.string());
            else
                set.others.push_back(each);
        }
        set.strings = NameTable(strings);
        Instruction instruction = make(Op::Values, keyword);
        instruction.values = keep(std::move(set));
        addCode(kinds, instruction);
        instruction.op = Op::Never;
        addCode(static_cast<quint8>(OnAll & ~kinds), instruction);
    };
    if (has(Keyword::Enum) && value(Keyword::Enum).isArray())
        restrict(Keyword::Enum, value(Keyword::Enum).array());
    if (has(Keyword::Const) && !value(Keyword::Const).isUndefined())
        restrict(Keyword::Const, {value(Keyword::Const)});
}

bool NodeBuilder::isActive(Keyword keyword) const
{
    return Design::isActive(keyword, m_rules);
}

const Json &NodeBuilder::value(Keyword keyword) const
{
    static const Json none;
    return isActive(keyword) ? m_schema.value(keyword) : none;
}

/// A non-negative whole number, which may be written `2.0`; beyond 64 bits the largest there is.
std::optional<qint64> NodeBuilder::count(Keyword keyword) const
{
    const Json &json = value(keyword);
    if (!json.isNumber() || !isIntegral(json) || json.toDouble() < 0)
        return std::nullopt;
    if (json.isInt64())
        return json.toInt64();
    constexpr double most = 9.2e18;
    const double size = json.toDouble();
    return size < most ? static_cast<qint64>(size) : std::numeric_limits<qint64>::max();
}

const Node *NodeBuilder::childOf(Keyword keyword)
{
    if (!isActive(keyword))
        return nullptr;
    const Schema schema = m_schema.schema(keyword);
    return schema.isAbsent() ? nullptr : node(schema);
}

/// Like childOf(), where a schema that accepts everything needs no check; it is still there.
const Node *NodeBuilder::restOf(Keyword keyword, bool *isThere)
{
    *isThere = isActive(keyword) && !m_schema.schema(keyword).isAbsent();
    const Schema schema = m_schema.schema(keyword);
    const bool isTrue = schema.isBoolean() ? *schema.booleanValue() : schema.entries().isEmpty();
    return *isThere && !isTrue ? node(schema) : nullptr;
}

Instruction NodeBuilder::make(Op op, Keyword keyword) const
{
    Instruction instruction;
    instruction.op = op;
    instruction.keyword = keyword;
    return instruction;
}

void NodeBuilder::addCode(quint8 kinds, const Instruction &instruction)
{
    if (kinds)
        m_code.push_back({kinds, instruction});
}

/// Lays the code out by kind, leaving out what the types exclude anyway.
void NodeBuilder::finish()
{
    std::vector<Instruction> code;
    for (size_t kind = 0; kind < kindCount; ++kind) {
        m_node.first[kind] = static_cast<quint32>(code.size());
        const bool isAllowed = m_node.types & typesOfKind[kind];
        bool hasOnlyChecks = true;
        for (const Emitted &each : m_code) {
            if (isAllowed && (each.kinds & (1U << kind))) {
                code.push_back(each.instruction);
                hasOnlyChecks &= isCheck(each.instruction.op);
            }
        }
        if (hasOnlyChecks)
            m_node.checkKinds |= static_cast<quint8>(1U << kind);
    }
    m_node.first[kindCount] = static_cast<quint32>(code.size());
    m_node.code = std::make_unique<Instruction[]>(code.size());
    std::copy(code.begin(), code.end(), m_node.code.get());
    finishShortcuts();
}

/// What lets the evaluator pass a value, or this node, without a look at the code.
void NodeBuilder::finishShortcuts()
{
    for (unsigned storage = 0; storage < storageCount; ++storage) {
        const auto held = static_cast<Json::Storage>(storage);
        const auto kind = static_cast<size_t>(kindOf(held));
        if (m_node.takesAll(held) && m_node.first[kind] == m_node.first[kind + 1])
            m_node.freeStorages |= static_cast<quint8>(1U << storage);
    }
    const auto only = [this](Kind kind, Op op) {
        const Instruction *step = m_node.begin(kind);
        const bool isOnly = m_node.end(kind) - step == 1 && step->op == op;
        return isOnly && !m_node.resource && !m_node.tracksEvaluated ? step : nullptr;
    };
    if (const Instruction *step = only(Kind::Object, Op::Properties))
        m_node.members = step->object;
    if (const Instruction *step = only(Kind::Array, Op::Items))
        m_node.items = step->array;
    // A resource with dynamic anchors has to be entered, so it is more than a reference.
    const bool isReference = m_code.size() == 1 && m_code.front().kinds == OnAll &&
                             m_code.front().instruction.op == Op::Apply;
    m_node.isReference = isReference && m_node.types == AllTypes && !m_node.resource;
}

} // namespace Design
