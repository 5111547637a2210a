#include "designer/model/notation_fit.h"
#include "designer/model/notation_words.h"
#include "designer/model/references.h"

namespace Design
{

using namespace Notation;
using Kind = TypeExpression::Kind;

namespace
{

const QList<Keyword> annotationKeywords{
    Keyword::Title,   Keyword::Description,  Keyword::Default,  Keyword::Examples,
    Keyword::Example, Keyword::Deprecated,   Keyword::ReadOnly, Keyword::WriteOnly,
    Keyword::Xml,     Keyword::ExternalDocs,
};

class Writer
{
public:
    Writer(Api &api, RulesOf rulesOf)
        : m_api(api)
        , m_rulesOf(rulesOf)
    {
    }

    void write(Schema &schema, const TypeExpression &wanted)
    {
        if (schema.isAbsent())
            schema = Schema::empty(m_api.newId());
        const TypeExpression before = describeType(schema, m_api);
        const TypeExpression type =
            m_rulesOf == RulesOf::TextOnly ? wanted : withRulesThatFit(wanted, before);
        if (type == before)
            return;
        if (type.kind == Kind::Never || (type.kind == Kind::Any && schema.isBoolean())) {
            schema = type.kind == Kind::Never ? Schema::boolean(schema.id(), false)
                                              : Schema::empty(schema.id());
            if (type.kind == Kind::Never)
                return;
        }
        const Wrapper wrapper = wrapperOf(schema);
        const bool keepsWrapper = (wrapper == Wrapper::AnyOfNull && type.nullable) ||
                                  (wrapper == Wrapper::AllOfOne && type.kind == before.kind &&
                                   (m_api.isVersion30() || type.nullable == before.nullable));
        if (keepsWrapper)
            return writeInside(schema, wrapper, type);
        if (wrapper != Wrapper::None)
            unwrap(schema, wrapper);
        writeOutside(schema, type);
    }

private:
    void writePart(Schema &schema, const TypeExpression &type)
    {
        // Inside brackets the text says everything.
        Writer(m_api, RulesOf::TextOnly).write(schema, type);
    }

    void writeInside(Schema &schema, Wrapper wrapper, const TypeExpression &type)
    {
        Keyword keyword = Keyword::AllOf;
        if (wrapper == Wrapper::AnyOfNull)
            keyword = schema.has(Keyword::AnyOf) ? Keyword::AnyOf : Keyword::OneOf;
        QList<Schema> members = schema.schemas(keyword);
        for (Schema &member : members) {
            if (wrapper == Wrapper::AnyOfNull && isNullSchema(member))
                continue;
            TypeExpression inner = type;
            inner.nullable = inner.nullable && wrapper == Wrapper::AllOfOne && !m_api.isVersion30();
            inner.rules.removeIf([&](const TypeRule &rule) {
                return isAnnotation(rule.keyword) && !member.has(rule.keyword);
            });
            Writer(m_api, RulesOf::TextOnly).write(member, inner);
        }
        schema.setSchemas(keyword, members);
        if (wrapper == Wrapper::AllOfOne && m_api.isVersion30())
            schema.set(Keyword::Nullable, type.nullable ? Json(true) : Json());
        writeAnnotations(schema, type, members);
    }

    void writeAnnotations(Schema &schema, const TypeExpression &type,
                          const QList<Schema> &members = {})
    {
        for (Keyword keyword :
             {Keyword::Default, Keyword::ReadOnly, Keyword::WriteOnly, Keyword::Deprecated}) {
            const Json &value = type.rule(keyword);
            const bool isInside =
                !schema.has(keyword) &&
                std::any_of(members.begin(), members.end(),
                            [&](const Schema &member) { return member.has(keyword); });
            // `readOnly: false` says nothing, and is not ours to tidy away.
            const bool saysNothing = value.isUndefined() && keyword != Keyword::Default &&
                                     schema.value(keyword).isBool() && !schema.flag(keyword);
            if (!isInside && !saysNothing)
                schema.set(keyword, value);
        }
    }

    /// The wrapped schema takes the place of its wrapper, whose words stay.
    static void unwrap(Schema &schema, Wrapper wrapper)
    {
        Schema core = wrapped(schema, wrapper);
        core.setId(schema.id());
        for (const Schema::Entry &entry : schema.entries()) {
            if (entry.keyword == Keyword::AnyOf || entry.keyword == Keyword::OneOf ||
                entry.keyword == Keyword::AllOf)
                continue;
            core.remove(entry.keyword);
            core.append(entry);
        }
        schema = core;
        if (const Wrapper inner = wrapperOf(schema); inner != Wrapper::None)
            unwrap(schema, inner);
    }

