#include "designer/lint/lint.h"

#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/load.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"

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

int lintDesign(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("lint"), QStringLiteral("Says what is wrong with a design."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    const QStringList off = parser.values(QStringLiteral("off"));

    const QString path = parser.argument(0);
    const Design::OpenedDesign loaded = Design::openDesign(path);
    if (!loaded.ok) {
        complainOfUnusable(loaded, path);
        return Trouble;
    }
    Diagnostics findings = withReadFindings(
        Design::lint(loaded.api, QSet<QString>(off.begin(), off.end())), loaded.diagnostics);
    findings.removeIf([&off](const Diagnostic &finding) { return off.contains(finding.rule); });
    int code = Fine;
    for (const Diagnostic &finding : Design::inOrderOfPlaces(findings, loaded)) {
        const bool isHint = finding.severity == Design::Severity::Hint;
        if (!isHint)
            code = Findings;
        if (!isHint || parser.isSet(QStringLiteral("hints")))
            print(toLine(finding, loaded, path));
    }
    return code;
}

} // namespace Cli
