#include "designer/itemmodels/members/behaviour_tables.h"

#include "designer/itemmodels/members/expression_words.h"
#include "designer/itemmodels/members/table_parts.h"
#include "designer/model/edits/operation_edits.h"
#include "designer/model/edits/router_edits.h"
#include "designer/model/locate.h"

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

/// The named error that a rule refers to, or the rule itself.
Json answerOf(const Api &api, const Json &rule)
{
    const QString name = rule.value(u"error").string();
    return name.isEmpty()
               ? rule
               : behaviourValue(api, inDocument({groupKey(BehaviourGroup::Errors), name}));
}

/// "detail", or "body" where the whole body is said.
QString bodyKey(const Json &row)
{
    return row.value(u"body").isUndefined() ? key("detail") : key("body");
}

MemberField statusField()
{
    MemberField field = numberField(key("status"), TableWords::tr("Status"), 300, 599);
    field.look = MemberField::Look::Status;
    field.shown = [](const Api &, const Json &row) {
        const QString status = valueText(row.value(u"status"));
        const QString words = statusText(status);
        return words.isEmpty() ? status : status + QLatin1Char(' ') + words;
    };
    return field;
}

/// A status, or the name of an error of the document.
MemberField answerField()
{
    MemberField field;
    field.key = key("error");
    field.title = TableWords::tr("Answer");
    field.hint = TableWords::tr("404, or the name of an error");
    field.look = MemberField::Look::Status;
    field.text = [](const Api &, const Json &row) {
        const QString name = row.value(u"error").string();
        return name.isEmpty() ? valueText(row.value(u"status")) : name;
    };
    field.shown = [](const Api &api, const Json &row) {
        const QString status = valueText(answerOf(api, row).value(u"status"));
        const QString name = row.value(u"error").string();
        return name.isEmpty() ? QString(status + QLatin1Char(' ') + statusText(status)).trimmed()
                              : QString(status + QLatin1Char(' ') + name).trimmed();
    };
    field.words = namesOf(BehaviourGroup::Errors);
    field.check = [](const Api &api, const Json &,
                     const QString &text) -> std::optional<NotationError> {
        bool isNumber = false;
        const int status = text.toInt(&isNumber);
        if (isNumber ? status >= 300 && status <= 599
                     : behaviourNames(api, BehaviourGroup::Errors).contains(text))
            return std::nullopt;
        return refusal(
            text, isNumber || text.isEmpty()
                      ? TableWords::tr("A status of an error is a number from 300 to 599.")
                      : TableWords::tr("There is no error of this name. Named errors stand under "
                                       "“Errors” in the navigator."));
    };
    field.write = [](const Api &, const Json &row, const QString &text) {
        bool isNumber = false;
        const qint64 status = text.toLongLong(&isNumber);
        if (isNumber)
            return withMember(withMember(row, key("error"), {}), key("status"), status);
        Json rule = row;
        for (const char *own : {"status", "description", "detail", "body", "headers", "example"})
            rule = withMember(rule, key(own), {});
        return withMember(rule, key("error"), text);
    };
    return field;
}

/// What is said in the answer; a named error's is shown and edited where it stands.
MemberField detailField(const Words &words)
{
    MemberField field = templateField(key("detail"), TableWords::tr("Detail"), words);
    const auto base = field.write;
    field.text = [](const Api &, const Json &row) { return valueText(row.value(bodyKey(row))); };
    field.shown = [](const Api &api, const Json &row) {
        const Json answer = answerOf(api, row);
        return valueText(answer.value(bodyKey(answer)));
    };
    field.write = [](const Api &, const Json &row, const QString &text) {
        return withMember(row, bodyKey(row), text.isEmpty() ? Json() : valueOfText(text));
    };
    field.isEditable = [](const Json &row) { return row.value(u"error").isUndefined(); };
    return field;
}

MemberField headersField(const Words &words)
{
    MemberField field =
        pairsField(key("headers"), TableWords::tr("Headers"), TableWords::tr("Retry-After: 5"));
    const auto own = field.text;
    field.words = words;
    field.shown = [own](const Api &api, const Json &row) { return own(api, answerOf(api, row)); };
    field.isEditable = [](const Json &row) { return row.value(u"error").isUndefined(); };
    return field;
}

