#include "designer/coercion/compile/extra_rules.h"

#include "designer/model/annotations.h"

#include <algorithm>

namespace Design
{

namespace
{

/// By its keyword alone; the keys of a dict are no extra rule though they are written as one.
bool isExtra(Keyword keyword)
{
    switch (keyword) {
    case Keyword::Not:
    case Keyword::If:
    case Keyword::Then:
    case Keyword::Else:
    case Keyword::Contains:
    case Keyword::MinContains:
    case Keyword::MaxContains:
    case Keyword::PatternProperties:
    case Keyword::DependentRequired:
    case Keyword::DependentSchemas:
    case Keyword::Dependencies:
    case Keyword::UnevaluatedItems:
        return true;
    default:
        return false;
    }
}

bool isRuleOnlyChoice(const Schema &schema, Keyword keyword)
{
    const QList<Schema> &alternatives = schema.schemas(keyword);
    return !alternatives.isEmpty() &&
           std::all_of(alternatives.begin(), alternatives.end(), isRuleOnly);
}

} // namespace

bool isRuleOnly(const Schema &alternative)
{
    if (alternative.isBoolean())
        return false;
    const auto isRule = [](const Schema::Entry &entry) {
        switch (entry.keyword) {
        case Keyword::Required:
        case Keyword::Not:
        case Keyword::MinProperties:
        case Keyword::MaxProperties:
        case Keyword::Pattern:
        case Keyword::MinLength:
        case Keyword::MaxLength:
        case Keyword::Minimum:
        case Keyword::Maximum:
        case Keyword::ExclusiveMinimum:
        case Keyword::ExclusiveMaximum:
            return true;
        default:
            return isAnnotation(entry.keyword);
        }
    };
    return std::all_of(alternative.entries().begin(), alternative.entries().end(), isRule);
}

const Named<Schema> *keyPattern(const Schema &schema)
{
    const auto &patterns = schema.members(Keyword::PatternProperties);
    const bool isDict = patterns.size() == 1 && !schema.has(Keyword::AdditionalProperties) &&
                        !schema.has(Keyword::Properties) && !schema.has(Keyword::Required);
    return isDict && !patterns.first().isRaw() ? &patterns.first() : nullptr;
}

bool ExtraRules::areIn(const Schema &schema)
{
    if (schema.isAbsent() || schema.isBoolean())
        return false;
    if (const auto it = m_known.constFind(schema.id()); it != m_known.cend())
        return *it;
    m_known.insert(schema.id(), false); // for schemas that refer to themselves
    const auto isExtraHere = [isDict = keyPattern(schema) != nullptr](Keyword keyword) {
        return isExtra(keyword) && !(isDict && keyword == Keyword::PatternProperties);
    };
    bool found =
        std::any_of(schema.entries().begin(), schema.entries().end(),
                    [&](const Schema::Entry &entry) { return isExtraHere(entry.keyword); });
    if (found) {
        schema.forEachChild([&](const Schema &child, Keyword keyword, const QString &) {
            if (isExtraHere(keyword))
                addAll(child);
        });
    }
    for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
        if (!isRuleOnlyChoice(schema, keyword))
            continue;
        m_choices.insert(schema.id());
        found = true;
    }
    if (const Reference reference = schema.reference(); !reference.isNull()) {
        const Schema *target = m_find(reference);
        found = (target && areIn(*target)) || found;
    }
    schema.forEachChild(
        [&](const Schema &child, Keyword, const QString &) { found = areIn(child) || found; });
    m_known.insert(schema.id(), found);
    return found;
}

void ExtraRules::addAll(const Schema &schema)
{
    if (schema.isAbsent() || m_inside.contains(schema.id()))
        return;
    m_inside.insert(schema.id());
    if (const Reference reference = schema.reference(); !reference.isNull()) {
        if (const Schema *target = m_find(reference))
            addAll(*target);
    }
    schema.forEachChild([&](const Schema &child, Keyword, const QString &) { addAll(child); });
}

bool ExtraRules::isOne(NodeId schema, Keyword keyword) const
{
    const bool isChoice = keyword == Keyword::AnyOf || keyword == Keyword::OneOf;
    return isExtra(keyword) || m_inside.contains(schema) ||
           (isChoice && m_choices.contains(schema));
}

} // namespace Design
