#include "mockserver/panel/requests/answer_example.h"

#include "designer/model/edits/names.h"
#include "designer/model/locate.h"
#include "designer/schema/schema_compiler.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "mockserver/engine/inputs/media_type.h"

using namespace Design;

namespace Mock
{

namespace
{

/// By its own status, else by that of its range, else the default (OpenAPI 3.1, section 4.8.16).
const Named<Design::Response> *responseFor(const Operation &operation, int status)
{
    const QString range = QString::number(status / 100) + QLatin1String("XX");
    for (const QString &name : {QString::number(status), range, QStringLiteral("default")}) {
        for (const Named<Design::Response> &response : operation.responses) {
            if (!response.isRaw() && response.name.compare(name, Qt::CaseInsensitive) == 0)
                return &response;
        }
    }
    return nullptr;
}

const Named<MediaType> *mediaFor(const Design::Response &response, const QByteArray &contentType)
{
    const Named<MediaType> *best = nullptr;
    int bestFit = 0;
    for (const Named<MediaType> &media : response.content) {
        const int fit = media.isRaw() ? 0 : mediaTypeFit(contentType, media.name.toLatin1());
        if (fit > bestFit) {
            best = &media;
            bestFit = fit;
        }
    }
    return best;
}

/// What the body says; undefined where that is neither JSON nor text.
Json valueOf(const QByteArray &body, const ParsedMediaType &type)
{
    if (type.isJson())
        return readJson(body).value;
    return type.type.startsWith("text/") ? Json(decodedAs(body, type)) : Json();
}

} // namespace

AnswerExample AnswerExample::refused(const QString &problem)
{
    AnswerExample example;
    example.problem = problem;
    return example;
}

AnswerExample AnswerExample::of(const Api &api, const Exchange &exchange)
{
    const Operation *operation = findOperation(api, exchange.operation);
    if (!operation)
        return refused(tr("No route of the design gave this answer."));
    const int status = exchange.response.status;
    const Named<Design::Response> *response = responseFor(*operation, status);
    const Design::Response *declared = response ? resolve(api, response->value) : nullptr;
    if (!declared)
        return refused(tr("%1 declares no answer %2.").arg(exchange.route).arg(status));
    if (exchange.response.body.isEmpty())
        return refused(tr("The answer has no body."));
    const QByteArray contentType = headerValue(exchange.response.headers, "content-type");
    const Named<MediaType> *media = mediaFor(*declared, contentType);
    if (!media) {
        return refused(tr("The answer %1 of %2 is not declared as %3.")
                           .arg(response->name, exchange.route, QString::fromLatin1(contentType)));
    }
    AnswerExample example;
    example.value = valueOf(exchange.response.body, parseMediaType(contentType));
    if (example.value.isUndefined())
        return refused(tr("Only JSON and text can be kept as an example."));
    SchemaCompiler schemas(api);
    ValidateOptions options;
    options.direction = Direction::Response;
    const Validation found = validate(schemas.compile(media->value.schema), example.value, options);
    if (!found.isValid() && !found.errors.isEmpty()) {
        const SchemaError &error = rootCause(found.errors.first());
        return refused(tr("The answer does not fit its model and was not saved: %1 %2")
                           .arg(error.instance, error.message)
                           .simplified());
    }
    QStringList taken;
    for (const Named<Example> &known : media->value.examples)
        taken.append(known.name);
    example.media = media->value.id;
    example.name = uniqueName(QStringLiteral("answer"), taken);
    example.place = QStringLiteral("%1, %2 %3").arg(exchange.route, response->name, media->name);
    return example;
}

void AnswerExample::addTo(Api &api) const
{
    const NodeId id = api.newId();
    const NodeId formerId = api.newId();
    editNode<MediaType>(api, media, [&](MediaType &node) {
        // One without a name and several with names exclude each other (section 4.8.14).
        if (!node.example.isUndefined()) {
            Example former;
            former.id = formerId;
            former.value = std::exchange(node.example, Json());
            const QString formerName = uniqueName(QStringLiteral("example"), {name});
            node.examples.prepend({formerName, former, {}});
        }
        Example added;
        added.id = id;
        added.value = value;
        node.examples.insert(name, added);
    });
}

} // namespace Mock
