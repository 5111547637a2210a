#include "designer/lint/operations.h"
#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <QSet>

namespace Design::Rules
{

static void check(const LintContext &context, const QList<Parameter> &parameters,
                  RuleFindings &findings)
{
    QSet<QPair<QString, QString>> seen;
    for (const Parameter &parameter : parameters) {
        const Parameter *resolved = resolve(context.api, parameter);
        if (!resolved || resolved->name.isEmpty())
            continue;
        // Names of header fields are the same in any case (RFC 9110 section 5.1).
        const bool isHeader = resolved->in == QLatin1String("header");
        const QPair<QString, QString> key(resolved->in,
                                          isHeader ? resolved->name.toLower() : resolved->name);
        if (seen.contains(key)) {
            findings.report(parameter.id, DesignText::tr("The %1 parameter “%2” is there already.")
                                              .arg(resolved->in, resolved->name));
        }
        seen.insert(key);
    }
}

void duplicateParameter(const LintContext &context, RuleFindings &findings)
{
    for (const NamedList<PathItem> *paths : {&context.api.paths, &context.api.webhooks}) {
        for (const Named<PathItem> &path : *paths)
            check(context, path.value.parameters, findings);
    }
    forEachOperation(context.api, [&](const Named<PathItem> &, const Operation &operation) {
        check(context, operation.parameters, findings);
    });
}

} // namespace Design::Rules
