#include "designer/text/json_writer.h"
#include "mockserver/engine/request_run.h"

using Design::Json;

namespace Mock
{

namespace
{

// Stands for a `/` that was sent as %2F and so separates nothing: no text contains it.
constexpr QChar encodedSlash(0xfffe);

/// The path as routes see it. OpenAPI's parameters may contain an encoded slash; FastAPI decodes
/// the whole path first, so that there it separates like any other.
QString decodedPath(const QByteArray &raw, bool isFastApi)
{
    if (isFastApi)
        return percentDecoded(raw);
    QByteArray marked = raw;
    const QByteArray mark = QString(encodedSlash).toUtf8();
    return percentDecoded(marked.replace("%2F", mark).replace("%2f", mark));
}

} // namespace

bool RequestRun::answerOwnPage(const QString &path)
{
    std::optional<Response> page = m_api.docs.answer(m_request.method, path);
    if (!page)
        return false;
    m_exchange.response = std::move(*page);
    m_exchange.route = QStringLiteral("GET ") + path;
    m_trace.passed(StepKind::Route, m_exchange.route);
    return true;
}

const RoutePlan *RequestRun::findRoute()
{
    const QByteArray raw = pathOf(m_request.target);
    const QString path = decodedPath(raw, isFastApi());
    if (answerOwnPage(path))
        return nullptr;
    const Router::Found found = m_api.router.find(path, m_request.method);
    if (const RoutePlan *route = foundRoute(found))
        return route;
    if (found.otherMethod < 0 && !isFastApi()) {
        // The address of a server may have a path of its own, which the design's paths leave out.
        for (const QByteArray &base : m_api.basePaths) {
            if (!raw.startsWith(base + '/'))
                continue;
            const QString rest = decodedPath(raw.sliced(base.size()), isFastApi());
            if (answerOwnPage(rest))
                return nullptr;
            if (const RoutePlan *route = foundRoute(m_api.router.find(rest, m_request.method)))
                return route;
        }
    }
    if (found.otherMethod >= 0)
        refuseMethod(path, found);
    else if (!isFastApi() || !redirectSlash(path))
        refusePath(path);
    return nullptr;
}

const RoutePlan *RequestRun::foundRoute(const Router::Found &found)
{
    if (found.route < 0)
        return nullptr;
    const RoutePlan &route = m_api.routes[static_cast<size_t>(found.route)];
    m_pathValues = found.values;
    for (QString &value : m_pathValues)
        value.replace(encodedSlash, u'/');
    m_trace.passed(StepKind::Route, route.title, route.operation);
    return &route;
}

void RequestRun::refuseMethod(const QString &path, const Router::Found &found)
{
    const RoutePlan &other = m_api.routes[static_cast<size_t>(found.otherMethod)];
    m_trace.failed(StepKind::Route, QStringLiteral("Method Not Allowed"), other.operation);
    m_exchange.nearestRoutes = {other.title};
    if (isFastApi()) {
        // Starlette looks no further than the first route whose path fits.
        m_exchange.response = detailResponse(405, Json(QStringLiteral("Method Not Allowed")));
        m_exchange.response.setHeader("allow", other.method);
        return;
    }
    const QList<QByteArray> methods = m_api.router.methods(path);
    m_exchange.response = problemResponse(405, QStringLiteral("%1 is not a method of this path.")
                                                   .arg(QString::fromLatin1(m_request.method)));
    m_exchange.response.setHeader("allow", methods.join(", "));
}

void RequestRun::refusePath(const QString &path)
{
    m_trace.failed(StepKind::Route, QStringLiteral("Not Found"));
    m_exchange.nearestRoutes = m_api.router.nearest(path, 3);
    m_exchange.response =
        isFastApi() ? detailResponse(404, Json(QStringLiteral("Not Found")))
                    : problemResponse(404, QStringLiteral("The design has no path %1.")
                                               .arg(percentDecoded(pathOf(m_request.target))));
}

bool RequestRun::redirectSlash(const QString &path)
{
    QString other = path;
    if (other.endsWith(u'/')) {
        while (other.endsWith(u'/'))
            other.chop(1);
    } else {
        other += u'/';
    }
    if (path == u"/" || other.isEmpty() || !m_api.router.matches(other))
        return false;
    QByteArray target = pathOf(m_request.target);
    if (target.endsWith('/')) {
        while (target.endsWith('/'))
            target.chop(1);
    } else {
        target += '/';
    }
    const QByteArray query = queryOf(m_request.target);
    const HeaderField *host = findHeader(m_request.headers, "host");
    QByteArray location = host ? "http://" + host->value + target : target;
    if (!query.isEmpty())
        location += '?' + query;
    m_exchange.response.status = 307;
    m_exchange.response.headers = {{"location", location}};
    m_trace.passed(StepKind::Route, QStringLiteral("redirected to %1").arg(other));
    return true;
}

} // namespace Mock
