#pragma once

#include "app/cli/schema_folder.h"
#include "designer/model/api.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/source_map.h"

#include <memory>

namespace Cli
{

using Places = QHash<Design::NodeId, QString>; ///< JSON Pointers of schemas in their file

/// The schema that `menura validate` checks against: a schema file, or a part of it or of an
/// OpenAPI document, where the fragment of the name says which
/// ("api.yaml#/components/schemas/Pet").
class SchemaSource
{
public:
    SchemaSource(const QString &name, Design::CompileSchemaOptions options);

    /// For addFolder().
    SchemaFolder &folder() { return m_folder; }

    /// Reads and compiles. False when "valid" would promise what nobody has checked; what is wrong
    /// has been printed then.
    bool load();

    const Design::CompiledSchema &schema() const { return m_compiled; }
    /// "item.json#/properties/price/minimum"; empty for schemas of other files.
    QString placeOf(Design::NodeId schema, Design::Keyword keyword) const;

private:
    bool loadSchema(const Design::Json &document);
    bool loadPart(const Design::Json &document);
    bool loadFromApi(const Design::Json &document);
    bool finish(Design::Diagnostics findings);

    QString m_file;
    QString m_fragment; ///< empty or a pointer
    Design::CompileSchemaOptions m_options;
    SchemaFolder m_folder;
    Design::SourceMap m_sourceMap;
    Design::Json m_document;
    Places m_places;
    std::unique_ptr<Design::SchemaCompiler> m_compiler;
    Design::CompiledSchema m_compiled;
};

/// Reads a JSON or YAML file; says on stderr what is wrong with it.
std::optional<Design::ReadText> readDataFile(const QString &path);

} // namespace Cli