    /// Writes a type that may need a wrapper around it.
    void writeOutside(Schema &schema, const TypeExpression &type)
    {
        const bool is30 = m_api.isVersion30();
        const bool isReference = type.kind == Kind::Model || type.kind == Kind::All;
        if (isReference && type.nullable && !is30) {
            TypeExpression plain = type;
            plain.nullable = false;
            writeCore(schema, plain);
            wrap(schema, Keyword::AnyOf);
            return;
        }
        writeCore(schema, type);
        // 3.0 ignores whatever stands beside a reference.
        if (is30 && type.kind == Kind::Model && schema.entries().size() > 1)
            wrap(schema, Keyword::AllOf);
    }

    /// Puts the schema into anyOf or allOf; its words stay outside.
    void wrap(Schema &schema, Keyword keyword)
    {
        Schema outer = Schema::empty(schema.id());
        Schema inner = Schema::empty(m_api.newId());
        for (const Schema::Entry &entry : schema.entries()) {
            const bool isWord = annotationKeywords.contains(entry.keyword) ||
                                entry.keyword == Keyword::Unknown ||
                                entry.keyword == Keyword::Nullable;
            (isWord ? outer : inner).append(entry);
        }
        QList<Schema> members{inner};
        if (keyword == Keyword::AnyOf) {
            Schema null = Schema::empty(m_api.newId());
            null.set(Keyword::Type, QStringLiteral("null"));
            members.append(null);
        }
        outer.setSchemas(keyword, members);
        schema = outer;
    }

    void writeCore(Schema &schema, const TypeExpression &type)
    {
        const TypeExpression old = describeType(schema, m_api);
        if (!isSameStructure(old, type))
            writeStructure(schema, type, old);
        writeRules(schema, type, describeType(schema, m_api));
        writeAnnotations(schema, type);
    }

    static bool isSameStructure(TypeExpression a, TypeExpression b)
    {
        a.rules.clear();
        b.rules.clear();
        const auto isOne = [](const TypeExpression &type) {
            return !type.rule(Keyword::OneOf).isUndefined() ||
                   !type.rule(Keyword::Discriminator).isUndefined();
        };
        return a == b && a.kind != Kind::Union && isOne(a) == isOne(b);
    }

    void writeStructure(Schema &schema, const TypeExpression &type, const TypeExpression &old)
    {
        const Schema before = schema;
        removeStructure(schema, type, old);
        bool isNullable = type.nullable;
        switch (type.kind) {
        case Kind::Any:
        case Kind::Never:
            break;
        case Kind::Model:
            schema.setReference(Keyword::Ref, referenceFor(type));
            break;
        case Kind::Scalar:
            setTypes(schema, {type.name}, type.nullable);
            if (!type.format.isEmpty())
                schema.set(Keyword::Format, type.format);
            break;
        case Kind::Literals:
            isNullable = writeLiterals(schema, before, type);
            break;
        case Kind::List:
            setTypes(schema, {QStringLiteral("array")}, type.nullable);
            writeItems(schema, type);
            break;
        case Kind::Tuple:
            setTypes(schema, {QStringLiteral("array")}, type.nullable);
            writeTuple(schema, type);
            break;
        case Kind::Map:
            setTypes(schema, {QStringLiteral("object")}, type.nullable);
            writeMap(schema, type);
            break;
        case Kind::Object:
            setTypes(schema, {QStringLiteral("object")}, type.nullable);
            writeFields(schema, type);
            break;
        case Kind::Union:
            writeUnion(schema, type, old);
            break;
        case Kind::All:
            writeAll(schema, type);
            break;
        }
        if (m_api.isVersion30() && schema.flag(Keyword::Nullable) != isNullable)
            schema.set(Keyword::Nullable, isNullable ? Json(true) : Json());
    }

    Reference referenceFor(const TypeExpression &type) const
    {
        if (type.model != NodeId::None)
            return referenceToSchema(m_api, type.model);
        const bool isText =
            type.name.contains(QLatin1Char('#')) || type.name.contains(QLatin1Char('/'));
        return {isText ? type.name : QStringLiteral("#/components/schemas/") + type.name,
                NodeId::None};
    }

    void setTypes(Schema &schema, QStringList types, bool nullable) const
    {
        if (nullable && !m_api.isVersion30()) {
            // Where null stood first it stays first.
            if (schema.types().value(0) == QLatin1String("null"))
                types.prepend(QStringLiteral("null"));
            else
                types.append(QStringLiteral("null"));
        }
        if (schema.types() != types)
            schema.setTypes(types);
    }

