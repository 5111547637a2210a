#include "designer/coercion/types/model_type.h"
#include "designer/model/component_table.h"
#include "designer/model/design_text.h"
#include "designer/model/locate.h"
#include "designer/model/rest_schema.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/plan/path_template.h"
#include "mockserver/engine/plan/plan_builder.h"

#include <algorithm>

using Design::NodeId;
using Design::Parameter;

namespace Mock
{

namespace
{

using Place = ParameterPlan::Place;

/// What a converted Swagger 2.0 document keeps of its `collectionFormat`.
constexpr QStringView collectionFormatKey = u"x-collectionFormat";

/// `querystring` of OpenAPI 3.2, which no FastAPI writes.
bool isWholeQuery(const Parameter &parameter)
{
    return parameter.in == u"querystring";
}

std::optional<Place> placeOf(const QString &in)
{
    if (in == u"path")
        return Place::Path;
    if (in == u"query" || in == u"querystring")
        return Place::Query;
    if (in == u"header")
        return Place::Header;
    if (in == u"cookie")
        return Place::Cookie;
    return std::nullopt;
}

ParameterStyle::Form formOf(const QString &style)
{
    using Form = ParameterStyle::Form;
    return style == u"label"            ? Form::Label
           : style == u"matrix"         ? Form::Matrix
           : style == u"simple"         ? Form::Simple
           : style == u"spaceDelimited" ? Form::SpaceDelimited
           : style == u"pipeDelimited"  ? Form::PipeDelimited
           : style == u"deepObject"     ? Form::DeepObject
                                        : Form::Form;
}

/// A way to write lists that Swagger 2.0 has in places for which OpenAPI 3 has no such style.
std::optional<ParameterStyle> formerStyle(const Design::Json &collectionFormat)
{
    using Form = ParameterStyle::Form;
    const QString format = collectionFormat.toString();
    if (format == u"tsv")
        return ParameterStyle{Form::TabDelimited, false};
    if (format == u"ssv")
        return ParameterStyle{Form::SpaceDelimited, false};
    if (format == u"pipes")
        return ParameterStyle{Form::PipeDelimited, false};
    return std::nullopt;
}

ParameterStyle styleOf(const Parameter &parameter, Place place)
{
    using Form = ParameterStyle::Form;
    if (!parameter.content.isEmpty()) {
        const ParsedMediaType type = parseMediaType(parameter.content.first().name.toLatin1());
        if (isWholeQuery(parameter) && type.type == "application/x-www-form-urlencoded")
            return {Form::Form, true}; // its pairs
        return {type.isJson() ? Form::Json : Form::Plain, false};
    }
    if (const auto former = formerStyle(parameter.rest.value(collectionFormatKey)))
        return *former;
    const bool isPlain = place == Place::Path || place == Place::Header;
    ParameterStyle result;
    result.form = parameter.style.isEmpty() && isPlain ? Form::Simple : formOf(parameter.style);
    result.explode = parameter.explode.value_or(result.form == Form::Form);
    return result;
}

FieldEncoding encodingOf(const Design::Json &encoding)
{
    FieldEncoding result;
    const Design::Json style = encoding.value(u"style");
    const Design::Json explode = encoding.value(u"explode");
    result.hasStyle = style.isString() || explode.isBool();
    result.style.form = formOf(style.toString());
    result.style.explode = explode.toBool(result.style.form == ParameterStyle::Form::Form);
    if (const auto former = formerStyle(encoding.value(collectionFormatKey))) {
        result.hasStyle = true;
        result.style = *former;
    }
    for (const QByteArray &type : encoding.value(u"contentType").toString().toLatin1().split(',')) {
        if (!type.trimmed().isEmpty())
            result.contentTypes.append(type.trimmed());
    }
    const Design::Json reserved = encoding.value(u"allowReserved");
    result.refusesReserved = reserved.isBool() && !reserved.toBool();
    return result;
}

Design::Schema schemaOf(const Parameter &parameter)
{
    for (const auto &media : parameter.content) {
        if (!media.isRaw())
            return media.value.schema;
    }
    return parameter.schema;
}

} // namespace

QList<Parameter> allParameters(const Design::Api &api, const Design::PathItem &item,
                               const Design::Operation &operation)
{
    QList<Parameter> result;
    const auto add = [&](const Parameter &reference) {
        const Parameter *parameter = resolve(api, reference);
        if (!parameter)
            return;
        const auto it = std::find_if(result.begin(), result.end(), [&](const Parameter &known) {
            return known.name == parameter->name && known.in == parameter->in;
        });
        if (it == result.end())
            result.append(*parameter);
        else
            *it = *parameter;
    };
    std::for_each(item.parameters.begin(), item.parameters.end(), add);
    std::for_each(operation.parameters.begin(), operation.parameters.end(), add);
    return result;
}

void PlanBuilder::addParameters(const Design::PathItem &item, const Design::Operation &operation,
                                RoutePlan *route)
{
    const QList<Parameter> all = allParameters(m_api, item, operation);
    for (const Parameter &parameter : all) {
        const bool isKnown = placeOf(parameter.in).has_value();
        // OpenAPI 3.1, section 4.8.12.1: these belong to content negotiation and security.
        const bool isReserved =
            parameter.in == u"header" &&
            (parameter.name.compare(u"accept", Qt::CaseInsensitive) == 0 ||
             parameter.name.compare(u"content-type", Qt::CaseInsensitive) == 0 ||
             parameter.name.compare(u"authorization", Qt::CaseInsensitive) == 0);
        route->hasOwnAccept |=
            isReserved && parameter.name.compare(u"accept", Qt::CaseInsensitive) == 0;
        if (isKnown && (isFastApi() ? !isWholeQuery(parameter) : !isReserved))
            route->parameters.append(parameterPlan(parameter, *route));
    }
    if (isFastApi())
        gatherModels(route, all);
    std::stable_sort(
        route->parameters.begin(), route->parameters.end(),
        [](const ParameterPlan &a, const ParameterPlan &b) { return a.place < b.place; });
}

ParameterPlan PlanBuilder::parameterPlan(const Parameter &parameter, const RoutePlan &route)
{
    const Design::Schema schema = schemaOf(parameter);
    ParameterPlan plan;
    plan.place = placeOf(parameter.in).value_or(Place::Query);
    plan.name = parameter.name;
    plan.isRequired = parameter.required || plan.place == Place::Path;
    plan.node = parameter.id;
    plan.fallback = schema.value(Design::Keyword::Default);
    plan.style = styleOf(parameter, plan.place);
    plan.mayBeEmpty = parameter.allowEmptyValue;
    plan.isWholeQuery = isWholeQuery(parameter);
    if (plan.place == Place::Path) {
        plan.pathIndex = PathTemplate(route.path).names().indexOf(parameter.name);
        if (plan.pathIndex < 0) {
            report(Design::Severity::Error, QStringLiteral("path-parameter-missing"),
                   Design::DesignText::tr("The path %1 has no {%2}; the parameter is not checked.")
                       .arg(route.path, parameter.name),
                   parameter.id);
        }
    }
    if (isFastApi()) {
        plan.type = m_requestTypes.compile(schema);
        plan.rules = extraRulePlan(schema);
    }
    if (!isFastApi() && !schema.isAbsent()) {
        plan.schema = m_schemas.compile(schema);
        plan.shape = textShapeOf(schema, m_find);
    }
    if (plan.place == Place::Path && plan.pathIndex < 0)
        plan.isRequired = false;
    return plan;
}

void PlanBuilder::addBody(const Design::Operation &operation, RoutePlan *route)
{
    if (!operation.requestBody)
        return;
    const Design::RequestBody *body = resolve(m_api, *operation.requestBody);
    if (!body)
        return;
    route->body.isRequired = body->required;
    route->body.node = body->id;
    if (isFastApi())
        addFastApiBody(*body, route);
    else
        addStrictBody(*body, route);
}

void PlanBuilder::addFastApiBody(const Design::RequestBody &body, RoutePlan *route)
{
    const Design::MediaType *json = nullptr;
    const Design::MediaType *form = nullptr;
    bool isMultipart = false;
    const Design::MediaType *other = nullptr;
    for (const auto &media : body.content) {
        if (media.isRaw())
            continue;
        const ParsedMediaType type = parseMediaType(media.name.toLatin1());
        const bool isForm =
            type.type == "application/x-www-form-urlencoded" || type.type == "multipart/form-data";
        const Design::MediaType *&place = type.isJson() ? json : isForm ? form : other;
        if (!place && isForm)
            isMultipart = type.type == "multipart/form-data";
        if (!place)
            place = &media.value;
    }
    const bool isForm = !json && form;
    const Design::MediaType *media = json ? json : form ? form : other;
    if (!media)
        return;
    BodyPlan &plan = route->body;
    // FastAPI names the schema of several body parameters "Body_" and the operation.
    QString name;
    const Design::Schema *component = componentOf(media->schema, &name);
    const bool isGathered = component && name.startsWith(QLatin1String("Body_"));
    plan.type = (isForm && isMultipart ? m_formTypes : m_requestTypes).compile(media->schema);
    plan.rules = extraRulePlan(media->schema);
    plan.fallback = media->schema.value(Design::Keyword::Default);
    plan.kind = BodyPlan::Kind::Whole;
    if (isForm)
        plan.kind = component && !isGathered ? BodyPlan::Kind::FormModel : BodyPlan::Kind::Form;
    else if (isGathered)
        plan.kind = BodyPlan::Kind::Fields;
    if (plan.kind != BodyPlan::Kind::Whole)
        addFields(plan.type, component ? *component : media->schema, &plan);
}

void PlanBuilder::addFields(const Design::Type *type, const Design::Schema &schema, BodyPlan *plan)
{
    const auto *model = dynamic_cast<const Design::ModelType *>(type);
    if (!model) { // no fields that could be told apart: an object of any kind
        plan->kind = BodyPlan::Kind::FormModel;
        return;
    }
    for (const Design::ModelType::Field &field : model->fields()) {
        plan->fields.append(
            {field.name, field.type, field.isRequired, field.fallback, schema.id()});
    }
}

void PlanBuilder::addStrictBody(const Design::RequestBody &body, RoutePlan *route)
{
    route->body.kind = BodyPlan::Kind::Whole;
    for (const auto &media : body.content) {
        if (media.isRaw())
            continue;
        BodyPlan::Media plan;
        plan.range = media.name.toLatin1();
        plan.node = media.value.id;
        plan.stream = streamFormOf(media);
        const bool hasItems =
            plan.stream != StreamForm::None || plan.range.startsWith("multipart/");
        const Design::Schema schema = hasItems ? streamSchema(media.value) : media.value.schema;
        plan.isOpen = schema.isAbsent();
        if (!plan.isOpen) {
            plan.schema = m_schemas.compile(schema);
            plan.shape = textShapeOf(schema, m_find);
        }
        if (mediaTypeFit("application/xml", plan.range) > 0 || parseMediaType(plan.range).isXml())
            plan.xml = xmlForm(media.value.schema);
        for (const auto &member : media.value.encoding.object()) {
            plan.parts.insert(member.key, partPlan(member.value, *route));
        }
        const qsizetype places = encodedPlaces(media.value);
        for (qsizetype place = 0; place < places; ++place)
            plan.places.append(partPlan(partEncoding(media.value, place), *route));
        if (const Design::Json others = partEncoding(media.value, places); others.isObject())
            plan.others = partPlan(others, *route);
        route->body.media.append(plan);
    }
}

PartPlan PlanBuilder::partPlan(const Design::Json &encoding, const RoutePlan &route)
{
    return {encodingOf(encoding), partHeaders(encoding.value(u"headers"), route)};
}

/// The `headers` of an Encoding Object; Content-Type is ignored there (section 4.8.15.1).
QList<ParameterPlan> PlanBuilder::partHeaders(const Design::Json &headers, const RoutePlan &route)
{
    QList<ParameterPlan> plans;
    for (const Design::JsonObject::Member &member : headers.object()) {
        if (member.key.compare(u"content-type", Qt::CaseInsensitive) == 0)
            continue;
        Parameter parameter;
        const Design::ComponentPath shared =
            Design::componentPath(member.value.value(u"$ref").toString());
        if (const Design::Header *header = m_api.components.headers.find(shared.name)) {
            parameter.required = header->required;
            parameter.explode = header->explode;
            parameter.schema = header->schema;
        } else {
            parameter.required = member.value.value(u"required").toBool();
            parameter.explode = member.value.value(u"explode").toBool();
            parameter.schema = restSchema(m_api, member.value.value(u"schema"));
        }
        parameter.name = member.key;
        parameter.in = QStringLiteral("header");
        plans.append(parameterPlan(parameter, route));
    }
    return plans;
}

} // namespace Mock
