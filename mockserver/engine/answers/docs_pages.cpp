#include "mockserver/engine/answers/docs_pages.h"

#include "designer/docs/html_docs.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/answers/docs_assets.h"

#include <mutex>

namespace Mock
{

namespace
{

constexpr QLatin1String plainPath("/docs/plain");
constexpr QLatin1String returnPath("/docs/oauth2-redirect");
constexpr QLatin1String assetFolder("/docs/assets/");

/// Scripts and styles may only come from this server. Swagger UI and ReDoc set styles on elements,
/// which cannot do without 'unsafe-inline'; scripts can.
constexpr char policy[] =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

Response contentOf(const QByteArray &type, const QByteArray &body)
{
    Response response;
    response.headers = {{"content-type", type}, {"x-content-type-options", "nosniff"}};
    response.body = body;
    return response;
}

Response htmlOf(const QByteArray &html)
{
    Response response = contentOf("text/html; charset=utf-8", html);
    response.setHeader("content-security-policy", policy);
    response.setHeader("referrer-policy", "no-referrer");
    return response;
}

Response htmlPage(const QString &title, const QString &head, const QString &body)
{
    const QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>%1</title>\n%2</head>\n<body>\n%3</body>\n</html>\n");
    return htmlOf(html.arg(title.toHtmlEscaped(), head, body).toUtf8());
}

Response unbundledPage(const QString &title, const QString &what)
{
    return htmlPage(
        title, QString(),
        QStringLiteral("<h1>%1</h1>\n<p>%2 was not bundled: npm or its registry was not there when "
                       "this program was built.</p>\n<p><a href=\"docs/plain\">Documentation "
                       "without it</a> &middot; <a href=\"openapi.json\">openapi.json</a></p>\n")
            .arg(title.toHtmlEscaped(), what));
}

} // namespace

struct DocsPages::Texts {
    Design::Api api;
    std::once_flag hasOpenApi;
    QByteArray openApi;
    std::once_flag hasPlain;
    QByteArray plain;
};

DocsPages::DocsPages(const Design::Api &api)
    : m_texts(std::make_shared<Texts>())
{
    m_texts->api = api;
}

bool DocsPages::isOurs(const QString &path)
{
    return path == u"/openapi.json" || path == u"/docs" || path == u"/redoc" || path == plainPath ||
           path == returnPath || path.startsWith(assetFolder);
}

bool DocsPages::isPage(const QString &path) const
{
    return m_texts && isOurs(path) && !path.startsWith(assetFolder);
}

std::optional<Response> DocsPages::answer(const QByteArray &method, const QString &path) const
{
    if (!m_texts || (method != "GET" && method != "HEAD") || !isOurs(path))
        return std::nullopt;
    if (!path.startsWith(assetFolder))
        return page(path);
    const std::optional<DocsAsset> asset =
        findDocsAsset(QStringView(path).sliced(assetFolder.size()));
    if (!asset)
        return std::nullopt;
    return contentOf(asset->type, asset->content);
}

Response DocsPages::page(const QString &path) const
{
    Texts &texts = *m_texts;
    const QString &name = texts.api.info.title;
    if (path == u"/openapi.json") {
        std::call_once(texts.hasOpenApi, [&texts] {
            const auto version = texts.api.isVersion30() ? Design::ExportVersion::OpenApi30
                                                         : Design::ExportVersion::OpenApi31;
            texts.openApi = Design::writeJson(Design::exportOpenApi(texts.api, version));
        });
        return contentOf("application/json", texts.openApi);
    }
    if (path == plainPath) {
        std::call_once(texts.hasPlain, [&texts] {
            texts.plain = Design::docsPage(texts.api, {Design::DocsTarget::Page}).toUtf8();
        });
        return htmlOf(texts.plain);
    }
    if (path == returnPath) { // where a login that was begun in Swagger UI comes back to
        return htmlPage(QStringLiteral("Swagger UI: OAuth2 Redirect"), QString(),
                        QStringLiteral("<script src=\"assets/finish-login.js\"></script>\n"));
    }
    if (path == u"/docs") {
        const QString title = name + QLatin1String(" - Swagger UI");
        if (!hasDocsAsset(u"swagger-ui-bundle.js"))
            return unbundledPage(title, QStringLiteral("Swagger UI"));
        return htmlPage(
            title,
            QStringLiteral("<link rel=\"stylesheet\" href=\"docs/assets/swagger-ui.css\">\n"),
            QStringLiteral("<div id=\"swagger-ui\"></div>\n"
                           "<script src=\"docs/assets/swagger-ui-bundle.js\"></script>\n"
                           "<script src=\"docs/assets/start-swagger.js\"></script>\n"));
    }
    const QString title = name + QLatin1String(" - ReDoc");
    if (!hasDocsAsset(u"redoc.standalone.js"))
        return unbundledPage(title, QStringLiteral("ReDoc"));
    return htmlPage(title, QString(),
                    QStringLiteral("<div id=\"redoc\"></div>\n"
                                   "<script src=\"docs/assets/redoc.standalone.js\"></script>\n"
                                   "<script src=\"docs/assets/start-redoc.js\"></script>\n"));
}

} // namespace Mock
