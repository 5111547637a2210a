#include "designer/model/children.h"
#include "designer/model/design_text.h"
#include "designer/openapi/schema_conversion.h"

#include <algorithm>

namespace Design
{

namespace
{

Schema plain()
{
    return Schema::empty(NodeId::None);
}

Schema negated(const Schema &schema)
{
    Schema result = plain();
    result.setSchema(Keyword::Not, schema);
    return result;
}

Schema either(const QList<Schema> &choices)
{
    Schema result = plain();
    result.setSchemas(Keyword::AnyOf, choices);
    return result;
}

Schema requiring(const JsonArray &names)
{
    Schema result = plain();
    result.set(Keyword::Required, names);
    return result;
}

bool isObjectSchema(const Schema &schema)
{
    return !schema.isAbsent() && !schema.isBoolean();
}

/// Turns one schema, whose children are converted already, into the dialect of 3.0.
class SchemaTo30
{
public:
    SchemaTo30(Schema &schema, const ConversionReport &report)
        : m_schema(schema)
        , m_report(report)
    {
    }

    void convert()
    {
        convertReference();
        convertUnions();
        convertTypes();
        convertConst();
        convertBound(Keyword::Minimum, Keyword::ExclusiveMinimum);
        convertBound(Keyword::Maximum, Keyword::ExclusiveMaximum);
        convertExamples();
        convertContent();
        convertConditions();
        convertDependencies();
        convertTuple();
        convertPatternProperties();
        dropTheRest();
        addItems();
    }

private:
    void warn(Keyword keyword, const QString &what)
    {
        m_report(m_schema.id(),
                 DesignText::tr("OpenAPI 3.0 has no “%1”; %2.").arg(keywordName(keyword), what));
    }

    void addToAllOf(const QList<Schema> &more)
    {
        m_schema.setSchemas(Keyword::AllOf, m_schema.schemas(Keyword::AllOf) + more);
    }

    /// In 3.0 nothing beside `$ref` counts.
    void convertReference()
    {
        const Reference reference = m_schema.reference();
        if (reference.isNull() || m_schema.entries().size() == 1)
            return;
        Schema link = plain();
        link.setReference(Keyword::Ref, reference);
        m_schema.remove(Keyword::Ref);
        m_schema.setSchemas(Keyword::AllOf, QList<Schema>{link} + m_schema.schemas(Keyword::AllOf));
    }

    /// `anyOf: [T, {type: null}]` is how 3.1 says that T may be null.
    void convertUnions()
    {
        for (const Keyword keyword : {Keyword::AnyOf, Keyword::OneOf}) {
            QList<Schema> choices = m_schema.schemas(keyword);
            // The children are converted: the null type has become a nullable enumeration.
            const auto isNull = [](const Schema &choice) {
                return choice.flag(Keyword::Nullable) &&
                       choice.value(Keyword::Enum) == Json(JsonArray{Json(nullptr)});
            };
            if (std::none_of(choices.begin(), choices.end(), isNull))
                continue;
            choices.removeIf(isNull);
            m_schema.remove(keyword);
            if (choices.size() == 1 && mergeable(choices.first())) {
                for (const Schema::Entry &entry : choices.first().entries())
                    put(entry);
            } else if (choices.size() == 1) {
                addToAllOf(choices);
            } else if (!choices.isEmpty()) {
                m_schema.setSchemas(keyword, choices);
            }
            m_schema.set(Keyword::Nullable, true);
        }
    }

    bool mergeable(const Schema &choice) const
    {
        return !choice.isBoolean() && choice.reference().isNull() &&
               std::none_of(choice.entries().begin(), choice.entries().end(),
                            [this](const Schema::Entry &entry) {
                                return entry.keyword == Keyword::Unknown ||
                                       m_schema.has(entry.keyword);
                            });
    }

    void put(const Schema::Entry &entry)
    {
        if (const auto *json = std::get_if<Json>(&entry.payload))
            m_schema.set(entry.keyword, *json);
        else if (const auto *list = std::get_if<QList<Schema>>(&entry.payload))
            m_schema.setSchemas(entry.keyword, *list);
        else if (const auto *map = std::get_if<NamedList<Schema>>(&entry.payload))
            m_schema.setMembers(entry.keyword, *map);
        else
            m_schema.setReference(entry.keyword, std::get<Reference>(entry.payload));
    }

