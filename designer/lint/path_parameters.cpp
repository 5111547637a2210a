#include "designer/lint/operations.h"
#include "designer/lint/rules.h"
#include "designer/model/design_text.h"
#include "designer/model/edits/path_edits.h"

namespace Design::Rules
{

namespace
{

/// Reports parameters that the path does not name; adds the names of the others.
void checkDeclared(const LintContext &context, const QList<Parameter> &parameters,
                   const QString &path, QStringList &declared, RuleFindings &findings)
{
    const QStringList names = pathParameterNames(path);
    for (const Parameter &parameter : parameters) {
        const Parameter *resolved = resolve(context.api, parameter);
        if (!resolved || resolved->in != QLatin1String("path"))
            continue;
        declared.append(resolved->name);
        if (!names.contains(resolved->name)) {
            findings.report(
                parameter.id,
                DesignText::tr("The path “%1” has no “{%2}”.").arg(path, resolved->name));
        }
    }
}

/// A reference that leads nowhere may be the parameter that is missed; it is reported itself.
bool hasUnresolved(const Api &api, const QList<Parameter> &parameters)
{
    return std::any_of(parameters.begin(), parameters.end(),
                       [&api](const Parameter &parameter) { return !resolve(api, parameter); });
}

} // namespace

void pathParameters(const LintContext &context, RuleFindings &findings)
{
    for (const Named<PathItem> &path : context.api.paths) {
        QStringList shared;
        checkDeclared(context, path.value.parameters, path.name, shared, findings);
        for (const Operation &operation : path.value.operations) {
            QStringList declared = shared;
            checkDeclared(context, operation.parameters, path.name, declared, findings);
            if (hasUnresolved(context.api, path.value.parameters) ||
                hasUnresolved(context.api, operation.parameters))
                continue;
            for (const QString &name : pathParameterNames(path.name)) {
                if (!declared.contains(name)) {
                    findings.report(
                        operation.id,
                        DesignText::tr("The path parameter “%1” is not declared.").arg(name));
                }
            }
        }
    }
}

} // namespace Design::Rules
