#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/table_parts.h"
#include "designer/model/behaviour/behaviour.h"

#include <QUrl>

namespace Design
{

using namespace TableParts;

namespace
{

bool isOfType(const Json &scheme, const char *type)
{
    return scheme.value(u"type").string() == QLatin1String(type);
}

/// A scheme of this type that says all that the type needs, with the notes and the extensions that
/// the scheme had.
Json asType(const Json &scheme, const QString &type)
{
    if (scheme.value(u"type").string() == type)
        return scheme;
    JsonObject changed{{key("type"), type}};
    if (type == key("apiKey")) {
        changed.insert(key("in"), key("header"));
        changed.insert(key("name"), key("X-API-Key"));
    } else if (type == key("http")) {
        changed.insert(key("scheme"), key("bearer"));
    } else if (type == key("oauth2")) {
        changed.insert(key("flows"),
                       JsonObject{{key("password"), JsonObject{{key("tokenUrl"), key("token")},
                                                               {key("scopes"), JsonObject{}}}}});
    } else if (type == key("openIdConnect")) {
        changed.insert(key("openIdConnectUrl"),
                       key("https://example.com/.well-known/openid-configuration"));
    }
    for (const JsonObject::Member &member : scheme.object()) {
        if (member.key == key("description") || member.key.startsWith(QLatin1String("x-")))
            changed.insert(member.key, member.value);
    }
    return changed;
}

MemberField addressField(const QString &name, const QString &title, const QString &hint)
{
    MemberField field = textField(name, title, hint);
    field.check = [](const Api &, const Json &,
                     const QString &text) -> std::optional<NotationError> {
        if (text.isEmpty() || QUrl(text, QUrl::StrictMode).isValid())
            return std::nullopt;
        return refusal(text, TableWords::tr("That is no address."));
    };
    return field;
}

/// A member that only schemes of this type have.
MemberField onlyOf(const char *type, MemberField field)
{
    field.isEditable = [type](const Json &row) { return isOfType(row, type); };
    return field;
}

/// Whether a dependency asks for the scheme, itself or through one that it needs.
bool asks(const Behaviour &behaviour, const QStringList &dependencies, const QString &scheme)
{
    QStringList open = dependencies;
    QStringList seen;
    while (!open.isEmpty()) {
        const QString name = open.takeLast();
        const DependencyDesign *design = behaviour.dependencies.find(name);
        if (!design || seen.contains(name))
            continue;
        if (design->scheme == scheme)
            return true;
        seen.append(name);
        open += design->needs;
    }
    return false;
}

} // namespace

QList<MemberField> schemeFields()
{
    MemberField type = choiceField(
        key("type"), TableWords::tr("Kind"),
        {key("http"), key("apiKey"), key("oauth2"), key("openIdConnect"), key("mutualTLS")});
    type.write = [](const Api &, const Json &row, const QString &text) {
        return text.isEmpty() ? row : asType(row, text);
    };
    MemberField scheme = textField(key("scheme"), TableWords::tr("How"), key("bearer"));
    scheme.words = [](const Api &) {
        return QStringList{key("bearer"), key("basic"), key("digest")};
    };
    MemberField format =
        textField(key("bearerFormat"), TableWords::tr("Form of the token"), key("JWT"));
    format.isEditable = [](const Json &row) {
        return isOfType(row, "http") &&
               row.value(u"scheme").string().compare(u"bearer", Qt::CaseInsensitive) == 0;
    };
    MemberField name = textField(key("name"), TableWords::tr("Key name"), key("X-API-Key"));
    name.check = [](const Api &, const Json &,
                    const QString &text) -> std::optional<NotationError> {
        if (!text.isEmpty())
            return std::nullopt;
        return refusal(text, TableWords::tr("A key needs the name that it is sent under."));
    };
    return {type,
            onlyOf("apiKey", choiceField(key("in"), TableWords::tr("Where"),
                                         {key("header"), key("query"), key("cookie")})),
            onlyOf("apiKey", name),
            onlyOf("http", scheme),
            format,
            onlyOf("openIdConnect",
                   addressField(key("openIdConnectUrl"), TableWords::tr("Address"),
                                key("https://example.com/.well-known/openid-configuration"))),
            textField(key("description"), TableWords::tr("Notes"))};
}

MembersTable flowsTable(const QString &scheme)
{
    MembersTable table;
    table.place = inDocument({groupKey(BehaviourGroup::Schemes), scheme, key("flows")});
    table.isNamed = true;
    table.nameTitle = TableWords::tr("Flow");
    table.nameWords = [](const Api &) {
        return QStringList{key("password"), key("clientCredentials"), key("authorizationCode"),
                           key("implicit"), key("deviceAuthorization")};
    };
    MemberField scopes =
        pairsField(key("scopes"), TableWords::tr("Scopes"), TableWords::tr("me: Who you are"));
    scopes.look = MemberField::Look::Plain;
    const auto write = scopes.write;
    scopes.write = [write](const Api &api, const Json &row, const QString &text) {
        // A flow has to say which scopes there are, though there are none.
        return text.isEmpty() ? withMember(row, key("scopes"), JsonObject{})
                              : write(api, row, text);
    };
    const MemberField token =
        addressField(key("tokenUrl"), TableWords::tr("Tokens from"), key("token"));
    const MemberField login = addressField(key("authorizationUrl"), TableWords::tr("Log in at"),
                                           key("https://example.com/login"));
    table.fields = {token, scopes, login,
                    addressField(key("refreshUrl"), TableWords::tr("Renew at"), key("token"))};
    table.more = {addressField(key("deviceAuthorizationUrl"), TableWords::tr("Devices at"),
                               key("https://example.com/device"))};
    table.blank = JsonObject{{key("scopes"), JsonObject{}}};
    table.rowWord = TableWords::tr("a flow");
    table.addText = TableWords::tr("Add a flow…");
    table.addHint = TableWords::tr("password");
    return table;
}

QList<NodeId> routesAsking(const Api &api, const QString &scheme)
{
    const Behaviour behaviour = readBehaviour(api);
    QList<NodeId> routes;
    for (const Named<PathItem> &path : api.paths) {
        for (const Operation &operation : path.value.operations) {
            const QList<SecurityRequirement> &needed =
                operation.security ? *operation.security : api.security;
            const bool isNamed = std::any_of(needed.begin(), needed.end(),
                                             [&](const SecurityRequirement &requirement) {
                                                 return requirement.schemes.contains(scheme);
                                             });
            const RouteBehaviour route = readRouteBehaviour(operation);
            const QStringList depends =
                dependsOf(behaviour, routersOf(behaviour, path.name, route), route);
            if (isNamed || asks(behaviour, depends, scheme))
                routes.append(operation.id);
        }
    }
    return routes;
}

} // namespace Design
