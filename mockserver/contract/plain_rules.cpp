#include "mockserver/contract/plain_rules.h"

#include "designer/schema/patterns/code_points.h"
#include "mockserver/contract/foretold.h"
#include "mockserver/contract/parameter_text.h"

#include <QRegularExpression>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

using namespace Design;

namespace Mock
{

namespace
{

constexpr int deepest = 60;
constexpr double exact = 9007199254740992.0; ///< whole numbers up to here are

Fit fitOf(bool fits)
{
    return fits ? Fit::Yes : Fit::No;
}

Fit both(Fit a, Fit b)
{
    if (a == Fit::No || b == Fit::No)
        return Fit::No;
    return a == Fit::Unknown || b == Fit::Unknown ? Fit::Unknown : Fit::Yes;
}

Fit opposite(Fit fit)
{
    return fit == Fit::Unknown ? fit : fitOf(fit == Fit::No);
}

Fit hasType(const QStringList &types, const Json &value)
{
    const auto is = [&value](const QString &type) {
        return (type == u"null" && value.isNull()) || (type == u"boolean" && value.isBool()) ||
               (type == u"string" && value.isString()) || (type == u"array" && value.isArray()) ||
               (type == u"object" && value.isObject()) || (type == u"number" && value.isNumber()) ||
               (type == u"integer" && value.isNumber() && std::fmod(value.toDouble(), 1.0) == 0);
    };
    return fitOf(std::any_of(types.begin(), types.end(), is));
}

/// What the engine asserts of numbers and files is nothing that a word could break.
bool isLoose(const QString &format)
{
    static const QStringList known{QStringLiteral("int32"),    QStringLiteral("int64"),
                                   QStringLiteral("float"),    QStringLiteral("double"),
                                   QStringLiteral("password"), QStringLiteral("binary")};
    return known.contains(format);
}

bool hasTwice(const JsonArray &list)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (jsonEquals(list[i], list[j]))
                return true;
        }
    }
    return false;
}

} // namespace

Fit PlainRules::fits(const Schema &schema, const Json &value, const Json &known) const
{
    const QScopedValueRollback reading(m_isText, false);
    return judge(schema, value, known, 0);
}

Fit PlainRules::fitsAsText(const Schema &schema, const Json &value, const Json &known) const
{
    const QScopedValueRollback reading(m_isText, true);
    return judge(schema, value, known, 0);
}

Fit PlainRules::judge(const Schema &schema, const Json &value, const Json &known, int depth) const
{
    if (depth > deepest)
        return Fit::Unknown;
    const bool isScalar = value.isString() || value.isNumber() || value.isBool();
    const Fit fit = m_isText && isScalar ? asText(schema, value, known, depth)
                                         : plainly(schema, value, known, depth);
    return fit == Fit::Unknown && !known.isUndefined() && jsonEquals(value, known) ? Fit::Yes : fit;
}

/// A text stands for whichever of its readings the schema asks for.
Fit PlainRules::asText(const Schema &schema, const Json &value, const Json &known, int depth) const
{
    static const QRegularExpression number(
        QStringLiteral("^-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?$"));
    const QString text = plainText(value);
    JsonArray readings{Json(text)};
    if (number.match(text).hasMatch())
        readings.append(Json::number(text.toLatin1()));
    if (text == u"true" || text == u"false")
        readings.append(Json(text == u"true"));
    const QScopedValueRollback plain(m_isText, false);
    bool isTaken = false;
    bool isRefused = false;
    for (const Json &reading : std::as_const(readings)) {
        const Fit fit = plainly(schema, reading, known, depth);
        if (fit == Fit::Unknown)
            return fit;
        isTaken = isTaken || fit == Fit::Yes;
        isRefused = isRefused || fit == Fit::No;
    }
    if (isTaken && isRefused && !isTyped(schema, depth))
        return Fit::Unknown;
    return fitOf(isTaken);
}

