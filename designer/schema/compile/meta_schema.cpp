#include "designer/schema/compile/keyword_table.h"

// The meta-schemas are made from the table of keywords rather than kept as text.

namespace Design
{

namespace
{

struct Draft {
    Dialect dialect;
    QString base;         ///< URI of the whole meta-schema
    QString parts;        ///< prefix of the URIs of its vocabularies' meta-schemas, if it has any
    QString vocabularies; ///< prefix of the URIs of its vocabularies
};

const QList<Draft> &drafts()
{
    static const QList<Draft> list{
        {Dialect::Draft4, QStringLiteral("http://json-schema.org/draft-04/schema"), {}, {}},
        {Dialect::Draft6, QStringLiteral("http://json-schema.org/draft-06/schema"), {}, {}},
        {Dialect::Draft7, QStringLiteral("http://json-schema.org/draft-07/schema"), {}, {}},
        {Dialect::Draft201909, QStringLiteral("https://json-schema.org/draft/2019-09/schema"),
         QStringLiteral("https://json-schema.org/draft/2019-09/meta/"),
         QStringLiteral("https://json-schema.org/draft/2019-09/vocab/")},
        {Dialect::Draft202012, QStringLiteral("https://json-schema.org/draft/2020-12/schema"),
         QStringLiteral("https://json-schema.org/draft/2020-12/meta/"),
         QStringLiteral("https://json-schema.org/draft/2020-12/vocab/")},
    };
    return list;
}

QString partName(Vocabulary part, Dialect dialect)
{
    switch (part) {
    case Vocabulary::Core:
        return QStringLiteral("core");
    case Vocabulary::Applicator:
        return QStringLiteral("applicator");
    case Vocabulary::Unevaluated:
        return dialect == Dialect::Draft201909 ? QStringLiteral("applicator")
                                               : QStringLiteral("unevaluated");
    case Vocabulary::Validation:
        return QStringLiteral("validation");
    case Vocabulary::MetaData:
        return QStringLiteral("meta-data");
    case Vocabulary::Format:
        return dialect == Dialect::Draft201909 ? QStringLiteral("format")
                                               : QStringLiteral("format-annotation");
    case Vocabulary::Content:
        return QStringLiteral("content");
    }
    return {};
}

JsonObject object(std::initializer_list<std::pair<const char *, Json>> members)
{
    JsonObject result;
    for (const auto &[key, value] : members)
        result.insert(QLatin1String(key), value);
    return result;
}

Json text(const char *value)
{
    return QString::fromLatin1(value);
}

JsonObject typed(const char *type)
{
    return object({{"type", text(type)}});
}

JsonObject formatted(const char *format)
{
    return object({{"type", text("string")}, {"format", text(format)}});
}

JsonObject listOf(const Json &item, bool isNeeded)
{
    JsonObject result = object({{"type", text("array")}, {"items", item}});
    if (isNeeded)
        result.insert(QStringLiteral("minItems"), 1);
    return result;
}

JsonObject mapOf(const Json &value)
{
    return object({{"type", text("object")}, {"additionalProperties", value}});
}

JsonObject anyOf(const JsonArray &alternatives)
{
    return object({{"anyOf", alternatives}});
}

/// A reference to the schema of schemas, in the way in which each draft lets it be extended.
JsonObject schemaOf(Dialect dialect)
{
    if (dialect == Dialect::Draft202012)
        return object({{"$dynamicRef", text("#meta")}});
    if (dialect == Dialect::Draft201909)
        return object({{"$recursiveRef", text("#")}});
    return object({{"$ref", text("#")}});
}

JsonObject stringsOf(Dialect dialect)
{
    JsonObject result = listOf(typed("string"), dialect == Dialect::Draft4);
    result.insert(QStringLiteral("uniqueItems"), true);
    return result;
}

JsonObject typesOf()
{
    const JsonObject one =
        object({{"enum", JsonArray{text("array"), text("boolean"), text("integer"), text("null"),
                                   text("number"), text("object"), text("string")}}});
    JsonObject several = listOf(one, true);
    several.insert(QStringLiteral("uniqueItems"), true);
    return anyOf({one, several});
}

Json shapeOf(ValueShape shape, Dialect dialect)
{
    const JsonObject schema = schemaOf(dialect);
    switch (shape) {
    case ValueShape::Anything:
        return JsonObject();
    case ValueShape::String:
        return typed("string");
    case ValueShape::Uri:
        return formatted("uri");
    case ValueShape::UriReference:
        return formatted("uri-reference");
    case ValueShape::Regex:
        return formatted("regex");
    case ValueShape::Anchor:
        return object({{"type", text("string")}, {"pattern", text("^[A-Za-z_][-A-Za-z0-9._]*$")}});
    case ValueShape::Boolean:
        return typed("boolean");
    case ValueShape::Number:
        return typed("number");
    case ValueShape::PositiveNumber:
        if (dialect == Dialect::Draft4) {
            return object({{"type", text("number")}, {"minimum", 0}, {"exclusiveMinimum", true}});
        }
        return object({{"type", text("number")}, {"exclusiveMinimum", 0}});
    case ValueShape::Count:
        return object({{"type", text("integer")}, {"minimum", 0}});
    case ValueShape::Schema:
        return schema;
    case ValueShape::SchemaOrBoolean:
        return dialect == Dialect::Draft4 ? anyOf({typed("boolean"), schema}) : schema;
    case ValueShape::SchemaOrList:
        return anyOf({schema, listOf(schema, true)});
    case ValueShape::Schemas:
        return listOf(schema, true);
    case ValueShape::SchemaMap:
        return mapOf(schema);
    case ValueShape::Types:
        return typesOf();
    case ValueShape::Strings:
        return stringsOf(dialect);
    case ValueShape::StringsMap:
        return mapOf(stringsOf(dialect));
    case ValueShape::Dependencies:
        return mapOf(anyOf({schema, stringsOf(dialect)}));
    case ValueShape::Array:
        return typed("array");
    case ValueShape::Vocabularies:
        return mapOf(typed("boolean"));
    }
    return {};
}

bool isExclusive(Keyword keyword)
{
    return keyword == Keyword::ExclusiveMinimum || keyword == Keyword::ExclusiveMaximum;
}

/// Of the keywords that share a name, the one whose meta-schema the draft has.
bool isHidden(Keyword keyword, Dialect dialect)
{
    const bool hasLists = dialect < Dialect::Draft202012;
    return (keyword == Keyword::Items && hasLists) || (keyword == Keyword::ItemsArray && !hasLists);
}

JsonObject properties(Dialect dialect, const QString &part)
{
    JsonObject result;
    for (const KeywordRow &row : keywordRows()) {
        if (dialect < row.since || dialect > row.until || isHidden(row.keyword, dialect))
            continue;
        if (!part.isEmpty() && partName(row.vocabulary, dialect) != part)
            continue;
        const bool isFlag = dialect == Dialect::Draft4 && isExclusive(row.keyword);
        const ValueShape shape = isFlag ? ValueShape::Boolean : row.shape;
        result.insert(keywordName(row.keyword), shapeOf(shape, dialect));
    }
    return result;
}

Json make(const Draft &draft, const QString &uri, const QString &part)
{
    const Dialect dialect = draft.dialect;
    const QString hash = draft.parts.isEmpty() ? QStringLiteral("#") : QString();
    const auto id = dialect == Dialect::Draft4 ? Keyword::LegacyId : Keyword::Id;
    JsonObject root;
    root.insert(QStringLiteral("$schema"), draft.base + hash);
    root.insert(keywordName(id), uri + hash);
    if (!draft.vocabularies.isEmpty()) {
        JsonObject vocabularies;
        for (const KeywordRow &row : keywordRows()) {
            const QString name = partName(row.vocabulary, dialect);
            if (part.isEmpty() || name == part) {
                const bool isNeeded = name != QLatin1String("format");
                vocabularies.insert(draft.vocabularies + name, isNeeded);
            }
        }
        root.insert(QStringLiteral("$vocabulary"), vocabularies);
    }
    if (dialect == Dialect::Draft202012)
        root.insert(QStringLiteral("$dynamicAnchor"), text("meta"));
    if (dialect == Dialect::Draft201909)
        root.insert(QStringLiteral("$recursiveAnchor"), true);
    if (dialect == Dialect::Draft4)
        root.insert(QStringLiteral("type"), text("object"));
    else
        root.insert(QStringLiteral("type"), JsonArray{text("object"), text("boolean")});
    root.insert(QStringLiteral("properties"), properties(dialect, part));
    if (dialect == Dialect::Draft4) {
        const JsonArray maximum{text("maximum")};
        const JsonArray minimum{text("minimum")};
        root.insert(QStringLiteral("dependencies"),
                    object({{"exclusiveMaximum", maximum}, {"exclusiveMinimum", minimum}}));
    }
    return root;
}

} // namespace

Json metaSchema(QStringView uri)
{
    for (const Draft &draft : drafts()) {
        if (uri == draft.base)
            return make(draft, draft.base, {});
        if (!draft.parts.isEmpty() && uri.startsWith(draft.parts)) {
            const QString part = uri.mid(draft.parts.size()).toString();
            const Json made = make(draft, uri.toString(), part);
            if (!made.find(u"properties")->object().isEmpty())
                return made;
        }
    }
    return {};
}

} // namespace Design
