#include "designer/lint/operations.h"
#include "designer/lint/profile.h"
#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <algorithm>

namespace Design::Rules
{

static bool isGuarded(const QList<SecurityRequirement> &security)
{
    return !security.isEmpty() &&
           std::none_of(security.begin(), security.end(),
                        [](const SecurityRequirement &one) { return one.schemes.isEmpty(); });
}

void missing401(const LintContext &context, RuleFindings &findings)
{
    if (isFastApi(context.api))
        return; // whose documents never say it
    forEachOperation(context.api, [&](const Named<PathItem> &, const Operation &operation) {
        if (!isGuarded(operation.security.value_or(context.api.security)))
            return;
        for (QStringView said : {u"401", u"403", u"4XX", u"default"}) {
            if (operation.responses.contains(said))
                return;
        }
        findings.report(operation.id,
                        DesignText::tr("It wants a credential, but does not say how it answers "
                                       "those who have none (401)."));
    });
}

} // namespace Design::Rules