bool PlainRules::isTyped(const Schema &schema, int depth) const
{
    if (depth > deepest || schema.has(Keyword::OneOf))
        return false;
    if (schema.has(Keyword::Type) || schema.has(Keyword::Enum) || schema.has(Keyword::Const))
        return true;
    const Reference reference = schema.reference();
    const Schema *target = reference.isNull() ? nullptr : m_find(reference);
    if (target && isTyped(*target, depth + 1))
        return true;
    const auto typed = [&](const Schema &part) { return isTyped(part, depth + 1); };
    const QList<Schema> &parts = schema.schemas(Keyword::AllOf);
    const QList<Schema> &alternatives = schema.schemas(Keyword::AnyOf);
    return std::any_of(parts.begin(), parts.end(), typed) ||
           (!alternatives.isEmpty() &&
            std::all_of(alternatives.begin(), alternatives.end(), typed));
}

Fit PlainRules::plainly(const Schema &schema, const Json &value, const Json &known, int depth) const
{
    if (schema.isAbsent())
        return Fit::Yes;
    if (const std::optional<bool> boolean = schema.booleanValue())
        return fitOf(*boolean);
    // OpenAPI 3.0 says what that means beside a type only.
    if (value.isNull() && schema.flag(Keyword::Nullable)) {
        const bool isPlain =
            schema.has(Keyword::Type) && !schema.has(Keyword::Enum) && !schema.has(Keyword::AllOf);
        return isPlain ? Fit::Yes : Fit::Unknown;
    }
    Fit fit = Fit::Yes;
    for (const Schema::Entry &entry : schema.entries()) {
        fit = both(fit, keyword(schema, entry, value, known, depth + 1));
        if (fit == Fit::No)
            return fit;
    }
    return fit;
}

Fit PlainRules::keyword(const Schema &schema, const Schema::Entry &entry, const Json &value,
                        const Json &known, int depth) const
{
    switch (entry.keyword) {
    case Keyword::Ref: {
        const Schema *target = m_find(schema.reference());
        return target ? judge(*target, value, known, depth) : Fit::Unknown;
    }
    case Keyword::Type:
        return hasType(schema.types(), value);
    case Keyword::Enum: {
        const JsonArray choices = schema.value(Keyword::Enum).array();
        return fitOf(std::any_of(choices.begin(), choices.end(),
                                 [&](const Json &choice) { return jsonEquals(choice, value); }));
    }
    case Keyword::Const:
        return fitOf(jsonEquals(schema.value(Keyword::Const), value));
    case Keyword::AllOf:
    case Keyword::AnyOf:
    case Keyword::OneOf:
    case Keyword::Not:
    case Keyword::If:
        return combination(schema, entry, value, known, depth);
    case Keyword::Discriminator: { // of a base model: what extends it may ask for more
        const bool isBase = !schema.has(Keyword::AnyOf) && !schema.has(Keyword::OneOf);
        return isBase && !m_isPart && value.isObject() ? Fit::Unknown : Fit::Yes;
    }
    case Keyword::UnevaluatedItems:
    case Keyword::UnevaluatedProperties:
    case Keyword::DynamicRef:
    case Keyword::RecursiveRef:
    case Keyword::Dependencies:
        return Fit::Unknown;
    default:
        break;
    }
    if (value.isNumber())
        return number(schema, entry, value);
    if (value.isString())
        return text(entry, value);
    const QScopedValueRollback whole(m_isPart, false);
    if (value.isArray())
        return list(schema, entry, value, known, depth);
    return value.isObject() ? object(schema, entry, value, known, depth) : Fit::Yes;
}

Fit PlainRules::number(const Schema &schema, const Schema::Entry &entry, const Json &value) const
{
    const Json limit = schema.value(entry.keyword);
    const double is = value.toDouble();
    const double wanted = limit.toDouble();
    if (entry.keyword == Keyword::Format)
        return std::abs(is) < 1e9 || !isLoose(limit.toString()) ? Fit::Yes : Fit::Unknown;
    if (!limit.isNumber())
        return Fit::Yes;
    if (std::abs(is) > exact || std::abs(wanted) > exact)
        return Fit::Unknown;
    switch (entry.keyword) {
    case Keyword::Minimum: // draft 4 and OpenAPI 3.0 have a boolean beside it
        return fitOf(schema.value(Keyword::ExclusiveMinimum).toBool() ? is > wanted : is >= wanted);
    case Keyword::Maximum:
        return fitOf(schema.value(Keyword::ExclusiveMaximum).toBool() ? is < wanted : is <= wanted);
    case Keyword::ExclusiveMinimum:
        return fitOf(is > wanted);
    case Keyword::ExclusiveMaximum:
        return fitOf(is < wanted);
    case Keyword::MultipleOf: {
        if (value.isInteger() && limit.isInteger())
            return fitOf(std::fmod(is, wanted) == 0);
        const double steps = is / wanted;
        const double off = std::abs(steps - std::round(steps));
        return off < 1e-12 ? Fit::Yes : off > 1e-6 ? Fit::No : Fit::Unknown;
    }
    default:
        return Fit::Yes;
    }
}

