#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/expression_words.h"
#include "designer/itemmodels/members/table_parts.h"

namespace Design
{

using namespace TableParts;

MembersTable TableParts::tasksAt(const BehaviourPlace &place, const Words &words)
{
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
    QList<MemberField> more{textField(key("method"), TableWords::tr("Method"), key("POST")),
                            pairsField(key("headers"), TableWords::tr("Headers"),
                                       TableWords::tr("X-Signature: {{ uuid() }}")),
                            numberField(key("retries"), TableWords::tr("Retries"), 0, 10)};
    more.last().hint = TableWords::tr("3 times");
    for (MemberField &field : more)
        field.isEditable = body.isEditable;
    MembersTable table;
    table.more = more;
    table.place = place;
    table.fields = {what, kind, whenField(words),
                    durationField(key("delay"), TableWords::tr("After")), body};
    table.blank = JsonObject{{key("log"), QString()}};
    table.rowWord = TableWords::tr("a task");
    table.addText = TableWords::tr("Add a task…");
    table.addHint = TableWords::tr("made item {{ result.id }}");
    return table;
}

MembersTable tasksTable(NodeId operation)
{
    return tasksAt({operation, {key("tasks")}}, wordsAt(ExpressionOf::Task, operation));
}

MembersTable exitTable(const QString &dependency)
{
    MembersTable table =
        tasksAt(inDocument({groupKey(BehaviourGroup::Dependencies), dependency, key("exit")}),
                wordsAt(ExpressionOf::Exit, dependency));
    table.rowWord = TableWords::tr("a step of the exit");
    table.addText = TableWords::tr("Add a step…");
    table.addHint = TableWords::tr("session {{ result }} is closed");
    return table;
}

} // namespace Design
