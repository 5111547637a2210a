#include "mockserver/engine/security/strict_security.h"

#include "mockserver/engine/security/credentials.h"

#include <algorithm>

namespace Mock
{

namespace
{

/// The parameters that RFC 6750 section 3 adds to a challenge; quotes cannot be in them.
QByteArray withError(const QByteArray &challenge, const QByteArray &error, const QString &detail,
                     const QStringList &scopes = {})
{
    QByteArray result = challenge + (challenge.contains(' ') ? ", error=\"" : " error=\"") + error +
                        "\", error_description=\"" +
                        QString(detail).replace(u'"', u'\'').toLatin1() + '"';
    if (!scopes.isEmpty())
        result += ", scope=\"" + scopes.join(u' ').replace(u'"', u'\'').toLatin1() + '"';
    return result;
}

SecurityVerdict refused(const CredentialPlan &credential, int status, const QString &type,
                        const QString &detail)
{
    SecurityVerdict verdict;
    verdict.status = status;
    verdict.credential = &credential;
    verdict.type = type;
    verdict.detail = detail;
    verdict.challenge = credential.challenge;
    return verdict;
}

SecurityVerdict judge(const CredentialPlan &credential, const Request &request,
                      const Inputs &inputs)
{
    const bool isBearer = credential.challenge == "Bearer";
    const Presented presented = presentedCredential(credential, request, inputs);
    if (presented.state == Presented::Missing) {
        return refused(
            credential, 401, QStringLiteral("not_authenticated"),
            QStringLiteral("The request has no credentials for %1.").arg(credential.title));
    }
    SecurityVerdict verdict;
    QString problem;
    const Design::AccessToken *token = nullptr;
    if (presented.state == Presented::Malformed) {
        problem = QStringLiteral("The credentials for %1 are malformed.").arg(credential.title);
    } else if (credential.tokens) {
        token = acceptedToken(*credential.tokens, presented, request);
        if (!token)
            problem = QStringLiteral("The credentials for %1 are not known.").arg(credential.title);
    }
    if (!problem.isEmpty()) {
        verdict = refused(credential, 401, QStringLiteral("invalid_token"), problem);
        if (isBearer)
            verdict.challenge = withError(credential.challenge, "invalid_token", problem);
        return verdict;
    }
    if (!token)
        return verdict;
    const auto isLacking = [token](const QString &scope) { return !token->scopes.contains(scope); };
    const auto lacking =
        std::find_if(credential.scopes.begin(), credential.scopes.end(), isLacking);
    if (lacking != credential.scopes.end()) {
        problem = QStringLiteral("The scope %1 is needed.").arg(*lacking);
        verdict = refused(credential, 403, QStringLiteral("insufficient_scope"), problem);
        verdict.challenge = isBearer ? withError(credential.challenge, "insufficient_scope",
                                                 problem, credential.scopes)
                                     : QByteArray();
    }
    verdict.user = token->user;
    verdict.scopes = token->scopes;
    return verdict;
}

/// What one alternative lacks: the first credential that is missing or wrong, else the first that
/// lacks a scope.
SecurityVerdict judge(const QList<CredentialPlan> &needed, const Request &request,
                      const Inputs &inputs, QByteArrayList *challenges)
{
    SecurityVerdict result;
    for (const CredentialPlan &credential : needed) {
        const SecurityVerdict verdict = judge(credential, request, inputs);
        if (verdict.status == 401 && !challenges->contains(verdict.challenge) &&
            !verdict.challenge.isEmpty())
            challenges->append(verdict.challenge);
        if (verdict.isPassed() && result.isPassed()) {
            result.user = verdict.user.isEmpty() ? result.user : verdict.user;
            result.scopes += verdict.scopes;
        } else if (result.isPassed() || (result.status == 403 && verdict.status == 401)) {
            result = verdict;
        }
    }
    return result;
}

} // namespace

SecurityVerdict judgeSecurity(const RoutePlan &route, const Request &request, const Inputs &inputs)
{
    SecurityVerdict best;
    QByteArrayList challenges;
    for (const QList<CredentialPlan> &needed : route.security) {
        const SecurityVerdict verdict = judge(needed, request, inputs, &challenges);
        if (verdict.isPassed())
            return verdict;
        // The nearest miss: a scope too few, then a wrong credential, then none at all.
        const auto miss = [](const SecurityVerdict &v) {
            return v.status == 403 ? 0 : v.type == u"invalid_token" ? 1 : 2;
        };
        if (best.isPassed() || miss(verdict) < miss(best))
            best = verdict;
    }
    if (best.status == 401)
        best.challenge = challenges.join(", ");
    return best;
}

} // namespace Mock
