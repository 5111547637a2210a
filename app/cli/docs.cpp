#include "app/cli/exit_code.h"
#include "app/cli/load.h"
#include "app/cli/output.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "designer/docs/html_docs.h"

namespace Cli
{

static void describe(VerbParser &parser)
{
    parser.addArgument(QStringLiteral("DESIGN"),
                       QStringLiteral("An OpenAPI document, YAML or JSON."));
    parser.addOption({QStringLiteral("o"), QStringLiteral("output")},
                     QStringLiteral("File to write, instead of the standard output."),
                     QStringLiteral("file"));
    parser.addNote(QStringLiteral(
        "The page is one file without scripts that loads nothing from elsewhere, light or dark as\n"
        "the reader's system is.\n\n"
        "Exits with 0, with 1 when the design has errors (the page is written all the same), and\n"
        "with 2 when it cannot be read or written."));
    parser.addExample(QStringLiteral("menura docs shop.yaml --output shop.html"),
                      QStringLiteral("Then open shop.html in a browser."));
}

int writeDocs(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("docs"),
                      QStringLiteral("Writes documentation for people as an HTML page."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    const std::optional<Design::OpenedDesign> design = loadDesign(parser.argument(0));
    if (!design)
        return Trouble;
    const QString page = Design::docsPage(design->api, {Design::DocsTarget::Page});
    if (!writeOutput(QStringLiteral("docs"), parser.value(QStringLiteral("output")), page.toUtf8()))
        return Trouble;
    return Design::hasErrors(design->diagnostics) ? Findings : Fine;
}

} // namespace Cli
