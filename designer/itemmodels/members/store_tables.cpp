#include "designer/itemmodels/members/behaviour_tables.h"
#include "designer/itemmodels/members/expression_words.h"
#include "designer/itemmodels/members/table_parts.h"
#include "designer/model/locate.h"

namespace Design
{

using namespace TableParts;

QList<MemberField> storeFields(const QString &store)
{
    Q_UNUSED(store)
    const auto model = [](const char *name, const QString &title, const QString &hint) {
        return nameField(key(name), title, modelNames, hint);
    };
    const auto fieldNames = [](const QString &title, const char *name, const QString &hint) {
        return listField(key(name), title, hint);
    };
    MemberField unique =
        listField(key("unique"), TableWords::tr("Unique"), TableWords::tr("sku, name + category"));
    unique.text = [](const Api &, const Json &row) {
        QStringList parts;
        for (const Json &part : row.value(u"unique").array()) {
            QStringList names;
            for (const Json &name : part.isArray() ? part.array() : JsonArray{part})
                names.append(name.string());
            parts.append(names.join(QStringLiteral(" + ")));
        }
        return parts.join(QStringLiteral(", "));
    };
    unique.write = [](const Api &, const Json &row, const QString &text) {
        JsonArray parts;
        for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            JsonArray names;
            for (const QString &name : part.split(QLatin1Char('+'), Qt::SkipEmptyParts))
                names.append(name.trimmed());
            parts.append(names.size() == 1 ? names.first() : Json(names));
        }
        return withMember(row, key("unique"), parts.isEmpty() ? Json() : Json(parts));
    };
    MemberField references = pairsField(key("references"), TableWords::tr("Refers to"),
                                        TableWords::tr("owner_id: users"));
    references.look = MemberField::Look::Plain;
    return {model("model", TableWords::tr("Model"), TableWords::tr("of a row as it is kept")),
            model("create", TableWords::tr("Created from"), TableWords::tr("the model")),
            model("answer", TableWords::tr("Answered as"), TableWords::tr("the model")),
            textField(key("key"), TableWords::tr("Key"), key("id")),
            unique,
            references,
            fieldNames(TableWords::tr("Searched in"), "search", TableWords::tr("all text fields")),
            nameField(key("missing"), TableWords::tr("When missing"),
                      namesOf(BehaviourGroup::Errors), TableWords::tr("404, or a named error")),
            nameField(key("conflict"), TableWords::tr("When taken"),
                      namesOf(BehaviourGroup::Errors), TableWords::tr("409, or a named error"))};
}

MembersTable serverFieldsTable(const QString &store)
{
    const auto valueOf = [](const Json &row) { return row.isObject() ? row.value(u"value") : row; };
    MemberField value =
        expressionField(key("value"), TableWords::tr("Set to"), [store](const Api &api) {
            return QStringList{key("counter"), key("uuid"), key("now")} +
                   expressionWords(api, ExpressionOf::Store, store);
        });
    value.text = [valueOf](const Api &, const Json &row) { return valueOf(row).string(); };
    value.check = [](const Api &, const Json &, const QString &text) {
        return text.isEmpty()
                   ? std::optional(refusal(text, TableWords::tr("It is counter, uuid, now or an "
                                                                "expression.")))
                   : std::nullopt;
    };
    value.write = [](const Api &, const Json &row, const QString &text) {
        return row.isObject() ? withMember(row, key("value"), text) : Json(text);
    };
    MemberField always = flagField(key("on"), TableWords::tr("On every change"));
    always.text = [](const Api &, const Json &row) {
        return row.value(u"on").string() == key("write") ? key("true") : QString();
    };
    always.write = [valueOf](const Api &, const Json &row, const QString &text) -> Json {
        if (text.isEmpty())
            return valueOf(row);
        return JsonObject{{key("value"), valueOf(row)}, {key("on"), key("write")}};
    };
    MembersTable table;
    table.place = inDocument({groupKey(BehaviourGroup::Stores), store, key("set")});
    table.isNamed = true;
    table.nameTitle = TableWords::tr("Field");
    table.nameWords = [store](const Api &api) {
        const Json design =
            behaviourValue(api, inDocument({groupKey(BehaviourGroup::Stores), store}));
        return fieldNames(api, design.value(u"model").string());
    };
    table.fields = {value, always};
    table.blank = key("counter");
    table.rowWord = TableWords::tr("a server-set field");
    table.addText = TableWords::tr("Add a field that the server sets…");
    table.addHint = TableWords::tr("id");
    return table;
}

MembersTable fixturesTable(const Api &api, const QString &store)
{
    MembersTable table;
    table.hasFieldsOfDesign = true;
    table.place = inDocument({groupKey(BehaviourGroup::Stores), store, key("fixtures")});
    const Json design = behaviourValue(api, inDocument({groupKey(BehaviourGroup::Stores), store}));
    QStringList known;
    for (const ModelField &field : modelFields(api, design.value(u"model").string())) {
        known.append(field.name);
        table.fields.append(valueField(field.name, field.name, field.isText));
    }
    for (const Json &row : design.value(u"fixtures").array()) {
        for (const JsonObject::Member &member : row.object()) {
            if (!known.contains(member.key)) { // shown, though the model does not know it
                known.append(member.key);
                table.fields.append(valueField(member.key, member.key));
            }
        }
    }
    // The key first: a row is found by it.
    const QString keyName =
        design.value(u"key").isString() ? design.value(u"key").string() : key("id");
    const qsizetype at = known.indexOf(keyName);
    if (at > 0)
        table.fields.move(at, 0);
    table.blank = JsonObject{};
    table.rowWord = TableWords::tr("a row");
    table.addText = TableWords::tr("Add a row…");
    table.addHint = TableWords::tr("its %1").arg(
        table.fields.isEmpty() ? key("id") : table.fields.first().title);
    return table;
}

} // namespace Design
