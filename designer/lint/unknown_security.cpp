#include "designer/lint/operations.h"
#include "designer/lint/rules.h"
#include "designer/model/design_text.h"
#include "designer/text/pointer.h"

namespace Design::Rules
{

static void check(const LintContext &context, const QList<SecurityRequirement> &requirements,
                  NodeId node, RuleFindings &findings)
{
    const QString security = QStringLiteral("/security");
    for (qsizetype i = 0; i < requirements.size(); ++i) {
        for (const Named<QStringList> &scheme : requirements.at(i).schemes) {
            if (!context.api.components.securitySchemes.contains(scheme.name)) {
                findings.report(
                    node, DesignText::tr("There is no security scheme “%1”.").arg(scheme.name),
                    childPointer(childPointer(security, i), scheme.name));
            }
        }
    }
}

void unknownSecurity(const LintContext &context, RuleFindings &findings)
{
    check(context, context.api.security, context.api.id, findings);
    forEachOperation(context.api, [&](const Named<PathItem> &, const Operation &operation) {
        if (operation.security)
            check(context, *operation.security, operation.id, findings);
    });
}

} // namespace Design::Rules