    /// Whether null is one of the values.
    bool writeLiterals(Schema &schema, const Schema &before, const TypeExpression &type) const
    {
        JsonArray values = type.values;
        const bool hasNull = values.removeAll(Json(nullptr)) > 0;
        const QString kind = valueKind(type);
        if (kind.isEmpty())
            schema.remove(Keyword::Type);
        else if (before.has(Keyword::Type) || !before.has(Keyword::Enum))
            setTypes(schema, {kind}, hasNull);
        // One value is a const, unless it was a list of one already or the version has no const.
        const bool isConst =
            type.values.size() == 1 && !before.has(Keyword::Enum) && !m_api.isVersion30();
        schema.remove(isConst ? Keyword::Enum : Keyword::Const);
        schema.set(isConst ? Keyword::Const : Keyword::Enum,
                   isConst ? type.values.first() : Json(type.values));
        return hasNull;
    }

    void writeItems(Schema &schema, const TypeExpression &type)
    {
        Schema items = schema.schema(Keyword::Items);
        writePart(items, type.parts.value(0));
        schema.setSchema(Keyword::Items, items);
    }

    void writeTuple(Schema &schema, const TypeExpression &type)
    {
        QList<Schema> items = schema.schemas(Keyword::PrefixItems);
        items.resize(type.parts.size());
        for (qsizetype i = 0; i < items.size(); ++i)
            writePart(items[i], type.parts.at(i));
        schema.setSchemas(Keyword::PrefixItems, items);
        schema.set(Keyword::MinItems, qint64{items.size()});
        schema.set(Keyword::MaxItems, qint64{items.size()});
    }

    void writeMap(Schema &schema, const TypeExpression &type)
    {
        Schema values = schema.schema(Keyword::AdditionalProperties);
        if (values.booleanValue() == false)
            values = {};
        if (values.isAbsent() && type.parts.value(0).kind == Kind::Any)
            values = Schema::boolean(m_api.newId(), true);
        writePart(values, type.parts.value(0));
        schema.setSchema(Keyword::AdditionalProperties, values);
    }

    void writeFields(Schema &schema, const TypeExpression &type)
    {
        if (type.fields.isEmpty())
            return;
        NamedList<Schema> properties = schema.members(Keyword::Properties);
        for (const TypeExpression::Field &field : type.fields) {
            Schema property;
            if (const Schema *known = properties.find(field.name))
                property = *known;
            writePart(property, field.type);
            properties.insert(field.name, property);
        }
        schema.setMembers(Keyword::Properties, properties);
        for (const TypeExpression::Field &field : type.fields) {
            if (field.required)
                schema.setRequired(field.name, true);
        }
    }

    /// Members keep their identity: first those that say the same, then those of the same kind.
    QList<Schema> writeMembers(QList<Schema> old, const QList<TypeExpression> &parts)
    {
        QList<Schema> members(parts.size());
        QList<TypeExpression> says;
        for (const Schema &schema : old)
            says.append(describeType(schema, m_api));
        const auto assign = [&](auto &&isSame) {
            for (qsizetype i = 0; i < parts.size(); ++i) {
                for (qsizetype j = 0; members.at(i).isAbsent() && j < old.size(); ++j) {
                    if (!old.at(j).isAbsent() && isSame(says.at(j), parts.at(i)))
                        members[i] = std::exchange(old[j], {});
                }
            }
        };
        assign([](const TypeExpression &a, const TypeExpression &b) { return a == b; });
        assign([](const TypeExpression &a, const TypeExpression &b) {
            return a.kind == b.kind && a.name == b.name;
        });
        for (qsizetype i = 0; i < parts.size(); ++i)
            writePart(members[i], parts.at(i));
        return members;
    }

    void writeUnion(Schema &schema, const TypeExpression &type, const TypeExpression &old)
    {
        if (old.kind == Kind::Union && !schema.has(Keyword::AnyOf) && !schema.has(Keyword::OneOf))
            schema.remove(Keyword::Type); // it was a list of types
        const bool wantsOne =
            !type.rule(Keyword::OneOf).isUndefined() ||
            (!type.rule(Keyword::Discriminator).isUndefined() && !schema.has(Keyword::AnyOf));
        const Keyword keyword = wantsOne ? Keyword::OneOf : Keyword::AnyOf;
        QList<Schema> before = schema.schemas(Keyword::AnyOf);
        if (before.isEmpty())
            before = schema.schemas(Keyword::OneOf);
        QList<Schema> nulls;
        before.removeIf([&nulls](const Schema &member) {
            if (isNullSchema(member))
                nulls.append(member);
            return isNullSchema(member);
        });
        QList<Schema> members = writeMembers(before, type.parts);
        if (type.nullable && !m_api.isVersion30()) {
            if (nulls.isEmpty()) {
                Schema null = Schema::empty(m_api.newId());
                null.set(Keyword::Type, QStringLiteral("null"));
                nulls.append(null);
            }
            members.append(nulls.first());
        }
        schema.remove(keyword == Keyword::OneOf ? Keyword::AnyOf : Keyword::OneOf);
        schema.setSchemas(keyword, members);

        const Json &name = type.rule(Keyword::Discriminator);
        Json discriminator = schema.value(Keyword::Discriminator);
        if (name.isUndefined()) {
            schema.remove(Keyword::Discriminator);
        } else if (discriminator.value(u"propertyName") != name) {
            JsonObject object = discriminator.object();
            object.insert(QStringLiteral("propertyName"), name);
            schema.set(Keyword::Discriminator, object);
        }
    }

