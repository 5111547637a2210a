#include "mockserver/engine/docs_pages.h"

#include "designer/openapi/openapi_writer.h"
#include "designer/text/json_writer.h"

#include <QFile>

namespace Mock
{

namespace
{

constexpr QLatin1String assetFolder("/docs/assets/");

struct Asset {
    QLatin1String name;
    const char *type;
};
constexpr Asset assets[] = {
    {QLatin1String("swagger-ui-bundle.js"), "text/javascript; charset=utf-8"},
    {QLatin1String("swagger-ui.css"), "text/css; charset=utf-8"},
    {QLatin1String("redoc.standalone.js"), "text/javascript; charset=utf-8"},
};

// Ours: what a page would otherwise say in an inline script, which its policy forbids.
constexpr char swaggerStart[] =
    "window.ui = SwaggerUIBundle({\n"
    "    url: 'openapi.json',\n"
    "    dom_id: '#swagger-ui',\n"
    "    layout: 'BaseLayout',\n"
    "    deepLinking: true,\n"
    "    showExtensions: true,\n"
    "    showCommonExtensions: true,\n"
    "    queryConfigEnabled: false,\n"
    "    validatorUrl: null,\n"
    "    presets: [SwaggerUIBundle.presets.apis, SwaggerUIBundle.SwaggerUIStandalonePreset],\n"
    "});\n";
constexpr char redocStart[] =
    "Redoc.init('openapi.json', {hideDownloadButton: false}, "
    "document.getElementById('redoc'));\n";

QByteArray resource(QStringView name)
{
    QFile file(QStringLiteral(":/menura/web/") + name.toString());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isBundled(QLatin1String name)
{
    return QFile::exists(QStringLiteral(":/menura/web/") + QString(name));
}

Response page(const QByteArray &type, const QByteArray &body)
{
    Response response;
    response.headers = {{"content-type", type}, {"x-content-type-options", "nosniff"}};
    response.body = body;
    return response;
}

/// An HTML page whose scripts and styles may only come from this server. Swagger UI and ReDoc
/// set styles on elements, which cannot do without 'unsafe-inline'; scripts can.
Response htmlPage(const QString &title, const QString &head, const QString &body)
{
    const QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                                        "<meta charset=\"utf-8\">\n"
                                        "<meta name=\"viewport\" content=\"width=device-width, "
                                        "initial-scale=1\">\n<title>%1</title>\n%2</head>\n"
                                        "<body>\n%3</body>\n</html>\n")
                             .arg(title.toHtmlEscaped(), head, body);
    Response response = page("text/html; charset=utf-8", html.toUtf8());
    response.headers.append(
        {"content-security-policy",
         "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
         "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' "
         "blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"});
    response.headers.append({"referrer-policy", "no-referrer"});
    return response;
}

Response unbundledPage(const QString &title, const QString &what)
{
    return htmlPage(
        title, QString(),
        QStringLiteral("<h1>%1</h1>\n<p>%2 was not bundled when this program was built: npm was "
                       "not there. The document itself is at "
                       "<a href=\"openapi.json\">openapi.json</a>, and the documentation is in "
                       "the studio.</p>\n")
            .arg(title.toHtmlEscaped(), what));
}

} // namespace

DocsPages::DocsPages(const Design::Api &api)
    : m_title(api.info.title)
{
    const auto version = api.isVersion30() ? Design::ExportVersion::OpenApi30
                                           : Design::ExportVersion::OpenApi31;
    m_openApi = Design::writeJson(Design::exportOpenApi(api, version));
}

bool DocsPages::isOurs(const QString &path)
{
    return path == u"/openapi.json" || path == u"/docs" || path == u"/redoc"
        || path.startsWith(assetFolder);
}

std::optional<Response> DocsPages::answer(const QByteArray &method, const QString &path) const
{
    if ((method != "GET" && method != "HEAD") || !isOurs(path))
        return std::nullopt;
    if (path == u"/openapi.json")
        return page("application/json", m_openApi);
    if (path == u"/docs") {
        const QString title = m_title + QLatin1String(" - Swagger UI");
        if (!isBundled(assets[0].name))
            return unbundledPage(title, QStringLiteral("Swagger UI"));
        return htmlPage(
            title,
            QStringLiteral("<link rel=\"stylesheet\" href=\"docs/assets/swagger-ui.css\">\n"),
            QStringLiteral("<div id=\"swagger-ui\"></div>\n"
                           "<script src=\"docs/assets/swagger-ui-bundle.js\"></script>\n"
                           "<script src=\"docs/assets/start-swagger.js\"></script>\n"));
    }
    if (path == u"/redoc") {
        const QString title = m_title + QLatin1String(" - ReDoc");
        if (!isBundled(assets[2].name))
            return unbundledPage(title, QStringLiteral("ReDoc"));
        return htmlPage(title, QString(),
                        QStringLiteral("<div id=\"redoc\"></div>\n"
                                       "<script src=\"docs/assets/redoc.standalone.js\"></script>\n"
                                       "<script src=\"docs/assets/start-redoc.js\"></script>\n"));
    }
    const QStringView name = QStringView(path).sliced(assetFolder.size());
    if (name == u"start-swagger.js")
        return page("text/javascript; charset=utf-8", swaggerStart);
    if (name == u"start-redoc.js")
        return page("text/javascript; charset=utf-8", redocStart);
    for (const Asset &asset : assets) {
        if (name == asset.name && isBundled(asset.name))
            return page(asset.type, resource(name));
    }
    return std::nullopt;
}

} // namespace Mock
