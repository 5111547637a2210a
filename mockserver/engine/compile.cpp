#include "designer/model/design_text.h"
#include "designer/model/locate.h"
#include "designer/model/operation_keys.h"
#include "designer/openapi/flatten.h"
#include "designer/openapi/shared_media.h"
#include "mockserver/engine/answers/answer_items.h"
#include "mockserver/engine/around/around_builder.h"
#include "mockserver/engine/compiled_api_p.h"
#include "mockserver/engine/plan/plan_builder.h"

#include <QRegularExpression>

#include <algorithm>

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

namespace
{

/// Whether the operation has the name that FastAPI makes of a function and its path:
/// `read_item_items__item_id__get`.
bool hasGeneratedId(const QString &path, const Design::Operation &operation)
{
    static const QRegularExpression noWord(QStringLiteral("\\W"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString end = path;
    end.replace(noWord, QStringLiteral("_"));
    return operation.operationId.endsWith(end + u'_' + operation.method);
}

/// What only FastAPI writes into a document: how it names operations and what it says of their
/// answers, or the title that an application has as long as nobody gives it one.
bool isFromFastApi(const Design::Api &api)
{
    if (api.info.title == u"FastAPI" && api.info.version == u"0.1.0")
        return true;
    for (const auto &named : api.paths) {
        const Design::PathItem *item = named.isRaw() ? nullptr : resolve(api, named.value);
        if (!item)
            continue;
        for (const Design::Operation &operation : item->operations) {
            const bool isSuccessful = std::any_of(
                operation.responses.begin(), operation.responses.end(), [](const auto &response) {
                    return !response.isRaw() &&
                           response.value.description == Design::ownAnswerDescription();
                });
            if (isSuccessful && hasGeneratedId(named.name, operation))
                return true;
        }
    }
    return false;
}

/// Whether a body stands in the document alone and the application reads it by itself, as
/// `openapi_extra` has it: FastAPI declares a 422 wherever it reads inputs, gives every body a
/// title and writes each model as a component.
bool isBodyUnread(const Design::Api &api, const Design::Operation &operation)
{
    const Design::RequestBody *body =
        operation.requestBody ? resolve(api, *operation.requestBody) : nullptr;
    const auto isRefusal = [](const auto &response) {
        return response.name == u"422" || response.name == u"4XX" || response.name == u"default";
    };
    if (!body || std::any_of(operation.responses.begin(), operation.responses.end(), isRefusal))
        return false;
    const auto isFastApis = [](const auto &media) {
        const Design::Schema &schema = media.value.schema;
        return media.isRaw() || schema.has(Design::Keyword::Ref) ||
               (schema.has(Design::Keyword::Title) && !schema.has(Design::Keyword::Properties));
    };
    return std::none_of(body->content.begin(), body->content.end(), isFastApis);
}

} // namespace

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
    return isFastApi || isFromFastApi(api) ? Profile::FastApi : Profile::Strict;
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

/// "/api" of a server whose address is only a path; else empty.
QString rootPathOf(const Design::Server &server)
{
    QString path = server.url;
    while (path.endsWith(u'/'))
        path.chop(1);
    return path.startsWith(u'/') && !path.startsWith(QLatin1String("//")) ? path : QString();
}

/// FastAPI's documents leave convertors out: `/files/{file_path:path}` is `/files/{file_path}`.
/// What such a parameter is called by custom shows that it takes in slashes.
QString withPathConvertor(const QString &path)
{
    const qsizetype open = path.lastIndexOf(u'{');
    if (open < 0 || !path.endsWith(u'}'))
        return path;
    const QStringView name = QStringView(path).sliced(open + 1).chopped(1);
    const bool takesSlashes = name == u"path" || name.endsWith(u"_path") || name == u"filepath";
    return takesSlashes ? path.chopped(1) + QLatin1String(":path}") : path;
}

void reportShadowed(const Design::Operation &operation, const QString &path,
                    Design::Diagnostics *diagnostics)
{
    Design::Diagnostic diagnostic;
    diagnostic.severity = Severity::Warning;
    diagnostic.rule = QStringLiteral("docs-route");
    diagnostic.message =
        Design::DesignText::tr("%1 is the address of the documentation, which answers instead.")
            .arg(path);
    diagnostic.node = operation.id;
    diagnostics->append(diagnostic);
}

/// Only the real server knows which credentials are good.
void forgetTokens(RoutePlan *route)
{
    for (QList<CredentialPlan> &needed : route->security) {
        for (CredentialPlan &credential : needed)
            credential.tokens = nullptr;
    }
}

/// Makes the routes of a design.
class RouteCompiler
{
public:
    RouteCompiler(const Design::Api &api, const Design::Api &flat, PlanBuilder &builder,
                  AroundBuilder &around, CompiledApiPrivate &data, const QList<int> &bases)
        : m_api(api)
        , m_flat(flat)
        , m_builder(builder)
        , m_around(around)
        , m_data(data)
        , m_bases(bases)
        , m_isGenerated(data.profile == Profile::FastApi && isFromFastApi(api))
    {
    }

    /// `flat` is a path of the flattened design.
    void addPath(const Design::Named<Design::PathItem> &flat)
    {
        const qsizetype index = m_api.paths.indexOf(flat.name);
        const Design::Named<Design::PathItem> &drawn = index < 0 ? flat : m_api.paths[index];
        const Design::PathItem *item = drawn.isRaw() ? nullptr : resolve(m_api, drawn.value);
        const Design::PathItem *documented = flat.isRaw() ? nullptr : resolve(m_flat, flat.value);
        if (!item || !documented)
            return;
        for (const Design::Operation &operation : item->operations) {
            if (operation.method == u"get" && DocsPages::isOurs(flat.name))
                reportShadowed(operation, flat.name, &m_data.diagnostics);
            const Design::RouteBehaviour behaviour = m_around.routeBehaviour(flat.name, operation);
            RoutePlan route = m_around.proxy(behaviour)
                                  ? passedOn(flat.name, *documented, operation, behaviour)
                                  : answered(flat.name, *item, operation, behaviour);
            route.faults = behaviour.faults.value_or(m_data.faults);
            // The nearest list of servers counts (OpenAPI 3.1, sections 4.8.9 and 4.8.10).
            route.bases = !operation.servers.isEmpty() ? addBases(operation.servers, &m_data.bases)
                          : !item->servers.isEmpty()   ? addBases(item->servers, &m_data.bases)
                                                       : m_bases;
            m_data.router.add(m_isGenerated ? withPathConvertor(flat.name) : flat.name,
                              route.method, static_cast<int>(m_data.routes.size()));
            m_data.routes.push_back(std::move(route));
        }
    }

private:
    RoutePlan answered(const QString &path, const Design::PathItem &item,
                       const Design::Operation &operation, const Design::RouteBehaviour &behaviour)
    {
        m_builder.setChecksAnswers(false);
        RoutePlan route = m_builder.build(path, item, operation);
        // A design that was drawn need not have the 422.
        if (m_isGenerated && m_api.menura.object().isEmpty() && isBodyUnread(m_api, operation))
            route.body = BodyPlan();
        route.around = m_around.build(path, operation, behaviour, route);
        return route;
    }

    /// What is passed on is held to the documentation, in which dependencies are parameters and
    /// credentials: what they do is the real server's business.
    RoutePlan passedOn(const QString &path, const Design::PathItem &documented,
                       const Design::Operation &drawn, const Design::RouteBehaviour &behaviour)
    {
        const Design::Operation *operation = documented.operation(drawn.method);
        m_builder.setChecksAnswers(true);
        RoutePlan route = m_builder.build(path, documented, operation ? *operation : drawn);
        route.proxy = m_around.proxy(behaviour);
        forgetTokens(&route);
        return route;
    }

    const Design::Api &m_api;
    const Design::Api &m_flat;
    PlanBuilder &m_builder;
    AroundBuilder &m_around;
    CompiledApiPrivate &m_data;
    const QList<int> &m_bases;
    const bool m_isGenerated;
};

} // namespace

const Places &CompiledApiPrivate::places() const
{
    std::call_once(m_isIndexed, [this] { m_places = Places(design, inclusions); });
    return m_places;
}

CompiledApiPointer compile(const Design::Api &api, const CompileOptions &options)
{
    auto data = std::make_unique<CompiledApiPrivate>();
    data->profile = options.profile == Profile::FromDesign ? profileOf(api) : options.profile;
    data->design = api;
    data->inclusions = options.inclusions;
    data->errors = errorShapeOf(api, data->profile);
    data->revision = options.revision;
    data->seed = options.seed;
    data->router = Router(data->profile == Profile::FastApi ? Router::Order::AsRegistered
                                                            : Router::Order::ConcreteFirst);
    data->clock = options.clock;
    data->state = options.state ? options.state : std::make_shared<State>();
    // Documentation shows what runs around the routes as OpenAPI can say it; what is served are
    // the routes as they were drawn, and those that the extensions add.
    const Design::PlacedMedia media = Design::placedMedia(api);
    const Design::Api &placed = media.api;
    data->shared = SharedPlaces(media.places);
    const Design::Api flat = Design::flattened(placed);
    data->docs = DocsPages(flat);
    const QList<int> bases = addBases(flat.servers, &data->bases);
    if (data->profile == Profile::FastApi && !flat.servers.isEmpty())
        data->rootPath = rootPathOf(flat.servers.first());

    PlanBuilder builder(flat, data->profile, options.seed);
    AroundBuilder around(flat, &builder, options);
    data->faults = around.behaviour().faults;
    data->proxy = around.proxy();
    RouteCompiler routes{placed, flat, builder, around, *data, bases};
    for (const auto &path : flat.paths)
        routes.addPath(path);
    data->router.finish();
    data->cors = Cors(around.behaviour().cors);
    data->hosts = around.hosts();
    linkItems(&data->routes);
    const std::shared_ptr<const StorePlans> stores = around.stores(builder);
    data->types = builder.types();
    data->diagnostics.append(builder.diagnostics());
    data->diagnostics.append(around.diagnostics());
    data->state->setPlans(stores, &data->diagnostics);
    data->shared.nameIn(&data->diagnostics);
    return std::make_shared<const CompiledApi>(std::move(data));
}

} // namespace Mock
