#include "mockserver/engine/inputs/style_reader.h"

#include "designer/text/json_reader.h"
#include "mockserver/engine/inputs/deep_object.h"

#include <QStringList>

#include <algorithm>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

using Form = ParameterStyle::Form;

StyledValue refused(const QString &problem)
{
    return {{}, problem};
}

StyledValue fromJsonText(const QString &text, const TextShape &shape)
{
    const Design::ReadText read = Design::readJson(unmarked(text).toUtf8());
    // Few clients put a mere text into quotes, even if it looks like a number.
    if (shape.isMereText() && !read.value.isString())
        return {Json(unmarked(text)), {}};
    if (read.ok())
        return {read.value, {}};
    return refused(QStringLiteral("must be JSON"));
}

Json leaf(const QString &text, const TextShape &shape)
{
    return valueFromText(unmarked(text), shape);
}

Json arrayOf(const QStringList &parts, const TextShape &shape)
{
    JsonArray items;
    for (const QString &part : parts)
        items.append(leaf(part, shape.item(items.size())));
    return Json(items);
}

/// "a,1,b,2" as {a: 1, b: 2}.
StyledValue objectOfList(const QStringList &parts, const TextShape &shape)
{
    if (parts.size() % 2 != 0)
        return refused(QStringLiteral("must be a list of names, each followed by its value"));
    JsonObject members;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        const QString name = unmarked(parts[i]);
        members.insert(name, leaf(parts[i + 1], shape.field(name)));
    }
    return {Json(members), {}};
}

/// "a=1,b=2" as {a: 1, b: 2}.
StyledValue objectOfPairs(const QStringList &parts, const TextShape &shape)
{
    JsonObject members;
    for (const QString &part : parts) {
        if (!part.contains(u'='))
            return refused(QStringLiteral("must be a list of name=value"));
        const QString name = unmarked(part.section(u'=', 0, 0));
        members.insert(name, leaf(part.section(u'=', 1), shape.field(name)));
    }
    return {Json(members), {}};
}

QStringList split(const QString &text, QChar separator)
{
    return text.isEmpty() ? QStringList() : text.split(separator);
}

/// At commas. Many clients encode them although they separate: where there is none else and no
/// text could contain one, those count.
QStringList splitCommas(const QString &text, const TextShape &shape)
{
    const bool isText = shape.isArray ? shape.areItemsFree() : !shape.isObject;
    if (!text.contains(u',') && !isText && hasMarks(text))
        return split(unmarked(text), u',');
    return split(text, u',');
}

StyledValue readParts(const QStringList &parts, bool isPairs, const QString &whole,
                      const TextShape &shape)
{
    const bool mayBeOne = shape.isScalar() && parts.size() == 1;
    if (shape.isArray && !mayBeOne)
        return {arrayOf(parts, shape), {}};
    const Json value = leaf(whole, shape);
    const bool isJson = value.isObject(); // as many clients write an object, whatever its style
    if (shape.isObject && !mayBeOne && !isJson)
        return isPairs ? objectOfPairs(parts, shape) : objectOfList(parts, shape);
    return {value, {}};
}

StyledValue readLabel(const QString &text, const ParameterStyle &style, const TextShape &shape)
{
    if (!text.startsWith(u'.'))
        return refused(QStringLiteral("must start with a dot (style label)"));
    const QString body = text.sliced(1);
    if (style.explode && shape.isObject) {
        QStringList parts; // a dot in a value separates nothing: no name follows it
        for (const QString &part : split(body, u'.')) {
            if (part.contains(u'=') || parts.isEmpty())
                parts.append(part);
            else
                parts.last() += u'.' + part;
        }
        return readParts(parts, true, body, shape);
    }
    if (style.explode)
        return readParts(split(body, u'.'), true, body, shape);
    // OpenAPI 3.0 shows dots in lists that are not exploded, 3.1 and RFC 6570 commas.
    const bool isDotted = !body.contains(u',') && body.contains(u'.');
    return readParts(split(body, isDotted ? u'.' : u','), false, body, shape);
}

