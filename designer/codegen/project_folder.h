#pragma once

#include "designer/codegen/fastapi_project.h"

namespace Design
{

/// What writing a project into a folder would do, or did.
struct ProjectWriting {
    QStringList written;  ///< files that are new or say something else now
    QStringList removed;  ///< files that Menura wrote and the project no longer has
    QStringList inTheWay; ///< files that Menura did not write, or that were changed since
    QString errorString;  ///< why nothing more could be written; empty: all is well

    bool ok() const { return inTheWay.isEmpty() && errorString.isEmpty(); }
};

/// Whether files that are not Menura's may be overwritten.
enum class Overwriting { Refuse, Allow };

/// Writes the files into the folder, which is made if need be. What Menura wrote is remembered in
/// `.menura.json` there, by SHA-256, so that nothing that people wrote is overwritten or removed:
/// with such files in the way nothing at all is written.
ProjectWriting writeProject(const FastApiProject &project, const QString &folder,
                            Overwriting overwriting = Overwriting::Refuse);

} // namespace Design
