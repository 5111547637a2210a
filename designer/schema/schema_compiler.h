#pragma once

#include "designer/model/api.h"
#include "designer/schema/compiled_schema.h"

#include <functional>

namespace Design
{

/// The rules by which the keywords of a schema are read, unless its `$schema` names others.
enum class Dialect {
    Auto, ///< what the design's version and `jsonSchemaDialect` say, else 2020-12
    Draft4,
    Draft6,
    Draft7,
    Draft201909,
    Draft202012,
    OpenApi30, ///< `nullable`, boolean `exclusiveMinimum`, nothing beside `$ref`
};

enum class FormatRule {
    FromDialect, ///< checked only where the meta-schema's vocabularies say so
    Assert,      ///< every known format is checked, and content that is Base64 or JSON
};

/// Gives the document at a URI without fragment (absolute where baseUri is), or null. Called while
/// compiling only.
/// The value must stay alive and unchanged as long as the compiler.
using SchemaResolver = std::function<const Json *(const QString &uri)>;

struct CompileSchemaOptions {
    Dialect dialect = Dialect::Auto;
    FormatRule formats = FormatRule::FromDialect;
    QString baseUri;         ///< of the document that the schemas stand in; may be empty
    SchemaResolver resolver; ///< without one, references to other documents dangle
};

/// How the schemas of a design are read by all that serves, tests, edits or documents it, unless
/// asked otherwise: formats are rules.
CompileSchemaOptions designSchemaOptions();

/// Compiles schemas into instructions. What one call has compiled, references included, the next
/// calls share; so use one compiler for all schemas of a design. Not thread-safe.
class SchemaCompiler
{
public:
    /// For schemas that stand on their own: each is a document of its own.
    explicit SchemaCompiler(CompileSchemaOptions options = {});
    /// For the schemas of a design: `#/components/...` leads into it. A schema without an id
    /// (made up by the caller, maybe of parts of the design) is compiled afresh each time.
    explicit SchemaCompiler(const Api &api, CompileSchemaOptions options = designSchemaOptions());
    ~SchemaCompiler();

    /// Never fails: what cannot be compiled (a reference that leads nowhere or only to itself, a
    /// pattern that is none) is reported in diagnostics() and constrains nothing.
    CompiledSchema compile(const Schema &schema);

    /// What was found in all calls so far; each names the schema's node.
    const Diagnostics &diagnostics() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Design
