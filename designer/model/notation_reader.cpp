#include "designer/model/locate.h"
#include "designer/model/notation_words.h"

#include <QUrl>

namespace Design
{

using namespace Notation;
using Kind = TypeExpression::Kind;

namespace
{

const QLatin1String schemasPrefix("#/components/schemas/");

/// A reference to a whole component schema, and not to something inside one or elsewhere.
bool isModelReference(const QString &text)
{
    return text.startsWith(schemasPrefix) &&
           !text.mid(schemasPrefix.size()).contains(QLatin1Char('/'));
}

QString nameInReference(const QString &text)
{
    QString name = QUrl::fromPercentEncoding(text.mid(schemasPrefix.size()).toUtf8());
    return name.replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

bool isCount(const Json &value)
{
    return value.isInt64() && value.toInt64() >= 0;
}

class Reader
{
public:
    Reader(const Schema &schema, const Api &api)
        : m_schema(schema)
        , m_api(api)
    {
    }

    TypeExpression read()
    {
        readType();
        if (m_api.isVersion30() && m_schema.flag(Keyword::Nullable))
            makeNullable();
        sortRules(m_type.rules);
        return m_type;
    }

private:
    void readType()
    {
        if (m_schema.isBoolean()) {
            m_type.kind = *m_schema.booleanValue() ? Kind::Any : Kind::Never;
        } else if (m_schema.has(Keyword::Ref)) {
            readReference();
            readAnnotations();
        } else if (const Wrapper wrapper = wrapperOf(m_schema); wrapper != Wrapper::None) {
            m_type = describe(wrapped(m_schema, wrapper));
            if (wrapper == Wrapper::AnyOfNull)
                makeNullable();
            readAnnotations();
        } else if (m_schema.has(Keyword::Enum) || m_schema.has(Keyword::Const)) {
            readLiterals();
        } else if (isUnion()) {
            readUnion();
        } else if (!m_schema.schemas(Keyword::AllOf).isEmpty()) {
            readAll();
        } else {
            readPlain();
        }
    }

    TypeExpression describe(const Schema &schema) const { return Reader(schema, m_api).read(); }

    void makeNullable()
    {
        const bool saysNull = std::any_of(m_type.values.begin(), m_type.values.end(),
                                          [](const Json &value) { return value.isNull(); });
        if (m_type.kind == Kind::Literals && !saysNull)
            m_type.values.append(nullptr);
        else if (m_type.kind != Kind::Literals && m_type.kind != Kind::Any)
            m_type.nullable = true;
    }

    void readReference()
    {
        const Reference reference = m_schema.reference();
        m_type.kind = Kind::Model;
        if (!isModelReference(reference.text)) {
            m_type.name = reference.text;
            return;
        }
        m_type.model = reference.component;
        const Named<Schema> *component = findNamedSchema(m_api, reference.component);
        m_type.name = component ? component->name : nameInReference(reference.text);
    }

    void readLiterals()
    {
        m_type.kind = Kind::Literals;
        m_type.values = m_schema.has(Keyword::Enum) ? m_schema.value(Keyword::Enum).array()
                                                    : JsonArray{m_schema.value(Keyword::Const)};
        if (m_type.values.isEmpty())
            return readPlain();
        readRules(valueKind(m_type));
    }

    bool isUnion() const
    {
        const bool any = !m_schema.schemas(Keyword::AnyOf).isEmpty();
        const bool one = !m_schema.schemas(Keyword::OneOf).isEmpty();
        return any != one && !m_schema.has(Keyword::Properties) && !m_schema.has(Keyword::AllOf) &&
               !m_schema.has(Keyword::Items);
    }

    void readUnion()
    {
        m_type.kind = Kind::Union;
        const bool one = m_schema.has(Keyword::OneOf);
        for (const Schema &member : m_schema.schemas(one ? Keyword::OneOf : Keyword::AnyOf)) {
            if (isNullSchema(member))
                m_type.nullable = true;
            else
                m_type.parts.append(describe(member));
        }
        const Json name = m_schema.value(Keyword::Discriminator).value(u"propertyName");
        if (name.isString())
            addRule(Keyword::Discriminator, name);
        else if (one)
            addRule(Keyword::OneOf, true);
        readAnnotations();
    }

    void readAll()
    {
        m_type.kind = Kind::All;
        bool hasObject = m_schema.has(Keyword::Properties) ||
                         typesWithoutNull(m_schema).contains(QLatin1String("object"));
        for (const Schema &part : m_schema.schemas(Keyword::AllOf)) {
            const TypeExpression type = describe(part);
            if (type.kind == Kind::Object) {
                hasObject = true;
                for (const TypeRule &rule : type.rules) {
                    if (!isAnnotation(rule.keyword))
                        addRule(rule.keyword, rule.value);
                }
            } else {
                m_type.parts.append(type);
            }
        }
        if (hasObject) {
            TypeExpression object;
            object.kind = Kind::Object;
            m_type.parts.append(object);
        }
        if (m_schema.types().contains(QLatin1String("null")))
            m_type.nullable = true;
        readRules(QStringLiteral("object"));
    }

    void readPlain()
    {
        const QStringList types = typesWithoutNull(m_schema);
        const bool hasNull = m_schema.types().size() > types.size();
        if (types.size() > 1) {
            m_type.kind = Kind::Union;
            m_type.nullable = hasNull;
            for (const QString &type : types)
                m_type.parts.append(readKind(type));
            readAnnotations();
            return;
        }
        QString type = types.value(0);
        if (type.isEmpty() && hasNull)
            type = QStringLiteral("null");
        else
            m_type.nullable = hasNull;
        if (type.isEmpty())
            type = impliedType();
        const bool nullable = m_type.nullable;
        m_type = readKind(type);
        m_type.nullable = nullable;
        readAnnotations();
    }

    /// Many documents leave the type out where other keywords make it plain.
    QString impliedType() const
    {
        if (m_schema.has(Keyword::Properties))
            return QStringLiteral("object");
        if (m_schema.has(Keyword::Items) || m_schema.has(Keyword::PrefixItems))
            return QStringLiteral("array");
        return {};
    }

    TypeExpression readKind(const QString &type) const
    {
        Reader inner(m_schema, m_api);
        if (type == QLatin1String("array"))
            inner.readArray();
        else if (type == QLatin1String("object"))
            inner.readObject();
        else if (!type.isEmpty())
            inner.readScalar(type);
        inner.readRules(type, false);
        sortRules(inner.m_type.rules);
        return inner.m_type;
    }

    void readScalar(const QString &type)
    {
        m_type.kind = Kind::Scalar;
        m_type.name = type;
        const QString format = m_schema.text(Keyword::Format);
        if (format.isEmpty() || !isRuleOf(Keyword::Format, type))
            return;
        for (const ScalarWord &word : scalarWords()) {
            if (word.format && format == QStringView(word.format) &&
                type == QStringView(word.type)) {
                m_type.format = format;
                return;
            }
        }
        addRule(Keyword::Format, format);
    }

    void readArray()
    {
        const QList<Schema> &prefix = m_schema.schemas(Keyword::PrefixItems);
        if (prefix.size() > 1) {
            m_type.kind = Kind::Tuple;
            for (const Schema &item : prefix)
                m_type.parts.append(describe(item));
            return;
        }
        m_type.kind = Kind::List;
        m_type.parts.append(describe(m_schema.schema(Keyword::Items)));
    }

    void readObject()
    {
        const Schema others = m_schema.schema(Keyword::AdditionalProperties);
        const bool isMap = !others.isAbsent() && others.booleanValue() != false &&
                           m_schema.members(Keyword::Properties).isEmpty() &&
                           !m_schema.has(Keyword::PatternProperties);
        m_type.kind = isMap ? Kind::Map : Kind::Object;
        if (isMap)
            m_type.parts.append(describe(others));
    }

    void readRules(const QString &kind, bool withAnnotations = true)
    {
        using enum Keyword;
        const bool isTuple = m_type.kind == Kind::Tuple;
        for (Keyword keyword :
             {MinLength, MaxLength, MinItems, MaxItems, MinProperties, MaxProperties}) {
            const Json &value = m_schema.value(keyword);
            if (isRuleOf(keyword, kind) && isCount(value) &&
                !(isTuple && value.toInt64() == m_type.parts.size()))
                addRule(keyword, value);
        }
        if (isRuleOf(Minimum, kind)) {
            readLimit(Minimum, ExclusiveMinimum);
            readLimit(Maximum, ExclusiveMaximum);
            if (m_schema.value(MultipleOf).isNumber())
                addRule(MultipleOf, m_schema.value(MultipleOf));
        }
        if (isRuleOf(Pattern, kind) && m_schema.value(Pattern).isString())
            addRule(Pattern, m_schema.value(Pattern));
        if (isRuleOf(UniqueItems, kind) && m_schema.flag(UniqueItems))
            addRule(UniqueItems, true);
        if (isRuleOf(AdditionalProperties, kind) &&
            (m_schema.schema(AdditionalProperties).booleanValue() == false ||
             m_schema.schema(UnevaluatedProperties).booleanValue() == false))
            addRule(AdditionalProperties, false);
        if (withAnnotations)
            readAnnotations();
    }

    void readLimit(Keyword inclusive, Keyword exclusive)
    {
        const Json &limit = m_schema.value(inclusive);
        const Json &other = m_schema.value(exclusive);
        if (limit.isNumber())
            addRule(other.isBool() && other.toBool() ? exclusive : inclusive, limit);
        if (other.isNumber())
            addRule(exclusive, other);
    }

    void readAnnotations()
    {
        if (m_schema.has(Keyword::Default))
            setRule(Keyword::Default, m_schema.value(Keyword::Default));
        for (Keyword keyword : {Keyword::ReadOnly, Keyword::WriteOnly, Keyword::Deprecated}) {
            if (m_schema.flag(keyword))
                setRule(keyword, true);
        }
    }

    void addRule(Keyword keyword, const Json &value)
    {
        if (m_type.rule(keyword).isUndefined())
            m_type.rules.append({keyword, value});
    }

    /// What stands outside a wrapper wins over what stands inside.
    void setRule(Keyword keyword, const Json &value)
    {
        m_type.rules.removeIf([&](const TypeRule &rule) { return rule.keyword == keyword; });
        m_type.rules.append({keyword, value});
    }

    const Schema &m_schema;
    const Api &m_api;
    TypeExpression m_type;
};

} // namespace

namespace Notation
{

bool isNullSchema(const Schema &schema)
{
    return schema.types() == QStringList(QStringLiteral("null")) && schema.entries().size() == 1;
}

QStringList typesWithoutNull(const Schema &schema)
{
    QStringList types = schema.types();
    types.removeAll(QStringLiteral("null"));
    return types;
}

Wrapper wrapperOf(const Schema &schema)
{
    static const QList<Keyword> shapes{
        Keyword::Ref,   Keyword::Type,  Keyword::Enum,  Keyword::Const, Keyword::Properties,
        Keyword::Items, Keyword::AnyOf, Keyword::OneOf, Keyword::AllOf,
    };
    Keyword only = Keyword::Unknown;
    for (const Schema::Entry &entry : schema.entries()) {
        if (!shapes.contains(entry.keyword))
            continue;
        if (only != Keyword::Unknown)
            return Wrapper::None;
        only = entry.keyword;
    }
    if (only != Keyword::AnyOf && only != Keyword::OneOf && only != Keyword::AllOf)
        return Wrapper::None;
    const QList<Schema> &members = schema.schemas(only);
    if (only == Keyword::AllOf)
        return members.size() == 1 ? Wrapper::AllOfOne : Wrapper::None;
    const auto nulls = std::count_if(members.begin(), members.end(), isNullSchema);
    return members.size() == 2 && nulls == 1 ? Wrapper::AnyOfNull : Wrapper::None;
}

Schema wrapped(const Schema &schema, Wrapper wrapper)
{
    if (wrapper == Wrapper::AllOfOne)
        return schema.schemas(Keyword::AllOf).value(0);
    for (Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
        for (const Schema &member : schema.schemas(keyword)) {
            if (!isNullSchema(member))
                return member;
        }
    }
    return {};
}

} // namespace Notation

TypeExpression describeType(const Schema &schema, const Api &api)
{
    return Reader(schema, api).read();
}

Schema coreSchema(const Schema &schema)
{
    Schema core = schema;
    for (Wrapper wrapper = wrapperOf(core); wrapper != Wrapper::None; wrapper = wrapperOf(core))
        core = wrapped(core, wrapper);
    return core;
}

Schema propertyHost(const Schema &schema)
{
    if (schema.has(Keyword::Properties))
        return schema;
    for (const Schema &part : schema.schemas(Keyword::AllOf)) {
        if (part.has(Keyword::Properties))
            return part;
    }
    for (const Schema &part : schema.schemas(Keyword::AllOf)) {
        if (!part.has(Keyword::Ref) && part.types().contains(QLatin1String("object")))
            return part;
    }
    return schema;
}

QStringList unsaidKeywords(const Schema &schema, const Api &api)
{
    using enum Keyword;
    static const QSet<Keyword> quiet{
        Title,    Description,   Examples,  Example,     Comment,  Id,           Anchor, Schema,
        Default,  ReadOnly,      WriteOnly, Deprecated,  Nullable, Type,         Ref,    Properties,
        Required, Discriminator, Defs,      Definitions, LegacyId, ExternalDocs,
    };
    const TypeExpression type = describeType(schema, api);
    const QString kind = valueKind(type);
    QStringList names;
    for (const auto &entry : coreSchema(schema).entries()) {
        const Keyword keyword = entry.keyword;
        if (quiet.contains(keyword))
            continue;
        bool said = !type.rule(keyword).isUndefined();
        switch (type.kind) {
        case Kind::Literals:
            said |= keyword == Enum || keyword == Const;
            break;
        case Kind::List:
        case Kind::Tuple:
            said |= keyword == Items || keyword == PrefixItems || keyword == MinItems ||
                    keyword == MaxItems;
            break;
        case Kind::Map:
            said |= keyword == AdditionalProperties;
            break;
        case Kind::Union:
            said |= keyword == AnyOf || keyword == OneOf ||
                    isRuleOf(keyword, QStringLiteral("string")) ||
                    isRuleOf(keyword, QStringLiteral("integer"));
            break;
        case Kind::All:
            said |= keyword == AllOf;
            break;
        case Kind::Scalar:
            said |= keyword == Format && !type.format.isEmpty();
            break;
        default:
            break;
        }
        said |= keyword == UnevaluatedProperties && !type.rule(AdditionalProperties).isUndefined();
        said |= keyword == Minimum && !type.rule(ExclusiveMinimum).isUndefined();
        said |= keyword == Maximum && !type.rule(ExclusiveMaximum).isUndefined();
        // false and true say nothing; a schema for further properties is a row of its own
        said |= keyword == ExclusiveMinimum || keyword == ExclusiveMaximum ||
                keyword == UniqueItems || keyword == AdditionalProperties;
        if (!said)
            names.append(entry.key());
    }
    return names;
}

} // namespace Design
