#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <QSet>

namespace Design::Rules
{

void duplicateTag(const LintContext &context, RuleFindings &findings)
{
    QSet<QString> seen;
    for (const Tag &tag : context.api.tags) {
        if (seen.contains(tag.name)) {
            findings.report(tag.id, DesignText::tr("The tag “%1” is there already.").arg(tag.name),
                            QStringLiteral("/name"));
        }
        seen.insert(tag.name);
    }
}

} // namespace Design::Rules
