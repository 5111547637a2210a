#include "designer/model/access_tokens.h"

#include "designer/model/design_text.h"
#include "designer/text/pointer.h"

#include <algorithm>

namespace Design
{

namespace
{

const QString extensionKey = QStringLiteral("x-menura");
const QString tokensKey = QStringLiteral("tokens");

bool areTexts(const Json &list)
{
    return list.isArray() && std::all_of(list.array().begin(), list.array().end(),
                                         [](const Json &item) { return item.isString(); });
}

AccessToken tokenOf(const QString &text, const Json &value)
{
    AccessToken token;
    token.text = text;
    token.user = value.isString() ? value.string() : value.value(u"user").toString();
    for (const Json &scope : value.value(u"scopes").array()) {
        if (scope.isString())
            token.scopes.append(scope.string());
    }
    return token;
}

Json tokenJson(const AccessToken &token)
{
    if (token.scopes.isEmpty())
        return token.user.isEmpty() ? Json(JsonObject()) : Json(token.user);
    JsonObject object;
    if (!token.user.isEmpty())
        object.insert(QStringLiteral("user"), token.user);
    JsonArray scopes;
    for (const QString &scope : token.scopes)
        scopes.append(Json(scope));
    object.insert(QStringLiteral("scopes"), Json(scopes));
    return Json(object);
}

} // namespace

const AccessToken *AccessTokens::find(QStringView text) const
{
    const auto it = std::find_if(tokens.begin(), tokens.end(),
                                 [text](const AccessToken &token) { return token.text == text; });
    return it == tokens.end() ? nullptr : &*it;
}

AccessTokens accessTokens(const SecurityScheme &scheme)
{
    AccessTokens result;
    const Json table = scheme.rest.value(extensionKey).value(tokensKey);
    result.isGiven = table.isObject();
    for (const JsonObject::Member &member : table.object())
        result.tokens.append(tokenOf(member.key, member.value));
    return result;
}

void setAccessTokens(SecurityScheme &scheme, const AccessTokens &tokens)
{
    JsonObject extension = scheme.rest.value(extensionKey).object();
    if (!tokens.isGiven) {
        extension.remove(tokensKey);
        scheme.rest.set(extensionKey, extension.isEmpty() ? Json() : Json(extension));
        return;
    }
    const JsonObject before = extension.value(tokensKey).object();
    JsonObject table;
    for (const AccessToken &token : tokens.tokens) {
        const Json old = before.value(token.text);
        const bool isSame = !old.isUndefined() && tokenOf(token.text, old) == token;
        table.insert(token.text, isSame ? old : tokenJson(token));
    }
    extension.insert(tokensKey, Json(table));
    scheme.rest.set(extensionKey, Json(extension));
}

QList<ExtensionFault> checkAccessTokens(const SecurityScheme &scheme)
{
    QList<ExtensionFault> faults;
    const Json extension = scheme.rest.value(extensionKey);
    const QString place = childPointer({}, extensionKey);
    if (extension.isUndefined())
        return faults;
    if (!extension.isObject()) {
        faults.append({place, DesignText::tr("“x-menura” must be an object.")});
        return faults;
    }
    const Json table = extension.value(tokensKey);
    const QString tokensPlace = childPointer(place, tokensKey);
    if (table.isUndefined())
        return faults;
    if (!table.isObject()) {
        faults.append({tokensPlace, DesignText::tr("“tokens” must be an object: each token with "
                                                   "its user and scopes.")});
        return faults;
    }
    for (const JsonObject::Member &member : table.object()) {
        const QString at = childPointer(tokensPlace, member.key);
        if (!member.value.isObject() && !member.value.isString()) {
            faults.append({at, DesignText::tr("A token must say its user, or be an object with "
                                              "“user” and “scopes”.")});
            continue;
        }
        for (const JsonObject::Member &part : member.value.object()) {
            if (part.key == u"user" && !part.value.isString())
                faults.append(
                    {childPointer(at, part.key), DesignText::tr("“user” must be a string.")});
            else if (part.key == u"scopes" && !areTexts(part.value))
                faults.append({childPointer(at, part.key),
                               DesignText::tr("“scopes” must be a list of strings.")});
            else if (part.key != u"user" && part.key != u"scopes" &&
                     !part.key.startsWith(QLatin1String("x-")))
                faults.append({childPointer(at, part.key),
                               DesignText::tr("A token has “user” and “scopes” only.")});
        }
        const bool needsPair = scheme.scheme.compare(u"basic", Qt::CaseInsensitive) == 0 ||
                               scheme.scheme.compare(u"digest", Qt::CaseInsensitive) == 0;
        if (needsPair && !member.key.contains(u':'))
            faults.append({at, DesignText::tr("The tokens of this scheme must be written "
                                              "“name:password”.")});
    }
    return faults;
}

} // namespace Design