Fit PlainRules::text(const Schema::Entry &entry, const Json &value)
{
    const Json *limit = std::get_if<Json>(&entry.payload);
    switch (entry.keyword) {
    case Keyword::MinLength:
        return fitOf(static_cast<double>(codePoints(value.string()).size()) >= limit->toDouble());
    case Keyword::MaxLength:
        return fitOf(static_cast<double>(codePoints(value.string()).size()) <= limit->toDouble());
    case Keyword::Pattern: {
        const auto matches = matchesPlainly(limit->toString(), value.string());
        return matches ? fitOf(*matches) : Fit::Unknown;
    }
    case Keyword::Format:
        if (isLoose(limit->toString()))
            return Fit::Yes;
        return isNothingOf(limit->toString(), value.string()) ? Fit::No : Fit::Unknown;
    case Keyword::ContentEncoding:
    case Keyword::ContentMediaType:
    case Keyword::ContentSchema:
        return Fit::Unknown;
    default:
        return Fit::Yes;
    }
}

Fit PlainRules::list(const Schema &schema, const Schema::Entry &entry, const Json &value,
                     const Json &known, int depth) const
{
    const JsonArray &items = value.array();
    switch (entry.keyword) {
    case Keyword::MinItems:
        return fitOf(static_cast<double>(items.size()) >= schema.value(entry.keyword).toDouble());
    case Keyword::MaxItems:
        return fitOf(static_cast<double>(items.size()) <= schema.value(entry.keyword).toDouble());
    case Keyword::UniqueItems:
        return fitOf(!schema.flag(Keyword::UniqueItems) || !hasTwice(items));
    case Keyword::Contains:
        return contains(schema, value, depth);
    case Keyword::PrefixItems: {
        const QList<Schema> &places = schema.schemas(Keyword::PrefixItems);
        Fit fit = Fit::Yes;
        for (qsizetype i = 0; i < std::min(places.size(), items.size()); ++i)
            fit = both(fit, judge(places[i], items[i], known.array().value(i), depth));
        return fit;
    }
    case Keyword::Items: {
        const qsizetype first = schema.schemas(Keyword::PrefixItems).size();
        Fit fit = Fit::Yes;
        for (qsizetype i = first; i < items.size(); ++i)
            fit = both(
                fit, judge(schema.schema(Keyword::Items), items[i], known.array().value(i), depth));
        return fit;
    }
    case Keyword::ItemsArray:
    case Keyword::AdditionalItems:
        return Fit::Unknown;
    default:
        return Fit::Yes;
    }
}

Fit PlainRules::contains(const Schema &schema, const Json &value, int depth) const
{
    double count = 0;
    for (const Json &item : value.array()) {
        const Fit fit = judge(schema.schema(Keyword::Contains), item, {}, depth);
        if (fit == Fit::Unknown)
            return fit;
        count += fit == Fit::Yes ? 1 : 0;
    }
    const Json least = schema.value(Keyword::MinContains);
    const Json most = schema.value(Keyword::MaxContains);
    return fitOf(count >= (least.isNumber() ? least.toDouble() : 1) &&
                 (!most.isNumber() || count <= most.toDouble()));
}

/// A property that only answers have need not be in a request (OpenAPI 3.1, section 4.8.24).
Fit PlainRules::required(const Schema &schema, const Json &value) const
{
    for (const Json &name : schema.value(Keyword::Required).array()) {
        if (value.find(name.toString()))
            continue;
        const Schema *property = schema.members(Keyword::Properties).find(name.toString());
        if (!property || !FlatSchema(*property, m_find).flag(Keyword::ReadOnly))
            return Fit::No;
    }
    return Fit::Yes;
}