MemberField whenField(const Words &words)
{
    MemberField field = expressionField(key("when"), TableWords::tr("When"), words);
    field.nothing = TableWords::tr("always");
    const auto write = field.write;
    // What the row says for "no condition" may be typed as well.
    field.write = [write](const Api &api, const Json &row, const QString &text) {
        return write(api, row, text == TableWords::tr("always") ? QString() : text);
    };
    return field;
}

MemberField::Applied movedRoutes(const std::optional<int> &count)
{
    if (!count)
        return {false, TableWords::tr("A route would get a path that another one has, or a router "
                                      "would be inside itself.")};
    return {true, *count > 0 ? TableWords::tr("%n path(s) begin with it now.", nullptr, *count)
                             : QString()};
}

MembersTable rulesTable(const BehaviourPlace &place, const Words &words)
{
    MembersTable table;
    table.place = place;
    MemberField every = numberField(key("every"), TableWords::tr("Every"), 1, 1'000'000);
    every.nothing = TableWords::tr("each time");
    every.hint = TableWords::tr("3: every third time");
    every.shown = [](const Api &, const Json &row) {
        const Json count = row.value(u"every");
        return count.isUndefined() ? QString() : TableWords::tr("%1th time").arg(valueText(count));
    };
    table.fields = {whenField(words), every, answerField(), detailField(words),
                    headersField(words)};
    table.blank = JsonObject{{key("status"), 400}};
    return table;
}

} // namespace

MembersTable errorRulesTable(NodeId operation)
{
    const Words words = [operation](const Api &api) { return expressionWords(api, operation); };
    MembersTable table = rulesTable({operation, {key("errors")}}, words);
    table.rowWord = TableWords::tr("an error rule");
    table.addText = TableWords::tr("Add an error rule…");
    table.addHint = TableWords::tr("query.q == 'x', or always");
    return table;
}

MembersTable conditionsTable(const QString &dependency)
{
    const BehaviourPlace place =
        inDocument({groupKey(BehaviourGroup::Dependencies), dependency, key("conditions")});
    const Words words = [dependency](const Api &api) {
        QStringList params;
        const Json parameters = behaviourValue(
            api,
            inDocument({groupKey(BehaviourGroup::Dependencies), dependency, key("parameters")}));
        for (const Json &parameter : parameters.array())
            params.append(parameter.value(u"name").string());
        return expressionWords(api, NodeId::None, params);
    };
    MembersTable table = rulesTable(place, words);
    table.rowWord = TableWords::tr("a condition");
    table.addText = TableWords::tr("Add a condition…");
    table.addHint = TableWords::tr("params.x_token != 'secret'");
    return table;
}

MembersTable namedErrorsTable()
{
    const Words words = [](const Api &api) { return expressionWords(api, NodeId::None); };
    MembersTable table;
    table.place = inDocument({groupKey(BehaviourGroup::Errors)});
    table.isNamed = true;
    table.group = BehaviourGroup::Errors;
    table.nameTitle = TableWords::tr("Name");
    table.fields = {statusField(), detailField(words), headersField(words),
                    textField(key("description"), TableWords::tr("Notes"))};
    table.blank = JsonObject{{key("status"), 400}};
    table.rowWord = TableWords::tr("a named error");
    table.addText = TableWords::tr("Add a named error…");
    table.addHint = TableWords::tr("out_of_stock");
    return table;
}

