#pragma once

#include "designer/model/api.h"

namespace Design
{

enum class FileFormat { Yaml, Json };

/// JSON for names that end in .json, YAML for all others.
FileFormat formatOfFile(const QString &path);

/// The words that a design is written in: a text of it whose comments, quotes, blank lines and
/// style stay when the design is written in that format. It may say an older design. Empty: none.
struct Wording {
    QByteArray text;
    FileFormat format = FileFormat::Yaml;

    /// Whether there are any, and few enough: JSON has no comments, and to keep nothing but the
    /// white space of a large text takes a while.
    bool isKept() const;
    bool operator==(const Wording &) const = default;
};

struct OpenedDesign {
    bool ok = false;
    QString errorString; ///< when not ok: what is wrong, and where, as a sentence for people
    QByteArray text;     ///< of the file
    Api api;
    Diagnostics diagnostics;
    bool isConverted = false; ///< the file is no OpenAPI 3: saving there would make it another one
};

/// Reads a design file (at most 256 MiB). Mistakes inside the design are diagnostics; not ok is
/// only what cannot be read at all or is no OpenAPI document.
OpenedDesign openDesign(const QString &path);

/// The text of a design in that format. In words of that format only what says something else now
/// is changed; see patchedText().
QByteArray designText(const Api &api, FileFormat format, const Wording &wording = {});

/// Writes the text so that the file is either the old or the new one, never a torn one. Returns an
/// empty string, or what went wrong as a sentence for people.
QString saveText(const QByteArray &text, const QString &path);
/// Copies the file to one beside it that ends in `.bak`, instead of an older one; where there is no
/// file, or no room for a copy, nothing happens.
void keepBackup(const QString &path);
/// Writes the design anew.
QString saveDesign(const Api &api, const QString &path);

} // namespace Design
