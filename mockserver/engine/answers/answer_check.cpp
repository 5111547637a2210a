#include "mockserver/engine/answers/answer_check.h"

#include "designer/text/json_reader.h"
#include "mockserver/engine/errors/schema_violation.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/inputs/style_reader.h"
#include "mockserver/engine/inputs/xml_body.h"
#include "mockserver/engine/plan/plan_builder.h"

using Design::Json;
using Design::JsonArray;

namespace Mock
{

namespace
{

JsonArray place(const QString &part)
{
    return {Json(QStringLiteral("response")), Json(part)};
}

/// Checks one answer.
class AnswerCheck
{
public:
    AnswerCheck(const RoutePlan &route, const Request &request, const Response &response)
        : m_route(route)
        , m_request(request)
        , m_response(response)
    {
    }

    QList<Violation> run(bool isFastApi)
    {
        const QList<const AnswerPlan *> declared = declaredFor(m_response.status);
        if (declared.isEmpty()) {
            if (!(isFastApi && m_response.status == 422))
                report({Json(QStringLiteral("response")), Json(QStringLiteral("status"))},
                       QStringLiteral("undeclared_status"),
                       QStringLiteral("The design declares no answer %1.").arg(m_response.status),
                       m_route.operation);
            return m_violations;
        }
        checkHeaders(*declared.first());
        const bool hasBody = m_request.method != "HEAD" && !isBodyless(m_response.status);
        const AnswerPlan *answer = hasBody ? chooseMedia(declared) : nullptr;
        if (answer && !answer->isOpen && !m_response.isPartial)
            checkBody(*answer);
        return m_violations;
    }

private:
    /// The media types of the response that stands for a status: it itself, its range, the default.
    QList<const AnswerPlan *> declaredFor(int status) const
    {
        const QString text = QString::number(status);
        QList<const AnswerPlan *> found;
        for (const QString &name :
             {text, text.first(1) + QStringLiteral("XX"), QStringLiteral("default")}) {
            for (const AnswerPlan &answer : m_route.answers) {
                if (answer.response.compare(name, Qt::CaseInsensitive) == 0)
                    found.append(&answer);
            }
            if (!found.isEmpty())
                break;
        }
        return found;
    }

    void checkHeaders(const AnswerPlan &answer)
    {
        for (const AnswerPlan::ExpectedHeader &header : answer.expected) {
            JsonArray at = place(QStringLiteral("header"));
            at.append(Json(header.name));
            const HeaderField *sent = findHeader(m_response.headers, header.name.toLatin1());
            if (!sent) {
                if (header.isRequired)
                    report(at, QStringLiteral("missing"), QStringLiteral("is required"),
                           header.node);
                continue;
            }
            const QByteArray text = headerValue(m_response.headers, header.name.toLatin1());
            const StyledValue read =
                readStyled(QString::fromUtf8(text), header.name, header.style, header.shape);
            if (!read.problem.isEmpty())
                report(at, QStringLiteral("style"), read.problem, header.node);
            else
                checkValue(header.schema, read.value, at);
        }
    }

    /// The declared media type that the answer has; null when there is nothing to check.
    const AnswerPlan *chooseMedia(const QList<const AnswerPlan *> &declared)
    {
        const QByteArray type = headerValue(m_response.headers, "content-type");
        const AnswerPlan *best = nullptr;
        int bestFit = 0;
        QStringList names;
        for (const AnswerPlan *answer : declared) {
            if (answer->mediaType.isEmpty()) // the design says nothing about a body
                return nullptr;
            names.append(QString::fromLatin1(answer->mediaType));
            const int fit = mediaTypeFit(type, answer->mediaType);
            if (fit > bestFit) {
                best = answer;
                bestFit = fit;
            }
        }
        if (best)
            return best;
        JsonArray at = place(QStringLiteral("header"));
        at.append(Json(QStringLiteral("content-type")));
        report(at, QStringLiteral("media_type"),
               QStringLiteral("must be %1, not %2")
                   .arg(names.join(QStringLiteral(" or ")),
                        type.isEmpty() ? QStringLiteral("missing") : QString::fromLatin1(type)),
               declared.first()->node);
        return nullptr;
    }

    void checkBody(const AnswerPlan &answer)
    {
        const QByteArray encoding = headerValue(m_response.headers, "content-encoding");
        if (!encoding.isEmpty() && encoding.toLower() != "identity")
            return; // it was not asked for, and is not ours to take off
        const ParsedMediaType type =
            parseMediaType(headerValue(m_response.headers, "content-type"));
        Json value;
        if (type.isJson()) {
            value = Design::readJson(m_response.body).value;
            if (value.isUndefined()) {
                report(place(QStringLiteral("body")), QStringLiteral("json_invalid"),
                       QStringLiteral("is not JSON"), answer.node);
                return;
            }
        } else if (answer.xml && type.isXml()) {
            const ReadXml xml = readXml(m_response.body, *answer.xml, answer.shape);
            if (!xml.error.isEmpty()) {
                report(place(QStringLiteral("body")), QStringLiteral("xml_invalid"), xml.error,
                       answer.node);
                return;
            }
            value = xml.value;
        } else if (type.type.startsWith("text/")) {
            value = scalarFromText(decodedAs(m_response.body, type), answer.shape);
            if (value.isString() && !answer.shape.isString)
                return; // of a kind that cannot be taken apart
        } else {
            return;
        }
        checkValue(answer.schema, value, place(QStringLiteral("body")));
    }

    void checkValue(const Design::CompiledSchema &schema, const Json &value, const JsonArray &at)
    {
        Design::ValidateOptions options;
        options.direction = Design::Direction::Response;
        const Design::Validation found = validate(schema, value, options);
        for (const Design::SchemaError &error : found.errors)
            m_violations.append(violationOf(rootCause(error), at, value));
    }

    void report(const JsonArray &at, const QString &type, const QString &message,
                Design::NodeId node)
    {
        Violation violation;
        violation.location = Json(at);
        violation.type = type;
        violation.message = message;
        violation.node = node;
        m_violations.append(violation);
    }

    const RoutePlan &m_route;
    const Request &m_request;
    const Response &m_response;
    QList<Violation> m_violations;
};

} // namespace

QList<Violation> answerViolations(const RoutePlan &route, bool isFastApi, const Request &request,
                                  const Response &response)
{
    return AnswerCheck(route, request, response).run(isFastApi);
}

} // namespace Mock