StyledValue readMatrix(const QString &text, const QString &name, const ParameterStyle &style,
                       const TextShape &shape)
{
    if (!text.startsWith(u';'))
        return refused(QStringLiteral("must start with a semicolon (style matrix)"));
    QStringList parts = split(text.sliced(1), u';');
    if (style.explode && shape.isObject)
        return objectOfPairs(parts, shape);
    for (QString &part : parts) {
        if (part == name)
            part.clear();
        else if (part.startsWith(name + u'='))
            part.remove(0, name.size() + 1);
        else
            return refused(QStringLiteral("must be written as ;%1=value (style matrix)").arg(name));
    }
    const QString whole = parts.value(0);
    return readParts(style.explode ? parts : splitCommas(whole, shape), false, whole, shape);
}

/// The members of an exploded object: pairs of their own.
Json spreadObject(const QList<NamedText> &pairs, const TextShape &shape,
                  const QSet<QString> &others)
{
    JsonObject members;
    for (const NamedText &pair : pairs) {
        const bool isDeclared = shape.fields.contains(pair.name);
        if (!isDeclared && (!shape.isOpen || others.contains(pair.name)))
            continue;
        const TextShape &field = shape.field(pair.name);
        if (field.isArray) {
            JsonArray items = members.value(pair.name).array();
            items.append(leaf(pair.value, field.item(items.size())));
            members.insert(pair.name, Json(items));
        } else {
            members.insert(pair.name, leaf(pair.value, field));
        }
    }
    return members.isEmpty() ? Json() : Json(members);
}

QStringList splitAt(Form form, const QString &text, const TextShape &shape)
{
    if (form == Form::SpaceDelimited)
        return split(text, u' ');
    if (form == Form::TabDelimited)
        return split(text, u'\t');
    if (form == Form::PipeDelimited) // a bar must be encoded in a URL, though few clients do
        return split(unmarked(text), u'|');
    return splitCommas(text, shape);
}

/// `ids[]` and `ids[0]`: how PHP, qs and their like name the items of a list.
bool isItemOf(QStringView name, QStringView list)
{
    if (!name.startsWith(list) || name.size() < list.size() + 2)
        return false;
    const QStringView index = name.sliced(list.size());
    return index.front() == u'[' && index.back() == u']' &&
           std::all_of(index.begin() + 1, index.end() - 1, [](QChar c) { return c.isDigit(); });
}

} // namespace

QString givenTwice()
{
    return QStringLiteral("must not be given more than once");
}

StyledValue readStyled(const QString &text, const QString &name, const ParameterStyle &style,
                       const TextShape &shape)
{
    switch (style.form) {
    case Form::Json:
        return fromJsonText(text, shape);
    case Form::Plain:
        return {leaf(text, shape), {}};
    case Form::Label:
        return readLabel(text, style, shape);
    case Form::Matrix:
        return readMatrix(text, name, style, shape);
    default:
        break;
    }
    return readParts(splitAt(style.form, text, shape), style.explode, text, shape);
}

StyledValue readPairs(const QList<NamedText> &pairs, const QString &name,
                      const ParameterStyle &style, const TextShape &shape,
                      const QSet<QString> &others)
{
    if (style.form == Form::DeepObject) {
        const Json deep = readDeepObject(pairs, name, shape);
        if (!deep.isUndefined() || shape.isObject)
            return {deep, {}};
    }
    QStringList values;
    for (const NamedText &pair : pairs) {
        if (pair.name == name || (shape.isArray && isItemOf(pair.name, name)))
            values.append(pair.value.isNull() ? QStringLiteral("") : pair.value);
    }
    if (style.explode && shape.isObject && style.form == Form::Form) {
        // An exploded object leaves its own name out; many clients send it as JSON instead.
        const Json whole = values.isEmpty() ? Json() : leaf(values.last(), shape);
        if (whole.isObject())
            return {whole, {}};
        const Json members = spreadObject(pairs, shape, others);
        if (!members.isUndefined() || !shape.isScalar())
            return {members, {}};
    }
    if (values.isEmpty())
        return {};
    if (values.size() > 1 && shape.isSingle())
        return refused(givenTwice());
    if (style.form == Form::Json)
        return fromJsonText(values.last(), shape);
    if (style.form == Form::Plain)
        return {leaf(values.last(), shape), {}};
    if (shape.isArray && (style.explode || style.form == Form::DeepObject)) {
        if (values.size() == 1 && shape.isScalar())
            return {leaf(values.first(), shape), {}};
        return {arrayOf(values, shape), {}};
    }
    return readParts(splitAt(style.form, values.last(), shape), false, values.last(), shape);
}

} // namespace Mock
