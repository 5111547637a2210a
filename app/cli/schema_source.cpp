#include "app/cli/schema_source.h"

#include "app/cli/console.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/swagger2/swagger2.h"
#include "designer/text/pointer.h"
#include "designer/text/yaml/yaml_reader.h"

#include <QFile>

using Design::Json;
using Design::Keyword;
using Design::NodeId;
using Design::Schema;

namespace Cli
{

std::optional<Design::ReadText> readDataFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(QStringLiteral("menura validate: %1 cannot be opened: %2")
                     .arg(path, file.errorString()));
        return {};
    }
    Design::ReadText text = Design::readJsonOrYaml(file.readAll());
    complain(text.diagnostics, path);
    if (!text.ok())
        return {};
    return text;
}

/// The JSON Pointer of each schema inside a schema.
static void collectPlaces(const Schema &schema, const QString &pointer, Places &places)
{
    places.insert(schema.id(), pointer);
    schema.forEachChild([&](const Schema &child, Keyword keyword, const QString &step) {
        QString place = Design::childPointer(pointer, Design::keywordName(keyword));
        if (!step.isEmpty() || Design::keywordShape(keyword) != Design::KeywordShape::OneSchema)
            place = Design::childPointer(place, step);
        collectPlaces(child, place, places);
    });
}

SchemaSource::SchemaSource(const QString &name, Design::CompileSchemaOptions options)
    : m_file(QFile::exists(name) ? name : name.section(u'#', 0, 0))
    , m_fragment(name.mid(m_file.size() + 1))
    , m_options(std::move(options))
    , m_folder(m_file)
{
    m_options.baseUri = m_folder.baseUri();
    m_options.resolver = [this](const QString &uri) { return m_folder.document(uri); };
}

bool SchemaSource::load()
{
    const std::optional<Design::ReadText> text = readDataFile(m_file);
    if (!text)
        return false;
    m_sourceMap = text->sourceMap;
    m_document = text->value;
    if (text->value.find(u"openapi") || Design::Swagger2::isSwagger2(text->value))
        return loadFromApi(text->value);
    return m_fragment.isEmpty() ? loadSchema(text->value) : loadPart(text->value);
}

bool SchemaSource::loadSchema(const Json &document)
{
    Design::Diagnostics findings;
    const Schema schema = Design::readSchema(document, Design::nodeIdsFrom(), QString(), &findings);
    collectPlaces(schema, QString(), m_places);
    m_compiler = std::make_unique<Design::SchemaCompiler>(m_options);
    m_compiled = m_compiler->compile(schema);
    return finish(findings + m_compiler->diagnostics()) && !schema.isAbsent();
}

/// As a reference from outside, so that the part is read in its document's dialect.
bool SchemaSource::loadPart(const Json &document)
{
    const QString uri = m_folder.baseUri() + u'#' + m_fragment;
    Design::CompileSchemaOptions options = m_options;
    options.baseUri = QStringLiteral("menura:validate");
    if (document.find(u"$schema"))
        options.dialect = Design::Dialect::Auto;
    m_compiler = std::make_unique<Design::SchemaCompiler>(options);
    m_compiled = m_compiler->compile(Design::readSchema(
        Design::JsonObject{{QStringLiteral("$ref"), uri}}, Design::nodeIdsFrom()));
    return finish(m_compiler->diagnostics());
}

bool SchemaSource::loadFromApi(const Json &document)
{
    const Design::LoadedApi loaded = Design::readOpenApi(document, m_sourceMap);
    Design::Swagger2::Origins origins; // the user knows the document as it stands in the file
    if (loaded.isConverted)
        origins = Design::Swagger2::convert(document).origins;
    const Schema *schema = Design::findReferenced(
        loaded.api, {u'#' + origins.target(m_fragment), Design::NodeId::None});
    if (!loaded.ok || !schema) {
        complain(QStringLiteral("menura validate: %1 is an OpenAPI document; name one of its "
                                "schemas, as in %1#/components/schemas/Pet")
                     .arg(m_file));
        return false;
    }
    Design::forEachSchema(loaded.api,
                          [&, index = Design::NodeIndex(loaded.api)](const Schema &each) {
                              m_places.insert(each.id(), origins.source(index.pointer(each.id())));
                          });
    m_compiler = std::make_unique<Design::SchemaCompiler>(loaded.api, m_options);
    m_compiled = m_compiler->compile(*schema);
    return finish(m_compiler->diagnostics());
}

bool SchemaSource::finish(Design::Diagnostics findings)
{
    for (Design::Diagnostic &finding : findings) {
        if (finding.pointer.isEmpty())
            finding.pointer = m_places.value(finding.node);
        if (!finding.position.isValid())
            finding.position = m_sourceMap.position(m_document, finding.pointer);
    }
    complain(findings, m_file);
    return !Design::hasErrors(findings);
}

QString SchemaSource::placeOf(NodeId schema, Keyword keyword) const
{
    const auto place = m_places.constFind(schema);
    if (place == m_places.constEnd())
        return {};
    const QString pointer = m_file + u'#' + *place;
    return keyword == Keyword::Unknown ? pointer : pointer + u'/' + Design::keywordName(keyword);
}

} // namespace Cli
