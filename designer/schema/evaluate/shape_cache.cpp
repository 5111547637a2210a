#include "designer/schema/evaluate/shape_cache.h"

#include "designer/schema/evaluate/program.h"
#include "designer/text/json_shape.h"

#include <optional>

namespace Design::Compiled
{

namespace
{

constexpr qint64 largest = 512; // members; a map with more is seen once only
constexpr int deepest = 16;     // levels of one plan; below it others take over
constexpr quint8 allStorages = 0xff;

/// What else than the keys a plan takes for granted.
enum class Given { Nothing, Kinds };

class PlanMaker
{
public:
    PlanMaker(const ObjectRules &rules, Given given, int level = 1)
        : m_rules(rules)
        , m_given(given)
        , m_level(level)
    {
    }

    /// Nothing when a pattern takes too long for one of the keys, or the plan would be too large.
    std::optional<ShapePlan> make(const JsonObject &object)
    {
        m_plan.members = object.size();
        m_plan.levels = 1;
        m_plan.hasRequired.fill(true);
        for (const JsonObject::Member &member : object) {
            if (m_plan.members > largest || !addMember(member))
                return {};
            ++m_at;
        }
        for (size_t direction = 0; direction < m_found.size(); ++direction)
            m_plan.hasRequired[direction] &= m_found[direction] == m_rules.required[direction];
        return std::move(m_plan);
    }

private:
    bool addMember(const JsonObject::Member &member)
    {
        bool isEvaluated = false;
        if (m_rules.parts.empty() && !addMember(m_rules, member, &isEvaluated))
            return false;
        for (const ObjectRules *part : m_rules.parts) {
            if (!addMember(*part, member, &isEvaluated))
                return false;
        }
        if (isEvaluated)
            m_plan.evaluated.push_back(m_at);
        return true;
    }

    bool addMember(const ObjectRules &rules, const JsonObject::Member &member, bool *isEvaluated)
    {
        bool isKnown = false;
        if (const int index = rules.names.indexOf(member.key); index >= 0) {
            const ObjectRules::Property &property = rules.properties[static_cast<size_t>(index)];
            isKnown = property.node;
            addCheck(property.node, member.value);
            if (property.isRequired) {
                m_found[0] += 1;
                m_found[1] += property.isReadOnly ? 0 : 1;
                m_found[2] += property.isWriteOnly ? 0 : 1;
            }
        }
        for (const ObjectRules::PatternRule &rule : rules.patterns) {
            const Pattern::Match match = rule.pattern.search(member.key);
            if (match == Pattern::Match::TooCostly)
                return false;
            if (match == Pattern::Match::Yes) {
                isKnown = true;
                addCheck(rule.node, member.value);
            }
        }
        if (!isKnown)
            addCheck(rules.additional, member.value);
        *isEvaluated |= isKnown || rules.marksAll;
        return true;
    }

    void addCheck(const Node *node, const Json &value)
    {
        while (node && node->isReference)
            node = node->target();
        if (!node || node->freeStorages == allStorages)
            return;
        ShapePlan::Check check{m_at, node->freeStorages, node};
        if (m_given == Given::Kinds && (node->isFree(value) || addDetails(value, &check)))
            return;
        m_plan.checks.push_back(check);
    }

    /// True where the plan says already all that there is to check.
    bool addDetails(const Json &value, ShapePlan::Check *check)
    {
        const Node &node = *check->node;
        const Kind kind = kindOf(value);
        if (node.members && kind == Kind::Object) {
            check->members = node.members;
            return addInside(*node.members, value.object(), nullptr);
        }
        if (node.items && kind == Kind::Array) {
            check->items = node.items;
            return addItems(*node.items, value.array());
        }
        if (node.hasOnlyChecks(kind) && node.takesAll(value.storage())) {
            check->begin = node.begin(kind);
            check->end = node.end(kind);
        }
        return false;
    }

