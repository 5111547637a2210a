#include "designer/schema/validator.h"
#include "mockserver/engine/inputs/style_reader.h"
#include "mockserver/engine/run/request_run.h"

#include <algorithm>

using Design::Json;

namespace Mock
{

namespace
{

// Stands for an empty segment where a path is matched: no text contains it.
constexpr QChar nothing(0xfdef);

/// The path with its empty segments filled in: parameters that were left out.
QStringList withNothing(const QString &path)
{
    QString filled = path;
    filled.replace(QLatin1String("//"), QString(u'/') + nothing + u'/');
    if (filled.endsWith(u'/'))
        filled += nothing;
    return filled == path ? QStringList() : QStringList{filled};
}

/// Whether the values are some that the parameters of the path may have.
bool fitParameters(const RoutePlan &route, const QStringList &values)
{
    return std::all_of(route.parameters.begin(), route.parameters.end(), [&](const auto &p) {
        if (p.pathIndex < 0)
            return true;
        const StyledValue read = readStyled(values[p.pathIndex], p.name, p.style, p.shape);
        return read.problem.isEmpty() && isValid(p.schema, read.value);
    });
}

} // namespace

bool RequestRun::answerOwnPage(const QString &path)
{
    QStringList paths{path};
    for (const BasePath &base : m_api.bases) {
        if (!isFastApi())
            paths += base.rests(path);
    }
    for (const QString &one : std::as_const(paths)) {
        if (std::optional<Response> page = m_api.docs.answer(m_request.method, one)) {
            m_isOwnPage = true;
            m_exchange.response = std::move(*page);
            m_exchange.route = QStringLiteral("GET ") + one;
            m_trace.passed(StepKind::Route, m_exchange.route);
            return true;
        }
    }
    return false;
}

const RoutePlan *RequestRun::findRoute()
{
    const QByteArray raw = pathOf(m_request.target);
    // FastAPI decodes the whole path first, so that an encoded slash separates like any other.
    const QString sent = isFastApi() ? percentDecoded(raw) : markedDecoded(raw);
    const QString path = withoutRoot(sent);
    if (answerOwnPage(path))
        return nullptr;
    QString otherPath; // that fits but for the method
    // Literal text of a path may have been sent encoded.
    QStringList readings{path, unmarked(path, "/")};
    if (!isFastApi())
        readings += withNothing(path);
    else if (path.endsWith(u'\n')) // before which Python's `$` matches as well
        readings.append(path.chopped(1));
    for (const QString &text : std::as_const(readings)) {
        if (const RoutePlan *route = isFastApi() ? nullptr : findBehindBase(text, &otherPath))
            return route;
    }
    for (const QString &text : std::as_const(readings)) {
        const Router::Found found = findIn(text);
        if (const RoutePlan *route = foundRoute(text, found))
            return route;
        if (found.otherMethod >= 0 && otherPath.isNull())
            otherPath = text;
    }
    if (!otherPath.isNull())
        refuseMethod(otherPath);
    else if (m_api.docs.isPage(path))
        refuseMethod(QStringLiteral("GET ") + path, Design::NodeId::None, "GET, HEAD");
    else if (!isFastApi() || !redirectSlash(path, sent.chopped(path.size())))
        refusePath(path);
    return nullptr;
}

const RoutePlan *RequestRun::findBehindBase(const QString &path, QString *otherPath)
{
    for (int i = 0; i < m_api.bases.size(); ++i) {
        for (const QString &rest : m_api.bases[i].rests(path)) {
            const Router::Found found = findIn(rest);
            const int number = found.route >= 0 ? found.route : found.otherMethod;
            const bool isIts = number >= 0 && rest != path &&
                               m_api.routes[static_cast<size_t>(number)].bases.contains(i);
            if (const RoutePlan *route = isIts ? foundRoute(rest, found) : nullptr)
                return route;
            if (isIts && otherPath->isNull())
                *otherPath = rest;
        }
    }
    return nullptr;
}

/// OpenAPI forbids paths that differ in nothing but names, but many documents have them.
Router::Found RequestRun::findIn(const QString &path) const
{
    if (isFastApi())
        return m_api.router.find(path, m_request.method);
    return m_api.router.find(path, m_request.method, [this](int route, const QStringList &values) {
        return fitParameters(m_api.routes[static_cast<size_t>(route)], values);
    });
}

const RoutePlan *RequestRun::foundRoute(const QString &path, const Router::Found &found)
{
    if (found.route < 0)
        return nullptr;
    const RoutePlan &route = m_api.routes[static_cast<size_t>(found.route)];
    m_pathValues = found.values;
    if (!isFastApi())
        takeApart(route, path);
    m_pathValues.replaceInStrings(QString(nothing), QString());
    m_trace.passed(StepKind::Route, route.title, route.operation);
    return &route;
}

// `/{name}{extension}` can be taken apart in many ways; the one that fits the parameters is meant.
void RequestRun::takeApart(const RoutePlan &route, const QString &path)
{
    const auto hasSeveral = [](const QString &segment) { return segment.count(u'{') > 1; };
    const QStringList segments = route.path.split(u'/');
    if (std::none_of(segments.begin(), segments.end(), hasSeveral))
        return;
    int tries = 500;
    const auto fits = [&](const QStringList &values) {
        return --tries < 0 || fitParameters(route, values);
    };
    QStringList values;
    if (PathTemplate(route.path).match(path, &values, fits))
        m_pathValues = values;
}

bool RequestRun::isAtServer(const RoutePlan &route, const Inputs &inputs)
{
    const QString wanted = inputs.queryValues(QStringLiteral("__server")).value(0);
    const bool isKnown = std::any_of(route.bases.begin(), route.bases.end(),
                                     [&](int number) { return m_api.bases[number].isAt(wanted); });
    if (wanted.isEmpty() || isKnown)
        return true;
    Refusal refusal;
    refusal.status = 404;
    refusal.detail =
        QStringLiteral("%1 is at no server with the address %2.").arg(route.title, wanted);
    m_trace.failed(StepKind::Route, refusal.detail, route.operation);
    refuse(nullptr, refusal);
    return false;
}

void RequestRun::refuseMethod(const QString &path)
{
    const int number = m_api.router.find(path, m_request.method).otherMethod;
    const RoutePlan &other = m_api.routes[static_cast<size_t>(number)];
    // Starlette looks no further than the first route whose path fits.
    refuseMethod(other.title, other.operation,
                 isFastApi() ? other.allow : m_api.router.methods(path).join(", "));
}

void RequestRun::refuseMethod(const QString &nearest, Design::NodeId node, const QByteArray &allow)
{
    m_trace.failed(StepKind::Route, QStringLiteral("Method Not Allowed"), node);
    m_exchange.nearestRoutes = {nearest};
    Refusal refusal;
    refusal.status = 405;
    refusal.detail = isFastApi() ? QStringLiteral("Method Not Allowed")
                                 : QStringLiteral("%1 is not a method of this path.")
                                       .arg(QString::fromLatin1(m_request.method));
    refusal.headers = {{"allow", allow}};
    refuse(nullptr, refusal);
}

void RequestRun::refusePath(const QString &path)
{
    m_trace.failed(StepKind::Route, QStringLiteral("Not Found"));
    m_exchange.nearestRoutes = m_api.router.nearest(path, 3);
    Refusal refusal;
    refusal.status = 404;
    refusal.detail = isFastApi() ? QStringLiteral("Not Found")
                                 : QStringLiteral("The design has no path %1.")
                                       .arg(percentDecoded(pathOf(m_request.target)));
    refuse(nullptr, refusal);
}

/// Starlette's root_path, which FastAPI writes into the document as a server: requests may have it
/// in front of the path or leave it out.
QString RequestRun::withoutRoot(const QString &path) const
{
    const QString &root = m_api.rootPath;
    const bool hasRoot = !root.isEmpty() && path.startsWith(root) &&
                         (path.size() == root.size() || path[root.size()] == u'/');
    return hasRoot ? path.sliced(root.size()) : path;
}

bool RequestRun::redirectSlash(const QString &path, const QString &root)
{
    QString other = path;
    if (other.endsWith(u'/')) {
        while (other.endsWith(u'/'))
            other.chop(1);
    } else {
        other += u'/';
    }
    const bool isKnown = m_api.router.matches(other) || m_api.docs.isPage(other);
    if (path == u"/" || other.isEmpty() || !isKnown)
        return false;
    // Starlette quotes the decoded path anew, but for percent signs.
    const QByteArray target =
        (root + other).toUtf8().toPercentEncoding(":/#?=@[]!$&'()*+,;").replace("%25", "%");
    const QByteArray query = queryOf(m_request.target);
    const HeaderField *host = findHeader(m_request.headers, "host");
    QByteArray location = host ? "http://" + host->value + target : target;
    if (!query.isEmpty())
        location += '?' + query;
    m_exchange.response.status = 307;
    m_exchange.response.headers = {{"location", location}};
    m_trace.passed(StepKind::Route,
                   TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "redirected to %1"), {other}));
    return true;
}

} // namespace Mock
