#include "designer/model/design_text.h"
#include "designer/model/locate.h"
#include "mockserver/engine/plan/plan_builder.h"

namespace Mock
{

void PlanBuilder::addSecurity(const Design::Operation &operation, RoutePlan *route)
{
    const QList<Design::SecurityRequirement> &requirements =
        operation.security ? *operation.security : m_api.security;
    for (const Design::SecurityRequirement &requirement : requirements) {
        QList<CredentialPlan> needed;
        for (const auto &scheme : requirement.schemes)
            needed.append(credentialPlan(scheme.name, scheme.value));
        route->security.append(needed);
    }
}

CredentialPlan PlanBuilder::credentialPlan(const QString &name, const QStringList &scopes)
{
    using Kind = CredentialPlan::Kind;
    CredentialPlan plan;
    const Design::SecurityScheme *reference = m_api.components.securitySchemes.find(name);
    const Design::SecurityScheme *scheme = reference ? resolve(m_api, *reference) : nullptr;
    if (!scheme) {
        report(
            Design::Severity::Error, QStringLiteral("unknown-security-scheme"),
            Design::DesignText::tr("There is no security scheme %1; it is not enforced.").arg(name),
            Design::NodeId::None);
        return plan;
    }
    plan.node = scheme->id;
    plan.title = name;
    plan.scopes = scopes;
    Design::AccessTokens tokens = accessTokens(*scheme);
    if (tokens.isGiven)
        plan.tokens = std::make_shared<const Design::AccessTokens>(std::move(tokens));
    plan.name = scheme->name;
    const QString http = scheme->type == u"http" ? scheme->scheme.toLower() : QString();
    if (http == u"bearer" || scheme->type == u"oauth2" || scheme->type == u"openIdConnect") {
        // FastAPI's class OAuth2, whose name the scheme gets, and OpenIdConnect look no further.
        const bool isAny = scheme->type == u"openIdConnect" || name == u"OAuth2";
        if (isFastApi() && scheme->type != u"http")
            plan.kind = isAny ? Kind::AnyAuthorization : Kind::OAuth;
        else
            plan.kind = Kind::Bearer;
        plan.challenge = "Bearer";
    } else if (http == u"basic") {
        plan.kind = Kind::Basic;
        plan.challenge = "Basic";
    } else if (http == u"digest") {
        plan.kind = Kind::Digest;
        plan.challenge = "Digest";
    } else if (scheme->type == u"apiKey") {
        plan.kind = scheme->in == u"query"    ? Kind::QueryKey
                    : scheme->in == u"cookie" ? Kind::CookieKey
                                              : Kind::HeaderKey;
        plan.challenge = "APIKey";
    } else if (!http.isEmpty()) { // any other scheme of HTTP authentication
        plan.name = http;
        plan.challenge = scheme->scheme.toLatin1();
    }
    if (!isFastApi() && plan.challenge == "Basic")
        plan.challenge += " realm=\"*\""; // RFC 7617 section 2: it must have one
    else if (!isFastApi() && plan.challenge == "Digest")
        plan.challenge += " realm=\"*\", nonce=\"abc123\""; // always the same, as all answers
    return plan;
}

} // namespace Mock
