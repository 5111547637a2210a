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

/// As the media type of its `content` says: JSON, else as it is.
QString contentText(const Parameter &parameter, const Json &value)
{
    return parameter.content.first().name.contains(QLatin1String("json"))
               ? QString::fromUtf8(Design::writeJson(value))
               : plainText(value);
}

/// What separates the items of a list in a document that was Swagger 2.0, where OpenAPI 3 has no
/// such style; empty: nothing of the kind is said.
QByteArray formerSeparator(const Parameter &parameter)
{
    const QString format = parameter.rest.value(u"x-collectionFormat").toString();
    return format == QLatin1String("tsv")     ? QByteArrayLiteral("\t")
           : format == QLatin1String("ssv")   ? QByteArrayLiteral(" ")
           : format == QLatin1String("pipes") ? QByteArrayLiteral("|")
                                              : QByteArray();
}

QByteArray formerList(const Parameter &parameter, const Json &value)
{
    QByteArrayList items;
    for (const Json &item : value.array())
        items.append(plainText(item).toUtf8());
    return items.join(formerSeparator(parameter));
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
    if (!parameter.content.isEmpty())
        return encoded(contentText(parameter, value));
    if (value.isArray() && !formerSeparator(parameter).isEmpty())
        return formerList(parameter, value).toPercentEncoding();
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
        return {{name, encoded(contentText(parameter, value))}};
    if (value.isArray() && !formerSeparator(parameter).isEmpty())
        return {{name, formerList(parameter, value).toPercentEncoding()}};
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

TextPairs spreadPairs(const Parameter &parameter, const Json &value)
{
    TextPairs pairs;
    const auto add = [&pairs](const QString &name, const Json &values) {
        for (const Json &one : values.isArray() ? values.array() : Design::JsonArray{values})
            pairs.append({encoded(name), encoded(plainText(one))});
    };
    if (!value.isObject())
        add(parameter.name, value);
    for (const JsonObject::Member &member : value.object())
        add(member.key, member.value);
    return pairs;
}

bool isWholeQuery(const Parameter &parameter)
{
    return parameter.in == QLatin1String("querystring");
}

QByteArray wholeQuery(const Parameter &parameter, const Json &value)
{
    const bool isForm =
        parameter.content.isEmpty() || parameter.content.first().name.startsWith(
                                           QLatin1String("application/x-www-form-urlencoded"));
    return isForm ? joined(spreadPairs(parameter, value)) : encoded(contentText(parameter, value));
}

QByteArray headerText(const Parameter &parameter, const Json &value)
{
    if (!parameter.content.isEmpty())
        return contentText(parameter, value).toUtf8();
    if (value.isArray() && !formerSeparator(parameter).isEmpty())
        return formerList(parameter, value);
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
