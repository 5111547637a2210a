#pragma once

#include <QString>

namespace Design
{

/// The keywords of a Schema Object: JSON Schema 2020-12, what earlier drafts had besides, and
/// OpenAPI's own. `Unknown` stands for every other one; the entry then carries its name.
enum class Keyword : quint8 {
    Unknown,
    // core
    Ref, DynamicRef, RecursiveRef, Schema, Vocabulary, Id, LegacyId, Anchor, DynamicAnchor,
    RecursiveAnchor, Defs, Definitions, Comment,
    // any type
    Type, Enum, Const,
    // numbers
    MultipleOf, Minimum, ExclusiveMinimum, Maximum, ExclusiveMaximum,
    // strings
    MinLength, MaxLength, Pattern, Format, ContentEncoding, ContentMediaType, ContentSchema,
    // arrays
    PrefixItems, Items, ItemsArray, AdditionalItems, Contains, MinContains, MaxContains, MinItems,
    MaxItems, UniqueItems, UnevaluatedItems,
    // objects
    Properties, PatternProperties, AdditionalProperties, PropertyNames, Required,
    DependentRequired, DependentSchemas, Dependencies, MinProperties, MaxProperties,
    UnevaluatedProperties,
    // applicators
    AllOf, AnyOf, OneOf, Not, If, Then, Else,
    // annotations
    Title, Description, Default, Examples, Example, Deprecated, ReadOnly, WriteOnly,
    // OpenAPI
    Nullable, Discriminator, Xml, ExternalDocs,
};

/// What a keyword's value is.
enum class KeywordShape : quint8 { Value, Reference, OneSchema, SchemaList, SchemaMap };

/// The keyword with this name in a document; `items` gives Items (see Keyword::ItemsArray for the
/// array form of the drafts before 2020-12).
Keyword keywordFromName(QStringView name);

/// Its name in a document, such as `minLength`. Empty for Unknown.
const QString &keywordName(Keyword keyword);

KeywordShape keywordShape(Keyword keyword);

} // namespace Design
