#include "designer/lint/rules.h"
#include "designer/model/design_text.h"
#include "designer/schema/patterns/pattern.h"
#include "designer/text/pointer.h"

namespace Design::Rules
{

static void check(const QString &pattern, NodeId node, const QString &suffix,
                  RuleFindings &findings)
{
    const Pattern compiled(pattern);
    if (!compiled.isValid()) {
        findings.report(
            node,
            DesignText::tr("“%1” is no regular expression: %2.").arg(pattern, compiled.error()),
            suffix);
    }
}

void invalidPattern(const LintContext &context, RuleFindings &findings)
{
    forEachSchema(context.api, [&](const Schema &schema) {
        const Json &pattern = schema.value(Keyword::Pattern);
        if (pattern.isString())
            check(pattern.string(), schema.id(), QStringLiteral("/pattern"), findings);
        for (const Named<Schema> &member : schema.members(Keyword::PatternProperties)) {
            check(member.name, schema.id(),
                  childPointer(QStringLiteral("/patternProperties"), member.name), findings);
        }
    });
}

} // namespace Design::Rules
