#pragma once

#include "designer/schema/schema_compiler.h"

namespace Mock
{

/// How schemas of a design are compiled for whatever serves or tests it: formats are rules.
inline Design::CompileSchemaOptions servedSchemaOptions()
{
    Design::CompileSchemaOptions options;
    options.formats = Design::FormatRule::Assert;
    return options;
}

} // namespace Mock
