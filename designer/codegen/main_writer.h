#pragma once

#include "designer/codegen/fastapi_project.h"
#include "designer/codegen/network_writer.h"
#include "designer/codegen/router_plan.h"

namespace Design::Python
{

/// app/main.py, and the files around the program.
class MainWriter
{
public:
    MainWriter(ProjectParts &parts, const QList<RouterEntry> &routers, NetworkWriter &network);

    Module write();
    QString requirements(const QList<ProjectFile> &files) const;
    QString readme() const;
    /// app/upstream.py: how other servers are asked.
    static QString upstreamModule();

private:
    QList<Code> arguments(Module &module);
    QString middleware(Module &module) const;
    void reportUnsaid();

    ProjectParts &m_parts;
    const QList<RouterEntry> &m_routers;
    NetworkWriter &m_network;
};

} // namespace Design::Python
