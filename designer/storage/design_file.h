#pragma once

#include "designer/openapi/openapi_reader.h"

namespace Design
{

enum class FileFormat { Yaml, Json };

/// JSON for names that end in .json, YAML for all others.
FileFormat formatOfFile(const QString &path);

/// "yaml" or "json", for what is kept for the next time.
QString formatName(FileFormat format);
FileFormat formatFromName(const QString &name); ///< YAML for all other names

/// The words that a design is written in: a text of it whose comments, quotes, blank lines and
/// style stay when the design is written in that format. It may say an older design. Empty: none.
struct Wording {
    QByteArray text;
    FileFormat format = FileFormat::Yaml;
    InclusionsPointer inclusions = {}; ///< of a design of several files, whose own one it is

    /// Whether there are any, and few enough: JSON has no comments, and to keep nothing but the
    /// white space of a large text takes a while.
    bool isKept() const;
    bool operator==(const Wording &) const = default;
};

/// A design that was read from a file. Converted: saving there would make the file another one.
struct OpenedDesign : LoadedApi {
    QString errorString; ///< when not ok: what is wrong, and where, as a sentence for people
    QByteArray text;     ///< of the file
};

/// Reads a design file (at most 256 MiB) and those that it refers to; see DesignFolder. Mistakes
/// inside the design are diagnostics; not ok is only what cannot be read at all or is no OpenAPI
/// document. Where the file is a copy, its references are those of the original.
OpenedDesign openDesign(const QString &path, const QString &original = {});

/// The paths of all files that the design with this path is made of, its own first.
QStringList pathsOf(const QString &path, const InclusionsPointer &inclusions);

/// What the design's own file says, where there are several.
Json ownDocument(const Api &api, const InclusionsPointer &inclusions);

/// The text of a design in that format. In words of that format only what says something else now
/// is changed; see patchedText().
QByteArray designText(const Api &api, FileFormat format, const Wording &wording = {});

/// Writes the text so that the file is either the old or the new one, never a torn one. Returns an
/// empty string, or what went wrong as a sentence for people.
QString saveText(const QByteArray &text, const QString &path);
/// Keeps the file beside it under its name and `.bak`, instead of an older one, right before it is
/// replaced: as a link that takes no room, or as a copy. Where neither can be made, nothing
/// happens.
void keepBackup(const QString &path);
/// Writes the design anew.
QString saveDesign(const Api &api, const QString &path);

} // namespace Design
