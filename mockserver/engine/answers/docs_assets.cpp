#include "mockserver/engine/answers/docs_assets.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace Mock
{

namespace
{

struct Bundled {
    QLatin1String name;
    const char *type;
};
constexpr std::array bundled{
    Bundled{QLatin1String("swagger-ui-bundle.js"), "text/javascript; charset=utf-8"},
    Bundled{QLatin1String("swagger-ui.css"), "text/css; charset=utf-8"},
    Bundled{QLatin1String("redoc.standalone.js"), "text/javascript; charset=utf-8"},
};

// What a page would say in an inline script, which its policy forbids. The options of Swagger UI
// are FastAPI's, but for the validator on the internet.
constexpr char startSwagger[] = "window.ui = SwaggerUIBundle({\n"
                                "    url: 'openapi.json',\n"
                                "    dom_id: '#swagger-ui',\n"
                                "    layout: 'BaseLayout',\n"
                                "    deepLinking: true,\n"
                                "    showExtensions: true,\n"
                                "    showCommonExtensions: true,\n"
                                "    queryConfigEnabled: false,\n"
                                "    validatorUrl: null,\n"
                                "    presets: [SwaggerUIBundle.presets.apis],\n"
                                "});\n";
constexpr char startRedoc[] = "Redoc.init('openapi.json', {}, document.getElementById('redoc'));\n";
// Hands what the authorization server said back to the page that opened this window.
constexpr char finishLogin[] =
    "const login = window.opener.swaggerUIRedirectOauth2;\n"
    "const place = /code|token|error/.test(location.hash) ? location.hash : location.search;\n"
    "const answer = new URLSearchParams(place.slice(1));\n"
    "const report = (level, message) => login.errCb(\n"
    "    {authId: login.auth.name, source: 'auth', level, message});\n"
    "const isOurs = answer.get('state') === login.state;\n"
    "const flow = login.auth.schema.get('flow');\n"
    "const wantsCode = ['accessCode', 'authorizationCode', 'authorization_code'];\n"
    "if (wantsCode.includes(flow) && !login.auth.code) {\n"
    "    if (!isOurs)\n"
    "        report('warning', 'The state that came back is not the one that was sent.');\n"
    "    if (answer.has('code')) {\n"
    "        delete login.auth.state;\n"
    "        login.auth.code = answer.get('code');\n"
    "        login.callback({auth: login.auth, redirectUrl: login.redirectUrl});\n"
    "    } else {\n"
    "        report('error', answer.get('error_description') || answer.get('error') ||\n"
    "            'No code came back.');\n"
    "    }\n"
    "} else {\n"
    "    login.callback({auth: login.auth, token: Object.fromEntries(answer),\n"
    "        isValid: isOurs, redirectUrl: login.redirectUrl});\n"
    "}\n"
    "window.close();\n";

const Bundled *findBundled(QStringView name)
{
    const auto it = std::find_if(bundled.begin(), bundled.end(),
                                 [name](const Bundled &asset) { return name == asset.name; });
    return it == bundled.end() ? nullptr : it;
}

QString resourcePath(const Bundled &asset)
{
    return QLatin1String(":/menura/web/") + asset.name;
}

} // namespace

bool hasDocsAsset(QStringView name)
{
    const Bundled *asset = findBundled(name);
    return asset && QFile::exists(resourcePath(*asset));
}

std::optional<DocsAsset> findDocsAsset(QStringView name)
{
    if (name == u"start-swagger.js")
        return DocsAsset{"text/javascript; charset=utf-8", startSwagger};
    if (name == u"start-redoc.js")
        return DocsAsset{"text/javascript; charset=utf-8", startRedoc};
    if (name == u"finish-login.js")
        return DocsAsset{"text/javascript; charset=utf-8", finishLogin};
    const Bundled *asset = findBundled(name);
    QFile file(asset ? resourcePath(*asset) : QString());
    if (!asset || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return DocsAsset{asset->type, file.readAll()};
}

} // namespace Mock
