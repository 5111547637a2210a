#include "designer/schema/schema_compiler.h"

#include "designer/schema/compile/compile_context.h"

namespace Design
{

CompileSchemaOptions designSchemaOptions()
{
    CompileSchemaOptions options;
    options.formats = FormatRule::Assert;
    return options;
}

class SchemaCompiler::Private
{
public:
    explicit Private(const CompileSchemaOptions &options)
        : documents(options)
        , context(documents)
    {
    }

    Private(const Api &api, const CompileSchemaOptions &options)
        : documents(api, options)
        , context(documents)
    {
    }

    SchemaDocuments documents;
    CompileContext context;
};

SchemaCompiler::SchemaCompiler(CompileSchemaOptions options)
    : d(std::make_unique<Private>(options))
{
}

SchemaCompiler::SchemaCompiler(const Api &api, CompileSchemaOptions options)
    : d(std::make_unique<Private>(api, options))
{
}

SchemaCompiler::~SchemaCompiler() = default;

CompiledSchema SchemaCompiler::compile(const Schema &schema)
{
    const Compiled::Node *root = d->context.compile(schema);
    return {d->context.sharedProgram(), root};
}

const Diagnostics &SchemaCompiler::diagnostics() const
{
    return d->context.diagnostics();
}

NodeId CompiledSchema::id() const
{
    return m_root ? m_root->id : NodeId::None;
}

} // namespace Design
