#pragma once

#include "designer/model/schema.h"
#include "designer/schema/evaluate/name_table.h"
#include "designer/schema/evaluate/shape_cache.h"
#include "designer/schema/formats/format.h"
#include "designer/schema/patterns/pattern.h"

#include <array>
#include <deque>
#include <vector>

// What schemas are compiled into. Private to designer/schema: the compiler writes it, the
// evaluator and the sampler read it.

namespace Design::Compiled
{

/// The types of JSON Schema as a set; a number is an Integer or a Fraction by its value.
enum TypeBit : quint8 {
    NullBit = 1,
    BooleanBit = 2,
    IntegerBit = 4,
    FractionBit = 8,
    StringBit = 16,
    ArrayBit = 32,
    ObjectBit = 64,
    NumberBits = IntegerBit | FractionBit,
    AllTypes = 127,
};

/// What a value is when it comes to choosing instructions.
enum class Kind : quint8 { Null, Boolean, Number, String, Array, Object };
constexpr int kindCount = 6;

struct Node;
struct Resource;

/// A number of the schema, prepared for comparison.
struct Number {
    Json json;
    double value = 0;
    qint64 integer = 0;
    bool isInt64 = false;
};

/// The values of `enum` and `const`.
struct ValueSet {
    NameTable strings;
    std::vector<Json> others; ///< numbers, arrays, objects, null, booleans
    JsonArray all;            ///< in the order of the schema
};

/// `properties`, `patternProperties`, `additionalProperties` and `required` in one pass. Or the
/// rules of the parts of an `allOf`, which all hold for the same object.
struct ObjectRules {
    struct Property {
        const Node *node = nullptr; ///< null when the name is only required
        bool isRequired = false;
        bool isReadOnly = false;
        bool isWriteOnly = false;
    };
    struct PatternRule {
        Pattern pattern;
        const Node *node = nullptr;
    };
    NameTable names; ///< of the schema's properties in its order, then required ones
    std::vector<Property> properties; ///< by the index of the name
    std::vector<PatternRule> patterns;
    const Node *additional = nullptr; ///< null when anything goes
    bool marksAll = false;            ///< additionalProperties is there: every member is evaluated
    std::array<int, 3> required{};    ///< how many are required, by Direction; also of the parts
    bool hasPatterns = false;         ///< here or in the parts
    std::vector<const ObjectRules *> parts; ///< these hold, and there are no rules of its own
    std::unique_ptr<ShapeCache> shapes = std::make_unique<ShapeCache>();
};

struct DependentRules {
    struct Rule {
        QString name;
        QStringList required;
        const Node *node = nullptr;
    };
    std::vector<Rule> rules;
};

struct ArrayRules {
    std::vector<const Node *> prefix;
    const Node *rest = nullptr; ///< null when anything goes
    Keyword restKeyword = Keyword::Items;
    bool marksAll = false;
};

struct ContainsRules {
    const Node *node = nullptr;
    qint64 least = 1;
    qint64 most = -1; ///< -1: no limit
    bool marks = false;
};

/// A property that is another text in every branch: where it is there, at most one can fit.
struct TellingProperty {
    QString name; ///< empty when there is none
    NameTable texts;
    std::vector<int> branches; ///< by the index of the text
};

struct Branches {
    std::vector<const Node *> nodes;
    QStringList names;   ///< for messages: the component's name, the title, or the types
    QString tagProperty; ///< of the discriminator; empty without one
    NameTable tags;
    std::vector<int> tagBranches; ///< by the index of the tag
    int otherwise = -1;           ///< the branch of values with no tag or another one
    bool decidesAll = false;      ///< every branch has a tag, so an unknown tag fits none
    TellingProperty telling;      ///< where there is no discriminator
};

struct Conditional {
    const Node *condition = nullptr;
    const Node *onTrue = nullptr;
    const Node *onFalse = nullptr;
};

struct DynamicReference {
    int anchor = 0; ///< index of its name
    const Node *fallback = nullptr;
};

enum class Op : quint8 {
    Never,  ///< no value of this kind is valid
    Accept, ///< valid, and the rest of the node does not count (`nullable`)
    Values, ///< enum, const
    LowerLimit,
    UpperLimit,
    LowerOpenLimit,
    UpperOpenLimit,
    MultipleOf,
    MinLength,
    MaxLength,
    MatchesPattern,
    HasFormat,
    MinItems,
    MaxItems,
    UniqueItems,
    Items,
    Contains,
    MinProperties,
    MaxProperties,
    Properties,
    PropertyNames,
    Dependent,
    Apply, ///< $ref, a branch of allOf: the value must be valid there too
    ApplyDynamic,
    AnyOf,
    OneOf,
    Subtype, ///< the model that extends this one and that the discriminator names
    Not,
    If,
    UnevaluatedItems,
    UnevaluatedProperties,
};

/// Whether the instruction is about the value alone: no other schemas, nothing inside the value.
constexpr bool isCheck(Op op)
{
    switch (op) {
    case Op::Items:
    case Op::Contains:
    case Op::UnevaluatedItems:
    case Op::Properties:
    case Op::PropertyNames:
    case Op::Dependent:
    case Op::UnevaluatedProperties:
    case Op::Apply:
    case Op::ApplyDynamic:
    case Op::AnyOf:
    case Op::OneOf:
    case Op::Subtype:
    case Op::Not:
    case Op::If:
        return false;
    default:
        return true;
    }
}

struct Instruction {
    Op op = Op::Never;
    Keyword keyword = Keyword::Unknown;
    Format format = Format::Unknown;
    union {
        qint64 count;
        const Number *number;
        const ValueSet *values;
        const Pattern *pattern;
        const ObjectRules *object;
        const DependentRules *dependent;
        const ArrayRules *array;
        const ContainsRules *contains;
        const Branches *branches;
        const Conditional *conditional;
        const DynamicReference *dynamic;
        const Node *node;
    };

