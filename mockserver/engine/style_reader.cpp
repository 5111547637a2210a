#include "mockserver/engine/style_reader.h"

#include "designer/text/json_reader.h"

#include <QStringList>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

Json fromJsonText(const QString &text)
{
    const Design::ReadText read = Design::readJson(text.toUtf8());
    return read.ok() ? read.value : Json(text);
}

Json arrayOf(const QStringList &parts, const TextShape &shape)
{
    JsonArray items;
    for (const QString &part : parts)
        items.append(scalarFromText(part, shape.item()));
    return Json(items);
}

/// "a,1,b,2" as {a: 1, b: 2}.
Json objectOfList(const QStringList &parts, const TextShape &shape)
{
    JsonObject members;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        members.insert(parts[i], scalarFromText(parts[i + 1], shape.field(parts[i])));
    return Json(members);
}

/// "a=1,b=2" as {a: 1, b: 2}.
Json objectOfPairs(const QStringList &parts, const TextShape &shape)
{
    JsonObject members;
    for (const QString &part : parts) {
        const QString name = part.section(u'=', 0, 0);
        members.insert(name, scalarFromText(part.section(u'=', 1), shape.field(name)));
    }
    return Json(members);
}

QStringList split(const QString &text, QChar separator)
{
    return text.isEmpty() ? QStringList() : text.split(separator);
}

Json readParts(const QStringList &parts, bool isPairs, const QString &whole, const TextShape &shape)
{
    if (shape.isArray)
        return arrayOf(parts, shape);
    if (shape.isObject)
        return isPairs ? objectOfPairs(parts, shape) : objectOfList(parts, shape);
    return scalarFromText(whole, shape);
}

/// `color[R]=100` as the member R of color.
Json readDeepObject(const QList<NamedText> &pairs, const QString &name, const TextShape &shape,
                    QStringList *used)
{
    JsonObject members;
    for (const NamedText &pair : pairs) {
        if (!pair.name.startsWith(name + u'[') || !pair.name.endsWith(u']'))
            continue;
        const QString key = pair.name.sliced(name.size() + 1, pair.name.size() - name.size() - 2);
        const TextShape &field = shape.field(key);
        used->append(pair.name);
        if (!field.isArray) {
            members.insert(key, scalarFromText(pair.value, field));
            continue;
        }
        JsonArray items = members.value(key).array();
        items.append(scalarFromText(pair.value, field.item()));
        members.insert(key, Json(items));
    }
    return members.isEmpty() ? Json() : Json(members);
}

} // namespace

Json readStyled(const QString &text, const QString &name, const ParameterStyle &style,
                const TextShape &shape)
{
    using Form = ParameterStyle::Form;
    if (style.form == Form::Json)
        return fromJsonText(text);
    if (style.form == Form::Label) {
        const QString body = text.startsWith(u'.') ? text.sliced(1) : text;
        return readParts(split(body, style.explode ? u'.' : u','), style.explode, body, shape);
    }
    if (style.form == Form::Matrix) {
        QStringList parts = split(text.startsWith(u';') ? text.sliced(1) : text, u';');
        if (style.explode && shape.isObject)
            return objectOfPairs(parts, shape);
        for (QString &part : parts) {
            if (part.startsWith(name + u'='))
                part.remove(0, name.size() + 1);
        }
        const QString whole = parts.value(0);
        return readParts(style.explode ? parts : split(whole, u','), false, whole, shape);
    }
    return readParts(split(text, u','), style.explode, text, shape);
}

Json readPairs(const QList<NamedText> &pairs, const QString &name, const ParameterStyle &style,
               const TextShape &shape, QStringList *used)
{
    using Form = ParameterStyle::Form;
    if (style.form == Form::DeepObject)
        return readDeepObject(pairs, name, shape, used);
    const bool isSpread = style.explode && shape.isObject && style.form == Form::Form;
    QStringList values;
    JsonObject members;
    for (const NamedText &pair : pairs) {
        const QString value = pair.value.isNull() ? QStringLiteral("") : pair.value;
        if (pair.name == name) {
            values.append(value);
            used->append(name);
        } else if (isSpread && shape.fields.contains(pair.name)) {
            // An exploded object leaves its own name out: its members are parameters.
            members.insert(pair.name, scalarFromText(value, shape.field(pair.name)));
            used->append(pair.name);
        }
    }
    if (isSpread)
        return members.isEmpty() ? Json() : Json(members);
    if (values.isEmpty())
        return {};
    if (style.form == Form::Json)
        return fromJsonText(values.last());
    const QChar separator = style.form == Form::SpaceDelimited  ? u' '
                            : style.form == Form::PipeDelimited ? u'|'
                                                                : u',';
    if (shape.isArray && style.explode)
        return arrayOf(values, shape);
    return readParts(split(values.last(), separator), false, values.last(), shape);
}

} // namespace Mock
