#include "designer/itemmodels/members/member_field.h"
#include "designer/model/behaviour/members_reader.h"
#include "designer/model/schema_json.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace Design
{

namespace
{

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(Design::MemberField)
};

QStringList partsOf(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !parts.contains(name))
            parts.append(name);
    }
    return parts;
}

QString joined(const Json &value)
{
    if (value.isString())
        return value.string();
    QStringList names;
    for (const Json &name : value.array())
        names.append(name.isString() ? name.string() : valueText(name));
    return names.join(QStringLiteral(", "));
}

std::optional<NotationError> checkNames(const QStringList &names, const QStringList &known,
                                        const QString &text)
{
    for (const QString &name : names) {
        if (!known.contains(name)) {
            return NotationError{text.indexOf(name),
                                 name.size(),
                                 FieldWords::tr("There is no “%1” here.").arg(name),
                                 {}};
        }
    }
    return std::nullopt;
}

/// A text member: the base of most.
MemberField plain(const QString &key, const QString &title)
{
    MemberField field;
    field.key = key;
    field.title = title;
    field.text = [key](const Api &, const Json &row) {
        const Json value = row.value(key);
        return value.isString() ? value.string() : valueText(value);
    };
    field.write = [key](const Api &, const Json &row, const QString &text) {
        return withMember(row, key, text.isEmpty() ? Json() : Json(text));
    };
    return field;
}

/// `a: 1; b: {{ c }}`, or a JSON object, as an object.
std::optional<JsonObject> objectOf(const QString &text)
{
    const Json json = valueOfText(text);
    if (json.isObject())
        return json.object();
    // A semicolon inside a value separates nothing: behind one that does stands a name.
    static const QRegularExpression separator(QStringLiteral(";\\s*(?=[\\w/~-]+\\s*:)"));
    JsonObject pairs;
    for (const QString &part : text.split(separator, Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(QLatin1Char(':'));
        const QString name = part.left(colon).trimmed();
        static const QRegularExpression form(QStringLiteral("^[\\w!#$%&'*+.^`|~/-]+$"));
        if (colon < 0 || !form.match(name).hasMatch())
            return std::nullopt;
        pairs.insert(name, valueOfText(part.mid(colon + 1).trimmed()));
    }
    return pairs;
}

/// As pairs where they would be read as the same object again, else as JSON.
QString pairsText(const JsonObject &object)
{
    QStringList pairs;
    for (const JsonObject::Member &member : object)
        pairs.append(member.key + QStringLiteral(": ") + valueText(member.value));
    const QString text = pairs.join(QStringLiteral("; "));
    return objectOf(text) == object ? text : valueText(object);
}

} // namespace

MemberField textField(const QString &key, const QString &title, const QString &hint)
{
    MemberField field = plain(key, title);
    field.hint = hint;
    return field;
}

MemberField expressionField(const QString &key, const QString &title, const Words &words)
{
    MemberField field = plain(key, title);
    field.look = MemberField::Look::Expression;
    field.words = words;
    return field;
}

MemberField templateField(const QString &key, const QString &title, const Words &words)
{
    MemberField field = valueField(key, title);
    field.look = MemberField::Look::Template;
    field.words = words;
    return field;
}

MemberField numberField(const QString &key, const QString &title, double least, double most,
                        bool isInteger)
{
    MemberField field = plain(key, title);
    field.check = [=](const Api &, const Json &,
                      const QString &text) -> std::optional<NotationError> {
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        const bool isWhole = !isInteger || value == std::floor(value);
        if (text.isEmpty() || (isNumber && isWhole && value >= least && value <= most))
            return std::nullopt;
        return refusal(
            text, FieldWords::tr("It is a number from %1 to %2.").arg(least).arg(most, 0, 'g', 10));
    };
    field.write = [key, isInteger](const Api &, const Json &row, const QString &text) {
        if (text.isEmpty())
            return withMember(row, key, {});
        return withMember(
            row, key, isInteger ? Json(static_cast<qint64>(text.toDouble())) : valueOfText(text));
    };
    return field;
}

MemberField choiceField(const QString &key, const QString &title, const QStringList &choices)
{
    MemberField field = plain(key, title);
    field.look = MemberField::Look::Choice;
    field.words = [choices](const Api &) { return choices; };
    return field;
}

MemberField nameField(const QString &key, const QString &title, const Words &names,
                      const QString &hint)
{
    MemberField field = plain(key, title);
    field.hint = hint;
    field.words = names;
    field.check = [names](const Api &api, const Json &, const QString &text) {
        return text.isEmpty() ? std::nullopt : checkNames({text}, names(api), text);
    };
    return field;
}

MemberField namesField(const QString &key, const QString &title, const Words &names,
                       const QString &hint)
{
    MemberField field = listField(key, title, hint);
    field.words = names;
    field.check = [names](const Api &api, const Json &, const QString &text) {
        return checkNames(partsOf(text), names(api), text);
    };
    return field;
}

MemberField listField(const QString &key, const QString &title, const QString &hint)
{
    MemberField field = plain(key, title);
    field.hint = hint;
    field.text = [key](const Api &, const Json &row) { return joined(row.value(key)); };
    field.write = [key](const Api &, const Json &row, const QString &text) {
        JsonArray names;
        for (const QString &name : partsOf(text))
            names.append(name);
        return withMember(row, key, names.isEmpty() ? Json() : Json(names));
    };
    return field;
}

