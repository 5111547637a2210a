#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/table_parts.h"

namespace Design
{

using namespace TableParts;

namespace
{

const QString testsKey = QStringLiteral("tests");

/// `expect: 404` is short for `expect: {status: 404}`.
ShortForm expectForm()
{
    return {[](const Json &said) {
                return said.isInt64() ? Json(JsonObject{{key("status"), said}}) : said;
            },
            [](const Json &said) {
                return said.object().size() == 1 ? said.value(u"status") : Json();
            }};
}

MemberField expected(MemberField field)
{
    return memberOf(key("expect"), expectForm(), field);
}

/// A test of one request is that request itself.
FieldPart firstStep()
{
    static const QString steps = key("steps");
    return {[](const Json &row) {
                return row.value(steps).isUndefined() ? row : row.value(steps).array().value(0);
            },
            [](const Json &row, const Json &step) {
                if (row.value(steps).isUndefined())
                    return step;
                JsonArray all = row.value(steps).array();
                if (all.isEmpty())
                    all.append(step);
                else
                    all[0] = step;
                return withMember(row, steps, all);
            }};
}

MemberField requestField()
{
    MemberField request = textField(key("request"), TableWords::tr("Request"), key("GET /items/1"));
    request.check = [](const Api &, const Json &,
                       const QString &text) -> std::optional<NotationError> {
        if (text.section(QLatin1Char(' '), 1).trimmed().startsWith(QLatin1Char('/')))
            return std::nullopt;
        return refusal(text, TableWords::tr("It is a method and a path: GET /items/1."));
    };
    request.words = [](const Api &api) {
        QStringList lines;
        for (const Named<PathItem> &path : api.paths) {
            for (const Operation &operation : path.value.operations)
                lines.append(operation.method.toUpper() + QLatin1Char(' ') + path.name);
        }
        return lines;
    };
    return request;
}

MemberField expectedStatus()
{
    MemberField status = numberField(key("status"), TableWords::tr("Status"), 100, 599);
    status.look = MemberField::Look::Status;
    status.nothing = TableWords::tr("any status");
    return expected(status);
}

} // namespace

MembersTable testsTable()
{
    // Of a test of several steps the first is said; all stand below the table.
    MemberField request = partOf(firstStep(), requestField());
    const auto own = request.text;
    request.shown = [own](const Api &api, const Json &row) {
        const qsizetype more = row.value(u"steps").array().size() - 1;
        return more > 0 ? TableWords::tr("%1 and %n more", nullptr, static_cast<int>(more))
                              .arg(own(api, row))
                        : own(api, row);
    };
    MemberField status = partOf(firstStep(), expectedStatus());
    status.title = TableWords::tr("Expected");
    MembersTable table;
    table.place = inDocument({testsKey});
    table.fields = {request, status, textField(key("name"), TableWords::tr("Name"))};
    table.fields.last().nothing = TableWords::tr("named by its request");
    table.blank = JsonObject{{key("request"), QString()}, {key("expect"), 200}};
    table.rowWord = TableWords::tr("a test");
    table.addText = TableWords::tr("Add a test…");
    table.addHint = key("GET /items/1");
    return table;
}

MembersTable stepsTable(int test)
{
    MembersTable table;
    table.place = inDocument({testsKey, QString::number(test), key("steps")});
    MemberField body = valueField(key("body"), TableWords::tr("Body"));
    table.fields = {requestField(), body, expectedStatus()};
    table.blank = JsonObject{{key("request"), QString()}, {key("expect"), 200}};
    table.rowWord = TableWords::tr("a step");
    table.addText = TableWords::tr("Add a step…");
    table.addHint = key("GET /items/1");
    return table;
}

QList<MemberField> stepFields()
{
    MemberField body = valueField(key("body"), TableWords::tr("Body"));
    body.hint = TableWords::tr("none; JSON is sent as such");
    MemberField form =
        textField(key("form"), TableWords::tr("Or as a form"), TableWords::tr("name=ada&age=36"));
    MemberField answer = valueField(key("body"), TableWords::tr("Body is"));
    answer.hint = TableWords::tr("anything; equal to this JSON");
    MemberField at = pairsField(key("at"), TableWords::tr("Parts of it are"));
    at.hint = TableWords::tr("/name: Hose; /tags/0: garden");
    at.look = MemberField::Look::Plain;
    MemberField answerHeaders = pairsField(key("headers"), TableWords::tr("Headers are"),
                                           TableWords::tr("content-type: application/json"));
    answerHeaders.look = MemberField::Look::Plain;
    MemberField stores =
        pairsField(key("stores"), TableWords::tr("Stores then have"),
                   TableWords::tr("items: 3 rows are “items: 3”; or the rows as JSON"));
    stores.look = MemberField::Look::Plain;
    MemberField headers =
        pairsField(key("headers"), TableWords::tr("Headers"), TableWords::tr("X-Token: secret"));
    headers.look = MemberField::Look::Plain;
    MemberField status = expectedStatus();
    status.title = TableWords::tr("Expected status");
    QList<MemberField> fields{requestField(), headers, body, form, status};
    for (const MemberField &field : {answer,
                                     nameField(key("model"), TableWords::tr("Body fits"),
                                               modelNames, TableWords::tr("any model")),
                                     at, answerHeaders, stores})
        fields.append(expected(field));
    return fields;
}

/// One value for each of some named things: `given` rows by store, results by dependency.
static MembersTable valuesByName(int test, const QString &member, BehaviourGroup named,
                                 const MemberField &value)
{
    MembersTable table;
    table.place = inDocument({testsKey, QString::number(test), member});
    table.isNamed = true;
    table.nameWords = namesOf(named);
    table.fields = {wholeRow(value)};
    return table;
}

MembersTable givenTable(int test)
{
    MembersTable table = valuesByName(test, key("given"), BehaviourGroup::Stores,
                                      valueField(key("rows"), TableWords::tr("Rows")));
    table.nameTitle = TableWords::tr("Store");
    table.fields.first().hint = TableWords::tr("[{\"id\": 1, \"name\": \"Hose\"}]");
    table.blank = JsonArray{};
    table.rowWord = TableWords::tr("rows of a store");
    table.addText = TableWords::tr("Give a store other rows…");
    table.addHint = key("items");
    return table;
}

MembersTable overridesTable(int test)
{
    MembersTable table = valuesByName(test, key("overrides"), BehaviourGroup::Dependencies,
                                      valueField(key("result"), TableWords::tr("Its result")));
    table.nameTitle = TableWords::tr("Dependency");
    table.fields.first().hint = TableWords::tr("{\"username\": \"ada\"}");
    table.blank = nullptr;
    table.rowWord = TableWords::tr("an override");
    table.addText = TableWords::tr("Override a dependency…");
    table.addHint = key("current_user");
    return table;
}

} // namespace Design
