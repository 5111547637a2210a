#include "designer/lint/lint.h"

#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "designer/openapi/openapi_reader.h"

#include <QFile>

#include <algorithm>

namespace Cli
{

using Design::Diagnostic;
using Design::Diagnostics;

static void describe(VerbParser &parser)
{
    parser.addArgument(QStringLiteral("DESIGN"),
                       QStringLiteral("An OpenAPI document, YAML or JSON."));
    parser.addOption(
        {QStringLiteral("off")},
        QStringLiteral("Rule to leave out; may be repeated. Each finding names its rule."),
        QStringLiteral("rule"));
    parser.addOption({QStringLiteral("hints")},
                     QStringLiteral("Prints hints as well; they do not count as findings."));

    QString list =
        QStringLiteral("Besides the form of the document and its references it checks:\n");
    for (const Design::Rule &rule : Design::rules())
        list += QStringLiteral("\n  %1\n      %2").arg(rule.name, rule.summary);
    parser.addNote(list);
    parser.addNote(
        QStringLiteral("Prints 'file:line:column: severity: message (rule)', one line a "
                       "finding. Exits with 0 when there is\nnone, 1 when there are errors "
                       "or warnings, 2 when the design cannot be read."));
    parser.addExample(QStringLiteral("menura lint shop.yaml"),
                      QStringLiteral("Prints what is wrong."));
    parser.addExample(QStringLiteral("menura lint shop.yaml --off invalid-example"),
                      QStringLiteral("The same, whatever the examples say."));
}

/// What reading has found about the text and linting, which looks at the design, cannot.
static Diagnostics withTextErrors(const Diagnostics &read, const Diagnostics &linted)
{
    Diagnostics all;
    for (const Diagnostic &diagnostic : read) {
        const auto isSame = [&diagnostic](const Diagnostic &other) {
            return other.rule == diagnostic.rule && other.pointer == diagnostic.pointer;
        };
        if (std::none_of(linted.begin(), linted.end(), isSame))
            all.append(diagnostic);
    }
    return all + linted;
}

int lintDesign(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("lint"), QStringLiteral("Says what is wrong with a design."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    const QStringList off = parser.values(QStringLiteral("off"));

    const QString path = parser.argument(0);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(
            QStringLiteral("menura lint: %1 cannot be opened: %2").arg(path, file.errorString()));
        return Trouble;
    }
    const Design::LoadedApi loaded = Design::readOpenApi(file.readAll());
    if (!loaded.ok) {
        complain(loaded.diagnostics, path);
        return Trouble;
    }
    const Diagnostics linted = Design::lint(loaded.api, QSet<QString>(off.begin(), off.end()));
    Diagnostics findings = withTextErrors(loaded.diagnostics, linted);
    findings.removeIf([&off](const Diagnostic &finding) { return off.contains(finding.rule); });
    for (Diagnostic &finding : findings) {
        if (!finding.position.isValid())
            finding.position = loaded.sourceMap.position(loaded.document, finding.pointer);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Diagnostic &a, const Diagnostic &b) {
                         return std::pair(a.position.line, a.position.column) <
                                std::pair(b.position.line, b.position.column);
                     });

    int code = Fine;
    for (const Diagnostic &finding : std::as_const(findings)) {
        const bool isHint = finding.severity == Design::Severity::Hint;
        if (!isHint)
            code = Findings;
        if (!isHint || parser.isSet(QStringLiteral("hints")))
            print(toLine(finding, path));
    }
    return code;
}

} // namespace Cli