MembersTable routersTable()
{
    MembersTable table;
    table.place = inDocument({groupKey(BehaviourGroup::Routers)});
    table.isNamed = true;
    table.group = BehaviourGroup::Routers;
    table.nameTitle = TableWords::tr("Name");
    MemberField prefix = textField(key("prefix"), TableWords::tr("Prefix"), key("/items"));
    prefix.check = [](const Api &, const Json &,
                      const QString &text) -> std::optional<NotationError> {
        if (text.isEmpty() ||
            (text.startsWith(QLatin1Char('/')) && !text.endsWith(QLatin1Char('/')) &&
             !text.contains(QLatin1Char(' '))))
            return std::nullopt;
        return refusal(text,
                       TableWords::tr("A prefix begins with a slash and does not end with one."));
    };
    prefix.apply = [](Api &api, const BehaviourPlace &row, const QString &text) {
        return movedRoutes(changeRouterPrefix(api, row.path.last(), text));
    };
    MemberField parent =
        nameField(key("parent"), TableWords::tr("Inside"), namesOf(BehaviourGroup::Routers));
    parent.apply = [](Api &api, const BehaviourPlace &row, const QString &text) {
        return movedRoutes(changeRouterParent(api, row.path.last(), text));
    };
    table.fields = {prefix, parent, listField(key("tags"), TableWords::tr("Tags")),
                    namesField(key("depends"), TableWords::tr("Dependencies"),
                               namesOf(BehaviourGroup::Dependencies)),
                    flagField(key("deprecated"), TableWords::tr("Deprecated"))};
    table.blank = JsonObject{};
    table.rowWord = TableWords::tr("a router");
    table.addText = TableWords::tr("Add a router…");
    table.addHint = TableWords::tr("items");
    return table;
}

MembersTable testsTable()
{
    MemberField request = textField(key("request"), TableWords::tr("Request"), key("GET /items/1"));
    request.check = [](const Api &, const Json &,
                       const QString &text) -> std::optional<NotationError> {
        if (text.section(QLatin1Char(' '), 1).trimmed().startsWith(QLatin1Char('/')))
            return std::nullopt;
        return refusal(text, TableWords::tr("It is a method and a path: GET /items/1."));
    };
    // What a row says of several steps is one text; the steps themselves are edited as text.
    request.isEditable = [](const Json &row) { return row.value(u"steps").isUndefined(); };
    request.nothing = TableWords::tr("several steps");
    const auto expected = [](const Json &row, QStringView name) {
        const Json expect = row.value(u"expect");
        if (expect.isObject())
            return expect.value(name);
        return name == u"status" ? expect : Json(); // `expect: 404` says it all
    };
    const auto withExpected = [](const Json &row, const QString &name, const Json &value) {
        Json expect = row.value(u"expect");
        if (expect.isInt64())
            expect = JsonObject{{key("status"), expect}};
        expect = withMember(expect, name, value);
        return withMember(row, key("expect"), expect.object().isEmpty() ? Json() : expect);
    };
    MemberField status = numberField(key("status"), TableWords::tr("Expected"), 100, 599);
    status.look = MemberField::Look::Status;
    status.nothing = TableWords::tr("any status");
    status.text = [expected](const Api &, const Json &row) {
        return valueText(expected(row, u"status"));
    };
    status.write = [withExpected](const Api &, const Json &row, const QString &text) {
        return withExpected(row, key("status"), text.isEmpty() ? Json() : Json(text.toLongLong()));
    };
    MemberField answer = valueField(key("answer"), TableWords::tr("Expected body"));
    answer.nothing = TableWords::tr("any body");
    answer.text = [expected](const Api &, const Json &row) {
        return valueText(expected(row, u"body"));
    };
    answer.write = [withExpected](const Api &, const Json &row, const QString &text) {
        return withExpected(row, key("body"), text.isEmpty() ? Json() : valueOfText(text));
    };
    for (MemberField *field : {&status, &answer})
        field->isEditable = request.isEditable;
    MembersTable table;
    table.place = inDocument({key("tests")});
    table.fields = {request,
                    valueField(key("body"), TableWords::tr("Body")),
                    pairsField(key("headers"), TableWords::tr("Headers")),
                    status,
                    answer,
                    textField(key("name"), TableWords::tr("Name"))};
    table.blank = JsonObject{{key("request"), QString()}, {key("expect"), 200}};
    table.rowWord = TableWords::tr("a test");
    table.addText = TableWords::tr("Add a test…");
    table.addHint = key("GET /items/1");
    return table;
}

