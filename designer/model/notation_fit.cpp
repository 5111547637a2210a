#include "designer/model/notation_fit.h"

#include "designer/model/notation_words.h"
#include "designer/text/number.h"

namespace Design::Notation
{

using Kind = TypeExpression::Kind;

namespace
{

/// Whether a default can still be one after the type has changed; in doubt it can.
bool defaultFits(const Json &value, const TypeExpression &type)
{
    if (value.isNull())
        return type.nullable || type.kind == Kind::Any || type.kind == Kind::Model ||
               (type.kind == Kind::Scalar && type.name == QLatin1String("null")) ||
               (type.kind == Kind::Literals && type.values.contains(Json(nullptr)));
    switch (type.kind) {
    case Kind::Scalar:
        if (type.name == QLatin1String("string"))
            return value.isString();
        if (type.name == QLatin1String("integer"))
            return value.isNumber() && hasIntegralValue(value.numberText());
        if (type.name == QLatin1String("number"))
            return value.isNumber();
        if (type.name == QLatin1String("boolean"))
            return value.isBool();
        return type.name != QLatin1String("null");
    case Kind::Literals:
        return std::any_of(type.values.begin(), type.values.end(),
                           [&](const Json &allowed) { return jsonEquals(allowed, value); });
    case Kind::List:
    case Kind::Tuple:
        return value.isArray();
    case Kind::Map:
    case Kind::Object:
        return value.isObject();
    default:
        return true;
    }
}

/// `> 0` takes the place of `>= 1`, and the other way round.
bool isLimitReplaced(Keyword keyword, const TypeExpression &type)
{
    switch (keyword) {
    case Keyword::Minimum:
        return !type.rule(Keyword::ExclusiveMinimum).isUndefined();
    case Keyword::ExclusiveMinimum:
        return !type.rule(Keyword::Minimum).isUndefined();
    case Keyword::Maximum:
        return !type.rule(Keyword::ExclusiveMaximum).isUndefined();
    case Keyword::ExclusiveMaximum:
        return !type.rule(Keyword::Maximum).isUndefined();
    default:
        return false;
    }
}

bool isUnionOfObjects(const TypeExpression &type)
{
    return std::all_of(type.parts.begin(), type.parts.end(), [](const TypeExpression &part) {
        return part.kind == Kind::Model || part.kind == Kind::Object || part.kind == Kind::All ||
               part.kind == Kind::Map;
    });
}

bool isRuleOfAny(Keyword keyword)
{
    for (const char16_t *kind : {u"string", u"number", u"array", u"object"}) {
        if (isRuleOf(keyword, QString::fromUtf16(kind)))
            return true;
    }
    return false;
}

bool isStructure(Keyword keyword)
{
    return keyword == Keyword::Properties || keyword == Keyword::Items ||
           keyword == Keyword::AdditionalProperties || keyword == Keyword::Required;
}

} // namespace

TypeExpression withRulesThatFit(const TypeExpression &wanted, const TypeExpression &before)
{
    TypeExpression type = wanted;
    const QString kind = valueKind(type);
    for (const TypeRule &rule : before.rules) {
        if (!type.rule(rule.keyword).isUndefined() || isLimitReplaced(rule.keyword, type))
            continue;
        bool fits = isAnnotation(rule.keyword);
        if (rule.keyword == Keyword::Default)
            fits = defaultFits(rule.value, type) || !defaultFits(rule.value, before);
        else if (rule.keyword == Keyword::Discriminator || rule.keyword == Keyword::OneOf)
            fits = type.kind == Kind::Union && type.rule(Keyword::Discriminator).isUndefined();
        else if (rule.keyword == Keyword::Format)
            fits = type.kind == Kind::Scalar && before.kind == Kind::Scalar &&
                   type.name == before.name && type.format.isEmpty();
        else if (rule.keyword == Keyword::AdditionalProperties)
            fits = type.kind == Kind::Object || type.kind == Kind::All;
        else if (!fits)
            fits = isRuleOf(rule.keyword, kind);
        if (fits)
            type.rules.append(rule);
    }
    sortRules(type.rules);
    return type;
}

bool hasObject(const TypeExpression &type)
{
    return std::any_of(type.parts.begin(), type.parts.end(),
                       [](const TypeExpression &part) { return part.kind == Kind::Object; });
}

void removeStructure(Schema &schema, const TypeExpression &type, const TypeExpression &old)
{
    using enum Keyword;
    QStringList kinds{valueKind(type)};
    if (type.kind == Kind::All)
        kinds.append(QStringLiteral("object"));
    const QList<Schema::Entry> entries = schema.entries();
    for (const Schema::Entry &entry : entries) {
        const Keyword keyword = entry.keyword;
        bool goes = false;
        if (keyword == Ref)
            goes = type.kind != Kind::Model && type.kind != Kind::All;
        else if (keyword == Enum || keyword == Const)
            goes = type.kind != Kind::Literals;
        else if (keyword == Type)
            goes = type.kind == Kind::Any || type.kind == Kind::Model ||
                   (type.kind == Kind::Union && !isUnionOfObjects(type)) ||
                   (type.kind == Kind::All && !hasObject(type));
        else if (keyword == AnyOf || keyword == OneOf || keyword == Discriminator)
            goes = old.kind == Kind::Union && type.kind != Kind::Union;
        else if (keyword == AllOf)
            goes = old.kind == Kind::All && type.kind != Kind::All;
        else if (keyword == Properties || keyword == Required || keyword == PatternProperties)
            goes = type.kind != Kind::Any && type.kind != Kind::Object &&
                   !(type.kind == Kind::All && hasObject(type));
        else if (keyword == PrefixItems || keyword == ItemsArray)
            goes = type.kind != Kind::Tuple;
        else if (keyword == Format)
            goes = type.kind == Kind::Scalar ? old.name != type.name || !old.format.isEmpty()
                                             : !isRuleOf(Format, valueKind(type));
        else if (keyword == AdditionalProperties && old.kind == Kind::Map)
            goes = type.kind != Kind::Map;
        else if (isRuleOfAny(keyword))
            goes = std::none_of(kinds.begin(), kinds.end(),
                                [&](const QString &kind) { return isRuleOf(keyword, kind); });
        if (type.kind == Kind::Any && isStructure(keyword))
            goes = true;
        if (goes)
            schema.remove(keyword);
    }
}

} // namespace Design::Notation
