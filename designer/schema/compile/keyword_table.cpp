#include "designer/schema/compile/keyword_table.h"

#include <array>

namespace Design
{

namespace
{

using S = ValueShape;
using V = Vocabulary;
using K = Keyword;
constexpr auto d4 = Dialect::Draft4;
constexpr auto d6 = Dialect::Draft6;
constexpr auto d7 = Dialect::Draft7;
constexpr auto d2019 = Dialect::Draft201909;
constexpr auto d2020 = Dialect::Draft202012;

// Two relaxations: `dependencies` and the array form of `items` go on working after the drafts
// that dropped them, as section "backwards compatibility" of 2020-12 allows.
constexpr std::array table{
    KeywordRow{K::Schema, S::Uri, V::Core},
    KeywordRow{K::Vocabulary, S::Vocabularies, V::Core, false, d2019},
    KeywordRow{K::Id, S::UriReference, V::Core, false, d6},
    KeywordRow{K::LegacyId, S::String, V::Core, false, d4, d4},
    KeywordRow{K::Ref, S::UriReference, V::Core, true},
    KeywordRow{K::DynamicRef, S::UriReference, V::Core, false, d2020},
    KeywordRow{K::RecursiveRef, S::UriReference, V::Core, false, d2019, d2019},
    KeywordRow{K::Anchor, S::Anchor, V::Core, false, d2019},
    KeywordRow{K::DynamicAnchor, S::Anchor, V::Core, false, d2020},
    KeywordRow{K::RecursiveAnchor, S::Boolean, V::Core, false, d2019, d2019},
    KeywordRow{K::Defs, S::SchemaMap, V::Core, false, d2019},
    KeywordRow{K::Definitions, S::SchemaMap, V::Core},
    KeywordRow{K::Comment, S::String, V::Core, false, d7},

    KeywordRow{K::Type, S::Types, V::Validation, true},
    KeywordRow{K::Enum, S::Array, V::Validation, true},
    KeywordRow{K::Const, S::Anything, V::Validation, false, d6},
    KeywordRow{K::MultipleOf, S::PositiveNumber, V::Validation, true},
    KeywordRow{K::Minimum, S::Number, V::Validation, true},
    KeywordRow{K::Maximum, S::Number, V::Validation, true},
    KeywordRow{K::ExclusiveMinimum, S::Number, V::Validation, true},
    KeywordRow{K::ExclusiveMaximum, S::Number, V::Validation, true},
    KeywordRow{K::MinLength, S::Count, V::Validation, true},
    KeywordRow{K::MaxLength, S::Count, V::Validation, true},
    KeywordRow{K::Pattern, S::Regex, V::Validation, true},
    KeywordRow{K::MinItems, S::Count, V::Validation, true},
    KeywordRow{K::MaxItems, S::Count, V::Validation, true},
    KeywordRow{K::UniqueItems, S::Boolean, V::Validation, true},
    KeywordRow{K::MinContains, S::Count, V::Validation, false, d2019},
    KeywordRow{K::MaxContains, S::Count, V::Validation, false, d2019},
    KeywordRow{K::MinProperties, S::Count, V::Validation, true},
    KeywordRow{K::MaxProperties, S::Count, V::Validation, true},
    KeywordRow{K::Required, S::Strings, V::Validation, true},
    KeywordRow{K::DependentRequired, S::StringsMap, V::Validation, false, d2019},

    KeywordRow{K::Format, S::String, V::Format, true},
    KeywordRow{K::ContentEncoding, S::String, V::Content, false, d7},
    KeywordRow{K::ContentMediaType, S::String, V::Content, false, d7},
    KeywordRow{K::ContentSchema, S::Schema, V::Content, false, d2019},

    KeywordRow{K::PrefixItems, S::Schemas, V::Applicator, false, d2020},
    KeywordRow{K::Items, S::Schema, V::Applicator, true},
    KeywordRow{K::ItemsArray, S::SchemaOrList, V::Applicator},
    KeywordRow{K::AdditionalItems, S::SchemaOrBoolean, V::Applicator, false, d4, d2019},
    KeywordRow{K::Contains, S::Schema, V::Applicator, false, d6},
    KeywordRow{K::UnevaluatedItems, S::Schema, V::Unevaluated, false, d2019},
    KeywordRow{K::Properties, S::SchemaMap, V::Applicator, true},
    KeywordRow{K::PatternProperties, S::SchemaMap, V::Applicator},
    KeywordRow{K::AdditionalProperties, S::SchemaOrBoolean, V::Applicator, true},
    KeywordRow{K::PropertyNames, S::Schema, V::Applicator, false, d6},
    KeywordRow{K::DependentSchemas, S::SchemaMap, V::Applicator, false, d2019},
    KeywordRow{K::Dependencies, S::Dependencies, V::Applicator},
    KeywordRow{K::UnevaluatedProperties, S::Schema, V::Unevaluated, false, d2019},
    KeywordRow{K::AllOf, S::Schemas, V::Applicator, true},
    KeywordRow{K::AnyOf, S::Schemas, V::Applicator, true},
    KeywordRow{K::OneOf, S::Schemas, V::Applicator, true},
    KeywordRow{K::Not, S::Schema, V::Applicator, true},
    KeywordRow{K::If, S::Schema, V::Applicator, false, d7},
    KeywordRow{K::Then, S::Schema, V::Applicator, false, d7},
    KeywordRow{K::Else, S::Schema, V::Applicator, false, d7},

    KeywordRow{K::Title, S::String, V::MetaData, true},
    KeywordRow{K::Description, S::String, V::MetaData, true},
    KeywordRow{K::Default, S::Anything, V::MetaData, true},
    KeywordRow{K::Examples, S::Array, V::MetaData, false, d6},
    KeywordRow{K::Deprecated, S::Boolean, V::MetaData, true, d2019},
    KeywordRow{K::ReadOnly, S::Boolean, V::MetaData, true, d7},
    KeywordRow{K::WriteOnly, S::Boolean, V::MetaData, true, d7},

    KeywordRow{K::Nullable, S::Anything, V::Core, true, d4, Dialect::Auto},
    KeywordRow{K::Discriminator, S::Anything, V::Core, true},
    KeywordRow{K::Example, S::Anything, V::Core, true},
    KeywordRow{K::Xml, S::Anything, V::Core, true},
    KeywordRow{K::ExternalDocs, S::Anything, V::Core, true},
};

} // namespace

std::span<const KeywordRow> keywordRows()
{
    return table;
}

const KeywordRow *keywordRow(Keyword keyword)
{
    static const auto index = [] {
        std::array<const KeywordRow *, 256> rows{};
        for (const KeywordRow &row : table)
            rows[static_cast<std::size_t>(row.keyword)] = &row;
        return rows;
    }();
    return index[static_cast<std::size_t>(keyword)];
}

} // namespace Design
