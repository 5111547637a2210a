#include "designer/coercion/reading.h"
#include "designer/model/design_text.h"
#include "designer/model/locate.h"
#include "designer/schema/validator.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/plan/plan_builder.h"

using Design::Json;
using Design::NodeId;

namespace Mock
{

namespace
{

/// Also as OpenAPI 3.2 writes it: as data, or where that says nothing of a body, as its text.
Json valueOf(const Design::Example &example, bool isJson)
{
    Json value = example.value;
    if (value.isUndefined())
        value = example.rest.value(u"dataValue");
    if (value.isUndefined() && !isJson)
        value = example.rest.value(u"serializedValue");
    return value;
}

} // namespace

PlanBuilder::RequestExamples PlanBuilder::requestExamples(const Design::PathItem &item,
                                                          const Design::Operation &operation) const
{
    RequestExamples requests;
    for (const Design::Parameter &parameter : allParameters(m_api, item, operation)) {
        for (const auto &named : parameter.examples) {
            const Design::Example *example = named.isRaw() ? nullptr : resolve(m_api, named.value);
            if (!example || example->value.isUndefined())
                continue;
            RequestExample &request = requests[named.name];
            const bool isPath = parameter.in == u"path";
            (isPath ? request.path : request.other).insert(parameter.name, example->value);
        }
    }
    const Design::RequestBody *body =
        operation.requestBody ? resolve(m_api, *operation.requestBody) : nullptr;
    if (!body)
        return requests;
    for (const auto &media : body->content) {
        if (media.isRaw())
            continue;
        for (const auto &named : media.value.examples) {
            const Design::Example *example = named.isRaw() ? nullptr : resolve(m_api, named.value);
            if (example && !example->value.isUndefined())
                requests[named.name].bodies.append(example->value);
        }
    }
    return requests;
}

void PlanBuilder::addExamples(const Design::MediaType &media, const RequestExamples &requests,
                              const QString &title, AnswerPlan *answer)
{
    if (!media.example.isUndefined())
        addExample(media.example, {}, media.id, title, answer);
    for (const auto &named : media.examples) {
        const Design::Example *example = named.isRaw() ? nullptr : resolve(m_api, named.value);
        const Json value = example ? valueOf(*example, answer->isJson) : Json();
        if (value.isUndefined())
            continue;
        const qsizetype before = answer->examples.size();
        addExample(value, named.name, example->id, title, answer);
        if (answer->examples.size() > before)
            answer->examples.last().request = requests.value(named.name);
    }
    const Design::Schema *schema = resolve(m_api, media.schema);
    if (!schema)
        return;
    if (schema->has(Design::Keyword::Example))
        addExample(schema->value(Design::Keyword::Example), {}, schema->id(), title, answer, true);
    for (const Json &example : schema->value(Design::Keyword::Examples).array())
        addExample(example, {}, schema->id(), title, answer, true);
}

void PlanBuilder::addExample(const Json &value, const QString &name, NodeId node,
                             const QString &title, AnswerPlan *answer, bool isOfSchema)
{
    if (isFastApi() && answer->type && answer->isJson) {
        addReturned(value, name, node, title, answer, isOfSchema);
        return;
    }
    // The text of an XML document or of a file is the body itself, not a value of the schema.
    const bool isText =
        value.isString() && !answer->isJson && !answer->mediaType.startsWith("text/plain");
    Design::ValidateOptions options;
    options.collectAll = false;
    options.direction = Design::Direction::Response;
    const Design::Validation found =
        isText ? Design::Validation() : validate(answer->schema, value, options);
    if (found.isValid()) {
        answer->examples.append({name, value, {}});
        return;
    }
    if (std::exchange(m_reported[node], true) || found.errors.isEmpty())
        return;
    const Design::SchemaError &error = rootCause(found.errors.first());
    const QString place = error.instance.isEmpty() ? Design::DesignText::tr("It") : error.instance;
    report(Design::Severity::Warning, QStringLiteral("example-not-valid"),
           Design::DesignText::tr(
               "This example of %1 does not fit its schema and is not served: %2 %3.")
               .arg(title, place, error.message),
           node);
}

/// What a FastAPI application would return: its response model reads it once more, so that "1" is
/// as good as 1, and what it cannot read makes the answer fail.
void PlanBuilder::addReturned(const Json &value, const QString &name, NodeId node,
                              const QString &title, AnswerPlan *answer, bool isOfSchema)
{
    Design::Reading reading({Json(QStringLiteral("response"))});
    const Json read = reading.read(*answer->type, value);
    if (!read.isUndefined() || !isOfSchema)
        answer->examples.append({name, read.isUndefined() ? value : read, {}});
    if (!read.isUndefined() || std::exchange(m_reported[node], true))
        return;
    QString problem = Design::DesignText::tr("It cannot be read in reasonable time");
    if (!reading.errors().isEmpty()) {
        const Design::ReadError &error = reading.errors().first();
        problem = QString::fromUtf8(Design::writeJson(Json(error.location))) + QLatin1String(": ") +
                  error.message();
    }
    const QString what =
        isOfSchema ? Design::DesignText::tr(
                         "This example of %1 does not fit its schema and is not served: %2.")
                   : Design::DesignText::tr(
                         "This example of %1 breaks the response model, so that the answer is "
                         "500 Internal Server Error: %2.");
    report(isOfSchema ? Design::Severity::Warning : Design::Severity::Error,
           QStringLiteral("example-not-valid"), what.arg(title, problem), node);
}

} // namespace Mock