Fit PlainRules::object(const Schema &schema, const Schema::Entry &entry, const Json &value,
                       const Json &known, int depth) const
{
    const JsonObject &members = value.object();
    Fit fit = Fit::Yes;
    switch (entry.keyword) {
    case Keyword::MinProperties:
        return fitOf(static_cast<double>(members.size()) >= schema.value(entry.keyword).toDouble());
    case Keyword::MaxProperties:
        return fitOf(static_cast<double>(members.size()) <= schema.value(entry.keyword).toDouble());
    case Keyword::Required:
        return required(schema, value);
    case Keyword::Properties:
        for (const Named<Schema> &property : schema.members(Keyword::Properties)) {
            const Json *member = property.isRaw() ? nullptr : value.find(property.name);
            if (member)
                fit = both(fit, judge(property.value, *member, known.value(property.name), depth));
        }
        return fit;
    case Keyword::PatternProperties:
        for (const Named<Schema> &rule : schema.members(Keyword::PatternProperties)) {
            for (const JsonObject::Member &member : members) {
                const auto matches = matchesPlainly(rule.name, member.key);
                if (!matches)
                    return Fit::Unknown;
                if (*matches)
                    fit =
                        both(fit, judge(rule.value, member.value, known.value(member.key), depth));
            }
        }
        return fit;
    case Keyword::AdditionalProperties:
        return others(schema, schema.schema(Keyword::AdditionalProperties), value, known, depth);
    case Keyword::PropertyNames:
        for (const JsonObject::Member &member : members)
            fit = both(fit,
                       judge(schema.schema(Keyword::PropertyNames), Json(member.key), {}, depth));
        return fit;
    case Keyword::DependentRequired:
        for (const auto &rule : schema.value(Keyword::DependentRequired).object()) {
            if (!value.find(rule.key))
                continue;
            for (const Json &name : rule.value.array())
                fit = both(fit, fitOf(value.find(name.toString())));
        }
        return fit;
    case Keyword::DependentSchemas:
        for (const Named<Schema> &rule : schema.members(Keyword::DependentSchemas)) {
            if (value.find(rule.name))
                fit = both(fit, judge(rule.value, value, known, depth));
        }
        return fit;
    default:
        return fit;
    }
}

Fit PlainRules::others(const Schema &schema, const Schema &of, const Json &value, const Json &known,
                       int depth) const
{
    Fit fit = Fit::Yes;
    for (const JsonObject::Member &member : value.object()) {
        bool isNamed = schema.members(Keyword::Properties).contains(member.key);
        for (const Named<Schema> &rule : schema.members(Keyword::PatternProperties)) {
            const auto matches = matchesPlainly(rule.name, member.key);
            if (!matches)
                return Fit::Unknown;
            isNamed = isNamed || *matches;
        }
        if (!isNamed)
            fit = both(fit, judge(of, member.value, known.value(member.key), depth));
    }
    return fit;
}

Fit PlainRules::combination(const Schema &schema, const Schema::Entry &entry, const Json &value,
                            const Json &known, int depth) const
{
    if (entry.keyword == Keyword::Not)
        return opposite(judge(schema.schema(Keyword::Not), value, {}, depth));
    if (entry.keyword == Keyword::If) {
        const Fit when = judge(schema.schema(Keyword::If), value, {}, depth);
        if (when == Fit::Unknown)
            return when;
        return judge(schema.schema(when == Fit::Yes ? Keyword::Then : Keyword::Else), value, known,
                     depth);
    }
    const bool isAll = entry.keyword == Keyword::AllOf;
    Fit all = Fit::Yes;
    int taken = 0;
    bool isUnknown = false;
    const QScopedValueRollback part(m_isPart, isAll);
    for (const Schema &each : schema.schemas(entry.keyword)) {
        const Fit fit = judge(each, value, isAll ? known : Json(), depth);
        all = both(all, fit);
        taken += fit == Fit::Yes ? 1 : 0;
        isUnknown = isUnknown || fit == Fit::Unknown;
    }
    if (isAll)
        return all;
    const bool isOne = entry.keyword == Keyword::OneOf;
    if (isOne && taken > 1)
        return Fit::No;
    if (isUnknown && (isOne || taken == 0))
        return Fit::Unknown;
    return fitOf(taken > 0);
}

} // namespace Mock
