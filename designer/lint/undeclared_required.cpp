#include "designer/lint/rules.h"
#include "designer/model/design_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace Design::Rules
{

/// Only where it makes every value invalid: additionalProperties is false, and counts for the
/// properties of the same schema alone (JSON Schema core, section 10.3.2.3).
void undeclaredRequired(const LintContext &context, RuleFindings &findings)
{
    forEachSchema(context.api, [&](const Schema &schema) {
        const Schema others = schema.schema(Keyword::AdditionalProperties);
        if (others.booleanValue() != std::optional<bool>(false))
            return;
        const NamedList<Schema> &patterns = schema.members(Keyword::PatternProperties);
        const JsonArray &required = schema.value(Keyword::Required).array();
        for (qsizetype i = 0; i < required.size(); ++i) {
            const QString name = required.at(i).toString();
            const bool isDeclared =
                schema.members(Keyword::Properties).contains(name) ||
                std::any_of(patterns.begin(), patterns.end(),
                            [&name](const Named<Schema> &pattern) {
                                return QRegularExpression(pattern.name).match(name).hasMatch();
                            });
            if (!name.isNull() && !isDeclared) {
                findings.report(
                    schema.id(),
                    DesignText::tr("“%1” is required, but is no property, and others are not "
                                   "allowed: nothing is valid.")
                        .arg(name),
                    QStringLiteral("/required/%1").arg(i));
            }
        }
    });
}

} // namespace Design::Rules
