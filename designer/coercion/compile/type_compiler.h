#pragma once

#include "designer/coercion/type.h"
#include "designer/model/api.h"
#include "designer/schema/validator.h"

#include <memory>

namespace Design
{

/// Owns the types that a compiler has made. They point to one another, so they live together.
class TypeSet;

struct TypeOptions {
    Direction direction = Direction::Request; ///< readOnly fields are not required in a request
    bool isForm = false;                      ///< binary content is an uploaded file
};

/// Reads back from schemas the types that a FastAPI application would have declared: what
/// FastAPI writes into its documents, and the same meaning for designs that are drawn.
/// What one call has compiled, the next ones share. Not thread-safe; the types are.
class TypeCompiler
{
public:
    explicit TypeCompiler(const Api &api, const TypeOptions &options = {});
    ~TypeCompiler();

    /// Never fails; an absent schema gives the type of every value. Valid as long as types().
    const Type *compile(const Schema &schema);

    std::shared_ptr<const TypeSet> types() const;
    /// Patterns that cannot be compiled, references that lead nowhere.
    const Diagnostics &diagnostics() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Design
