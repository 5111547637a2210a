#include "designer/model/locate.h"
#include "designer/openapi/flatten.h"
#include "mockserver/engine/around_builder.h"
#include "mockserver/engine/compiled_api_p.h"
#include "mockserver/engine/plan_builder.h"

using Design::Severity;

namespace Mock
{

CompiledApi::CompiledApi(std::unique_ptr<const CompiledApiPrivate> data)
    : d(std::move(data))
{
}

CompiledApi::~CompiledApi() = default;

Profile CompiledApi::profile() const
{
    return d->profile;
}

quint64 CompiledApi::revision() const
{
    return d->revision;
}

qsizetype CompiledApi::routeCount() const
{
    return static_cast<qsizetype>(d->routes.size());
}

const Design::Diagnostics &CompiledApi::diagnostics() const
{
    return d->diagnostics;
}

Profile profileOf(const Design::Api &api)
{
    const QString said = api.menura.value(u"profile").toString();
    if (said == u"fastapi")
        return Profile::FastApi;
    if (said == u"strict")
        return Profile::Strict;
    // FastAPI adds this component to every document with an input that can be refused.
    const bool isFastApi = api.components.schemas.contains(u"HTTPValidationError") &&
                           api.components.schemas.contains(u"ValidationError");
    return isFastApi ? Profile::FastApi : Profile::Strict;
}

const std::shared_ptr<State> &CompiledApi::state() const
{
    return d->state;
}

ErrorShape errorShapeOf(const Design::Api &api, Profile profile)
{
    const QString said = api.menura.value(u"error_shape").toString();
    if (said == u"fastapi")
        return ErrorShape::FastApi;
    if (said == u"problem+json")
        return ErrorShape::Problem;
    if (said == u"declared")
        return ErrorShape::Declared;
    return profile == Profile::FastApi ? ErrorShape::FastApi : ErrorShape::Declared;
}

namespace
{

/// Where the base paths of these servers stand in the list, which they are added to.
QList<int> addBases(const QList<Design::Server> &servers, QList<BasePath> *bases)
{
    QList<int> result;
    for (const Design::Server &server : servers) {
        const BasePath base(server);
        qsizetype index = bases->indexOf(base);
        if (index < 0) {
            index = bases->size();
            bases->append(base);
        }
        result.append(static_cast<int>(index));
    }
    return result;
}

void reportShadowed(const Design::Operation &operation, const QString &path,
                    Design::Diagnostics *diagnostics)
{
    Design::Diagnostic diagnostic;
    diagnostic.severity = Severity::Warning;
    diagnostic.rule = QStringLiteral("docs-route");
    diagnostic.message =
        QStringLiteral("%1 is the address of the documentation, which answers instead.").arg(path);
    diagnostic.node = operation.id;
    diagnostics->append(diagnostic);
}

} // namespace

const Design::NodeIndex &CompiledApiPrivate::places() const
{
    std::call_once(m_isIndexed, [this] { m_places = Design::NodeIndex(design); });
    return m_places;
}

CompiledApiPointer compile(const Design::Api &api, const CompileOptions &options)
{
    auto data = std::make_unique<CompiledApiPrivate>();
    data->profile = options.profile == Profile::FromDesign ? profileOf(api) : options.profile;
    data->design = api;
    data->errors = errorShapeOf(api, data->profile);
    data->revision = options.revision;
    data->seed = options.seed;
    data->router = Router(data->profile == Profile::FastApi ? Router::Order::AsRegistered
                                                            : Router::Order::ConcreteFirst);
    data->clock = options.clock;
    data->state = options.state ? options.state : std::make_shared<State>();
    // Documentation shows what runs around the routes as OpenAPI can say it; what is served are
    // the routes as they were drawn, and those that the extensions add.
    const Design::Api flat = Design::flattened(api);
    data->docs = DocsPages(flat);
    const QList<int> bases = addBases(flat.servers, &data->bases);

    PlanBuilder builder(flat, data->profile, options.seed);
    AroundBuilder around(flat, &builder, options);
    for (const auto &flatNamed : flat.paths) {
        const qsizetype drawn = api.paths.indexOf(flatNamed.name);
        const Design::Named<Design::PathItem> &named = drawn < 0 ? flatNamed : api.paths[drawn];
        const Design::PathItem *item = named.isRaw() ? nullptr : resolve(api, named.value);
        if (!item)
            continue;
        for (const Design::Operation &operation : item->operations) {
            if (operation.method == u"get" && DocsPages::isOurs(named.name))
                reportShadowed(operation, named.name, &data->diagnostics);
            data->routes.push_back(builder.build(named.name, *item, operation));
            RoutePlan &route = data->routes.back();
            route.around = around.build(named.name, operation, route);
            // The nearest list of servers counts (OpenAPI 3.1, sections 4.8.9 and 4.8.10).
            route.bases = !operation.servers.isEmpty() ? addBases(operation.servers, &data->bases)
                          : !item->servers.isEmpty()   ? addBases(item->servers, &data->bases)
                                                       : bases;
            data->router.add(named.name, data->routes.back().method,
                             static_cast<int>(data->routes.size()) - 1);
        }
    }
    data->router.finish();
    data->cors = Cors(around.behaviour().cors);
    data->hosts = around.behaviour().hosts;
    const std::shared_ptr<const StorePlans> stores = around.stores(builder);
    data->types = builder.types();
    data->diagnostics.append(builder.diagnostics());
    data->diagnostics.append(around.diagnostics());
    data->state->setPlans(stores, &data->diagnostics);
    return std::make_shared<const CompiledApi>(std::move(data));
}

} // namespace Mock
