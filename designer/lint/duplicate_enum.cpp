#include "designer/lint/rules.h"
#include "designer/model/design_text.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

namespace Design::Rules
{

void duplicateEnum(const LintContext &context, RuleFindings &findings)
{
    forEachSchema(context.api, [&](const Schema &schema) {
        const JsonArray values = schema.value(Keyword::Enum).array();
        QHash<size_t, QList<qsizetype>> seen; // by hash
        for (qsizetype i = 0; i < values.size(); ++i) {
            QList<qsizetype> &alike = seen[jsonHash(values.at(i))];
            for (const qsizetype other : std::as_const(alike)) {
                if (!jsonEquals(values.at(other), values.at(i)))
                    continue;
                findings.report(schema.id(),
                                DesignText::tr("The value %1 is there already.")
                                    .arg(QString::fromUtf8(writeJson(values.at(i)))),
                                childPointer(QStringLiteral("/enum"), i));
                break;
            }
            alike.append(i);
        }
    });
}

} // namespace Design::Rules