MembersTable tasksTable(NodeId operation)
{
    const Words words = [operation](const Api &api) { return expressionWords(api, operation); };
    static const QStringList kinds{key("log"), key("run"), key("webhook")};
    const auto kindOf = [](const Json &row) {
        for (const QString &kind : kinds) {
            if (!row.value(kind).isUndefined())
                return kind;
        }
        return kinds.first();
    };
    MemberField kind = choiceField(key("kind"), TableWords::tr("Does"), kinds);
    kind.text = [kindOf](const Api &, const Json &row) { return kindOf(row); };
    kind.write = [kindOf](const Api &, const Json &row, const QString &text) {
        const Json what = row.value(kindOf(row));
        return withMember(withMember(row, kindOf(row), {}), text,
                          what.isUndefined() ? Json(QString()) : what);
    };
    MemberField what = templateField(key("what"), TableWords::tr("What"), words);
    what.hint = TableWords::tr("a line, an expression, or an address");
    what.text = [kindOf](const Api &, const Json &row) {
        return valueText(row.value(kindOf(row)));
    };
    what.write = [kindOf](const Api &, const Json &row, const QString &text) {
        const Json value = kindOf(row) == key("run") ? Json(text) : valueOfText(text);
        return withMember(row, kindOf(row), value);
    };
    MemberField body = templateField(key("body"), TableWords::tr("Body"), words);
    body.isEditable = [kindOf](const Json &row) { return kindOf(row) == key("webhook"); };
    MembersTable table;
    table.place = {operation, {key("tasks")}};
    table.fields = {what, kind, whenField(words),
                    durationField(key("delay"), TableWords::tr("After")), body};
    table.blank = JsonObject{{key("log"), QString()}};
    table.rowWord = TableWords::tr("a task");
    table.addText = TableWords::tr("Add a task…");
    table.addHint = TableWords::tr("made item {{ result.id }}");
    return table;
}

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

QList<MemberField> loginFields()
{
    MemberField expires = durationField(key("expires"), TableWords::tr("Tokens are good for"));
    expires.hint = key("30min");
    return {expires,
            nameField(key("failed"), TableWords::tr("When it fails"),
                      namesOf(BehaviourGroup::Errors), TableWords::tr("400, or a named error"))};
}

QList<MemberField> dependencyFields(const QString &dependency)
{
    const Words words = conditionsTable(dependency).fields.first().words;
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
    scopes.isEditable = hasScheme;
    MemberField optional =
        flagField(key("optional"), TableWords::tr("May be missing: the result is null then"));
    optional.isEditable = hasScheme;
    MemberField user =
        flagField(key("user"), TableWords::tr("Gives the user that the credential belongs to"));
    user.isEditable = hasScheme;
    MemberField result = expressionField(key("result"), TableWords::tr("Result"), words);
    result.hint = TableWords::tr("the credential, or the parameters by name");
    return {textField(key("description"), TableWords::tr("Notes")),
            scheme,
            scopes,
            optional,
            user,
            namesField(key("needs"), TableWords::tr("Needs"), others,
                       TableWords::tr("no other dependency")),
            result,
            flagField(key("cached"), TableWords::tr("Runs once a request"), true)};
}

