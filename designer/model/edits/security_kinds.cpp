#include "designer/model/edits/security_kinds.h"

#include "designer/model/edits/behaviour_edits.h"
#include "designer/model/edits/names.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Design::SecurityKinds)
};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// The scheme that a kind stands for; without a type for an unknown kind.
SecurityScheme schemeOf(const QString &kind)
{
    SecurityScheme scheme;
    if (kind == QLatin1String("bearer") || kind == QLatin1String("basic")) {
        scheme.type = text("http");
        scheme.scheme = kind;
    } else if (kind == QLatin1String("oauth2")) {
        scheme.type = text("oauth2");
        scheme.flows = JsonObject{{text("password"), JsonObject{{text("tokenUrl"), text("token")},
                                                                {text("scopes"), JsonObject{}}}}};
    } else if (kind.startsWith(QLatin1String("apiKey-"))) {
        scheme.type = text("apiKey");
        scheme.in = kind.section(QLatin1Char('-'), 1);
        scheme.name = scheme.in == QLatin1String("header") ? text("X-API-Key") : text("api_key");
    }
    return scheme;
}

bool isSameKind(const SecurityScheme &a, const SecurityScheme &b)
{
    return a.type == b.type && a.scheme.compare(b.scheme, Qt::CaseInsensitive) == 0 &&
           a.in == b.in && a.flows.object().keys() == b.flows.object().keys();
}

} // namespace

QList<SecurityKind> securityKinds()
{
    return {{text("bearer"), Words::tr("Bearer token")},
            {text("basic"), Words::tr("User name and password (basic)")},
            {text("apiKey-header"), Words::tr("API key in a header")},
            {text("apiKey-query"), Words::tr("API key in the query")},
            {text("apiKey-cookie"), Words::tr("API key in a cookie")},
            {text("oauth2"), Words::tr("OAuth2: log in with a password, get a token")}};
}

bool giveSecurityKind(Api &api, const QString &dependency, const QString &kind)
{
    SecurityScheme wanted = schemeOf(kind);
    if (wanted.type.isEmpty() ||
        !behaviourNames(api, BehaviourGroup::Dependencies).contains(dependency))
        return false;
    QString name;
    QStringList taken;
    for (const Named<SecurityScheme> &scheme : std::as_const(api.components.securitySchemes)) {
        taken.append(scheme.name);
        if (name.isEmpty() && !scheme.isRaw() && isSameKind(scheme.value, wanted))
            name = scheme.name;
    }
    if (name.isEmpty()) {
        name = uniqueName(kind.section(QLatin1Char('-'), 0, 0) + text("Auth"), taken);
        wanted.id = api.newId();
        api.components.securitySchemes.insert(name, wanted);
    }
    const bool hasLogin = kind == QLatin1String("oauth2") || kind == QLatin1String("basic");
    const BehaviourPlace login{NodeId::None, {text("logins"), name}};
    if (hasLogin && behaviourValue(api, login).isUndefined()) {
        const JsonArray users{
            JsonObject{{text("username"), text("ada")}, {text("password"), text("secret")}}};
        setBehaviourValue(api, login, JsonObject{{text("users"), users}});
    }
    const BehaviourPlace place{NodeId::None, {groupKey(BehaviourGroup::Dependencies), dependency}};
    setBehaviourValue(api, place.child(text("scheme")), name);
    setBehaviourValue(api, place.child(text("user")), hasLogin ? Json(true) : Json());
    return true;
}

} // namespace Design
