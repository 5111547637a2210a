#include "designer/openapi/swagger2/security_part.h"

#include <QHash>

namespace Design::Swagger2
{

Json convertedSecurityScheme(const Json &scheme)
{
    if (!scheme.isObject())
        return scheme;
    static const QHash<QString, QString> flowNames{
        {QStringLiteral("implicit"), QStringLiteral("implicit")},
        {QStringLiteral("password"), QStringLiteral("password")},
        {QStringLiteral("application"), QStringLiteral("clientCredentials")},
        {QStringLiteral("accessCode"), QStringLiteral("authorizationCode")}};
    JsonObject converted = scheme.object();
    if (scheme.value(u"type").string() == QLatin1String("basic")) {
        converted.insert(QStringLiteral("type"), QStringLiteral("http"));
        converted.insert(1 + converted.indexOf(u"type"), QStringLiteral("scheme"),
                         QStringLiteral("basic"));
    }
    const QString flowName = flowNames.value(scheme.value(u"flow").toString());
    if (flowName.isEmpty())
        return converted;
    JsonObject flow;
    for (const QString &key : {QStringLiteral("authorizationUrl"), QStringLiteral("tokenUrl"),
                               QStringLiteral("scopes")}) {
        if (converted.contains(key))
            flow.insert(key, converted.value(key));
        converted.remove(key);
    }
    if (!flow.contains(u"scopes"))
        flow.insert(QStringLiteral("scopes"), JsonObject());
    converted.remove(u"flow");
    converted.insert(QStringLiteral("flows"), JsonObject{{flowName, flow}});
    return converted;
}

} // namespace Design::Swagger2
