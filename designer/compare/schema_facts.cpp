#include "designer/compare/schema_facts.h"

#include "designer/model/references.h"
#include "designer/model/schema_json.h"

namespace Design
{

static const QStringList &allTypes()
{
    static const QStringList types{QStringLiteral("null"),   QStringLiteral("boolean"),
                                   QStringLiteral("number"), QStringLiteral("string"),
                                   QStringLiteral("array"),  QStringLiteral("object")};
    return types;
}

const Schema *SchemaLookup::find(const Reference &reference)
{
    const auto known = m_known.constFind(reference.text);
    if (known != m_known.constEnd())
        return *known;
    const Schema *target = findReferenced(m_api, reference);
    m_known.insert(reference.text, target);
    return target;
}

QString SchemaLookup::name(const Reference &reference) const
{
    const QString text = m_components.text(reference);
    return text.mid(text.lastIndexOf(u'/') + 1);
}

SchemaFacts::SchemaFacts(SchemaLookup &lookup, const QList<Schema> &parts)
    : types(allTypes())
    , m_lookup(lookup)
{
    for (const Schema &part : parts)
        add(part);
}

bool SchemaFacts::takes(QStringView type) const
{
    return types.contains(type) || (type == QLatin1String("integer") && types.contains(u"number"));
}

void SchemaFacts::add(const Schema &schema)
{
    if (schema.isAbsent() || m_seen.contains(schema.id()))
        return;
    m_seen.insert(schema.id());
    if (const auto value = schema.booleanValue()) {
        isNever = isNever || !*value;
        return;
    }
    const Reference reference = schema.reference();
    if (!reference.isNull()) {
        if (const Schema *target = m_lookup.find(reference))
            add(*target);
        if (m_lookup.api().isVersion30())
            return; // there, everything beside a reference is without meaning
    }
    addType(schema);
    if (schema.has(Keyword::Enum) && schema.value(Keyword::Enum).isArray())
        addValues(schema.value(Keyword::Enum).array());
    if (schema.has(Keyword::Const))
        addValues(JsonArray{schema.value(Keyword::Const)});
    limits.add(schema);
    if (const QString format = schema.text(Keyword::Format); !format.isEmpty())
        formats.append(format);
    if (const QString pattern = schema.text(Keyword::Pattern); !pattern.isEmpty())
        patterns.append(pattern);
    if (schema.has(Keyword::MultipleOf))
        multiples.append(schema.value(Keyword::MultipleOf));
    uniqueItems = uniqueItems || schema.flag(Keyword::UniqueItems);
    if (schema.has(Keyword::Items))
        items.append(schema.schema(Keyword::Items));
    if (schema.has(Keyword::Default))
        defaultValue = schema.value(Keyword::Default);
    addObject(schema);
    for (const Schema &part : schema.schemas(Keyword::AllOf))
        add(part);
    for (Keyword keyword : {Keyword::AnyOf, Keyword::OneOf})
        addVariants(schema.schemas(keyword), keyword);

    addOthers(schema);
}

/// Keywords that are compared as they are written.
static constexpr Keyword writtenKeywords[] = {
    Keyword::Not,
    Keyword::If,
    Keyword::Then,
    Keyword::Else,
    Keyword::Contains,
    Keyword::MinContains,
    Keyword::MaxContains,
    Keyword::PrefixItems,
    Keyword::PatternProperties,
    Keyword::PropertyNames,
    Keyword::DependentRequired,
    Keyword::DependentSchemas,
    Keyword::UnevaluatedItems,
    Keyword::UnevaluatedProperties,
    Keyword::ContentEncoding,
    Keyword::ContentMediaType,
};

void SchemaFacts::addOthers(const Schema &schema)
{
    Json written;
    for (Keyword keyword : writtenKeywords) {
        if (!schema.has(keyword))
            continue;
        if (written.isUndefined())
            written = writeSchema(schema);
        others.append({keywordName(keyword), written.value(keywordName(keyword))});
    }
}

void SchemaFacts::addType(const Schema &schema)
{
    QStringList said = schema.types();
    if (said.isEmpty())
        return;
    if (schema.flag(Keyword::Nullable)) // OpenAPI 3.0
        said.append(QStringLiteral("null"));
    QStringList both;
    for (const QString &type : std::as_const(said)) {
        if (takes(type))
            both.append(type);
        else if (type == QLatin1String("number") && types.contains(u"integer"))
            both.append(QStringLiteral("integer"));
    }
    types = both;
}

void SchemaFacts::addValues(const JsonArray &allowed)
{
    if (!hasValues) {
        values = allowed;
        hasValues = true;
        return;
    }
    JsonArray both;
    for (const Json &value : std::as_const(values)) {
        if (allowed.contains(value))
            both.append(value);
    }
    values = both;
}

void SchemaFacts::addObject(const Schema &schema)
{
    for (const Named<Schema> &property : schema.members(Keyword::Properties)) {
        if (property.isRaw())
            continue;
        QList<Schema> *known = properties.find(property.name);
        if (known)
            known->append(property.value);
        else
            properties.append({property.name, {property.value}, {}});
        if (schema.isRequired(property.name) && !required.contains(property.name))
            required.append(property.name);
    }
    for (const Json &name : schema.value(Keyword::Required).array()) {
        if (name.isString() && !required.contains(name.string()))
            required.append(name.string());
    }
    const Schema rest = schema.schema(Keyword::AdditionalProperties);
    if (rest.isAbsent())
        return;
    if (rest.booleanValue())
        isClosed = isClosed || !*rest.booleanValue();
    else
        additional.append(rest);
}

void SchemaFacts::addVariants(const QList<Schema> &alternatives, Keyword keyword)
{
    if (alternatives.isEmpty())
        return;
    // `T | null` is T that may be null: FastAPI writes optional fields so.
    QList<Schema> rest = alternatives;
    const auto isNull = [](const Schema &schema) {
        return schema.types() == QStringList{QStringLiteral("null")};
    };
    const bool hasNull = rest.removeIf(isNull) > 0;
    if (rest.size() == 1) {
        const bool mayBeNull = hasNull && takes(u"null");
        add(rest.first());
        if (mayBeNull && !takes(u"null"))
            types.append(QStringLiteral("null"));
        if (mayBeNull && hasValues && !values.contains(Json(nullptr)))
            values.append(nullptr);
        return;
    }
    if (m_groups++ > 0) { // groups that are to hold together are compared as they are written
        JsonArray written;
        for (const Schema &schema : alternatives)
            written.append(writeSchema(schema));
        others.append({keywordName(keyword), written});
        return;
    }
    for (const Schema &schema : rest) {
        QString name = schema.text(Keyword::Title);
        if (const Reference reference = schema.reference(); !reference.isNull())
            name = m_lookup.name(reference);
        variants.append({name, schema});
    }
    if (hasNull)
        variants.append({QStringLiteral("null"), alternatives.last()});
}

} // namespace Design
