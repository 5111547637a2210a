#pragma once

#include "designer/text/diagnostic.h"

#include <memory>

namespace Design
{

namespace Compiled
{
struct Node;
class Program;
} // namespace Compiled

/// A schema made ready to evaluate. Immutable, cheap to copy, and usable on any thread from the
/// moment SchemaCompiler::compile() has returned it, also while that compiler goes on.
/// Default-constructed it is null and accepts every value.
class CompiledSchema
{
public:
    CompiledSchema() = default;
    CompiledSchema(std::shared_ptr<const Compiled::Program> program, const Compiled::Node *root)
        : m_program(std::move(program))
        , m_root(root)
    {
    }

    bool isNull() const { return !m_root; }
    NodeId id() const; ///< of the schema it was compiled from
    const Compiled::Node *root() const { return m_root; }

private:
    std::shared_ptr<const Compiled::Program> m_program;
    const Compiled::Node *m_root = nullptr;
};

} // namespace Design
