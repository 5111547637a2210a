#pragma once

#include "designer/model/api.h"

namespace Design
{

/// One file of a project; the path is relative to its folder, with slashes.
struct ProjectFile {
    QString path;
    QByteArray content;

    bool operator==(const ProjectFile &) const = default;
};

/// A runnable FastAPI project, whose own /openapi.json says what exporting the design says.
struct FastApiProject {
    QList<ProjectFile> files; ///< by path
    /// What the design holds and the project does not do, or does otherwise, with its places.
    Diagnostics findings;
};

FastApiProject fastApiProject(const Api &api);

} // namespace Design
