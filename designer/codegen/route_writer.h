#pragma once

#include "designer/codegen/arguments.h"
#include "designer/codegen/project_parts.h"
#include "designer/codegen/responses.h"
#include "designer/codegen/router_plan.h"

namespace Design::Python
{

/// What all routes of one file have in common while they are written.
struct RouterFile {
    const RouterEntry &router;
    Module &module;
    Names functions; ///< names that are taken in the module
};

/// Writes the function that answers one route.
class RouteWriter
{
public:
    RouteWriter(ProjectParts &parts, RouterFile &file);

    QString write(const RouteEntry &route);

private:
    /// What FastAPI would call the operation, and what it says of it unless it is told.
    struct Naming {
        QString function;
        QList<Code> arguments; ///< operation_id, summary
    };
    Naming naming(const RouteEntry &route);
    QList<Code> notes(const RouteEntry &route, const ArgumentWriter::Body &body,
                      bool *hasDocstring) const;
    Code decorator(const RouteEntry &route, const QList<Code> &arguments) const;
    /// Lines that answer with the design's example, or with a value that fits.
    QString exampleAnswer(const RouteEntry &route, const AnswerPlan &plan);

    ProjectParts &m_parts;
    Source &m_source;
    RouterFile &m_file;
};

} // namespace Design::Python