    void writeAll(Schema &schema, const TypeExpression &type)
    {
        QList<TypeExpression> parts = type.parts;
        QList<Schema> before = schema.schemas(Keyword::AllOf);
        // A reference that stood alone becomes the first part.
        if (schema.has(Keyword::Ref)) {
            Schema reference = Schema::empty(m_api.newId());
            reference.setReference(Keyword::Ref, schema.reference());
            before.append(reference);
            schema.remove(Keyword::Ref);
        }
        QList<Schema> inlineParts;
        TypeExpression object;
        if (hasObject(type)) {
            parts.removeIf([&object](const TypeExpression &part) {
                if (part.kind == Kind::Object)
                    object = part;
                return part.kind == Kind::Object;
            });
            before.removeIf([&](const Schema &part) {
                const bool isInline = describeType(part, m_api).kind == Kind::Object;
                if (isInline)
                    inlineParts.append(part);
                return isInline;
            });
            if (inlineParts.isEmpty()) {
                setTypes(schema, {QStringLiteral("object")}, type.nullable && m_api.isVersion30());
                writeFields(schema, object);
            } else {
                writeFields(inlineParts.first(), object);
            }
        }
        schema.setSchemas(Keyword::AllOf, writeMembers(before, parts) + inlineParts);
    }

    /// Only what differs is touched: a malformed limit, which is no rule to us, stays.
    void writeRules(Schema &schema, const TypeExpression &type, const TypeExpression &old)
    {
        using enum Keyword;
        for (Keyword keyword : {MultipleOf, MinLength, MaxLength, Pattern, MinItems, MaxItems,
                                MinProperties, MaxProperties, UniqueItems, Format}) {
            if (type.rule(keyword) != old.rule(keyword))
                schema.set(keyword, type.rule(keyword));
        }
        for (const auto &[inclusive, exclusive] :
             {std::pair(Minimum, ExclusiveMinimum), std::pair(Maximum, ExclusiveMaximum)}) {
            if (type.rule(inclusive) != old.rule(inclusive) ||
                type.rule(exclusive) != old.rule(exclusive))
                writeLimits(schema, type, inclusive, exclusive);
        }
        writeClosed(schema, type);
    }

    void writeLimits(Schema &schema, const TypeExpression &type, Keyword inclusive,
                     Keyword exclusive) const
    {
        const Json &limit = type.rule(inclusive);
        const Json &open = type.rule(exclusive);
        if (!m_api.isVersion30()) {
            schema.set(inclusive, limit);
            schema.set(exclusive, open);
            return;
        }
        schema.set(inclusive, open.isUndefined() ? limit : open);
        if (!open.isUndefined())
            schema.set(exclusive, true);
        else if (schema.flag(exclusive))
            schema.remove(exclusive);
    }

    /// Beside allOf only unevaluatedProperties sees the inherited fields; 3.0 does not have it.
    void writeClosed(Schema &schema, const TypeExpression &type)
    {
        if (type.kind != Kind::Object && type.kind != Kind::All)
            return;
        const bool isClosed = !type.rule(Keyword::AdditionalProperties).isUndefined();
        for (Keyword keyword : {Keyword::AdditionalProperties, Keyword::UnevaluatedProperties}) {
            if (schema.schema(keyword).booleanValue() != false)
                continue;
            if (isClosed)
                return;
            schema.remove(keyword);
        }
        if (!isClosed)
            return;
        const bool isComposed = type.kind == Kind::All && !m_api.isVersion30();
        schema.setSchema(isComposed ? Keyword::UnevaluatedProperties
                                    : Keyword::AdditionalProperties,
                         Schema::boolean(m_api.newId(), false));
    }

    Api &m_api;
    RulesOf m_rulesOf;
};

} // namespace

void applyType(Schema &schema, const TypeExpression &type, RulesOf rules, Api &api)
{
    Writer(api, rules).write(schema, type);
}

} // namespace Design
