#include "designer/lint/rules.h"
#include "designer/model/design_text.h"
#include "designer/model/edits/path_parameters.h"

#include <QHash>

namespace Design::Rules
{

/// `/users/{id}` and `/users/{name}` are the same path (OpenAPI 3.1.1, section 4.8.8).
void duplicatePath(const LintContext &context, RuleFindings &findings)
{
    QHash<QString, QString> seen;
    for (const Named<PathItem> &path : context.api.paths) {
        if (path.isRaw())
            continue;
        const QString shape = pathShape(path.name);
        const QString other = seen.value(shape);
        if (!other.isNull()) {
            findings.report(path.value.id,
                            DesignText::tr("“%1” is the same path as “%2”.").arg(path.name, other));
        } else {
            seen.insert(shape, path.name);
        }
    }
}

} // namespace Design::Rules