    Instruction()
        : count(0)
    {
    }
};

/// The dynamic anchors of one schema resource; empty resources are not kept.
struct Resource {
    std::vector<std::pair<int, const Node *>> anchors;

    const Node *find(int anchor) const
    {
        for (const auto &[name, node] : anchors) {
            if (name == anchor)
                return node;
        }
        return nullptr;
    }
};

/// One compiled schema: which types it takes, and for each kind of value what to check, cheap
/// things first.
struct Node {
    quint8 types = AllTypes;
    bool tracksEvaluated = false;         ///< has unevaluatedItems or unevaluatedProperties
    bool isNever = false;                 ///< the schema `false`
    bool isLexical = false;               ///< draft 4: 1.0 is no integer
    bool isReference = false;             ///< and nothing else
    quint8 freeStorages = 0;              ///< for isFree(), a bit for each Json::Storage
    const ObjectRules *members = nullptr; ///< where objects are checked for their members only;
                                          ///< to check, not to collect errors
    const ArrayRules *items = nullptr;    ///< where arrays are checked for their items only
    quint8 checkKinds = 0;                ///< for hasOnlyChecks(), a bit for each kind
    NodeId id = NodeId::None;             ///< None in other documents
    std::array<quint32, kindCount + 1> first{}; ///< ranges of code by kind
    std::unique_ptr<Instruction[]> code;
    const Resource *resource = nullptr; ///< null when it has no dynamic anchors
    Schema schema;                      ///< for examples and names; never looked at to validate

    /// What a mere reference refers to; null for all others.
    const Node *target() const { return isReference ? code[0].node : nullptr; }
    /// Whether every value that is held like this one is valid.
    bool isFree(const Json &value) const
    {
        return freeStorages & (1U << static_cast<unsigned>(value.storage()));
    }
    /// Whether the types allow every value that is held in this way.
    bool takesAll(Json::Storage storage) const;
    /// True where all instructions look at nothing but the value itself.
    bool hasOnlyChecks(Kind kind) const { return checkKinds & (1U << static_cast<unsigned>(kind)); }
    const Instruction *begin(Kind kind) const
    {
        return code.get() + first[static_cast<size_t>(kind)];
    }
    const Instruction *end(Kind kind) const
    {
        return code.get() + first[static_cast<size_t>(kind) + 1];
    }
};

/// Everything that one compiler has compiled. Things are only ever added, and those that a
/// finished call has added do not change: readers follow pointers and never touch the lists.
class Program
{
public:
    template<class T>
    T *add(T value)
    {
        auto &list = std::get<std::deque<T>>(m_lists);
        list.push_back(std::move(value));
        return &list.back();
    }

private:
    std::tuple<std::deque<Node>, std::deque<Resource>, std::deque<Number>, std::deque<ValueSet>,
               std::deque<Pattern>, std::deque<ObjectRules>, std::deque<DependentRules>,
               std::deque<ArrayRules>, std::deque<ContainsRules>, std::deque<Branches>,
               std::deque<Conditional>, std::deque<DynamicReference>>
        m_lists;
};

inline Kind kindOf(Json::Storage storage)
{
    constexpr std::array kinds{Kind::Null,   Kind::Null,   Kind::Boolean, Kind::Number,
                               Kind::Number, Kind::String, Kind::Array,   Kind::Object};
    return kinds[static_cast<size_t>(storage)];
}

inline Kind kindOf(const Json &value)
{
    return kindOf(value.storage());
}

inline bool Node::takesAll(Json::Storage storage) const
{
    constexpr std::array<quint8, kindCount> bits{NullBit,   BooleanBit, NumberBits,
                                                 StringBit, ArrayBit,   ObjectBit};
    const quint8 needed = storage == Json::Storage::Int64
                              ? quint8{IntegerBit}
                              : bits[static_cast<size_t>(kindOf(storage))];
    return (types & needed) == needed;
}

/// Whether a number has no fraction: 1, 1.0, 1e3.
bool isIntegral(const Json &number);

/// The types bit of the value.
TypeBit typeOf(const Json &value);

} // namespace Design::Compiled