MemberField flagField(const QString &key, const QString &title, bool usual)
{
    MemberField field = plain(key, title);
    field.look = MemberField::Look::Flag;
    field.text = [key, usual](const Api &, const Json &row) {
        return row.value(key).toBool(usual) ? QStringLiteral("true") : QString();
    };
    field.write = [key, usual](const Api &, const Json &row, const QString &text) {
        const bool isOn = !text.isEmpty();
        return withMember(row, key, isOn == usual ? Json() : Json(isOn));
    };
    return field;
}

MemberField pairsField(const QString &key, const QString &title, const QString &hint)
{
    MemberField field = plain(key, title);
    field.hint = hint;
    field.look = MemberField::Look::Template;
    field.text = [key](const Api &, const Json &row) { return pairsText(row.value(key).object()); };
    field.check = [](const Api &, const Json &,
                     const QString &text) -> std::optional<NotationError> {
        if (objectOf(text))
            return std::nullopt;
        return refusal(text, FieldWords::tr("These are names and values, such as “%1”.")
                                 .arg(QStringLiteral("Retry-After: 5; X-Hint: soon")));
    };
    field.write = [key](const Api &, const Json &row, const QString &text) {
        const JsonObject pairs = objectOf(text).value_or(JsonObject());
        return withMember(row, key, pairs.isEmpty() ? Json() : Json(pairs));
    };
    return field;
}

MemberField durationField(const QString &key, const QString &title, bool isRange)
{
    MemberField field = plain(key, title);
    const auto timesOf = [](const QString &text) {
        static const QRegularExpression separator(QStringLiteral("\\s+(?:–|-|to)\\s+|…|\\.\\."));
        QStringList times;
        for (const QString &part : text.split(separator))
            times.append(part.trimmed());
        return times;
    };
    field.hint =
        isRange ? FieldWords::tr("none; 250ms, or 100ms..2s") : FieldWords::tr("250ms, 2s");
    field.text = [key](const Api &, const Json &row) {
        const Json value = row.value(key);
        if (!value.isArray())
            return value.isString() ? value.string() : valueText(value);
        QStringList times;
        for (const Json &time : value.array())
            times.append(valueText(time));
        return times.join(QStringLiteral(".."));
    };
    field.check = [timesOf, isRange](const Api &, const Json &,
                                     const QString &text) -> std::optional<NotationError> {
        const QStringList times = timesOf(text);
        bool isGood = text.isEmpty() || times.size() <= (isRange ? 2 : 1);
        qint64 before = 0;
        for (const QString &time : text.isEmpty() ? QStringList() : times) {
            const qint64 milliseconds = durationOf(valueOfText(time));
            isGood = isGood && milliseconds >= before;
            before = milliseconds;
        }
        if (isGood)
            return std::nullopt;
        return refusal(text, isRange ? FieldWords::tr("It is a time such as 250ms or 2s, or the "
                                                      "shortest and the longest: 100ms..2s.")
                                     : FieldWords::tr("It is a time such as 250ms or 2s."));
    };
    field.write = [key, timesOf](const Api &, const Json &row, const QString &text) {
        if (text.isEmpty())
            return withMember(row, key, {});
        JsonArray times;
        for (const QString &time : timesOf(text))
            times.append(valueOfText(time));
        return withMember(row, key, times.size() == 1 ? times.first() : Json(times));
    };
    return field;
}

MemberField valueField(const QString &key, const QString &title, bool isText)
{
    MemberField field = plain(key, title);
    if (isText)
        return field;
    field.text = [key](const Api &, const Json &row) { return valueText(row.value(key)); };
    field.check = [](const Api &, const Json &, const QString &text) {
        return checkValueText(text);
    };
    field.write = [key](const Api &, const Json &row, const QString &text) {
        return withMember(row, key, text.isEmpty() ? Json() : valueOfText(text));
    };
    return field;
}

MemberField typeField(const QString &key, const QString &title)
{
    MemberField field = plain(key, title);
    const auto schemaOf = [key](const Api &api, const Json &row) {
        SchemaContext context;
        context.newId = nodeIdsFrom();
        context.component = [&api](const QString &text) {
            const Schema *schema = api.components.schemas.find(text.section(QLatin1Char('/'), -1));
            return schema ? schema->id() : NodeId::None;
        };
        return readSchema(row.value(key), context);
    };
    field.words = [](const Api &api) {
        QStringList words = typeWords();
        for (const Named<Schema> &schema : api.components.schemas)
            words.append(schema.name);
        return words;
    };
    field.text = [schemaOf](const Api &api, const Json &row) {
        return fullText(describeType(schemaOf(api, row), api));
    };
    field.shown = [schemaOf](const Api &api, const Json &row) {
        const TypeExpression type = describeType(schemaOf(api, row), api);
        return (QStringList{prettyType(type)} + prettyRules(type)).join(QStringLiteral(" · "));
    };
    field.check = [](const Api &api, const Json &, const QString &text) {
        return text.isEmpty() ? std::nullopt : parseType(text, api).error;
    };
    field.write = [key, schemaOf](const Api &api, const Json &row, const QString &text) {
        Api scratch = api;
        Schema schema = schemaOf(api, row);
        const QString wanted = text.isEmpty() ? QStringLiteral("string") : text;
        applyType(schema, parseType(wanted, api).type, RulesOf::Both, scratch);
        return withMember(row, key, writeSchema(schema));
    };
    return field;
}

} // namespace Design
