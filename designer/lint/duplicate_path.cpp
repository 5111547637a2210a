#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <QHash>
#include <QRegularExpression>

namespace Design::Rules
{

/// `/users/{id}` and `/users/{name}` are the same path (OpenAPI 3.1.1, section 4.8.8).
void duplicatePath(const LintContext &context, RuleFindings &findings)
{
    static const QRegularExpression braces(QStringLiteral("\\{[^{}]*\\}"));
    QHash<QString, QString> seen;
    for (const Named<PathItem> &path : context.api.paths) {
        if (path.isRaw())
            continue;
        QString shape = path.name;
        shape.replace(braces, QStringLiteral("{}"));
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
