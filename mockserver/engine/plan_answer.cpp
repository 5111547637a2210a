#include "designer/model/locate.h"
#include "designer/schema/sampler.h"
#include "designer/schema/validator.h"
#include "mockserver/engine/media_type.h"
#include "mockserver/engine/plan_builder.h"

#include <QSet>

using Design::Json;
using Design::NodeId;
using Design::Severity;

namespace Mock
{

namespace
{

/// 201 for "201", 200 for "2XX", 0 for "default" and whatever is no status.
int statusOf(const QString &name)
{
    if (name.size() == 3 && name.endsWith(QLatin1String("XX"), Qt::CaseInsensitive))
        return name.first(1).toInt() * 100;
    bool ok = false;
    const int status = name.toInt(&ok);
    return ok && status >= 100 && status <= 599 ? status : 0;
}

/// The names of the properties of an object, those of its bases and alternatives included.
void collectFields(const Design::Api &api, const Design::Schema &schema, QSet<NodeId> *seen,
                   QStringList *fields)
{
    const Design::Schema *target = resolve(api, schema);
    if (!target || seen->contains(target->id()))
        return;
    seen->insert(target->id());
    for (const auto &property : target->members(Design::Keyword::Properties)) {
        if (!fields->contains(property.name))
            fields->append(property.name);
    }
    for (const auto keyword :
         {Design::Keyword::AllOf, Design::Keyword::AnyOf, Design::Keyword::OneOf}) {
        for (const Design::Schema &part : target->schemas(keyword))
            collectFields(api, part, seen, fields);
    }
}

/// Whether the schema says nothing at all: `{}` or `true`, apart from notes.
bool isOpen(const Design::Schema &schema)
{
    if (schema.isAbsent() || schema.booleanValue().value_or(false))
        return true;
    for (const Design::Schema::Entry &entry : schema.entries()) {
        const bool isNote = entry.keyword == Design::Keyword::Title ||
                            entry.keyword == Design::Keyword::Description ||
                            entry.keyword == Design::Keyword::Unknown;
        if (!isNote)
            return false;
    }
    return !schema.isBoolean();
}

QByteArray headerText(const Json &value)
{
    if (value.isString())
        return value.string().toLatin1();
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    return value.numberText();
}

} // namespace

bool isBodyless(int status)
{
    return status < 200 || status == 204 || status == 205 || status == 304;
}

SuccessResponse successResponse(const Design::Api &api, const Design::Operation &operation)
{
    const Design::Named<Design::Response> *best = nullptr;
    int bestStatus = 0;
    for (const auto &response : operation.responses) {
        const int status = statusOf(response.name);
        const bool isSuccess = status >= 200 && status < 300;
        if (!response.isRaw() && isSuccess && (!best || status < bestStatus)) {
            best = &response;
            bestStatus = status;
        }
    }
    for (const auto &response : operation.responses) {
        if (!best && !response.isRaw() && response.name == u"default") {
            best = &response;
            bestStatus = 200;
        }
    }
    for (const auto &response : operation.responses) {
        if (!best && !response.isRaw() && statusOf(response.name) >= 200) {
            best = &response;
            bestStatus = statusOf(response.name);
        }
    }
    return {best ? bestStatus : 200, best ? resolve(api, best->value) : nullptr};
}

void PlanBuilder::addAnswer(const Design::Operation &operation, RoutePlan *route)
{
    const SuccessResponse success = successResponse(m_api, operation);
    AnswerPlan &answer = route->answer;
    answer.status = success.status;
    answer.contentType = "application/json";
    answer.hasBody = !isBodyless(success.status);
    answer.isOpen = true;
    if (!success.response) {
        answer.hasBody = answer.hasBody && isFastApi();
        return;
    }
    answer.node = success.response->id;
    addHeaders(*success.response, route);
    addContent(*success.response, route);
}

void PlanBuilder::addContent(const Design::Response &response, RoutePlan *route)
{
    AnswerPlan &answer = route->answer;
    const Design::Named<Design::MediaType> *chosen = nullptr;
    for (const auto &media : response.content) {
        const bool isJson = parseMediaType(media.name.toLatin1()).isJson();
        if (!media.isRaw() && (!chosen || (isJson && !answer.isJson))) {
            chosen = &media;
            answer.isJson = isJson;
        }
    }
    if (!chosen) {
        answer.hasBody = false;
        return;
    }
    QByteArray type = chosen->name.toLatin1();
    const bool isRange = type.contains('*');
    answer.isJson = answer.isJson || isRange;
    if (isRange)
        type = answer.isJson && !type.startsWith("text/") ? "application/json" : "text/plain";
    if (isFastApi() && type.startsWith("text/") && !type.contains("charset"))
        type += "; charset=utf-8";
    answer.contentType = type;
    const Design::Schema &schema = chosen->value.schema;
    answer.isOpen = isOpen(schema);
    if (!answer.isOpen) {
        answer.schema = m_schemas.compile(schema);
        if (isFastApi())
            answer.type = m_responseTypes.compile(schema);
        QSet<NodeId> seen;
        collectFields(m_api, schema, &seen, &answer.fields);
    }
    if (answer.hasBody)
        addExamples(chosen->value, route);
}

void PlanBuilder::addExamples(const Design::MediaType &media, RoutePlan *route)
{
    if (!media.example.isUndefined())
        addExample(media.example, media.id, route);
    for (const auto &named : media.examples) {
        const Design::Example *example = named.isRaw() ? nullptr : resolve(m_api, named.value);
        if (example && !example->value.isUndefined())
            addExample(example->value, example->id, route);
    }
    const Design::Schema *schema = resolve(m_api, media.schema);
    if (!schema)
        return;
    if (schema->has(Design::Keyword::Example))
        addExample(schema->value(Design::Keyword::Example), schema->id(), route);
    for (const Json &example : schema->value(Design::Keyword::Examples).array())
        addExample(example, schema->id(), route);
}

void PlanBuilder::addExample(const Json &value, NodeId node, RoutePlan *route)
{
    Design::ValidateOptions options;
    options.collectAll = false;
    options.direction = Design::Direction::Response;
    const Design::Validation found = validate(route->answer.schema, value, options);
    if (found.isValid()) {
        route->answer.examples.append(value);
        return;
    }
    if (std::exchange(m_reported[node], true) || found.errors.isEmpty())
        return;
    const Design::SchemaError &error = rootCause(found.errors.first());
    const QString place = error.instance.isEmpty() ? QStringLiteral("It") : error.instance;
    report(Severity::Warning, QStringLiteral("example-not-valid"),
           QStringLiteral("This example of %1 does not fit its schema and is not served: %2 %3.")
               .arg(route->title, place, error.message),
           node);
}

void PlanBuilder::addHeaders(const Design::Response &response, RoutePlan *route)
{
    for (const auto &named : response.headers) {
        const Design::Header *header = named.isRaw() ? nullptr : resolve(m_api, named.value);
        // OpenAPI 3.1, section 4.8.17: the content says its own type.
        if (!header || named.name.compare(u"content-type", Qt::CaseInsensitive) == 0)
            continue;
        Json value = header->example;
        for (const auto &example : header->examples) {
            if (value.isUndefined() && !example.isRaw())
                value = example.value.value;
        }
        if (value.isUndefined() && !header->schema.isAbsent()) {
            Design::SampleOptions options;
            options.seed = m_seed;
            options.path = route->title;
            options.name = named.name;
            options.bytes = 1'000;
            value = sample(m_schemas.compile(header->schema), options).value;
        }
        const QByteArray text = headerText(value);
        if (!text.isEmpty())
            route->answer.headers.append({named.name.toLatin1(), text});
    }
}

} // namespace Mock