    void convertTypes()
    {
        QStringList types = m_schema.types();
        const bool hasNull = types.removeAll(QStringLiteral("null")) > 0;
        if (!hasNull && types.size() < 2)
            return;
        if (hasNull)
            m_schema.set(Keyword::Nullable, true);
        if (types.isEmpty()) { // null alone
            m_schema.remove(Keyword::Type);
            m_schema.set(Keyword::Enum, JsonArray{Json(nullptr)});
        } else if (types.size() == 1) {
            m_schema.setTypes(types);
        } else {
            m_schema.remove(Keyword::Type);
            QList<Schema> choices;
            for (const QString &type : std::as_const(types)) {
                Schema choice = plain();
                choice.setTypes({type});
                if (type == QLatin1String("array"))
                    choice.setSchema(Keyword::Items, plain());
                if (hasNull)
                    choice.set(Keyword::Nullable, true);
                choices.append(choice);
            }
            if (m_schema.has(Keyword::AnyOf))
                addToAllOf({either(choices)});
            else
                m_schema.setSchemas(Keyword::AnyOf, choices);
        }
    }

    void convertConst()
    {
        const Json value = m_schema.value(Keyword::Const);
        if (value.isUndefined())
            return;
        m_schema.remove(Keyword::Const);
        m_schema.set(Keyword::Enum, JsonArray{value});
        if (value.isNull())
            m_schema.set(Keyword::Nullable, true);
    }

    void convertBound(Keyword bound, Keyword exclusive)
    {
        const Json limit = m_schema.value(exclusive);
        if (!limit.isNumber())
            return;
        const Json other = m_schema.value(bound);
        const int order = other.isNumber() ? compareNumbers(other, limit) : 0;
        const bool isOtherStricter = bound == Keyword::Minimum ? order > 0 : order < 0;
        m_schema.remove(exclusive);
        if (isOtherStricter)
            return;
        m_schema.set(bound, limit);
        m_schema.set(exclusive, true);
    }

    void convertExamples()
    {
        const Json examples = m_schema.value(Keyword::Examples);
        if (examples.isUndefined())
            return;
        m_schema.remove(Keyword::Examples);
        if (!m_schema.has(Keyword::Example) && !examples.array().isEmpty())
            m_schema.set(Keyword::Example, examples.array().first());
        if (examples.array().size() > 1)
            warn(Keyword::Examples, QStringLiteral("only the first example is written"));
    }

    void convertContent()
    {
        const QString encoding = m_schema.text(Keyword::ContentEncoding);
        const QString mediaType = m_schema.text(Keyword::ContentMediaType);
        const bool hasFormat = m_schema.has(Keyword::Format);
        if (encoding == QLatin1String("base64") && !hasFormat) {
            m_schema.set(Keyword::Format, QStringLiteral("byte"));
        } else if (!mediaType.isEmpty() && encoding.isEmpty() && !hasFormat) {
            m_schema.set(Keyword::Format, QStringLiteral("binary"));
        } else if (!encoding.isEmpty()) {
            warn(Keyword::ContentEncoding, QStringLiteral("it is left out"));
        }
        m_schema.remove(Keyword::ContentEncoding);
        m_schema.remove(Keyword::ContentMediaType);
    }

    /// if A then B else C: (not A or B) and (A or C).
    void convertConditions()
    {
        const Schema condition = m_schema.schema(Keyword::If);
        const Schema then = m_schema.schema(Keyword::Then);
        const Schema otherwise = m_schema.schema(Keyword::Else);
        QList<Schema> parts;
        if (!condition.isAbsent() && !then.isAbsent())
            parts.append(either({negated(condition), then}));
        if (!condition.isAbsent() && !otherwise.isAbsent())
            parts.append(either({condition, otherwise}));
        for (const Keyword keyword : {Keyword::If, Keyword::Then, Keyword::Else})
            m_schema.remove(keyword);
        if (!parts.isEmpty())
            addToAllOf(parts);
    }

    /// Where the property is there, the rest must hold: not required or ....
    void convertDependencies()
    {
        QList<Schema> parts;
        for (const JsonObject::Member &member :
             m_schema.value(Keyword::DependentRequired).object()) {
            if (!member.value.array().isEmpty())
                parts.append(
                    either({negated(requiring({member.key})), requiring(member.value.array())}));
        }
        for (const Named<Schema> &member : m_schema.members(Keyword::DependentSchemas)) {
            if (!member.isRaw())
                parts.append(either({negated(requiring({member.name})), member.value}));
        }
        m_schema.remove(Keyword::DependentRequired);
        m_schema.remove(Keyword::DependentSchemas);
        if (!parts.isEmpty())
            addToAllOf(parts);
    }