QList<MemberField> routeFields(NodeId operation)
{
    const Words words = [operation](const Api &api) { return expressionWords(api, operation); };
    MemberField router =
        nameField(key("router"), TableWords::tr("Router"), namesOf(BehaviourGroup::Routers),
                  TableWords::tr("the one whose prefix the path has"));
    // `router: null` takes a route out of all routers and leaves its path as it is.
    const auto known = router.check;
    const auto write = router.write;
    router.text = [](const Api &, const Json &row) {
        const Json said = row.value(u"router");
        return said.isNull() ? key("none") : said.string();
    };
    router.check = [known](const Api &api, const Json &row, const QString &text) {
        return text == key("none") ? std::nullopt : known(api, row, text);
    };
    router.apply = [write](Api &api, const BehaviourPlace &row,
                           const QString &text) -> MemberField::Applied {
        if (text.isEmpty() || text == key("none")) {
            const Json said = behaviourValue(api, row);
            const Json none = withMember(said, key("router"), nullptr);
            setBehaviourValue(api, row, text.isEmpty() ? write(api, said, text) : none);
            return {true, {}};
        }
        if (!moveToRouter(api, row.owner, text))
            return {false, TableWords::tr("There is a route at the path that it would get.")};
        const Named<PathItem> *path = findPathOf(api, row.owner);
        return {true, TableWords::tr("Its path is %1 now.").arg(path ? path->name : QString())};
    };
    MemberField action =
        textField(key("action"), TableWords::tr("Store"), TableWords::tr("read items"));
    action.words = [](const Api &api) {
        QStringList result{key("create"), key("read"),  key("list"),
                           key("update"), key("patch"), key("delete")};
        return result + behaviourNames(api, BehaviourGroup::Stores);
    };
    // The long form says more than these two words; it keeps the rest.
    action.text = [](const Api &, const Json &row) {
        const Json said = row.value(u"action");
        if (!said.isObject())
            return said.string();
        return QString(said.value(u"do").string() + QLatin1Char(' ') +
                       said.value(u"store").string())
            .trimmed();
    };
    action.write = [](const Api &, const Json &row, const QString &text) {
        const Json said = row.value(u"action");
        if (text.isEmpty() || !said.isObject())
            return withMember(row, key("action"), text.isEmpty() ? Json() : Json(text));
        const Json changed = withMember(said, key("do"), text.section(QLatin1Char(' '), 0, 0));
        return withMember(
            row, key("action"),
            withMember(changed, key("store"), text.section(QLatin1Char(' '), 1).trimmed()));
    };
    action.check = [](const Api &api, const Json &,
                      const QString &text) -> std::optional<NotationError> {
        static const QStringList kinds{key("create"), key("read"),  key("list"),
                                       key("update"), key("patch"), key("delete")};
        const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (text.isEmpty())
            return std::nullopt;
        if (parts.size() != 2 || !kinds.contains(parts.first()))
            return refusal(
                text, TableWords::tr("It is create, read, list, update, patch or delete, and a "
                                     "store: “read items”."));
        if (behaviourNames(api, BehaviourGroup::Stores).contains(parts.last()))
            return std::nullopt;
        return NotationError{text.indexOf(parts.last()),
                             parts.last().size(),
                             TableWords::tr("There is no store “%1”.").arg(parts.last()),
                             {}};
    };
    MemberField answer = templateField(key("answer"), TableWords::tr("Answer"), words);
    answer.hint = TableWords::tr("an example, or what the store gives");
    MemberField upstream = templateField(key("upstream"), TableWords::tr("Upstream"), words);
    upstream.hint =
        TableWords::tr("an address that is asked: https://api.example.org/{{ path.id }}");
    // The long form also has headers, a time limit and what becomes of statuses; it keeps them.
    upstream.text = [](const Api &, const Json &row) {
        const Json said = row.value(u"upstream");
        return said.isObject() ? said.value(u"url").string() : said.string();
    };
    upstream.write = [](const Api &, const Json &row, const QString &text) {
        const Json said = row.value(u"upstream");
        if (text.isEmpty() || !said.isObject())
            return withMember(row, key("upstream"), text.isEmpty() ? Json() : Json(text));
        return withMember(row, key("upstream"), withMember(said, key("url"), text));
    };
    return {router, action, upstream, answer};
}

QList<MemberField> faultFields()
{
    MemberField rate = numberField(key("rate"), TableWords::tr("Fails by chance"), 0, 1, false);
    rate.hint = TableWords::tr("never; 0.1: every tenth request");
    MemberField status = numberField(key("status"), TableWords::tr("With status"), 400, 599);
    status.hint = key("503");
    return {durationField(key("delay"), TableWords::tr("Latency"), true), rate, status};
}

QList<MemberField> corsFields()
{
    MemberField age =
        numberField(key("max_age"), TableWords::tr("Remembered for"), 0, 2'147'483'647);
    age.hint = TableWords::tr("600 seconds");
    return {listField(key("origins"), TableWords::tr("Origins"),
                      TableWords::tr("https://example.org, or *")),
            textField(key("origin_pattern"), TableWords::tr("Or by pattern"),
                      key("https://.*\\.example\\.org")),
            listField(key("methods"), TableWords::tr("Methods"), key("GET")),
            listField(key("headers"), TableWords::tr("Headers"),
                      TableWords::tr("those that are always allowed")),
            listField(key("expose"), TableWords::tr("Exposed headers")),
            flagField(key("credentials"), TableWords::tr("Credentials may be sent")),
            age};
}

} // namespace Design
