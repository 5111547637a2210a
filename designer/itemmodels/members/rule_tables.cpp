#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/expression_words.h"
#include "designer/itemmodels/members/table_parts.h"
#include "designer/model/edits/operation_edits.h"

namespace Design
{

using namespace TableParts;

namespace
{

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

/// Whether the row has an answer of its own, and not that of a named error.
bool hasOwnAnswer(const Json &row)
{
    return row.value(u"error").isUndefined();
}

MemberField errorExample()
{
    MemberField field = valueField(key("example"), TableWords::tr("Example"));
    field.hint = TableWords::tr("for the documentation; else the detail as it stands");
    field.isEditable = hasOwnAnswer;
    return field;
}

QList<MemberField> errorDetails()
{
    MemberField notes =
        textField(key("description"), TableWords::tr("Notes"), TableWords::tr("none"));
    notes.isEditable = hasOwnAnswer;
    return {notes, errorExample()};
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
        return count.isUndefined() ? QString() : TableWords::tr("1 in %1").arg(valueText(count));
    };
    // As one says it: when, then what is answered. How often is rarely said at all.
    table.fields = {whenField(words), answerField(), detailField(words), headersField(words),
                    every};
    table.more = errorDetails();
    table.blank = JsonObject{{key("status"), 400}};
    return table;
}

} // namespace

MemberField TableParts::whenField(const Words &words)
{
    MemberField field = expressionField(key("when"), TableWords::tr("When"), words);
    field.nothing = TableWords::tr("always");
    field.isCondition = true;
    const auto write = field.write;
    // What the row says for "no condition" may be typed as well.
    field.write = [write](const Api &api, const Json &row, const QString &text) {
        return write(api, row, text == TableWords::tr("always") ? QString() : text);
    };
    return field;
}

MembersTable errorRulesTable(NodeId operation)
{
    MembersTable table =
        rulesTable({operation, {key("errors")}}, wordsAt(ExpressionOf::Route, operation));
    table.rowWord = TableWords::tr("an error rule");
    table.addText = TableWords::tr("Add an error rule…");
    table.addHint = TableWords::tr("query.q == 'x', or always");
    return table;
}

MembersTable conditionsTable(const QString &dependency)
{
    const BehaviourPlace place =
        inDocument({groupKey(BehaviourGroup::Dependencies), dependency, key("conditions")});
    MembersTable table = rulesTable(place, wordsAt(ExpressionOf::Dependency, dependency));
    table.rowWord = TableWords::tr("a condition");
    table.addText = TableWords::tr("Add a condition…");
    table.addHint = TableWords::tr("params.x_token != 'secret'");
    return table;
}

MembersTable namedErrorsTable()
{
    const Words words = wordsAt(ExpressionOf::Document, QString());
    MembersTable table;
    table.place = inDocument({groupKey(BehaviourGroup::Errors)});
    table.isNamed = true;
    table.group = BehaviourGroup::Errors;
    table.nameTitle = TableWords::tr("Name");
    table.fields = {statusField(), detailField(words), headersField(words),
                    textField(key("description"), TableWords::tr("Notes"))};
    table.more = {errorExample()};
    table.blank = JsonObject{{key("status"), 400}};
    table.rowWord = TableWords::tr("a named error");
    table.addText = TableWords::tr("Add a named error…");
    table.addHint = TableWords::tr("out_of_stock");
    return table;
}

} // namespace Design
