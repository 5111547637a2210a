#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/table_parts.h"
#include "designer/model/edits/router_edits.h"

namespace Design
{

using namespace TableParts;

namespace
{

MemberField::Applied movedRoutes(const std::optional<int> &count)
{
    if (!count)
        return {false, TableWords::tr("A route would get a path that another one has, or a router "
                                      "would be inside itself.")};
    return {true, *count > 0 ? TableWords::tr("%n path(s) begin with it now.", nullptr, *count)
                             : QString()};
}

/// Answers that all routes of a router have: `404: Not found` for one that is only described.
MemberField responsesField()
{
    static const QString member = key("responses");
    FieldPart part;
    part.of = [](const Json &row) {
        JsonObject said;
        for (const JsonObject::Member &response : row.value(member).object()) {
            const Json words = response.value.value(u"description");
            const bool isAll = words.isString() && response.value.object().size() == 1;
            said.insert(response.key, isAll ? words : response.value);
        }
        return withMember(row, member, said);
    };
    part.into = [](const Json &row, const Json &changed) {
        JsonObject responses;
        for (const JsonObject::Member &said : changed.value(member).object()) {
            const bool isWords = !said.value.isObject();
            const Json words = said.value.isString() ? said.value : Json(valueText(said.value));
            responses.insert(said.key,
                             isWords ? Json(JsonObject{{key("description"), words}}) : said.value);
        }
        return withMember(row, member, responses.isEmpty() ? Json() : Json(responses));
    };
    MemberField field = pairsField(member, TableWords::tr("Common answers"),
                                   TableWords::tr("404: Not found; 418: I'm a teapot"));
    field.look = MemberField::Look::Plain;
    return partOf(part, field);
}

/// `cors: true` lets everybody in.
MemberField corsSwitch()
{
    static const QString some = TableWords::tr("for some");
    static const QString all = TableWords::tr("for everybody");
    MemberField field =
        choiceField(key("cors"), TableWords::tr("Other pages may read"), {all, some});
    field.nothing = TableWords::tr("no");
    field.text = [](const Api &, const Json &row) {
        const Json said = row.value(u"cors");
        return said.toBool() ? all : said.isObject() ? some : QString();
    };
    field.write = [](const Api &, const Json &row, const QString &text) {
        const Json said = row.value(u"cors");
        if (text == some)
            return said.isObject() ? row : withMember(row, key("cors"), JsonObject{});
        return withMember(row, key("cors"), text == all ? Json(true) : Json());
    };
    return field;
}

} // namespace

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
    table.more = {responsesField()};
    table.rowWord = TableWords::tr("a router");
    table.addText = TableWords::tr("Add a router…");
    table.addHint = TableWords::tr("items");
    return table;
}

/// At the document's extension itself.
QList<MemberField> corsFields()
{
    MemberField age =
        numberField(key("max_age"), TableWords::tr("Remembered for"), 0, 2'147'483'647);
    age.hint = TableWords::tr("600 seconds");
    const QList<MemberField> fields{
        listField(key("origins"), TableWords::tr("Origins"),
                  TableWords::tr("https://example.org, or *")),
        textField(key("origin_pattern"), TableWords::tr("Or by pattern"),
                  key("https://.*\\.example\\.org")),
        listField(key("methods"), TableWords::tr("Methods"), key("GET")),
        listField(key("headers"), TableWords::tr("Headers"),
                  TableWords::tr("those that are always allowed")),
        listField(key("expose"), TableWords::tr("Exposed headers")),
        flagField(key("credentials"), TableWords::tr("Credentials may be sent")),
        age};
    QList<MemberField> result{corsSwitch()};
    for (const MemberField &field : fields) {
        MemberField inside = memberOf(key("cors"), ShortForm(), field);
        inside.isEditable = [](const Json &row) { return row.value(u"cors").isObject(); };
        result.append(inside);
    }
    return result;
}

} // namespace Design
