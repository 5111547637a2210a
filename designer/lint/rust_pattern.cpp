#include "designer/lint/profile.h"
#include "designer/lint/rules.h"
#include "designer/schema/patterns/pattern.h"
#include "designer/schema/patterns/pattern_syntax.h"

#include <algorithm>

namespace Design::Rules
{

namespace
{

/// What Rust's regex crate lacks, for a message; empty when it lacks nothing.
QString missingInRust(const Regex::Node &node)
{
    switch (node.type) {
    case Regex::NodeType::LookAhead:
    case Regex::NodeType::NoLookAhead:
        return QStringLiteral("look-ahead");
    case Regex::NodeType::LookBehind:
    case Regex::NodeType::NoLookBehind:
        return QStringLiteral("look-behind");
    case Regex::NodeType::BackReference:
        return QStringLiteral("a back reference");
    default:
        break;
    }
    for (const Regex::Node &child : node.children) {
        if (const QString missing = missingInRust(child); !missing.isEmpty())
            return missing;
    }
    return {};
}

} // namespace

void rustPattern(const LintContext &context, RuleFindings &findings)
{
    if (!isFastApi(context.api))
        return;
    forEachSchema(context.api, [&](const Schema &schema) {
        const Json &text = schema.value(Keyword::Pattern);
        if (!text.isString())
            return;
        const Pattern pattern(text.string());
        const QString missing =
            pattern.parsed() ? missingInRust(pattern.parsed()->root) : QString();
        if (missing.isEmpty())
            return;
        findings.report(schema.id(),
                        QStringLiteral("“%1” has %2, which the regular expressions of FastAPI "
                                       "(Rust's) do not know: FastAPI would not start with it.")
                            .arg(text.string(), missing),
                        QStringLiteral("/pattern"));
    });
}

} // namespace Design::Rules
