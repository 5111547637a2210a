#pragma once

#include "designer/text/json.h"

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace Design::Compiled
{

struct ArrayRules;
struct Instruction;
struct Node;
struct ObjectRules;

/// What `properties`, `patternProperties`, `additionalProperties` and `required` ask of objects
/// with certain keys: which member is to be valid against what.
struct ShapePlan {
    struct Check {
        quint32 member = 0;      ///< its place in the object
        quint8 freeStorages = 0; ///< of the node
        const Node *node = nullptr;
        /// What there is to do for a value of the kind that the plan takes for granted, where that
        /// can be told: members or items to check, or instructions about the value alone.
        const ObjectRules *members = nullptr;
        const ArrayRules *items = nullptr;
        const Instruction *begin = nullptr;
        const Instruction *end = nullptr;
    };

    struct Inside;

    JsonShape::Print print;
    std::vector<Check> checks;         ///< in the order of the members
    std::vector<Inside> insides;       ///< members whose own members or elements have checks
    std::vector<quint32> evaluated;    ///< places of the members that these keywords evaluate
    std::array<bool, 3> hasRequired{}; ///< by Direction; here and in all objects inside
    qint64 members = 0;                ///< that it covers, here and inside
    int levels = 0;                    ///< of objects inside one another that it covers

    ShapePlan();
    ShapePlan(ShapePlan &&) noexcept;
    ~ShapePlan();
};

/// The plan for an object that is a member, or for each element of an array that is one.
struct ShapePlan::Inside {
    quint32 member = 0;         ///< its place in the object around it
    const Node *each = nullptr; ///< what the elements are to be valid against; null: an object
    ShapePlan plan;
};

/// The plans for the shapes of objects that have been seen. Values come in few shapes, and for one
/// that is known no name has to be looked up, nor the type of a member or of what is inside it
/// where that is part of the shape. Usable on any thread; there is room for some shapes only, and
/// those that find none are looked up name by name each time.
class ShapeCache
{
public:
    ShapeCache() = default;
    ShapeCache(const ShapeCache &) = delete;
    ShapeCache &operator=(const ShapeCache &) = delete;
    ~ShapeCache();

    /// Null when nothing is known for the fingerprint. The plan stays as long as the cache.
    const ShapePlan *find(const JsonShape::Print &print) const
    {
        const Table *table = m_table.load(std::memory_order_acquire);
        for (size_t i = 0; table && i < probes; ++i) {
            const ShapePlan *plan = (*table)[place(print, i)].load(std::memory_order_acquire);
            if (!plan || plan->print == print)
                return plan;
        }
        return nullptr;
    }

    /// For an object that has been found valid, so that broken ones do not take the room.
    void learn(const ObjectRules &rules, const JsonObject &object);

private:
    static constexpr size_t room = 64;
    static constexpr size_t probes = 4;
    using Table = std::array<std::atomic<const ShapePlan *>, room>;

    static size_t place(const JsonShape::Print &print, size_t probe)
    {
        return (static_cast<size_t>(print.low) + probe) % room;
    }
    Table &table();
    static bool hasRoomFor(const JsonShape::Print &print, const Table &table);
    static void add(std::unique_ptr<const ShapePlan> plan, Table &table);

    std::atomic<Table *> m_table = nullptr; ///< made when there is something to keep
};

} // namespace Design::Compiled
