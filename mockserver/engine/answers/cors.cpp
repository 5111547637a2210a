#include "mockserver/engine/answers/cors.h"

#include <algorithm>

namespace Mock
{

namespace
{

QByteArray joined(const QStringList &list)
{
    return list.join(QStringLiteral(", ")).toLatin1();
}

QString text(const HeaderField *field)
{
    return field ? QString::fromLatin1(field->value) : QString();
}

void addVary(Response *response)
{
    const QByteArray vary = headerValue(response->headers, "vary");
    response->setHeader("vary", vary.isEmpty() ? QByteArray("Origin") : vary + ", Origin");
}

} // namespace

Cors::Cors(const Design::CorsDesign &design)
    : m_design(design)
    , m_allowsAll(design.origins.contains(u'*'))
    , m_allowsAllHeaders(design.headers.contains(u'*'))
    , m_pattern(QRegularExpression::anchoredPattern(design.originPattern))
{
    if (m_design.methods.contains(u'*')) {
        m_design.methods = {QStringLiteral("DELETE"), QStringLiteral("GET"),
                            QStringLiteral("HEAD"),   QStringLiteral("OPTIONS"),
                            QStringLiteral("PATCH"),  QStringLiteral("POST"),
                            QStringLiteral("PUT")};
    }
    // Those that a browser may always send stand in the list, too.
    m_design.headers += {QStringLiteral("Accept"), QStringLiteral("Accept-Language"),
                         QStringLiteral("Content-Language"), QStringLiteral("Content-Type")};
    m_design.headers.sort();
    m_design.headers.removeDuplicates();
}

bool Cors::isAllowed(const QString &origin) const
{
    return m_allowsAll || m_design.origins.contains(origin) ||
           (!m_design.originPattern.isEmpty() && m_pattern.match(origin).hasMatch());
}

std::optional<Response> Cors::preflight(const Request &request) const
{
    const HeaderField *origin = findHeader(request.headers, "origin");
    const HeaderField *method = findHeader(request.headers, "access-control-request-method");
    if (!isOn() || request.method != "OPTIONS" || !origin || !method)
        return std::nullopt;
    const HeaderField *asked = findHeader(request.headers, "access-control-request-headers");
    const bool isExplicit = !m_allowsAll || m_design.allowsCredentials;
    QByteArrayList failures;
    Response response;
    if (isExplicit)
        response.setHeader("vary", "Origin");
    else
        response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-methods", joined(m_design.methods));
    response.setHeader("access-control-max-age", QByteArray::number(m_design.maxAge));
    if (!m_allowsAllHeaders)
        response.setHeader("access-control-allow-headers", joined(m_design.headers));
    if (m_design.allowsCredentials)
        response.setHeader("access-control-allow-credentials", "true");
    if (!isAllowed(text(origin)))
        failures.append("origin");
    else if (isExplicit)
        response.setHeader("access-control-allow-origin", origin->value);
    if (!m_design.methods.contains(text(method)))
        failures.append("method");
    if (asked && m_allowsAllHeaders) {
        response.setHeader("access-control-allow-headers", asked->value);
    } else if (asked) {
        const QStringList names = text(asked).split(u',');
        const bool areAllowed = std::all_of(names.begin(), names.end(), [this](const QString &n) {
            return m_design.headers.contains(n.trimmed(), Qt::CaseInsensitive);
        });
        if (!areAllowed)
            failures.append("headers");
    }
    if (findHeader(request.headers, "access-control-request-private-network"))
        failures.append("private-network");
    response.status = failures.isEmpty() ? 200 : 400;
    response.body =
        failures.isEmpty() ? QByteArray("OK") : "Disallowed CORS " + failures.join(", ");
    response.headers.append(HeaderField{"content-type", "text/plain; charset=utf-8"});
    return response;
}

void Cors::decorate(const Request &request, Response *response) const
{
    const HeaderField *origin = findHeader(request.headers, "origin");
    if (!isOn() || !origin)
        return;
    if (m_allowsAll)
        response->setHeader("access-control-allow-origin", "*");
    if (m_design.allowsCredentials)
        response->setHeader("access-control-allow-credentials", "true");
    if (!m_design.expose.isEmpty())
        response->setHeader("access-control-expose-headers", joined(m_design.expose));
    if (m_allowsAll ? m_design.allowsCredentials : isAllowed(text(origin))) {
        response->setHeader("access-control-allow-origin", origin->value);
        addVary(response);
    }
}

} // namespace Mock
