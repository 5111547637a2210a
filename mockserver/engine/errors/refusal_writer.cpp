#include "mockserver/engine/errors/refusal_writer.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/answers/answer_choice.h"
#include "mockserver/engine/errors/declared_error.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/inputs/xml_body.h"
#include "mockserver/engine/plan/plan_builder.h"
#include "mockserver/engine/run/request_run.h"

using Design::Json;

namespace Mock
{

namespace
{

/// The statuses that stand for one another, the fittest first: designs have 422 or 400 for what
/// breaks their rules.
QList<int> statusesFor(int status)
{
    if (status == 422)
        return {422, 400};
    return status == 400 ? QList<int>{400, 422} : QList<int>{status};
}

/// The response of the design for a status, in all its media types; the status becomes that of
/// the response. Empty where the design has none.
QList<const AnswerPlan *> declaredFor(const RoutePlan &route, int *status)
{
    QList<const AnswerPlan *> found;
    const auto collect = [&](const QString &name) {
        for (const AnswerPlan &answer : route.answers) {
            if (answer.response.compare(name, Qt::CaseInsensitive) == 0)
                found.append(&answer);
        }
        return !found.isEmpty();
    };
    for (const int candidate : statusesFor(*status)) {
        if (collect(QString::number(candidate))) {
            *status = candidate;
            return found;
        }
    }
    if (*status == 406) // says more about the mock than about the API, unless the design means it
        return found;
    if (!collect(QString::number(*status / 100) + QStringLiteral("XX")))
        collect(QStringLiteral("default"));
    return found;
}

/// Of these the one to write: what Accept wants, else JSON, else the first.
const AnswerPlan *writable(const QList<const AnswerPlan *> &answers, const QByteArray &accept)
{
    const AnswerPlan *json = nullptr;
    QList<QByteArray> offers;
    for (const AnswerPlan *answer : answers) {
        offers.append(answer->mediaType);
        if (!json && answer->isJson && answer->hasBody)
            json = answer;
    }
    const Accepted accepted = accept.isEmpty() ? Accepted() : bestMediaType(accept, offers);
    if (accepted.offer >= 0)
        return answers[accepted.offer];
    return json ? json : answers.value(0);
}

/// The refusal as this response of the design; leaves what is there where that cannot be.
void writeDeclared(const AnswerPlan &answer, const Refusal &refusal, const Request &request,
                   quint64 seed, Response *response)
{
    for (const AnswerPlan::Header &header : answer.headers)
        response->setHeader(header.name, header.value);
    if (!answer.hasBody) // how its body looks like is not said
        return;
    Json body;
    const QStringList noPath;
    const Wishes wishes = readWishes(request, Inputs(request, noPath));
    const bool isMeant =
        !wishes.example.isEmpty() && (!wishes.status || *wishes.status == refusal.status);
    for (const AnswerPlan::Example &example : answer.examples) {
        if (body.isUndefined() && isMeant && example.name == wishes.example)
            body = example.value;
    }
    if (body.isUndefined() && answer.mediaType.startsWith("text/plain") &&
        answer.examples.isEmpty())
        body = Json(refusal.summary());
    if (body.isUndefined())
        body = declaredError(answer, refusal, request, seed);
    if (body.isUndefined() || (!answer.isJson && !answer.xml && !body.isString()))
        return; // as a problem
    response->setHeader("content-type", answer.contentType);
    response->body = answer.isJson     ? Design::writeJson(body)
                     : body.isString() ? body.string().toUtf8()
                                       : writeXml(body, *answer.xml);
}

} // namespace

Response refusalResponse(const CompiledApiPrivate &api, const RoutePlan *route,
                         const Request &request, const Refusal &asked)
{
    Refusal refusal = asked;
    Response response;
    if (api.errors == ErrorShape::FastApi) {
        response = detailResponse(refusal);
    } else {
        QList<const AnswerPlan *> declared;
        if (route)
            declared = declaredFor(*route, &refusal.status);
        response = problemResponse(refusal);
        if (api.errors == ErrorShape::Declared && !declared.isEmpty()) {
            const AnswerPlan *answer = writable(declared, headerValue(request.headers, "accept"));
            writeDeclared(*answer, refusal, request, api.seed, &response);
        }
    }
    for (const HeaderField &field : std::as_const(refusal.headers))
        response.setHeader(field.name, field.value);
    return response;
}

} // namespace Mock
