#include "mockserver/engine/refusal.h"

#include "designer/text/json_writer.h"

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

/// Whether NaN or an infinity is in it, which Python refuses to write.
bool hasNonFinite(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Number: {
        const QByteArray text = value.numberText();
        return text == "NaN" || text.endsWith("Infinity") || !std::isfinite(value.toDouble());
    }
    case Json::Type::Array:
        return std::any_of(value.array().begin(), value.array().end(), hasNonFinite);
    case Json::Type::Object:
        return std::any_of(value.object().begin(), value.object().end(),
                           [](const JsonObject::Member &m) { return hasNonFinite(m.value); });
    default:
        return false;
    }
}

} // namespace

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
        if (hasNonFinite(error.input))
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

Response problemResponse(int status, const QString &detail, const QList<ProblemEntry> &errors)
{
    JsonObject problem{
        {QStringLiteral("type"), QStringLiteral("about:blank")},
        {QStringLiteral("title"), QString::fromLatin1(reasonPhrase(status))},
        {QStringLiteral("status"), status},
        {QStringLiteral("detail"), detail},
    };
    JsonArray entries;
    for (const ProblemEntry &error : errors) {
        JsonObject entry;
        if (!error.pointer.isNull())
            entry.insert(QStringLiteral("pointer"), u'#' + error.pointer);
        if (!error.parameter.isNull())
            entry.insert(QStringLiteral("parameter"), error.parameter);
        entry.insert(QStringLiteral("detail"), error.detail);
        if (!error.rule.isEmpty())
            entry.insert(QStringLiteral("rule"), error.rule);
        entries.append(Json(entry));
    }
    if (!entries.isEmpty())
        problem.insert(QStringLiteral("errors"), entries);
    return jsonResponse(status, "application/problem+json", problem);
}

} // namespace Mock
