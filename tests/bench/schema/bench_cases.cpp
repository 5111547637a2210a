#include "bench_cases.h"

#include "designer/model/schema_json.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/openapi/version_conversion.h"
#include "designer/schema/samples/sampler.h"
#include "designer/schema/schema_compiler.h"
#include "designer/text/json_reader.h"

#include <QFile>

using namespace Design;

namespace
{

constexpr int instancesPerCase = 20;

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

BenchCase withInstances(const QString &name, const Json &schema)
{
    BenchCase result{name, schema, {}};
    SchemaCompiler compiler;
    const CompiledSchema compiled = compiler.compile(readSchema(schema, nodeIdsFrom()));
    for (int i = 0; i < instancesPerCase; ++i) {
        SampleOptions options;
        options.seed = static_cast<quint64>(i);
        const Sample made = sample(compiled, options);
        if (made.isFound())
            result.instances.append(made.value);
    }
    return result;
}

/// The schemas of a document as JSON Schema of their own: each carries the components with it.
void addDocument(const QString &path, const QString &title, const QStringList &components,
                 QList<BenchCase> *cases)
{
    LoadedApi loaded = readOpenApi(readFile(path));
    if (!loaded.ok)
        return;
    const Json document = writeOpenApi(loaded.api.isVersion30() ? apiTo31(loaded.api) : loaded.api);
    const Json all = document.value(u"components").value(u"schemas");
    for (const QString &name : components) {
        if (!all.find(name))
            continue;
        const JsonObject schema{
            {QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + name},
            {QStringLiteral("components"), JsonObject{{QStringLiteral("schemas"), all}}}};
        cases->append(withInstances(title + u' ' + name, schema));
    }
}

} // namespace

QList<BenchCase> benchCases()
{
    QList<BenchCase> cases;
    const Json shop = readJson(readFile(QStringLiteral(MENURA_BENCH_SOURCE "/shop.json"))).value;
    for (const JsonObject::Member &member : shop.value(u"$defs").object()) {
        JsonObject schema = shop.object();
        schema.insert(QStringLiteral("$ref"), QStringLiteral("#/$defs/") + member.key);
        cases.append(withInstances(QStringLiteral("shop ") + member.key, schema));
    }
    const QString data = QStringLiteral(MENURA_TEST_DATA "/openapi/");
    addDocument(data + QStringLiteral("petstore.yaml"), QStringLiteral("petstore"),
                {QStringLiteral("Pet"), QStringLiteral("Order"), QStringLiteral("User")}, &cases);
    addDocument(data + QStringLiteral("museum.yaml"), QStringLiteral("museum"),
                {QStringLiteral("MuseumHours"), QStringLiteral("SpecialEvent"),
                 QStringLiteral("SpecialEventCollection"), QStringLiteral("BuyMuseumTickets"),
                 QStringLiteral("MuseumTicketsConfirmation")},
                &cases);
    addDocument(QStringLiteral(MENURA_GITHUB_API), QStringLiteral("GitHub"),
                {QStringLiteral("simple-user"), QStringLiteral("issue"),
                 QStringLiteral("full-repository"), QStringLiteral("pull-request"),
                 QStringLiteral("workflow-run"), QStringLiteral("commit"),
                 QStringLiteral("release"), QStringLiteral("code-search-result-item"),
                 QStringLiteral("gist-simple"), QStringLiteral("organization-full")},
                &cases);
    return cases;
}
