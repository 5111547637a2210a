#pragma once

#include "designer/model/api.h"
#include "designer/model/locate.h"
#include "designer/text/diagnostic.h"

namespace Design
{

/// What the rules look at.
struct LintContext {
    const Api &api;
    const NodeIndex &index;
};

/// Where one rule puts its findings.
class RuleFindings
{
public:
    RuleFindings(const LintContext &context, const QString &rule, Severity severity)
        : m_context(context)
        , m_rule(rule)
        , m_severity(severity)
    {
    }

    /// suffix is a JSON Pointer from the node to the very place, such as `/minimum`.
    void report(NodeId node, const QString &message, const QString &suffix = {});
    Diagnostics take() { return std::move(m_diagnostics); }

private:
    const LintContext &m_context;
    QString m_rule;
    Severity m_severity;
    Diagnostics m_diagnostics;
};

/// One rule over a design. A rule is a file with one function of this type; rules.cpp lists them.
struct Rule {
    QString name;    ///< stable, kebab-case; what a diagnostic of the rule carries
    QString summary; ///< what it asks of a design, in a sentence
    Severity severity = Severity::Error;
    void (*check)(const LintContext &context, RuleFindings &findings) = nullptr;
};

} // namespace Design
