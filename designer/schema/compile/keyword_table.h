#pragma once

#include "designer/schema/compile/dialect.h"

#include <span>

namespace Design
{

/// What a meta-schema says about a keyword's value.
enum class ValueShape : quint8 {
    Anything,
    String,
    Uri,
    UriReference,
    Anchor,
    Regex,
    Boolean,
    Number,
    PositiveNumber,
    Count,
    Schema,
    SchemaOrBoolean,
    SchemaOrList,
    Schemas,
    SchemaMap,
    Types,
    Strings,
    StringsMap,
    Dependencies,
    Array,
    Vocabularies,
};

/// One keyword of JSON Schema: where it is defined and what its value is.
struct KeywordRow {
    Keyword keyword;
    ValueShape shape;
    Vocabulary vocabulary;
    bool inOpenApi30 = false;
    Dialect since = Dialect::Draft4;
    Dialect until = Dialect::Draft202012;
};

/// Null for keywords that JSON Schema and OpenAPI do not define.
const KeywordRow *keywordRow(Keyword keyword);

/// Rows may share a keyword's name (`items`), never a keyword and a draft.
std::span<const KeywordRow> keywordRows();

} // namespace Design
