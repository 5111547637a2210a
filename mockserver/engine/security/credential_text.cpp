#include "mockserver/engine/security/credential_text.h"

using Design::Json;
using Design::JsonObject;

namespace Mock
{

namespace
{

/// What follows the scheme in Authorization; null when it is another one or missing.
QString authorizationOf(const Inputs &inputs, QLatin1String scheme)
{
    const QString field = inputs.headers(QStringLiteral("authorization")).value(0);
    const qsizetype blank = field.indexOf(u' ');
    if (blank < 0 || QStringView(field).first(blank).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return field.sliced(blank + 1).trimmed();
}

Json textOrNothing(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text);
}

Json basicOf(const QString &token)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(token.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = bytes ? bytes.decoded.indexOf(':') : -1;
    if (colon < 0)
        return {};
    return JsonObject{
        {QStringLiteral("username"), QString::fromUtf8(bytes.decoded.first(colon))},
        {QStringLiteral("password"), QString::fromUtf8(bytes.decoded.sliced(colon + 1))},
    };
}

} // namespace

Json credentialOf(const CredentialPlan &credential, const Inputs &inputs)
{
    using Kind = CredentialPlan::Kind;
    switch (credential.kind) {
    case Kind::Bearer:
        return textOrNothing(authorizationOf(inputs, QLatin1String("bearer")));
    case Kind::OAuth: {
        const QString token = authorizationOf(inputs, QLatin1String("bearer"));
        return token.isNull() ? Json() : Json(token);
    }
    case Kind::AnyAuthorization:
        return textOrNothing(inputs.headers(QStringLiteral("authorization")).value(0));
    case Kind::Digest:
        return textOrNothing(authorizationOf(inputs, QLatin1String("digest")));
    case Kind::Basic:
        return basicOf(authorizationOf(inputs, QLatin1String("basic")));
    case Kind::HeaderKey:
        return textOrNothing(inputs.headers(credential.name).value(0));
    case Kind::QueryKey: {
        const QStringList values = inputs.queryValues(credential.name);
        return values.isEmpty() ? Json() : textOrNothing(values.last());
    }
    case Kind::CookieKey:
        return textOrNothing(inputs.cookie(credential.name).value_or(QString()));
    case Kind::Other:
        break;
    }
    return textOrNothing(authorizationOf(inputs, QLatin1String(credential.challenge)));
}

Json credentialLocation(const CredentialPlan &credential)
{
    using Kind = CredentialPlan::Kind;
    const bool isKey = credential.kind == Kind::HeaderKey || credential.kind == Kind::QueryKey ||
                       credential.kind == Kind::CookieKey;
    const QString place = credential.kind == Kind::QueryKey    ? QStringLiteral("query")
                          : credential.kind == Kind::CookieKey ? QStringLiteral("cookie")
                                                               : QStringLiteral("header");
    return Design::JsonArray{Json(place),
                             Json(isKey ? credential.name : QStringLiteral("authorization"))};
}

} // namespace Mock
