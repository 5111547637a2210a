#pragma once

#include "designer/codegen/project_parts.h"
#include "designer/codegen/router_plan.h"

namespace Design::Python
{

/// tests/test_api.py: the tests of the design, and that the document is there.
class TestWriter
{
public:
    TestWriter(ProjectParts &parts, const QList<RouterEntry> &routers);

    /// What the tests do without.
    struct Network {
        bool hasUpstream = false;
        bool hasFaults = false;
    };
    Module write(const Network &network);

private:
    QString test(const Json &test, Module &module, Names *names, const QString &pointer);
    QString step(const Json &step, const QString &pointer);
    QString expectation(const Json &expect, const QString &pointer);
    void addUpstream(Module &module);

    ProjectParts &m_parts;
    const QList<RouterEntry> &m_routers;
};

} // namespace Design::Python
