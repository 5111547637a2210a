#include "designer/openapi/openapi_reader.h"
#include "designer/text/yaml_reader.h"

#include <algorithm>

namespace Design
{

namespace
{

void setPositions(Diagnostics &diagnostics, const Json &document, const SourceMap &sourceMap)
{
    if (sourceMap.isEmpty())
        return;
    for (Diagnostic &diagnostic : diagnostics) {
        if (!diagnostic.position.isValid())
            diagnostic.position = sourceMap.position(document, diagnostic.pointer);
    }
}

} // namespace

LoadedApi readOpenApi(const QByteArray &text, const ReadLimits &limits)
{
    const ReadText read = readJsonOrYaml(text, limits);
    // A text with duplicate keys has a value; after any other error the value is a guess.
    const bool isSyntaxFine =
        !read.value.isUndefined() &&
        std::all_of(read.diagnostics.begin(), read.diagnostics.end(), [](const Diagnostic &d) {
            return d.severity != Severity::Error || d.rule == QLatin1String("duplicate-key");
        });
    LoadedApi loaded;
    if (isSyntaxFine) {
        loaded = readOpenApi(read.value, read.sourceMap);
    } else {
        loaded.document = read.value;
        loaded.sourceMap = read.sourceMap;
    }
    setPositions(loaded.diagnostics, loaded.document, loaded.sourceMap);
    loaded.diagnostics = read.diagnostics + loaded.diagnostics;
    return loaded;
}

} // namespace Design
