#include "mockserver/engine/errors/refusal.h"

#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"

#include <cmath>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

Response jsonResponse(int status, const QByteArray &type, const Json &body)
{
    Response response;
    response.status = status;
    response.headers = {{"content-type", type}};
    response.body = Design::writePythonJson(body);
    return response;
}

bool hasLoneSurrogate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        const bool isPair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (!isPair)
            return true;
        ++i;
    }
    return false;
}

} // namespace

bool hasUnwritable(const Json &value)
{
    switch (value.type()) {
    case Json::Type::String:
        return hasLoneSurrogate(value.string());
    case Json::Type::Number: {
        const QByteArray text = value.numberText();
        return text == "NaN" || text.endsWith("Infinity") || !std::isfinite(value.toDouble());
    }
    case Json::Type::Array:
        return std::any_of(value.array().begin(), value.array().end(), hasUnwritable);
    case Json::Type::Object:
        return std::any_of(value.object().begin(), value.object().end(),
                           [](const JsonObject::Member &m) { return hasUnwritable(m.value); });
    default:
        return false;
    }
}

Response detailResponse(int status, const Json &detail)
{
    return jsonResponse(status, "application/json", JsonObject{{QStringLiteral("detail"), detail}});
}

Response internalError()
{
    Response response;
    response.status = 500;
    response.headers = {{"content-type", "text/plain; charset=utf-8"}};
    response.body = "Internal Server Error";
    return response;
}

Response validationResponse(const QList<Design::ReadError> &errors)
{
    JsonArray detail;
    detail.reserve(errors.size());
    for (const Design::ReadError &error : errors) {
        if (hasUnwritable(error.input))
            return internalError();
        detail.append(error.toJson());
    }
    return detailResponse(422, detail);
}

QList<Violation> violations(const QList<Design::ReadError> &errors)
{
    QList<Violation> result;
    result.reserve(errors.size());
    for (const Design::ReadError &error : errors) {
        result.append({Json(error.location), QString(errorName(error.type)), error.message(),
                       error.input, error.sentContext(), error.node, error.keyword});
    }
    return result;
}

QString dottedLocation(const Json &location)
{
    QStringList steps;
    for (const Json &step : location.array())
        steps += step.isString() ? step.toString() : QString::fromLatin1(step.numberText());
    return steps.join(u'.');
}

QString bodyPointer(const Json &location)
{
    const JsonArray &steps = location.array();
    if (steps.isEmpty() || steps.first().string() != u"body")
        return {};
    QString pointer = QStringLiteral("");
    for (const Json &step : steps.sliced(1)) {
        pointer = Design::childPointer(
            pointer, step.isString() ? step.string() : QString::fromLatin1(step.numberText()));
    }
    return pointer;
}

QString Refusal::summary() const
{
    constexpr qsizetype most = 3;
    QStringList parts;
    for (const Violation &violation : violations.first(std::min(most, violations.size()))) {
        const QString place = dottedLocation(violation.location);
        const bool isSaid = place.isEmpty() || violation.message == detail;
        parts.append(isSaid ? violation.message : place + u' ' + violation.message);
    }
    if (parts.isEmpty())
        return detail;
    QString text = parts.join(QStringLiteral("; "));
    if (violations.size() > most)
        text += QStringLiteral("; and %1 more").arg(violations.size() - most);
    return text;
}

Response problemResponse(const Refusal &refusal)
{
    JsonObject problem{
        {QStringLiteral("type"), QStringLiteral("about:blank")},
        {QStringLiteral("title"), QString::fromLatin1(reasonPhrase(refusal.status))},
        {QStringLiteral("status"), refusal.status},
        {QStringLiteral("detail"), refusal.detail},
    };
    JsonArray entries;
    for (const Violation &violation : refusal.violations) {
        if (violation.message == refusal.detail)
            continue; // has been said
        JsonObject entry{
            {QStringLiteral("location"), violation.location},
            {QStringLiteral("severity"), QStringLiteral("Error")},
            {QStringLiteral("code"), violation.type},
            {QStringLiteral("message"), violation.message},
        };
        const QString pointer = bodyPointer(violation.location);
        if (!pointer.isNull())
            entry.insert(QStringLiteral("pointer"), u'#' + pointer);
        entries.append(Json(entry));
    }
    if (!entries.isEmpty())
        problem.insert(QStringLiteral("validation"), entries);
    return jsonResponse(refusal.status, "application/problem+json", problem);
}

Response detailResponse(const Refusal &refusal)
{
    if (refusal.status != 422 || refusal.violations.isEmpty())
        return detailResponse(refusal.status, Json(refusal.detail));
    JsonArray detail;
    for (const Violation &violation : refusal.violations) {
        JsonObject entry{
            {QStringLiteral("type"), violation.type},
            {QStringLiteral("loc"), violation.location},
            {QStringLiteral("msg"), violation.message},
        };
        if (!violation.input.isUndefined() && !hasUnwritable(violation.input))
            entry.insert(QStringLiteral("input"), violation.input);
        if (violation.context.isObject())
            entry.insert(QStringLiteral("ctx"), violation.context);
        detail.append(Json(entry));
    }
    return detailResponse(422, Json(detail));
}

} // namespace Mock
