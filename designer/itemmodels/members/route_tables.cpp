#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/expression_words.h"
#include "designer/itemmodels/members/table_parts.h"
#include "designer/model/edits/router_edits.h"
#include "designer/model/locate.h"

namespace Design
{

using namespace TableParts;

namespace
{

/// `action: read items` is short for `{do: read, store: items}`.
ShortForm actionForm()
{
    return {[](const Json &said) {
                const QStringList words = said.string().split(QLatin1Char(' '));
                return words.size() == 2 ? Json(JsonObject{{key("do"), words.first()},
                                                           {key("store"), words.last()}})
                                         : said;
            },
            [](const Json &said) {
                const QString kind = said.value(u"do").string();
                const QString store = said.value(u"store").string();
                return said.object().size() == 2 && !kind.isEmpty() && !store.isEmpty()
                           ? Json(kind + QLatin1Char(' ') + store)
                           : Json();
            }};
}

/// `upstream: https://…` is short for `{url: https://…}`.
ShortForm upstreamForm()
{
    return {
        [](const Json &said) {
            return said.isString() ? Json(JsonObject{{key("url"), said}}) : said;
        },
        [](const Json &said) { return said.object().size() == 1 ? said.value(u"url") : Json(); }};
}

/// The component schema that the route answers with first.
QString answerModel(const Api &api, NodeId operation)
{
    const Operation *found = findOperation(api, operation);
    if (!found)
        return {};
    for (const Named<Response> &listed : found->responses) {
        const Response *response = resolve(api, listed.value);
        if (!listed.name.startsWith(QLatin1Char('2')) || !response || response->content.isEmpty())
            continue;
        const Named<Schema> *model =
            findNamedSchema(api, response->content.first().value.schema.reference().component);
        return model ? model->name : QString();
    }
    return {};
}

} // namespace

MembersTable computedTable(NodeId operation)
{
    const Words words = wordsAt(ExpressionOf::Computed, operation);
    MembersTable table;
    table.place = {operation, {key("computed")}};
    table.isNamed = true;
    table.nameTitle = TableWords::tr("Field");
    table.nameWords = [operation](const Api &api) {
        return fieldNames(api, answerModel(api, operation));
    };
    table.fields = {wholeRow(expressionField(key("value"), TableWords::tr("Computed as"), words))};
    table.fields.first().hint = TableWords::tr("item.tax ? item.price + item.tax : null");
    table.blank = key("null");
    table.rowWord = TableWords::tr("a computed field");
    table.addText = TableWords::tr("Add a computed field…");
    table.addHint = TableWords::tr("price_with_tax");
    return table;
}

QList<MemberField> routeFields(NodeId operation)
{
    const Words words = wordsAt(ExpressionOf::Route, operation);
    MemberField router =
        nameField(key("router"), TableWords::tr("Router"), namesOf(BehaviourGroup::Routers),
                  TableWords::tr("found by the prefix of the path"));
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
    MemberField action = textField(key("action"), TableWords::tr("Store"),
                                   TableWords::tr("for example: list items"));
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
    return {router, action, answer};
}

QList<MemberField> actionFields(NodeId operation)
{
    const Words words = wordsAt(ExpressionOf::Route, operation);
    MemberField rowKey = expressionField(key("key"), TableWords::tr("Key of the row"), words);
    rowKey.hint = TableWords::tr("the last parameter of the path");
    MemberField filter = listField(key("filter"), TableWords::tr("Filtered by"),
                                   TableWords::tr("inputs that fields of the rows must equal"));
    MemberField set = pairsField(key("set"), TableWords::tr("Also sets"),
                                 TableWords::tr("owner: {{ deps.user.username }}"));
    set.words = words;
    const auto isOneOf = [](const QStringList &kinds) {
        return [kinds](const Json &row) {
            const Json action = actionForm().toLong(row.value(u"action"));
            return kinds.contains(action.value(u"do").string());
        };
    };
    const auto ofAction = [&](const MemberField &own, const QStringList &kinds) {
        MemberField field = memberOf(key("action"), actionForm(), own);
        field.isEditable = isOneOf(kinds);
        return field;
    };
    return {ofAction(rowKey, {key("read"), key("update"), key("patch"), key("delete")}),
            ofAction(filter, {key("list")}),
            ofAction(set, {key("create"), key("update"), key("patch")})};
}

QList<MemberField> upstreamFields(NodeId operation)
{
    const Words words = wordsAt(ExpressionOf::Route, operation);
    MemberField url = templateField(key("url"), TableWords::tr("Address"), words);
    url.hint = TableWords::tr("nobody is asked; https://api.example.org/{{ path.id }}");
    MemberField headers = pairsField(key("headers"), TableWords::tr("Headers"),
                                     TableWords::tr("Accept: application/json"));
    headers.words = words;
    MemberField timeout = durationField(key("timeout"), TableWords::tr("Waits at most"));
    timeout.hint = key("10s");
    MemberField statuses =
        pairsField(key("status"), TableWords::tr("Map statuses"), TableWords::tr("404: no_item"));
    statuses.look = MemberField::Look::Plain;
    statuses.words = namesOf(BehaviourGroup::Errors);
    MemberField sample = valueField(key("sample"), TableWords::tr("Sample"));
    sample.hint = TableWords::tr("what comes back in tests, which have no network");
    QList<MemberField> fields;
    for (const MemberField &field :
         {url, textField(key("method"), TableWords::tr("Method"), key("GET")), headers,
          templateField(key("body"), TableWords::tr("Body"), words), timeout, statuses,
          nameField(key("failed"), TableWords::tr("When it fails"), namesOf(BehaviourGroup::Errors),
                    TableWords::tr("502 or 504, or a named error")),
          sample}) {
        fields.append(memberOf(key("upstream"), upstreamForm(), field));
        if (field.key != url.key)
            fields.last().isEditable = [](const Json &row) {
                return !row.value(u"upstream").isUndefined();
            };
    }
    return fields;
}

} // namespace Design