    /// False where the object gets no part in this plan. Patterns for its names stay with it: only
    /// who validates pays for them.
    bool addInside(const ObjectRules &rules, const JsonObject &object, const Node *each)
    {
        if (m_level >= deepest || rules.hasPatterns)
            return false;
        std::optional<ShapePlan> inside = PlanMaker(rules, m_given, m_level + 1).make(object);
        if (!inside || m_plan.members + inside->members > largest)
            return false;
        for (size_t direction = 0; direction < m_found.size(); ++direction)
            m_plan.hasRequired[direction] &= inside->hasRequired[direction];
        m_plan.members += inside->members;
        m_plan.levels = std::max(m_plan.levels, inside->levels + 1);
        if (!inside->checks.empty() || !inside->insides.empty())
            m_plan.insides.push_back({m_at, each, *std::move(inside)});
        return true;
    }

    /// False where the elements get no part in this plan: it knows how they are held, and where
    /// they are objects of one shape, all that it knows of an object.
    bool addItems(const ArrayRules &rules, const JsonArray &array)
    {
        if (!rules.prefix.empty())
            return false;
        const Node *rest = rules.rest;
        while (rest && rest->isReference)
            rest = rest->target();
        if (!rest || !(storagesIn(array) & ~rest->freeStorages))
            return true;
        const JsonObject *first = rest->members ? firstOfAlike(array) : nullptr;
        return first && addInside(*rest->members, *first, rest);
    }

    const ObjectRules &m_rules;
    const Given m_given;
    const int m_level;
    quint32 m_at = 0;
    ShapePlan m_plan;
    std::array<int, 3> m_found{};
};

} // namespace

ShapePlan::ShapePlan() = default;
ShapePlan::ShapePlan(ShapePlan &&) noexcept = default;
ShapePlan::~ShapePlan() = default;

ShapeCache::~ShapeCache()
{
    const std::unique_ptr<Table> table(m_table.load(std::memory_order_acquire));
    for (size_t i = 0; table && i < room; ++i)
        delete (*table)[i].load(std::memory_order_acquire);
}

void ShapeCache::learn(const ObjectRules &rules, const JsonObject &object)
{
    const JsonShape *shape = object.shape();
    if (!shape || object.size() > largest)
        return;
    for (const Given given : {Given::Kinds, Given::Nothing}) {
        const JsonShape::Print &print = given == Given::Kinds ? shape->kinds : shape->keys;
        if (!hasRoomFor(print, table()))
            continue;
        if (std::optional<ShapePlan> made = PlanMaker(rules, given).make(object)) {
            made->print = print;
            add(std::make_unique<const ShapePlan>(*std::move(made)), table());
        }
    }
}

ShapeCache::Table &ShapeCache::table()
{
    if (Table *known = m_table.load(std::memory_order_acquire))
        return *known;
    auto made = std::make_unique<Table>();
    Table *expected = nullptr;
    if (m_table.compare_exchange_strong(expected, made.get(), std::memory_order_acq_rel))
        return *made.release();
    return *expected; // another thread was faster
}

bool ShapeCache::hasRoomFor(const JsonShape::Print &print, const Table &table)
{
    bool hasRoom = false;
    for (size_t i = 0; i < probes; ++i) {
        const ShapePlan *plan = table[place(print, i)].load(std::memory_order_acquire);
        if (plan && plan->print == print)
            return false; // known already
        hasRoom |= !plan;
    }
    return hasRoom;
}

void ShapeCache::add(std::unique_ptr<const ShapePlan> plan, Table &table)
{
    for (size_t i = 0; i < probes; ++i) {
        const ShapePlan *expected = nullptr;
        auto &slot = table[place(plan->print, i)];
        if (slot.compare_exchange_strong(expected, plan.get(), std::memory_order_acq_rel)) {
            static_cast<void>(plan.release());
            return;
        }
        if (expected->print == plan->print)
            return; // another thread was faster
    }
}

} // namespace Design::Compiled
