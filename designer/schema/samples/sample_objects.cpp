// The part of SampleMaker for objects.

#include "designer/schema/samples/pattern_sampler.h"
#include "designer/schema/samples/sample_maker.h"
#include "designer/schema/samples/sample_names.h"
#include "designer/schema/samples/sample_words.h"

#include <algorithm>

namespace Design
{

using namespace Compiled;

namespace
{

void addTo(NodeSet *nodes, const Node *node)
{
    if (node && std::find(nodes->begin(), nodes->end(), node) == nodes->end())
        nodes->push_back(node);
}

const ObjectRules::Property *propertyOf(const ObjectRules &rules, const QString &name)
{
    const int index = rules.names.indexOf(name);
    return index < 0 ? nullptr : &rules.properties[static_cast<size_t>(index)];
}

/// Whether the schemas say what members are like that they do not name. An object that may have
/// just any is no map: nobody knows what it would have.
bool isMap(const SampleShape &shape)
{
    const auto saysSomething = [](const Node *node) {
        constexpr quint8 everyStorage = 0xff;
        return node && !node->isNever && node->freeStorages != everyStorage;
    };
    return !shape.propertyNames.empty() ||
           std::any_of(shape.unevaluatedProperties.begin(), shape.unevaluatedProperties.end(),
                       saysSomething) ||
           std::any_of(shape.objects.begin(), shape.objects.end(), [&](const ObjectRules *rules) {
               return !rules->patterns.empty() || saysSomething(rules->additional);
           });
}

} // namespace

std::optional<Json> SampleMaker::makeObject(const SampleShape &shape, Richness richness,
                                            const Spot &spot)
{
    constexpr qint64 bytesPerMember = 6;
    if (shape.minProperties > shape.maxProperties)
        return std::nullopt;
    if (shape.minProperties > (m_options.bytes - m_bytes) / bytesPerMember) {
        m_wasTooLarge = true;
        return std::nullopt;
    }
    const bool takesOptional =
        richness != Richness::Required && spot.depth < m_options.depth && !comesBack(shape);

    // In the order of the schema, and then what is only required.
    QStringList names;
    for (const ObjectRules *rules : shape.objects) {
        for (int i = 0; i < rules->names.size(); ++i)
            names.append(rules->names.name(i));
    }
    const QStringList required = requiredNames(shape, takesOptional ? names : QStringList());
    const QSet<QString> isRequired(required.begin(), required.end());
    names += required;
    names.removeDuplicates();
    const qint64 mostOptional = shape.maxProperties - isRequired.size();
    qint64 optional = 0;
    JsonObject object;
    for (const QString &name : std::as_const(names)) {
        const bool isNeeded = isRequired.contains(name);
        if (!isNeeded && (!takesOptional || optional >= mostOptional))
            continue;
        bool isKnown = false;
        const std::optional<NodeSet> nodes = memberNodes(shape, name, &isKnown);
        const bool isTooMuch = m_bytes > m_options.bytes / 2;
        if (!isNeeded && (isHidden(shape, name) || isTooMuch || !nodes || isActive(*nodes)))
            continue;
        if (addMember(shape, name, spot, &object))
            optional += isNeeded ? 0 : 1;
        else if (isNeeded)
            return std::nullopt;
    }
    // Then optional ones that were left out, and invented ones, for the least number.
    for (const QString &name : std::as_const(names)) {
        if (object.size() >= shape.minProperties)
            break;
        if (!object.contains(name) && !isHidden(shape, name))
            addMember(shape, name, spot, &object);
    }
    const bool wantsMember =
        takesOptional && (richness == Richness::Beyond || (names.isEmpty() && isMap(shape)));
    const qint64 wanted = std::max(
        shape.minProperties,
        wantsMember ? std::min<qint64>(object.size() + 1, shape.maxProperties) : qint64{0});
    if (object.size() < wanted && !addInvented(shape, spot, wanted, &object) &&
        object.size() < shape.minProperties)
        return std::nullopt;
    return take(2) ? std::optional<Json>(object) : std::nullopt;
}

/// Whether an object of the very same schemas is around this one. What leads back through maps and
/// alternatives would else grow with every member that does.
bool SampleMaker::comesBack(const SampleShape &shape) const
{
    const auto hasMembers = [](const Node *node) {
        return std::any_of(node->begin(Kind::Object), node->end(Kind::Object),
                           [](const Instruction &step) { return step.op == Op::Properties; });
    };
    return !shape.objects.empty() &&
           std::all_of(shape.nodes.begin(), shape.nodes.end(), [&](const Node *node) {
               return !hasMembers(node) || std::count(m_active.begin(), m_active.end(), node) > 1;
           });
}

/// What `required`, discriminators and, given the optional members, dependencies ask for.
QStringList SampleMaker::requiredNames(const SampleShape &shape, const QStringList &optional) const
{
    QStringList names;
    for (const ObjectRules *rules : shape.objects) {
        for (int i = 0; i < rules->names.size(); ++i) {
            const ObjectRules::Property &property = rules->properties[static_cast<size_t>(i)];
            const bool isSpared =
                (m_options.direction == Direction::Request && property.isReadOnly) ||
                (m_options.direction == Direction::Response && property.isWriteOnly);
            if (property.isRequired && !isSpared)
                names.append(rules->names.name(i));
        }
    }
    names += shape.tags.keys();
    names.removeDuplicates();
    QSet<QString> present(names.begin(), names.end());
    present.unite(QSet<QString>(optional.begin(), optional.end()));
    for (bool hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (const DependentRules *dependent : shape.dependents) {
            for (const DependentRules::Rule &rule : dependent->rules) {
                if (!present.contains(rule.name))
                    continue;
                for (const QString &name : rule.required) {
                    if (names.contains(name))
                        continue;
                    names.append(name);
                    present.insert(name);
                    hasGrown = true;
                }
            }
        }
    }
    return names;
}

bool SampleMaker::addMember(const SampleShape &shape, const QString &name, const Spot &spot,
                            JsonObject *object)
{
    bool isKnown = false;
    const std::optional<NodeSet> nodes = memberNodes(shape, name, &isKnown);
    if (!nodes || !take(name.size() + 3))
        return false;
    for (const Node *rule : shape.propertyNames) {
        if (!fits({rule}, name))
            return false;
    }
    Spot inner = below(spot, name);
    inner.name = name;
    const Json chosen = spot.overridden.contains(name) ? Json() : m_options.overrides.value(name);
    if (!chosen.isUndefined() && fits(*nodes, chosen)) {
        object->insert(name, chosen);
        return true;
    }
    for (auto each = m_options.overrides.cbegin(); each != m_options.overrides.cend(); ++each) {
        const auto names = [&](const ObjectRules *rules) {
            return rules->names.indexOf(each.key()) >= 0;
        };
        if (std::any_of(shape.objects.begin(), shape.objects.end(), names))
            inner.overridden.insert(each.key());
    }
    for (const QString &tag : shape.tags.value(name)) {
        if (fits(*nodes, tag)) {
            object->insert(name, tag);
            return true;
        }
    }
    const std::optional<Json> value = make(*nodes, inner);
    if (value)
        object->insert(name, *value);
    return value.has_value();
}

/// The schemas of a member with this name; nothing when it must not be there.
std::optional<NodeSet> SampleMaker::memberNodes(const SampleShape &shape, const QString &name,
                                                bool *isKnown) const
{
    NodeSet nodes;
    *isKnown = false;
    for (const ObjectRules *rules : shape.objects) {
        const ObjectRules::Property *property = propertyOf(*rules, name);
        bool isMatched = property && property->node;
        if (isMatched)
            addTo(&nodes, property->node);
        for (const ObjectRules::PatternRule &rule : rules->patterns) {
            if (rule.pattern.search(name) == Pattern::Match::Yes) {
                isMatched = true;
                addTo(&nodes, rule.node);
            }
        }
        if (!isMatched)
            addTo(&nodes, rules->additional);
        *isKnown |= isMatched;
    }
    if (!*isKnown) {
        for (const Node *node : shape.unevaluatedProperties)
            addTo(&nodes, node);
    }
    const auto isNever = [](const Node *node) { return node->isNever; };
    if (m_isNear && *isKnown) // a base forbids what it does not know, and so what extends it
        nodes.erase(std::remove_if(nodes.begin(), nodes.end(), isNever), nodes.end());
    const bool isForbidden = std::any_of(nodes.begin(), nodes.end(), isNever);
    return isForbidden ? std::nullopt : std::optional(nodes);
}

/// Members with names of our own, as maps have them.
bool SampleMaker::addInvented(const SampleShape &shape, const Spot &spot, qint64 wanted,
                              JsonObject *object)
{
    const qint64 tries = wanted * 2 + 8;
    for (qint64 i = 0; i < tries && object->size() < wanted && !m_isExhausted; ++i) {
        const QString name = inventedName(shape, spot, i);
        if (!name.isNull() && !object->contains(name))
            addMember(shape, name, spot, object);
    }
    return object->size() >= wanted;
}

QString SampleMaker::inventedName(const SampleShape &shape, const Spot &spot, qint64 index)
{
    if (!spend(20))
        return {};
    SampleRandom random(keyBelow(spot.key, QString::number(index)));
    if (!shape.propertyNames.empty()) {
        Spot inner = below(spot, QStringLiteral("name"));
        inner.key = random.next();
        inner.ordinal = index;
        inner.name = QString();
        const std::optional<Json> name = make(shape.propertyNames, inner);
        if (name && name->isString())
            return name->string();
    }
    for (const ObjectRules *rules : shape.objects) {
        for (const ObjectRules::PatternRule &rule : rules->patterns) {
            if (rule.pattern.parsed() && !rule.node->isNever)
                return Regex::sampleText(*rule.pattern.parsed(), {index / 4, 60}, random);
        }
    }
    if (const QString key = keyForName(spot.name, random); !key.isNull())
        return key;
    const QString name = word(random);
    constexpr qint64 beforeRepeating = 8;
    return index < beforeRepeating ? name : name + QString::number(index);
}

bool SampleMaker::isHidden(const SampleShape &shape, const QString &name) const
{
    return std::any_of(shape.objects.begin(), shape.objects.end(), [&](const ObjectRules *rules) {
        const ObjectRules::Property *property = propertyOf(*rules, name);
        return property && ((m_options.direction == Direction::Request && property->isReadOnly) ||
                            (m_options.direction == Direction::Response && property->isWriteOnly));
    });
}

Json SampleMaker::withoutHidden(const SampleShape &shape, const Json &value) const
{
    if (!value.isObject() || m_options.direction == Direction::None)
        return value;
    JsonObject object = value.object();
    for (const QString &name : value.object().keys()) {
        if (isHidden(shape, name))
            object.remove(name);
    }
    return object;
}

/// An object that fits several alternatives of a oneOf, where only one may: with members that are
/// wrong for the others and unknown to the one that was decided for.
std::optional<Json> SampleMaker::withoutRivals(const NodeSet &nodes,
                                               const SampleDecisions &decisions, const Json &value)
{
    JsonObject object = value.object();
    for (const SampleOption *option : decisions) {
        for (const Node *rival : option->rivals) {
            if (fits({rival}, object) && !addOddMember(option->nodes, rival, &object))
                return std::nullopt;
        }
    }
    return fits(nodes, object) ? std::optional<Json>(object) : std::nullopt;
}

bool SampleMaker::addOddMember(const NodeSet &nodes, const Node *rival, JsonObject *object)
{
    static const QList<Json> oddValues{nullptr,     true,        0, QStringLiteral("-"),
                                       JsonArray(), JsonObject()};
    for (const ObjectRules *rules : shapeOf({rival}, Kind::Object, {}).objects) {
        for (int i = 0; i < rules->names.size() && !m_isExhausted; ++i) {
            const QString &name = rules->names.name(i);
            if (object->contains(name))
                continue;
            for (const Json &odd : oddValues) {
                JsonObject changed = *object;
                changed.insert(name, odd);
                if (fits({rival}, changed) || !fits(nodes, changed))
                    continue;
                *object = changed;
                return true;
            }
        }
    }
    return false;
}

/// The value with the overrides in place of its own members, as far as it stays valid.
Json SampleMaker::withOverrides(const NodeSet &nodes, const Json &value)
{
    Json result = value;
    for (auto each = m_options.overrides.cbegin();
         value.isObject() && each != m_options.overrides.cend(); ++each) {
        if (!value.object().contains(each.key()))
            continue;
        JsonObject changed = result.object();
        changed.insert(each.key(), each.value());
        if (fits(nodes, changed))
            result = changed;
    }
    return result;
}

} // namespace Design
