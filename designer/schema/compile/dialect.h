#pragma once

#include "designer/model/schema.h"
#include "designer/schema/schema_compiler.h"

namespace Design
{

/// The parts that JSON Schema 2019-09 and 2020-12 can be composed of.
enum class Vocabulary : quint8 {
    Core = 1,
    Applicator = 2,
    Unevaluated = 4,
    Validation = 8,
    MetaData = 16,
    Format = 32,
    Content = 64,
};

/// What one schema resource's keywords mean: the dialect, and of it the vocabularies in use.
struct DialectRules {
    Dialect dialect = Dialect::Draft202012; ///< never Auto
    quint8 vocabularies = 0x7f;
    bool assertsFormat = false;
    bool assertsContent = false;

    bool has(Vocabulary part) const { return vocabularies & static_cast<quint8>(part); }
    bool isBefore(Dialect other) const { return dialect < other; } ///< among the drafts only
    bool isOpenApi30() const { return dialect == Dialect::OpenApi30; }
    /// In drafts 4 to 7 and OpenAPI 3.0 nothing beside `$ref` counts.
    bool refHidesSiblings() const { return isOpenApi30() || isBefore(Dialect::Draft201909); }
    bool hasBooleanExclusive() const { return isOpenApi30() || dialect == Dialect::Draft4; }
    bool operator==(const DialectRules &) const = default;
};

/// Whether a keyword means something under these rules.
bool isActive(Keyword keyword, const DialectRules &rules);

/// The dialect that a meta-schema's URI stands for, or Auto when it is not one of ours.
Dialect dialectFromUri(QStringView uri);

/// The rules of a meta-schema with a `$vocabulary`, on top of those of its own dialect.
DialectRules withVocabularies(DialectRules rules, const JsonObject &vocabulary);

/// The meta-schema (or one vocabulary's part of it) of drafts 4 to 2020-12 at this URI, which
/// accepts the same schemas as the published one; undefined for every other URI.
Json metaSchema(QStringView uri);

} // namespace Design
