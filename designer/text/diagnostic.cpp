#include "designer/text/diagnostic.h"

#include <algorithm>

namespace Design
{

bool hasErrors(const Diagnostics &diagnostics)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic &d) { return d.severity == Severity::Error; });
}

QString toLine(const Diagnostic &diagnostic, const QString &fileName)
{
    QString line = fileName;
    if (diagnostic.position.isValid()) {
        line += QStringLiteral(":%1:%2").arg(diagnostic.position.line).arg(diagnostic.position.column);
    } else if (!diagnostic.pointer.isEmpty()) {
        line += QStringLiteral("#") + diagnostic.pointer;
    }
    switch (diagnostic.severity) {
    case Severity::Error: line += QStringLiteral(": error: "); break;
    case Severity::Warning: line += QStringLiteral(": warning: "); break;
    case Severity::Hint: line += QStringLiteral(": hint: "); break;
    }
    line += diagnostic.message;
    if (!diagnostic.rule.isEmpty())
        line += QStringLiteral(" (%1)").arg(diagnostic.rule);
    return line;
}

} // namespace Design
