#include "mockserver/contract/credentials.h"

#include "designer/model/locate.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Design;

namespace Mock
{

bool isBearer(const SecurityScheme &scheme)
{
    return scheme.type == QLatin1String("oauth2") ||
           scheme.type == QLatin1String("openIdConnect") ||
           (scheme.type == QLatin1String("http") &&
            scheme.scheme.compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0);
}

bool isBasic(const SecurityScheme &scheme)
{
    return scheme.type == QLatin1String("http") &&
           scheme.scheme.compare(QLatin1String("basic"), Qt::CaseInsensitive) == 0;
}

static bool isInQuery(const SecurityScheme &scheme)
{
    return scheme.type == QLatin1String("apiKey") && scheme.in == QLatin1String("query");
}

QList<Identity> identitiesFor(const Api &api, const Operation &operation)
{
    QList<Identity> found;
    QStringList seen;
    for (const SecurityRequirement &one : operation.security.value_or(api.security)) {
        for (const Named<QStringList> &use : one.schemes) {
            const SecurityScheme *scheme = api.components.securitySchemes.find(use.name);
            scheme = scheme ? resolve(api, *scheme) : nullptr;
            if (!scheme || seen.contains(use.name))
                continue;
            seen.append(use.name);
            for (const AccessToken &token : accessTokens(*scheme).tokens)
                found.append({use.name, token});
        }
    }
    return found;
}

QByteArray exampleToken(const SecurityScheme &scheme, const QStringList &scopes)
{
    const QList<AccessToken> tokens = accessTokens(scheme).tokens;
    const auto has = [&scopes](const AccessToken &token) {
        return std::all_of(scopes.begin(), scopes.end(),
                           [&token](const QString &scope) { return token.scopes.contains(scope); });
    };
    const auto fitting = std::find_if(tokens.begin(), tokens.end(), has);
    if (fitting != tokens.end())
        return fitting->text.toUtf8();
    return isBasic(scheme) ? QByteArrayLiteral("example:example") : QByteArrayLiteral("example");
}

HeaderField credentialHeader(const SecurityScheme &scheme, const QByteArray &token)
{
    if (scheme.type == QLatin1String("apiKey")) {
        if (scheme.in == QLatin1String("cookie"))
            return {"Cookie", scheme.name.toUtf8() + '=' + token};
        return {scheme.name.toUtf8(), token};
    }
    if (isBasic(scheme))
        return {"Authorization", "Basic " + token.toBase64()};
    const QByteArray kind =
        scheme.type == QLatin1String("http") ? scheme.scheme.toUtf8() : QByteArrayLiteral("Bearer");
    return {"Authorization", kind + ' ' + token};
}

void setCredential(Request &request, const SecurityScheme &scheme, const QByteArray &token)
{
    if (isInQuery(scheme)) {
        QUrl url = QUrl::fromEncoded(request.target);
        QUrlQuery query(url);
        query.removeAllQueryItems(scheme.name);
        if (!token.isEmpty())
            query.addQueryItem(scheme.name, QString::fromUtf8(token));
        url.setQuery(query);
        request.target = url.toEncoded();
        return;
    }
    const HeaderField field = credentialHeader(scheme, token);
    const bool isCookie = field.name == "Cookie";
    request.headers.removeIf([&](const HeaderField &old) {
        return old.name.compare(field.name, Qt::CaseInsensitive) == 0 &&
               (!isCookie || old.value.startsWith(scheme.name.toUtf8() + '='));
    });
    if (!token.isEmpty())
        request.headers.append(field);
}

} // namespace Mock
