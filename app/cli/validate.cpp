#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/schema_folder.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "designer/model/schema_json.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/pointer.h"
#include "designer/text/yaml_reader.h"

#include <QFile>
#include <QHash>

namespace Cli
{

using Design::Diagnostics;
using Design::NodeId;
using Design::ReadText;
using Design::Schema;
using Design::SchemaError;

static void describe(VerbParser &parser)
{
    parser.addOption({QStringLiteral("schema")}, QStringLiteral("The schema, JSON or YAML."),
                     QStringLiteral("file"));
    parser.addOption({QStringLiteral("data")},
                     QStringLiteral("The data, JSON or YAML; may be repeated."),
                     QStringLiteral("file"));
    parser.addOption(
        {QStringLiteral("formats")},
        QStringLiteral("Checks every known 'format' too, also where the standard takes it "
                       "for a mere note."));
    parser.addNote(QStringLiteral(
        "Prints 'valid', or one line an error: the place in the data, what is wrong, and the\n"
        "place in the schema that says so. References may lead to files beside the schema and\n"
        "below its folder, never elsewhere.\n\n"
        "Exits with 0 when all is valid, 1 when not, 2 when a file cannot be read or the schema\n"
        "is none, or refers to what is not there."));
    parser.addExample(QStringLiteral("menura validate --schema item.yaml --data item.json"),
                      QStringLiteral("item.json:3:10: /tax must be at least 0 "
                                     "(item.yaml#/properties/tax/minimum)"));
}

/// Reads a JSON or YAML file; says on stderr what is wrong with it.
static std::optional<ReadText> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(QStringLiteral("menura validate: %1 cannot be opened: %2")
                     .arg(path, file.errorString()));
        return {};
    }
    ReadText text = Design::readJsonOrYaml(file.readAll());
    complain(text.diagnostics, path);
    if (!text.ok())
        return {};
    return text;
}

using Places = QHash<NodeId, QString>;

/// The JSON Pointer of each schema inside a schema.
static void collectPlaces(const Schema &schema, const QString &pointer, Places &places)
{
    places.insert(schema.id(), pointer);
    schema.forEachChild([&](const Schema &child, Design::Keyword keyword, const QString &step) {
        QString place = Design::childPointer(pointer, Design::keywordName(keyword));
        if (!step.isEmpty() || Design::keywordShape(keyword) != Design::KeywordShape::OneSchema)
            place = Design::childPointer(place, step);
        collectPlaces(child, place, places);
    });
}

namespace
{

/// Prints the errors of one data file.
class ErrorPrinter
{
public:
    ErrorPrinter(const QString &dataFile, const ReadText &data, const QString &schemaFile,
                 const Places &places)
        : m_dataFile(dataFile)
        , m_data(data)
        , m_schemaFile(schemaFile)
        , m_places(places)
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
        const auto place = m_places.find(error.schema);
        if (place != m_places.end()) {
            line += QStringLiteral(" (%1#%2").arg(m_schemaFile, *place);
            if (error.keyword != Design::Keyword::Unknown)
                line += u'/' + Design::keywordName(error.keyword);
            line += u')';
        }
        return line;
    }

    const QString &m_dataFile;
    const ReadText &m_data;
    const QString &m_schemaFile;
    const Places &m_places;
};

} // namespace

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

    const QString schemaFile = parser.value(QStringLiteral("schema"));
    const std::optional<ReadText> schemaText = readFile(schemaFile);
    if (!schemaText)
        return Trouble;
    Diagnostics findings;
    const Schema schema =
        Design::readSchema(schemaText->value, Design::nodeIdsFrom(), QString(), &findings);
    Places places;
    collectPlaces(schema, QString(), places);

    SchemaFolder folder(schemaFile);
    Design::CompileSchemaOptions options;
    options.baseUri = folder.baseUri();
    options.resolver = [&folder](const QString &uri) { return folder.document(uri); };
    if (parser.isSet(QStringLiteral("formats")))
        options.formats = Design::FormatRule::Assert;
    Design::SchemaCompiler compiler(options);
    const Design::CompiledSchema compiled = compiler.compile(schema);
    findings += compiler.diagnostics();
    for (Design::Diagnostic &finding : findings) {
        if (finding.pointer.isEmpty())
            finding.pointer = places.value(finding.node);
        if (!finding.position.isValid())
            finding.position = schemaText->sourceMap.position(schemaText->value, finding.pointer);
    }
    complain(findings, schemaFile);
    if (schema.isAbsent() || Design::hasErrors(findings))
        return Trouble; // "valid" would promise what nobody has checked

    bool isAllValid = true;
    const QStringList dataFiles = parser.values(QStringLiteral("data"));
    for (const QString &dataFile : dataFiles) {
        const std::optional<ReadText> data = readFile(dataFile);
        if (!data)
            return Trouble;
        const Design::Validation validation = Design::validate(compiled, data->value);
        isAllValid = isAllValid && validation.isValid();
        ErrorPrinter(dataFile, *data, schemaFile, places).print(validation.errors);
    }
    if (isAllValid)
        print(QStringLiteral("valid"));
    return isAllValid ? Fine : Findings;
}

} // namespace Cli
