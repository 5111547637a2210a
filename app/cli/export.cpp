#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/load.h"
#include "app/cli/output.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/storage/design_file.h"
#include "designer/text/json_writer.h"
#include "designer/text/yaml/yaml_writer.h"

namespace Cli
{

static void describe(VerbParser &parser)
{
    parser.addArgument(QStringLiteral("DESIGN"),
                       QStringLiteral("An OpenAPI document, YAML or JSON."));
    parser.addOption(
        {QStringLiteral("openapi")},
        QStringLiteral("Version of OpenAPI: 3.1 or 3.0. What 3.0 cannot say is written as "
                       "close as it goes, with a warning."),
        QStringLiteral("version"), QStringLiteral("3.1"));
    parser.addOption(
        {QStringLiteral("format")},
        QStringLiteral("yaml or json. Without it: what the output's name says, else yaml."),
        QStringLiteral("format"));
    parser.addOption({QStringLiteral("o"), QStringLiteral("output")},
                     QStringLiteral("File to write, instead of the standard output."),
                     QStringLiteral("file"));
    parser.addNote(
        QStringLiteral("Exits with 0, with 1 when the design has errors (it is written all "
                       "the same), and with 2\nwhen it cannot be read or written."));
    parser.addExample(QStringLiteral("menura export shop.yaml --output openapi.json"),
                      QStringLiteral("OpenAPI 3.1 as JSON."));
    parser.addExample(QStringLiteral("menura export shop.yaml --openapi 3.0 > shop-3.0.yaml"),
                      QStringLiteral("OpenAPI 3.0 for tools that do not read 3.1 yet."));
}

int exportDesign(const QStringList &arguments)
{
    VerbParser parser(
        QStringLiteral("export"),
        QStringLiteral("Writes the design as a clean OpenAPI document for other tools: "
                       "without x-menura\nextensions, everything else in its order."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    const QString output = parser.value(QStringLiteral("output"));
    if (!parser.isOneOf(QStringLiteral("openapi"), {QStringLiteral("3.1"), QStringLiteral("3.0")}))
        return Trouble;
    Design::FileFormat format = Design::formatOfFile(output);
    if (parser.isSet(QStringLiteral("format"))) {
        if (!parser.isOneOf(QStringLiteral("format"),
                            {QStringLiteral("yaml"), QStringLiteral("json")}))
            return Trouble;
        format = parser.value(QStringLiteral("format")) == QLatin1String("json")
                     ? Design::FileFormat::Json
                     : Design::FileFormat::Yaml;
    }

    const QString path = parser.argument(0);
    const std::optional<Design::OpenedDesign> design = loadDesign(path);
    if (!design)
        return Trouble;
    Design::Diagnostics losses;
    const bool isOld = parser.value(QStringLiteral("openapi")) == QLatin1String("3.0");
    const Design::Json document = Design::exportOpenApi(
        design->api, isOld ? Design::ExportVersion::OpenApi30 : Design::ExportVersion::OpenApi31,
        &losses);
    complain(losses, *design, path);

    const QByteArray text = format == Design::FileFormat::Json ? Design::writeJson(document, 2)
                                                               : Design::writeYaml(document);
    if (!writeOutput(QStringLiteral("export"), output, text))
        return Trouble;
    return Design::hasErrors(design->diagnostics) ? Findings : Fine;
}

} // namespace Cli
