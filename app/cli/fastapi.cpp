#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/load.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "designer/codegen/project_folder.h"
#include "designer/openapi/openapi_reader.h"

#include <QDir>
#include <QFileInfo>

namespace Cli
{

static void describe(VerbParser &parser)
{
    parser.addArgument(QStringLiteral("DESIGN"),
                       QStringLiteral("An OpenAPI document, YAML or JSON."));
    parser.addOption({QStringLiteral("o"), QStringLiteral("output")},
                     QStringLiteral("Folder to write. Without it: the design's name with "
                                    "-fastapi behind it, here."),
                     QStringLiteral("folder"));
    parser.addOption({QStringLiteral("force")},
                     QStringLiteral("Overwrites files there that Menura did not write, or that "
                                    "were changed since."));
    parser.addNote(
        QStringLiteral("The project runs: models, routers, dependencies, error rules, stores and "
                       "tests of the design,\nand its /openapi.json says what 'menura export' "
                       "says. What Python cannot say is listed with\nits place; an expression "
                       "that is more than a simple one raises NotImplementedError there.\n\n"
                       "Exits with 0, with 1 when something is listed or the design has errors "
                       "(the project is\nwritten all the same), and with 2 when the design cannot "
                       "be read, the folder cannot be\nwritten, or files are in the way."));
    parser.addExample(QStringLiteral("menura fastapi shop.yaml"),
                      QStringLiteral("The project is in shop-fastapi."));
    parser.addExample(QStringLiteral("menura fastapi shop.yaml --output ../shop && cd ../shop &&\n"
                                     "      pip install -r requirements.txt && uvicorn "
                                     "app.main:app"),
                      QStringLiteral("Writes it elsewhere and runs it."));
}

int writeFastApi(const QStringList &arguments)
{
    VerbParser parser(
        QStringLiteral("fastapi"),
        QStringLiteral("Writes a runnable FastAPI project that does what the design says."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    const QString path = parser.argument(0);
    const std::optional<Design::OpenedDesign> design = loadDesign(path);
    if (!design)
        return Trouble;
    QString folder = parser.value(QStringLiteral("output"));
    if (folder.isEmpty())
        folder = QFileInfo(path).completeBaseName() + QLatin1String("-fastapi");

    const Design::FastApiProject project = Design::fastApiProject(design->api);
    const Design::ProjectWriting writing =
        writeProject(project, folder,
                     parser.isSet(QStringLiteral("force")) ? Design::Overwriting::Allow
                                                           : Design::Overwriting::Refuse);
    if (!writing.inTheWay.isEmpty()) {
        for (const QString &file : writing.inTheWay)
            complain(QStringLiteral("%1: Menura did not write this file, or it was changed since.")
                         .arg(QDir(folder).filePath(file)));
        complain(QStringLiteral("menura fastapi: nothing was written; --force overwrites them."));
        return Trouble;
    }
    if (!writing.ok()) {
        complain(QStringLiteral("menura fastapi: ") + writing.errorString);
        return Trouble;
    }
    const Design::Diagnostics &findings = project.findings;
    complain(findings, *design, path);
    QString summary = QStringLiteral("%1: %2 files, %3 written, %4 removed")
                          .arg(folder)
                          .arg(project.files.size())
                          .arg(writing.written.size())
                          .arg(writing.removed.size());
    if (!findings.isEmpty())
        summary += QStringLiteral("; not as in the design: %1").arg(findings.size());
    print(summary);
    return findings.isEmpty() && !Design::hasErrors(design->diagnostics) ? Fine : Findings;
}

} // namespace Cli
