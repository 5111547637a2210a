#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/expression_words.h"
#include "designer/itemmodels/members/table_parts.h"

namespace Design
{

using namespace TableParts;

namespace
{

QStringList schemeNames(const Api &api)
{
    QStringList names;
    for (const Named<SecurityScheme> &scheme : api.components.securitySchemes)
        names.append(scheme.name);
    return names;
}

/// `s3cret: alice` is short for `s3cret: {user: alice}`.
ShortForm tokenForm()
{
    return {[](const Json &said) {
                return said.isString() ? Json(JsonObject{{key("user"), said}}) : said;
            },
            [](const Json &said) {
                const bool isOnlyUser = said.object().size() == 1 && said.value(u"user").isString();
                return isOnlyUser ? said.value(u"user") : Json();
            }};
}

} // namespace

MembersTable parametersTable(const QString &dependency)
{
    MembersTable table;
    table.place =
        inDocument({groupKey(BehaviourGroup::Dependencies), dependency, key("parameters")});
    MemberField name = textField(key("name"), TableWords::tr("Name"));
    name.check = [](const Api &, const Json &, const QString &text) {
        return text.isEmpty()
                   ? std::optional(refusal(text, TableWords::tr("A parameter needs a name.")))
                   : std::nullopt;
    };
    MemberField place = choiceField(key("in"), TableWords::tr("In"),
                                    {key("query"), key("header"), key("path"), key("cookie")});
    MemberField required = flagField(key("required"), TableWords::tr("Required"));
    table.fields = {name, place, typeField(key("schema"), TableWords::tr("Type")), required,
                    textField(key("description"), TableWords::tr("Notes"))};
    table.blank = JsonObject{{key("name"), QString()},
                             {key("in"), key("query")},
                             {key("schema"), JsonObject{{key("type"), key("string")}}}};
    table.rowWord = TableWords::tr("a parameter");
    table.addText = TableWords::tr("Add a parameter…");
    table.addHint = TableWords::tr("x-token");
    return table;
}

MembersTable usersTable(const QString &scheme)
{
    const auto password = textField(key("password"), TableWords::tr("Password"));
    MembersTable table;
    table.place = inDocument({key("logins"), scheme, key("users")});
    table.fields = {textField(key("username"), TableWords::tr("User")), password,
                    listField(key("scopes"), TableWords::tr("Scopes")),
                    flagField(key("disabled"), TableWords::tr("Disabled"))};
    table.blank = JsonObject{};
    table.rowWord = TableWords::tr("a user");
    table.addText = TableWords::tr("Add a user…");
    table.addHint = TableWords::tr("ada");
    return table;
}

MembersTable tokensTable(NodeId scheme)
{
    MembersTable table;
    table.place = {scheme, {key("tokens")}};
    table.isNamed = true;
    table.nameTitle = TableWords::tr("Token or key");
    MemberField user = textField(key("user"), TableWords::tr("User"));
    user.nothing = TableWords::tr("nobody in particular");
    table.fields = {shortened(tokenForm(), user),
                    shortened(tokenForm(), listField(key("scopes"), TableWords::tr("Scopes")))};
    table.blank = JsonObject{};
    table.rowWord = TableWords::tr("a token");
    table.addText = TableWords::tr("Add a token…");
    table.addHint = TableWords::tr("s3cret; without any, all are accepted");
    return table;
}

QList<MemberField> loginFields()
{
    MemberField expires = durationField(key("expires"), TableWords::tr("Tokens are good for"));
    expires.hint = key("30min");
    // Users stand in the table, or are rows of a store.
    MemberField store =
        nameField(key("store"), TableWords::tr("Users are in"), namesOf(BehaviourGroup::Stores),
                  TableWords::tr("the table below, or a store"));
    store.write = [](const Api &, const Json &row, const QString &text) {
        const Json users = text.isEmpty() ? Json(JsonArray{}) : Json();
        return withMember(withMember(row, key("users"), users), key("store"),
                          text.isEmpty() ? Json() : Json(text));
    };
    const auto isStore = [](const Json &row) { return !row.value(u"store").isUndefined(); };
    QList<MemberField> names{
        textField(key("username"), TableWords::tr("Field of the name"), key("username")),
        textField(key("password"), TableWords::tr("Field of the password"), key("password")),
        textField(key("scopes"), TableWords::tr("Field of the scopes"), key("scopes"))};
    for (MemberField &field : names)
        field.isEditable = isStore;
    MemberField disabled = textField(key("disabled"), TableWords::tr("Field that disables a user"),
                                     TableWords::tr("none"));
    const MemberField failed =
        nameField(key("failed"), TableWords::tr("When it fails"), namesOf(BehaviourGroup::Errors),
                  TableWords::tr("400, or a named error"));
    return QList<MemberField>{store} + names + QList<MemberField>{disabled, expires, failed};
}

QList<MemberField> dependencyFields(const QString &dependency)
{
    const Words words = wordsAt(ExpressionOf::Dependency, dependency);
    const Words others = [dependency](const Api &api) {
        QStringList names = behaviourNames(api, BehaviourGroup::Dependencies);
        names.removeAll(dependency);
        return names;
    };
    MemberField scheme = choiceField(key("scheme"), TableWords::tr("Credential"), {});
    scheme.nothing = TableWords::tr("none: only parameters and conditions");
    scheme.words = schemeNames;
    const auto hasScheme = [](const Json &row) { return !row.value(u"scheme").isUndefined(); };
    MemberField scopes =
        listField(key("scopes"), TableWords::tr("Scopes"), TableWords::tr("none asked for"));
    scopes.isEditable = [hasScheme](const Json &row) {
        return hasScheme(row) || !row.value(u"needs").isUndefined();
    };
    MemberField optional =
        flagField(key("optional"), TableWords::tr("May be missing: the result is null then"));
    optional.isEditable = hasScheme;
    MemberField user =
        flagField(key("user"), TableWords::tr("Gives the user that the credential belongs to"));
    user.isEditable = hasScheme;
    MemberField result = expressionField(key("result"), TableWords::tr("Result"), words);
    result.hint = TableWords::tr("the credential, or the parameters by name");
    MemberField scope = choiceField(key("scope"), TableWords::tr("Scope"), {key("function")});
    scope.nothing = TableWords::tr("request: it is left after the answer and the tasks");
    scope.isEditable = [](const Json &row) { return !row.value(u"exit").isUndefined(); };
    return {textField(key("description"), TableWords::tr("Notes")),
            scheme,
            scopes,
            optional,
            user,
            namesField(key("needs"), TableWords::tr("Needs"), others,
                       TableWords::tr("no other dependency")),
            result,
            flagField(key("cached"), TableWords::tr("Runs once a request"), true),
            scope};
}

} // namespace Design
