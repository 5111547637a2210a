#include "designer/lint/operations.h"
#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <algorithm>

namespace Design::Rules
{

void missingResponse(const LintContext &context, RuleFindings &findings)
{
    forEachOperation(context.api, [&](const Named<PathItem> &, const Operation &operation) {
        const auto isSuccess = [](const Named<Response> &response) {
            return response.name.startsWith(u'1') || response.name.startsWith(u'2') ||
                   response.name.startsWith(u'3') || response.name == QLatin1String("default");
        };
        const NamedList<Response> &responses = operation.responses;
        if (responses.isEmpty()) {
            findings.report(operation.id, DesignText::tr("The operation has no response."));
        } else if (std::none_of(responses.begin(), responses.end(), isSuccess)) {
            findings.report(
                operation.id,
                DesignText::tr("The operation has no response for success (2XX or 3XX)."),
                QStringLiteral("/responses"));
        }
    });
}

} // namespace Design::Rules
