#pragma once

#include "designer/model/api.h"
#include "designer/text/json_reader.h"

namespace Design
{

/// A design that was read, and everything that was found on the way.
struct LoadedApi {
    Api api;
    Json document;       ///< the value that was read
    SourceMap sourceMap; ///< places of that value in the text
    Diagnostics diagnostics;
    bool ok = false; ///< false: there is no usable design (syntax error, no OpenAPI document)
};

/// Reads an OpenAPI 3.0 or 3.1 document, JSON or YAML. Mistakes inside the document are reported
/// with their places and kept as they are; only what is no OpenAPI document at all is not ok.
LoadedApi readOpenApi(const QByteArray &text, const ReadLimits &limits = {});

/// The same from a value; positions are unknown then.
LoadedApi readOpenApi(const Json &document);

} // namespace Design
