#include "mockserver/engine/security/credentials.h"

#include "mockserver/engine/inputs/media_type.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Mock
{

namespace
{

/// What follows the scheme in an Authorization field, stripped; nothing when none has it.
std::optional<QString> authorization(const Inputs &inputs, const QByteArray &scheme)
{
    for (const QString &field : inputs.headers(QStringLiteral("authorization"))) {
        const qsizetype blank = field.indexOf(u' ');
        const QStringView used = blank < 0 ? QStringView(field) : QStringView(field).first(blank);
        if (used.compare(QLatin1String(scheme), Qt::CaseInsensitive) == 0)
            return blank < 0 ? QStringLiteral("") : field.sliced(blank + 1).trimmed();
    }
    return std::nullopt;
}

/// token68 of RFC 9110 section 11.2, which b64token of RFC 6750 is.
bool isToken68(const QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == u'=')
        --end;
    const auto isFine = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               QStringView(u"-._~+/").contains(c);
    };
    return end > 0 && std::all_of(text.begin(), text.begin() + end, isFine);
}

Presented ofText(const std::optional<QString> &text, bool isWellFormed = true)
{
    Presented presented;
    if (!text || text->isEmpty())
        return presented;
    presented.state = isWellFormed ? Presented::WellFormed : Presented::Malformed;
    presented.text = *text;
    return presented;
}

Presented ofBasic(const std::optional<QString> &text)
{
    if (!text || text->isEmpty())
        return {};
    const auto decoded =
        QByteArray::fromBase64Encoding(text->toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    Presented presented;
    const bool isPair = decoded && decoded.decoded.contains(':');
    presented.state = isPair ? Presented::WellFormed : Presented::Malformed;
    presented.text = QString::fromUtf8(decoded.decoded);
    return presented;
}

/// Null where there is none of this name.
QString parameter(const QList<NamedText> &parameters, QStringView name)
{
    for (const NamedText &one : parameters) {
        if (one.name == name)
            return one.value.isNull() ? QStringLiteral("") : one.value;
    }
    return {};
}

Presented ofDigest(const std::optional<QString> &text)
{
    if (!text || text->isEmpty())
        return {};
    Presented presented;
    presented.digest = parseParameters(text->toUtf8(), ',');
    const auto isThere = [&](QStringView name) {
        return !parameter(presented.digest, name).isNull();
    };
    const bool isWhole =
        isThere(u"username") && isThere(u"nonce") && isThere(u"uri") && isThere(u"response");
    presented.state = isWhole ? Presented::WellFormed : Presented::Malformed;
    return presented;
}

/// RFC 7616 section 3.4.1, without qop or with `auth`.
bool isDigestOf(const Design::AccessToken &token, const QList<NamedText> &digest,
                const QByteArray &method)
{
    const auto said = [&](QStringView name) { return parameter(digest, name).toUtf8(); };
    const bool is256 = said(u"algorithm").startsWith("SHA-256");
    const auto hash = [is256](const QByteArray &text) {
        return QCryptographicHash::hash(text, is256 ? QCryptographicHash::Sha256
                                                    : QCryptographicHash::Md5)
            .toHex();
    };
    const QString user = token.text.section(u':', 0, 0);
    const QString password = token.text.section(u':', 1);
    if (said(u"username") != user.toUtf8())
        return false;
    QByteArray first = hash(user.toUtf8() + ':' + said(u"realm") + ':' + password.toUtf8());
    if (said(u"algorithm").endsWith("-sess"))
        first = hash(first + ':' + said(u"nonce") + ':' + said(u"cnonce"));
    const QByteArray second = hash(method + ':' + said(u"uri"));
    QByteArray middle = said(u"nonce");
    if (!said(u"qop").isEmpty())
        middle += ':' + said(u"nc") + ':' + said(u"cnonce") + ':' + said(u"qop");
    return said(u"response").toLower() == hash(first + ':' + middle + ':' + second);
}

} // namespace

Presented presentedCredential(const CredentialPlan &credential, const Request &,
                              const Inputs &inputs)
{
    using Kind = CredentialPlan::Kind;
    if (credential.kind == Kind::HeaderKey)
        return ofText(inputs.headers(credential.name).value(0));
    if (credential.kind == Kind::CookieKey)
        return ofText(inputs.cookie(credential.name));
    if (credential.kind == Kind::QueryKey) {
        const QStringList values = inputs.queryValues(credential.name);
        return ofText(values.isEmpty() ? QString() : values.last());
    }
    const QByteArray scheme = credential.challenge.split(' ').first();
    if (scheme.isEmpty()) { // mutualTLS leaves nothing in the request to look at
        Presented presented;
        presented.state = Presented::WellFormed;
        return presented;
    }
    const std::optional<QString> text = authorization(inputs, scheme);
    if (scheme == "Basic")
        return ofBasic(text);
    if (scheme == "Digest")
        return ofDigest(text);
    return ofText(text, scheme != "Bearer" || (text && isToken68(*text)));
}

const Design::AccessToken *acceptedToken(const Design::AccessTokens &tokens,
                                         const Presented &presented, const Request &request)
{
    if (presented.digest.isEmpty())
        return tokens.find(presented.text);
    const auto it =
        std::find_if(tokens.tokens.begin(), tokens.tokens.end(), [&](const auto &token) {
            return isDigestOf(token, presented.digest, request.method);
        });
    return it == tokens.tokens.end() ? nullptr : &*it;
}

} // namespace Mock
