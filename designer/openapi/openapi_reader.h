#pragma once

#include "designer/openapi/files/inclusions.h"
#include "designer/text/json_reader.h"

namespace Design
{

/// A design that was read, and everything that was found on the way.
struct LoadedApi {
    Api api;
    Json document;       ///< the value that was read, converted if it was Swagger 2.0
    SourceMap sourceMap; ///< places of that value in the text
    Diagnostics diagnostics;
    bool isConverted = false; ///< the text is Swagger 2.0, the design one of OpenAPI 3.1
    bool ok = false; ///< false: there is no usable design (syntax error, no OpenAPI document)
    InclusionsPointer inclusions; ///< of a design of several files; null: there is one

    /// Where the text is that says what stands at the pointer.
    FilePlace place(const QString &pointer) const;
};

/// The finding as a line of text: "shop.yaml:12:3: error: …"; path is that of the design. What is
/// about another of its files names that.
QString toLine(const Diagnostic &finding, const LoadedApi &design, const QString &path);
/// The place alone: "shop.yaml:12:3"; the path where it is not known.
QString placeText(const LoadedApi &design, const QString &pointer, const QString &path);
/// As one reads: file by file, from the top down; what has no place comes first.
Diagnostics inOrderOfPlaces(Diagnostics findings, const LoadedApi &design);

/// Reads an OpenAPI 3.0, 3.1 or 3.2 document, JSON or YAML, or one of Swagger 2.0, which becomes
/// one of 3.1; pointers are those of what it has become. Mistakes inside the document are reported
/// with their places and kept as they are; only what is no OpenAPI document at all is not ok.
/// Given files, references to them are followed; see FileIncluder.
LoadedApi readOpenApi(const QByteArray &text, const ReadLimits &limits = {},
                      FileSource *files = nullptr);

/// The same from a value; without the map of its text, positions are unknown.
LoadedApi readOpenApi(const Json &document, const SourceMap &sourceMap = {},
                      FileSource *files = nullptr);

} // namespace Design
