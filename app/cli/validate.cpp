#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/schema_source.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "designer/schema/validator.h"

#include <QHash>

#include <algorithm>

namespace Cli
{

using Design::Dialect;
using Design::Direction;
using Design::ReadText;
using Design::SchemaError;

static const QHash<QString, Dialect> &dialects()
{
    static const QHash<QString, Dialect> table{
        {QStringLiteral("2020-12"), Dialect::Draft202012},
        {QStringLiteral("2019-09"), Dialect::Draft201909},
        {QStringLiteral("7"), Dialect::Draft7},
        {QStringLiteral("6"), Dialect::Draft6},
        {QStringLiteral("4"), Dialect::Draft4},
        {QStringLiteral("openapi-3.0"), Dialect::OpenApi30},
    };
    return table;
}

static void describe(VerbParser &parser)
{
    parser.addOption({QStringLiteral("schema")},
                     QStringLiteral("The schema, JSON or YAML; file#/pointer for a part of it or "
                                    "for a schema of an OpenAPI document."),
                     QStringLiteral("file"));
    parser.addOption({QStringLiteral("data")},
                     QStringLiteral("The data, JSON or YAML; may be repeated."),
                     QStringLiteral("file"));
    parser.addOption({QStringLiteral("refs")},
                     QStringLiteral("A folder with the documents that references lead to, by the "
                                    "path of their address or by their $id; URI=folder for "
                                    "addresses that begin with URI. May be repeated."),
                     QStringLiteral("[URI=]folder"));
    parser.addOption({QStringLiteral("draft")},
                     QStringLiteral("For schemas without $schema: 2020-12, 2019-09, 7, 6, 4 or "
                                    "openapi-3.0."),
                     QStringLiteral("draft"));
    parser.addOption({QStringLiteral("as")},
                     QStringLiteral("request or response: readOnly properties need not be in a "
                                    "request, nor writeOnly ones in a response."),
                     QStringLiteral("direction"));
    parser.addOption(
        {QStringLiteral("formats")},
        QStringLiteral("Checks every known 'format' too, also where the standard takes it "
                       "for a mere note."));
    parser.addNote(QStringLiteral(
        "Prints 'valid', or one line an error: the place in the data, what is wrong, and the\n"
        "place in the schema that says so. $schema chooses the draft: 2020-12, 2019-09, 7, 6, 4,\n"
        "or a meta-schema of your own with its vocabularies. References may lead to files beside\n"
        "the schema and below its folder, and into the folders of --refs; never elsewhere, and\n"
        "nothing is fetched over a network.\n\n"
        "Exits with 0 when all is valid, 1 when not, 2 when a file cannot be read or the schema\n"
        "is none, or refers to what is not there."));
    parser.addExample(QStringLiteral("menura validate --schema item.yaml --data item.json"),
                      QStringLiteral("item.json:3:10: /tax must be at least 0 "
                                     "(item.yaml#/properties/tax/minimum)"));
    parser.addExample(QStringLiteral("menura validate --schema order.json --data order.yaml "
                                     "--refs https://example.com/schemas/=schemas"),
                      QStringLiteral("https://example.com/schemas/item.json is schemas/item.json"));
}

namespace
{

/// Prints the errors of one data file.
class ErrorPrinter
{
public:
    ErrorPrinter(const QString &dataFile, const ReadText &data, const SchemaSource &schema)
        : m_dataFile(dataFile)
        , m_data(data)
        , m_schema(schema)
    {
    }

    void print(const QList<SchemaError> &errors, int depth = 0) const
    {
        for (const SchemaError &error : errors) {
            Cli::print(QString(depth * 2, u' ') + line(error));
            print(error.causes, depth + 1);
        }
    }

private:
    QString line(const SchemaError &error) const
    {
        const Design::SourceMap::Entry *entry =
            m_data.sourceMap.find(m_data.value, error.instance, true);
        QString line = m_dataFile;
        if (entry) {
            const Design::TextPosition at = m_data.sourceMap.position(entry->begin);
            line += QStringLiteral(":%1:%2").arg(at.line).arg(at.column);
        }
        line += QStringLiteral(": %1 %2").arg(
            error.instance.isEmpty() ? QStringLiteral("the value") : error.instance, error.message);
        const QString place = m_schema.placeOf(error.schema, error.keyword);
        return place.isEmpty() ? line : line + QStringLiteral(" (%1)").arg(place);
    }

    const QString &m_dataFile;
    const ReadText &m_data;
    const SchemaSource &m_schema;
};

} // namespace

/// False, said on stderr, when one of them is no folder.
static bool addFolders(const QStringList &folders, SchemaFolder &target)
{
    for (const QString &each : folders) {
        const qsizetype at = each.lastIndexOf(u'=');
        const bool hasPrefix = at > 0 && each.first(at).contains(u':');
        const QString folder = hasPrefix ? each.mid(at + 1) : each;
        if (!target.addFolder(folder, hasPrefix ? each.first(at) : QString())) {
            complain(QStringLiteral("menura validate: %1 is no folder").arg(folder));
            return false;
        }
    }
    return true;
}

int validateData(const QStringList &arguments)
{
    VerbParser parser(
        QStringLiteral("validate"),
        QStringLiteral("Checks data against a JSON Schema (2020-12 unless $schema says "
                       "otherwise)."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    for (const QString &option : {QStringLiteral("schema"), QStringLiteral("data")}) {
        if (!parser.isSet(option))
            return parser.refuse(QStringLiteral("--%1 is missing.").arg(option));
    }
    const auto isWrong = [&](const QString &option, QStringList allowed) {
        std::sort(allowed.begin(), allowed.end());
        return parser.isSet(option) && !parser.isOneOf(option, allowed);
    };
    if (isWrong(QStringLiteral("draft"), dialects().keys()) ||
        isWrong(QStringLiteral("as"), {QStringLiteral("request"), QStringLiteral("response")}))
        return Trouble;

    Design::CompileSchemaOptions options;
    options.dialect = dialects().value(parser.value(QStringLiteral("draft")), Dialect::Auto);
    if (parser.isSet(QStringLiteral("formats")))
        options.formats = Design::FormatRule::Assert;
    SchemaSource source(parser.value(QStringLiteral("schema")), options);
    if (!addFolders(parser.values(QStringLiteral("refs")), source.folder()) || !source.load())
        return Trouble;

    Design::ValidateOptions rules;
    if (parser.isSet(QStringLiteral("as"))) {
        const bool isRequest = parser.value(QStringLiteral("as")) == u"request";
        rules.direction = isRequest ? Direction::Request : Direction::Response;
    }
    bool isAllValid = true;
    const QStringList dataFiles = parser.values(QStringLiteral("data"));
    for (const QString &dataFile : dataFiles) {
        const std::optional<ReadText> data = readDataFile(dataFile);
        if (!data)
            return Trouble;
        const Design::Validation validation = Design::validate(source.schema(), data->value, rules);
        isAllValid = isAllValid && validation.isValid();
        ErrorPrinter(dataFile, *data, source).print(validation.errors);
    }
    if (isAllValid)
        print(QStringLiteral("valid"));
    return isAllValid ? Fine : Findings;
}

} // namespace Cli