    /// A tuple becomes a list of any of its items.
    void convertTuple()
    {
        const QList<Schema> prefix = m_schema.schemas(Keyword::PrefixItems);
        if (prefix.isEmpty())
            return;
        m_schema.remove(Keyword::PrefixItems);
        const Schema items = m_schema.schema(Keyword::Items);
        const bool isClosed = isNothing(items);
        const bool isOpen = items.isAbsent() || items.entries().isEmpty();
        QList<Schema> choices = prefix;
        if (!isClosed && !isOpen)
            choices.append(items);
        Schema any = isOpen && !isClosed ? plain() : either(choices);
        m_schema.setSchema(Keyword::Items, any);
        if (isClosed && !m_schema.has(Keyword::MaxItems))
            m_schema.set(Keyword::MaxItems, prefix.size());
        warn(Keyword::PrefixItems, QStringLiteral("the order of the items is not checked"));
    }

    /// What `false` was converted to.
    static bool isNothing(const Schema &schema)
    {
        return schema.booleanValue() == std::optional<bool>(false) ||
               (schema.entries().size() == 1 && schema.has(Keyword::Not) &&
                schema.schema(Keyword::Not).entries().isEmpty());
    }

    void convertPatternProperties()
    {
        if (!m_schema.has(Keyword::PatternProperties))
            return;
        const NamedList<Schema> patterns = m_schema.members(Keyword::PatternProperties);
        m_schema.remove(Keyword::PatternProperties);
        const Schema others = m_schema.schema(Keyword::AdditionalProperties);
        if (isObjectSchema(others) || others.booleanValue() == std::optional<bool>(false)) {
            QList<Schema> choices;
            for (const Named<Schema> &pattern : patterns) {
                if (!pattern.isRaw())
                    choices.append(pattern.value);
            }
            if (isObjectSchema(others))
                choices.append(others);
            if (!choices.isEmpty())
                m_schema.setSchema(Keyword::AdditionalProperties, either(choices));
        }
        warn(Keyword::PatternProperties,
             QStringLiteral("the names of the properties are not checked"));
    }

    void dropTheRest()
    {
        for (const Keyword keyword :
             {Keyword::Schema, Keyword::Comment, Keyword::Vocabulary, Keyword::Anchor})
            m_schema.remove(keyword); // says nothing about values
        for (const Keyword keyword :
             {Keyword::Id, Keyword::DynamicAnchor, Keyword::DynamicRef, Keyword::RecursiveAnchor,
              Keyword::RecursiveRef, Keyword::PropertyNames, Keyword::Contains,
              Keyword::MinContains, Keyword::MaxContains, Keyword::UnevaluatedItems,
              Keyword::UnevaluatedProperties, Keyword::ContentSchema, Keyword::Defs,
              Keyword::Definitions, Keyword::AdditionalItems, Keyword::ItemsArray,
              Keyword::Dependencies}) {
            if (m_schema.remove(keyword))
                warn(keyword, QStringLiteral("it is left out"));
        }
    }

    /// 3.0 wants items for every array.
    void addItems()
    {
        if (m_schema.types() == QStringList{QStringLiteral("array")} &&
            !m_schema.has(Keyword::Items))
            m_schema.setSchema(Keyword::Items, plain());
    }

    Schema &m_schema;
    const ConversionReport &m_report;
};

Schema booleanTo30(const Schema &schema)
{
    Schema converted = Schema::empty(schema.id());
    if (schema.booleanValue() == std::optional<bool>(false))
        converted.setSchema(Keyword::Not, plain());
    return converted;
}

} // namespace

Schema schemaTo30(const Schema &schema, const ConversionReport &report)
{
    if (schema.isAbsent())
        return schema;
    if (schema.isBoolean())
        return booleanTo30(schema);
    Schema converted = schema;
    // The one keyword that takes a boolean in 3.0 too.
    const Schema others = schema.schema(Keyword::AdditionalProperties);
    changeEachChild(converted, [&](Schema &child) {
        child = schemaTo30(child, report);
        return true;
    });
    if (others.isBoolean())
        converted.setSchema(Keyword::AdditionalProperties, others);
    SchemaTo30(converted, report).convert();
    return converted;
}

} // namespace Design
