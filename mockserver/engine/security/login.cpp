#include "mockserver/engine/security/login.h"

#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"

#include <QMessageAuthenticationCode>

#include <cmath>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const JsonObject &json)
{
    return Design::writeJson(json).toBase64(base64);
}

/// A JSON Web Token (RFC 7519), of which clients read when it expires.
QByteArray signedToken(const LoginPlan &login, const QByteArray &payload)
{
    static const QByteArray head = encoded({{QStringLiteral("alg"), QStringLiteral("HS256")},
                                            {QStringLiteral("typ"), QStringLiteral("JWT")}});
    const QByteArray text = head + '.' + payload;
    return text + '.' +
           QMessageAuthenticationCode::hash(text, login.secret, QCryptographicHash::Sha256)
               .toBase64(base64);
}

JsonArray usersOf(const LoginPlan &login, const StateSession &session)
{
    return login.design.store.isEmpty() ? login.design.users : session.list(login.design.store, {});
}

Json userNamed(const LoginPlan &login, const StateSession &session, const QString &field,
               const Json &value)
{
    for (const Json &user : usersOf(login, session)) {
        const Json *found = user.find(field);
        if (found && jsonEquals(*found, value))
            return user;
    }
    return {};
}

/// The scopes of a user: a list, or one text with blanks between them.
QStringList scopesOf(const Json &value)
{
    if (value.isString())
        return value.string().split(u' ', Qt::SkipEmptyParts);
    QStringList scopes;
    for (const Json &scope : value.array())
        scopes.append(scope.toString());
    return scopes;
}

/// What a token says; undefined when it is not ours or has expired.
Json payloadOf(const LoginPlan &login, const QString &token, qint64 now)
{
    const QList<QByteArray> parts = token.toLatin1().split('.');
    if (parts.size() != 3 || signedToken(login, parts[1]) != token.toLatin1())
        return {};
    const Json payload = Design::readJson(QByteArray::fromBase64(parts[1], base64)).value;
    return std::llround(payload.value(u"exp").toDouble() * 1000) > now ? payload : Json();
}

LoggedIn refused(const CredentialPlan &credential, const QString &detail)
{
    LoggedIn result;
    result.detail = detail;
    result.challenge = credential.challenge;
    return result;
}

} // namespace

LoggedIn userOf(const LoginPlan &login, const CredentialPlan &credential, const Json &given,
                const QStringList &scopes, StateSession &session)
{
    using Kind = CredentialPlan::Kind;
    LoggedIn result;
    QStringList granted;
    if (credential.kind == Kind::Basic) {
        const Json user =
            userNamed(login, session, login.design.username, given.value(u"username"));
        if (user.isUndefined() || user.value(login.design.password) != given.value(u"password"))
            return refused(credential, QStringLiteral("Incorrect username or password"));
        result.user = user;
        granted = scopesOf(user.value(login.design.scopes));
    } else if (credential.kind == Kind::Bearer || credential.kind == Kind::OAuth) {
        const Json payload = payloadOf(login, given.string(), session.now());
        if (!payload.isUndefined())
            result.user = userNamed(login, session, login.design.username, payload.value(u"sub"));
        if (result.user.isUndefined())
            return refused(credential, QStringLiteral("Could not validate credentials"));
        granted = scopesOf(payload.value(u"scopes"));
    } else {
        result.user = userNamed(login, session, login.design.password, given);
        if (result.user.isUndefined())
            return refused(credential, QStringLiteral("Invalid API key"));
        granted = scopesOf(result.user.value(login.design.scopes));
    }
    if (!login.design.disabled.isEmpty() && result.user.value(login.design.disabled).toBool()) {
        result = refused(credential, QStringLiteral("Inactive user"));
        result.status = 400;
        result.challenge.clear();
        return result;
    }
    for (const QString &scope : scopes) {
        if (granted.contains(scope))
            continue;
        result = refused(credential, QStringLiteral("Not enough permissions"));
        result.challenge +=
            " scope=\"" + scopes.join(u' ').toLatin1().replace('"', QByteArray()) + '"';
        return result;
    }
    return result;
}

Json tokenFor(const LoginPlan &login, const JsonObject &form, StateSession &session)
{
    const Json user = userNamed(login, session, login.design.username, form.value(u"username"));
    if (user.isUndefined() || user.value(login.design.password) != form.value(u"password"))
        return {};
    // A user without a list of scopes gets those that were asked for.
    const QStringList wanted = scopesOf(form.value(u"scope"));
    const Json *owned = user.find(login.design.scopes);
    const QStringList allowed = owned ? scopesOf(*owned) : wanted;
    JsonArray scopes;
    for (const QString &scope : wanted.isEmpty() ? allowed : wanted) {
        if (allowed.contains(scope))
            scopes.append(Json(scope));
    }
    const qint64 expiry = session.now() + login.design.expires;
    const JsonObject payload{
        {QStringLiteral("sub"), user.value(login.design.username)},
        {QStringLiteral("scopes"), scopes},
        {QStringLiteral("exp"), static_cast<double>(expiry) / 1000},
    };
    const QByteArray token = signedToken(login, encoded(payload));
    return JsonObject{{QStringLiteral("access_token"), QString::fromLatin1(token)},
                      {QStringLiteral("token_type"), QStringLiteral("bearer")}};
}

} // namespace Mock
