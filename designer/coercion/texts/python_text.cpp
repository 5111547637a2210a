#include "designer/coercion/texts/python_text.h"

#include "designer/text/number.h"
#include "designer/text/utf8.h"

#include <QStringList>

namespace Design
{

namespace
{

/// Whether str.isprintable() says so: no controls, no separators but the space, no unassigned.
bool isPrintable(char32_t c)
{
    if (c == U' ')
        return true;
    const QChar::Category category = QChar::category(c);
    return category < QChar::Separator_Space || category > QChar::Other_NotAssigned;
}

QString escaped(char32_t c)
{
    const uint code = c;
    if (code < 0x100)
        return QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
    if (code < 0x10000)
        return QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
    return QStringLiteral("\\U%1").arg(code, 8, 16, QLatin1Char('0'));
}

QString quoted(const QString &text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString result(1, quote);
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\\' || c == quote.unicode())
            result += u'\\' + QString::fromUcs4(&c, 1);
        else if (c == U'\n')
            result += QLatin1String("\\n");
        else if (c == U'\r')
            result += QLatin1String("\\r");
        else if (c == U'\t')
            result += QLatin1String("\\t");
        else
            result += isPrintable(c) ? QString::fromUcs4(&c, 1) : escaped(c);
    }
    return result + quote;
}

QString numberRepr(const Json &value)
{
    if (value.isInteger())
        return QString::fromLatin1(value.numberText() == "-0" ? QByteArrayLiteral("0")
                                                              : value.numberText());
    const QByteArray text = shortestText(value.toDouble());
    if (text == "NaN")
        return QStringLiteral("nan");
    if (text.endsWith("Infinity"))
        return QLatin1String(text.startsWith('-') ? "-inf" : "inf");
    return QString::fromLatin1(text);
}

/// As Python prints a tuple: "(1, 2)", and "(1,)" for a single item.
QString tupleRepr(const JsonArray &values)
{
    QStringList items;
    for (const Json &value : values)
        items.append(value.isArray() ? tupleRepr(value.array()) : pythonRepr(value));
    return u'(' + items.join(QLatin1String(", ")) + QLatin1String(items.size() == 1 ? ",)" : ")");
}

} // namespace

QString pythonRepr(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Undefined:
    case Json::Type::Null:
        return QStringLiteral("None");
    case Json::Type::Boolean:
        return QLatin1String(value.toBool() ? "True" : "False");
    case Json::Type::Integer:
    case Json::Type::Number:
        return numberRepr(value);
    case Json::Type::String:
        return quoted(value.string());
    case Json::Type::Array: {
        QStringList items;
        for (const Json &item : value.array())
            items.append(pythonRepr(item));
        return u'[' + items.join(QLatin1String(", ")) + u']';
    }
    case Json::Type::Object: {
        QStringList members;
        for (const JsonObject::Member &member : value.object())
            members.append(quoted(member.key) + QLatin1String(": ") + pythonRepr(member.value));
        return u'{' + members.join(QLatin1String(", ")) + u'}';
    }
    }
    return {};
}

QString pythonStr(const Json &value)
{
    return value.isString() ? value.string() : pythonRepr(value);
}

QString pythonChoices(const JsonArray &values)
{
    QString text;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0)
            text += QLatin1String(i == values.size() - 1 ? " or " : ", ");
        text += values[i].isArray() ? tupleRepr(values[i].array()) : pythonRepr(values[i]);
    }
    return text;
}

QString pythonUtf8Error(const QByteArray &bytes)
{
    const qsizetype start = firstInvalidUtf8(bytes);
    if (start < 0)
        return {};
    const auto first = static_cast<quint8>(bytes[start]);
    const bool canStart = first >= 0xc2 && first <= 0xf4;
    const qsizetype end = start + maximalSubpart(QByteArrayView(bytes).sliced(start));
    const QLatin1String reason(!canStart             ? "invalid start byte"
                               : end == bytes.size() ? "unexpected end of data"
                                                     : "invalid continuation byte");
    if (end == start + 1) {
        return QStringLiteral("'utf-8' codec can't decode byte 0x%1 in position %2: %3")
            .arg(first, 2, 16, QLatin1Char('0'))
            .arg(start)
            .arg(reason);
    }
    return QStringLiteral("'utf-8' codec can't decode bytes in position %1-%2: %3")
        .arg(start)
        .arg(end - 1)
        .arg(reason);
}

} // namespace Design
