#pragma once

#include "designer/openapi/files/inclusions.h"

#include <QDir>

namespace Design
{

/// A file that can be opened only if it is a regular one inside the folder: not by `..`, nor by a
/// link that leads out. Its canonical path; empty where there is none such.
QString pathInside(const QDir &canonicalFolder, const QString &path);

/// The files that a design may refer to: those in its folder and below. At most 10,000 of them, of
/// 64 MiB each and 256 MiB together. Each is read once; JSON, YAML, and as a text what has another
/// name (`.md`).
class DesignFolder : public FileSource
{
public:
    /// Of the design with this path. What is known already is not read again.
    explicit DesignFolder(const QString &designPath,
                          const QMap<QString, SourceFilePointer> &known = {});

    QString folder() const override { return m_folder.path(); } ///< canonical
    QString rootName() const override { return m_rootName; }
    SourceFilePointer file(const QString &name) override;

private:
    SourceFile read(const QString &name);

    QDir m_folder;
    QString m_rootName;
    QMap<QString, SourceFilePointer> m_files;
    qint64 m_bytes = 0;
};

/// Whether opening a design takes a moment only: its file is small and refers to no other one.
bool isReadAtOnce(const QString &path);

/// What has become of the files that a design was read from.
struct FilesNow {
    bool isChanged = false; ///< what one of them says
    QString broken;         ///< one that could be read and cannot be now; empty: none
};
FilesNow filesNow(const Inclusions &inclusions, FileSource &files);

} // namespace Design
