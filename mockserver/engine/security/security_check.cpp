#include "mockserver/engine/security/security_check.h"

namespace Mock
{

namespace
{

/// What follows the scheme in Authorization, stripped; null when another scheme was used.
QString authorization(const Inputs &inputs, QLatin1String scheme)
{
    const QStringList fields = inputs.headers(QStringLiteral("authorization"));
    if (fields.isEmpty())
        return {};
    const QString &field = fields.first();
    const qsizetype blank = field.indexOf(u' ');
    const QStringView used = blank < 0 ? QStringView(field) : QStringView(field).first(blank);
    if (used.compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return blank < 0 ? QStringLiteral("") : field.sliced(blank + 1).trimmed();
}

bool isPresent(const CredentialPlan &credential, const Inputs &inputs)
{
    using Kind = CredentialPlan::Kind;
    switch (credential.kind) {
    case Kind::Bearer:
        return !authorization(inputs, QLatin1String("bearer")).isEmpty();
    case Kind::OAuth:
        return !authorization(inputs, QLatin1String("bearer")).isNull();
    case Kind::AnyAuthorization: {
        const QStringList values = inputs.headers(QStringLiteral("authorization"));
        return !values.isEmpty() && !values.first().isEmpty();
    }
    case Kind::Digest:
        return !authorization(inputs, QLatin1String("digest")).isEmpty();
    case Kind::Basic: {
        const QString token = authorization(inputs, QLatin1String("basic"));
        const auto decoded = QByteArray::fromBase64Encoding(
            token.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        return decoded && decoded.decoded.contains(':');
    }
    case Kind::HeaderKey: {
        const QStringList values = inputs.headers(credential.name);
        return !values.isEmpty() && !values.first().isEmpty();
    }
    case Kind::QueryKey: {
        const QStringList values = inputs.queryValues(credential.name);
        return !values.isEmpty() && !values.last().isEmpty();
    }
    case Kind::CookieKey: {
        const std::optional<QString> cookie = inputs.cookie(credential.name);
        return cookie && !cookie->isEmpty();
    }
    case Kind::Other:
        break;
    }
    // mutualTLS and unknown schemes leave nothing in the request to look at.
    return credential.challenge.isEmpty() ||
           !authorization(inputs, QLatin1String(credential.challenge)).isEmpty();
}

} // namespace

const CredentialPlan *missingCredential(const RoutePlan &route, const Inputs &inputs)
{
    const CredentialPlan *missing = nullptr;
    for (const QList<CredentialPlan> &needed : route.security) {
        const CredentialPlan *lacking = nullptr;
        for (const CredentialPlan &credential : needed) {
            if (!lacking && !isPresent(credential, inputs))
                lacking = &credential;
        }
        if (!lacking)
            return nullptr;
        if (!missing)
            missing = lacking;
    }
    return missing;
}

} // namespace Mock
