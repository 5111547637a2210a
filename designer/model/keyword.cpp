#include "designer/model/keyword.h"

#include <QHash>

#include <array>

namespace Design
{

namespace
{

struct Row {
    Keyword keyword;
    const char16_t *name;
    KeywordShape shape = KeywordShape::Value;
};

constexpr auto One = KeywordShape::OneSchema;
constexpr auto List = KeywordShape::SchemaList;
constexpr auto Map = KeywordShape::SchemaMap;
constexpr auto Link = KeywordShape::Reference;

// In the order of the enumeration: the table is indexed by it.
constexpr std::array rows{
    Row{Keyword::Unknown, u""},
    Row{Keyword::Ref, u"$ref", Link},
    Row{Keyword::DynamicRef, u"$dynamicRef", Link},
    Row{Keyword::RecursiveRef, u"$recursiveRef", Link},
    Row{Keyword::Schema, u"$schema"},
    Row{Keyword::Vocabulary, u"$vocabulary"},
    Row{Keyword::Id, u"$id"},
    Row{Keyword::LegacyId, u"id"},
    Row{Keyword::Anchor, u"$anchor"},
    Row{Keyword::DynamicAnchor, u"$dynamicAnchor"},
    Row{Keyword::RecursiveAnchor, u"$recursiveAnchor"},
    Row{Keyword::Defs, u"$defs", Map},
    Row{Keyword::Definitions, u"definitions", Map},
    Row{Keyword::Comment, u"$comment"},
    Row{Keyword::Type, u"type"},
    Row{Keyword::Enum, u"enum"},
    Row{Keyword::Const, u"const"},
    Row{Keyword::MultipleOf, u"multipleOf"},
    Row{Keyword::Minimum, u"minimum"},
    Row{Keyword::ExclusiveMinimum, u"exclusiveMinimum"},
    Row{Keyword::Maximum, u"maximum"},
    Row{Keyword::ExclusiveMaximum, u"exclusiveMaximum"},
    Row{Keyword::MinLength, u"minLength"},
    Row{Keyword::MaxLength, u"maxLength"},
    Row{Keyword::Pattern, u"pattern"},
    Row{Keyword::Format, u"format"},
    Row{Keyword::ContentEncoding, u"contentEncoding"},
    Row{Keyword::ContentMediaType, u"contentMediaType"},
    Row{Keyword::ContentSchema, u"contentSchema", One},
    Row{Keyword::PrefixItems, u"prefixItems", List},
    Row{Keyword::Items, u"items", One},
    Row{Keyword::ItemsArray, u"items", List},
    Row{Keyword::AdditionalItems, u"additionalItems", One},
    Row{Keyword::Contains, u"contains", One},
    Row{Keyword::MinContains, u"minContains"},
    Row{Keyword::MaxContains, u"maxContains"},
    Row{Keyword::MinItems, u"minItems"},
    Row{Keyword::MaxItems, u"maxItems"},
    Row{Keyword::UniqueItems, u"uniqueItems"},
    Row{Keyword::UnevaluatedItems, u"unevaluatedItems", One},
    Row{Keyword::Properties, u"properties", Map},
    Row{Keyword::PatternProperties, u"patternProperties", Map},
    Row{Keyword::AdditionalProperties, u"additionalProperties", One},
    Row{Keyword::PropertyNames, u"propertyNames", One},
    Row{Keyword::Required, u"required"},
    Row{Keyword::DependentRequired, u"dependentRequired"},
    Row{Keyword::DependentSchemas, u"dependentSchemas", Map},
    Row{Keyword::Dependencies, u"dependencies", Map},
    Row{Keyword::MinProperties, u"minProperties"},
    Row{Keyword::MaxProperties, u"maxProperties"},
    Row{Keyword::UnevaluatedProperties, u"unevaluatedProperties", One},
    Row{Keyword::AllOf, u"allOf", List},
    Row{Keyword::AnyOf, u"anyOf", List},
    Row{Keyword::OneOf, u"oneOf", List},
    Row{Keyword::Not, u"not", One},
    Row{Keyword::If, u"if", One},
    Row{Keyword::Then, u"then", One},
    Row{Keyword::Else, u"else", One},
    Row{Keyword::Title, u"title"},
    Row{Keyword::Description, u"description"},
    Row{Keyword::Default, u"default"},
    Row{Keyword::Examples, u"examples"},
    Row{Keyword::Example, u"example"},
    Row{Keyword::Deprecated, u"deprecated"},
    Row{Keyword::ReadOnly, u"readOnly"},
    Row{Keyword::WriteOnly, u"writeOnly"},
    Row{Keyword::Nullable, u"nullable"},
    Row{Keyword::Discriminator, u"discriminator"},
    Row{Keyword::Xml, u"xml"},
    Row{Keyword::ExternalDocs, u"externalDocs"},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].keyword) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder(), "the table of keywords must follow the enumeration");

// Shared strings, so that a name costs no memory in each of 100,000 schemas.
const std::array<QString, rows.size()> &names()
{
    static const auto table = [] {
        std::array<QString, rows.size()> result;
        for (std::size_t i = 0; i < rows.size(); ++i)
            result[i] = QString::fromUtf16(rows[i].name);
        return result;
    }();
    return table;
}

} // namespace

Keyword keywordFromName(QStringView name)
{
    static const auto table = [] {
        QHash<QString, Keyword> result;
        for (const Row &row : rows) {
            if (row.keyword != Keyword::Unknown && row.keyword != Keyword::ItemsArray)
                result.insert(QString::fromUtf16(row.name), row.keyword);
        }
        return result;
    }();
    return table.value(QString::fromRawData(name.data(), name.size()), Keyword::Unknown);
}

const QString &keywordName(Keyword keyword)
{
    return names()[static_cast<std::size_t>(keyword)];
}

KeywordShape keywordShape(Keyword keyword)
{
    return rows[static_cast<std::size_t>(keyword)].shape;
}

} // namespace Design
