#pragma once

#include "designer/model/api.h"

namespace Design
{

enum class FileFormat { Yaml, Json };

/// JSON for names that end in .json, YAML for all others.
FileFormat formatOfFile(const QString &path);

struct OpenedDesign {
    bool ok = false;
    QString errorString; ///< when not ok: what is wrong, and where, as a sentence for people
    Api api;
    Diagnostics diagnostics;
    bool isConverted = false; ///< the file is no OpenAPI 3: saving there would make it another one
};

/// Reads a design file (at most 256 MiB). Mistakes inside the design are diagnostics; not ok is
/// only what cannot be read at all or is no OpenAPI document.
OpenedDesign openDesign(const QString &path);

/// The text of a design in that format.
QByteArray designText(const Api &api, FileFormat format);

/// Writes the design so that the file is either the old or the new one, never a torn one.
/// Returns an empty string, or what went wrong as a sentence for people.
QString saveDesign(const Api &api, const QString &path);

} // namespace Design
