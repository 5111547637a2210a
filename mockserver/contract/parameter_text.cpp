#include "mockserver/contract/parameter_text.h"

#include "designer/text/json_writer.h"

#include <QUrl>

using Design::Json;
using Design::JsonObject;
using Design::Parameter;

namespace Mock
{

namespace
{

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QList<QByteArray> encodedItems(const Json &value)
{
    QList<QByteArray> items;
    for (const Json &item : value.array())
        items.append(encoded(plainText(item)));
    return items;
}

/// The members as `name=value` (exploded) or `name,value` with the given separator between them.
QByteArray encodedMembers(const Json &value, bool explode, const QByteArray &separator)
{
    QList<QByteArray> parts;
    for (const JsonObject::Member &member : value.object()) {
        const QByteArray name = encoded(member.key);
        const QByteArray text = encoded(plainText(member.value));
        parts.append(explode ? name + '=' + text : name + ',' + text);
    }
    return parts.join(separator);
}

} // namespace

QString plainText(const Json &value)
{
    if (value.isString())
        return value.string();
    return value.isUndefined() ? QString() : QString::fromUtf8(Design::writeJson(value));
}

QByteArray pathText(const Parameter &parameter, const Json &value)
{
    const bool explode = parameter.explode.value_or(false);
    const QByteArray name = encoded(parameter.name);
    const bool isLabel = parameter.style == QLatin1String("label");
    const bool isMatrix = parameter.style == QLatin1String("matrix");
    const QByteArray separator = isLabel && explode    ? QByteArrayLiteral(".")
                                 : isMatrix && explode ? ';' + name + '='
                                                       : QByteArrayLiteral(",");
    QByteArray text;
    if (value.isArray())
        text = encodedItems(value).join(separator);
    else if (value.isObject())
        text = encodedMembers(value, explode,
                              isMatrix && explode  ? QByteArrayLiteral(";")
                              : isLabel && explode ? QByteArrayLiteral(".")
                                                   : QByteArrayLiteral(","));
    else
        text = encoded(plainText(value));
    if (isLabel)
        return '.' + text;
    if (isMatrix)
        return value.isObject() && explode ? ';' + text : ';' + name + '=' + text;
    return text;
}

TextPairs queryPairs(const Parameter &parameter, const Json &value)
{
    const QByteArray name = encoded(parameter.name);
    if (!parameter.content.isEmpty())
        return {{name, QUrl::toPercentEncoding(QString::fromUtf8(Design::writeJson(value)))}};
    const bool isForm = parameter.style.isEmpty() || parameter.style == QLatin1String("form");
    const bool explode = parameter.explode.value_or(isForm);
    TextPairs pairs;
    if (value.isArray()) {
        if (isForm && explode) {
            for (const QByteArray &item : encodedItems(value))
                pairs.append({name, item});
            return pairs;
        }
        const QByteArray separator = parameter.style == QLatin1String("spaceDelimited")  ? "%20"
                                     : parameter.style == QLatin1String("pipeDelimited") ? "%7C"
                                                                                         : ",";
        return {{name, encodedItems(value).join(separator)}};
    }
    if (value.isObject()) {
        if (parameter.style == QLatin1String("deepObject")) {
            for (const JsonObject::Member &member : value.object())
                pairs.append(
                    {name + '[' + encoded(member.key) + ']', encoded(plainText(member.value))});
            return pairs;
        }
        if (isForm && explode) {
            for (const JsonObject::Member &member : value.object())
                pairs.append({encoded(member.key), encoded(plainText(member.value))});
            return pairs;
        }
        return {{name, encodedMembers(value, false, QByteArrayLiteral(","))}};
    }
    return {{name, encoded(plainText(value))}};
}

QByteArray headerText(const Parameter &parameter, const Json &value)
{
    QStringList parts;
    if (value.isArray()) {
        for (const Json &item : value.array())
            parts.append(plainText(item));
    } else if (value.isObject()) {
        const QChar between = parameter.explode.value_or(false) ? u'=' : u',';
        for (const JsonObject::Member &member : value.object())
            parts.append(member.key + between + plainText(member.value));
    } else {
        parts.append(plainText(value));
    }
    return parts.join(u',').toUtf8();
}

QByteArray joined(const TextPairs &pairs)
{
    QByteArray text;
    for (const auto &[name, value] : pairs) {
        if (!text.isEmpty())
            text += '&';
        text += name + '=' + value;
    }
    return text;
}

} // namespace Mock
