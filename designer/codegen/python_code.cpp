#include "designer/codegen/python_code.h"

#include <QRegularExpression>

#include <algorithm>

namespace Design::Python
{

namespace
{

constexpr int width = 88; // Black's
constexpr int step = 4;

QString joined(const QList<Code> &items)
{
    QStringList lines;
    for (const Code &item : items)
        lines.append(oneLine(item));
    return lines.join(QLatin1String(", "));
}

/// One character as it stands between double quotes.
QString escaped(QChar c, QChar quote)
{
    switch (c.unicode()) {
    case u'\\':
        return QStringLiteral("\\\\");
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        break;
    }
    if (c == quote)
        return QStringLiteral("\\") + c;
    if (c.unicode() < 0x20 || c.unicode() == 0x7f || c == QChar(0x2028) || c == QChar(0x2029))
        return QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0'));
    return c;
}

} // namespace

Code atom(const QString &text)
{
    return {text, {}, {}};
}

Code call(const QString &function, const QList<Code> &arguments)
{
    return {function + u'(', arguments, QStringLiteral(")")};
}

Code subscript(const QString &name, const QList<Code> &items)
{
    return {name + u'[', items, QStringLiteral("]")};
}

Code keyword(const QString &name, const Code &value)
{
    return prefixed(name + u'=', value);
}

Code prefixed(const QString &text, const Code &code)
{
    Code result = code;
    result.text.prepend(text);
    return result;
}

Code suffixed(const Code &code, const QString &text)
{
    Code result = code;
    (result.isBracket() ? result.tail : result.text) += text;
    return result;
}

QString oneLine(const Code &code)
{
    return code.text + joined(code.items) + code.tail;
}

QString laidOut(const Code &code, int indent, int reserved)
{
    const QString line = oneLine(code);
    if (code.items.isEmpty() || indent + line.size() + reserved <= width)
        return line;
    const int inner = indent + step;
    const QString start = u'\n' + QString(inner, u' ');
    const QString end = u'\n' + QString(indent, u' ') + code.tail;
    const QString items = joined(code.items);
    // Dictionaries and lists get a comma behind their last item as soon as they are broken.
    const bool isFunction = code.text.contains(QLatin1String("def "));
    // Literals have one item a line as soon as they are broken, calls and types need not.
    static const QRegularExpression literalStart(QStringLiteral("(^|[^\\w)\\]])[\\[{(]$"));
    const bool isLiteral = code.items.size() > 1 && code.text.contains(literalStart);
    const bool isSingle = code.items.size() == 1 && !code.items.first().isBracket() && !isFunction;
    if (inner + items.size() <= width && !isLiteral && (code.items.size() > 1 || isSingle))
        return code.text + start + items + end;
    QString text = code.text;
    const bool hasComma = code.items.size() > 1 || !code.text.endsWith(u'[') ||
                          code.text == QLatin1String("[") || code.text.endsWith(u"=[") ||
                          code.text.endsWith(u" [");
    const bool isUnpacked = code.items.size() == 1 && code.items.first().text.startsWith(u'*');
    const QString comma = hasComma && !isUnpacked ? QStringLiteral(",") : QString();
    for (const Code &item : code.items)
        text += start + laidOut(item, inner, 1) + comma;
    return text + end;
}

QString quoted(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("[\\x00-\\x1f\\x7f]"));
    const QChar quote = text.contains(u'"') && !text.contains(u'\'') ? u'\'' : u'"';
    const bool isRaw = text.contains(u'\\') && !text.contains(quote) && !text.endsWith(u'\\') &&
                       !text.contains(special);
    QString result = isRaw ? QStringLiteral("r") : QString();
    result += quote;
    for (const QChar c : text)
        result += isRaw ? QString(c) : escaped(c, quote);
    return result + quote;
}

Code literal(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Undefined:
    case Json::Type::Null:
        return atom(QStringLiteral("None"));
    case Json::Type::Boolean:
        return atom(value.toBool() ? QStringLiteral("True") : QStringLiteral("False"));
    case Json::Type::Integer:
    case Json::Type::Number: {
        const QString text = QString::fromLatin1(value.numberText());
        if (text == u"NaN" || text.endsWith(u"Infinity"))
            return atom(QStringLiteral("float(\"%1\")").arg(text.toLower()));
        return atom(QString(text).replace(u'E', u'e'));
    }
    case Json::Type::String:
        return atom(quoted(value.string()));
    case Json::Type::Array: {
        Code list{QStringLiteral("["), {}, QStringLiteral("]")};
        for (const Json &item : value.array())
            list.items.append(literal(item));
        return list;
    }
    case Json::Type::Object:
        break;
    }
    Code dictionary{QStringLiteral("{"), {}, QStringLiteral("}")};
    for (const JsonObject::Member &member : value.object())
        dictionary.items.append(
            prefixed(quoted(member.key) + QLatin1String(": "), literal(member.value)));
    return dictionary;
}

bool isDocstring(const QString &text)
{
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace() || text.contains(u'\t') ||
        text.contains(u'\f') || text.contains(u'\r'))
        return false;
    const QStringList lines = text.split(u'\n').mid(1);
    // inspect.cleandoc() takes away what all lines but the first are moved to the right by.
    return lines.isEmpty() || std::any_of(lines.begin(), lines.end(), [](const QString &line) {
               return !line.trimmed().isEmpty() && !line.front().isSpace();
           });
}

QString docstring(const QString &text, int indent)
{
    if (text.isEmpty())
        return {};
    const QString space(indent, u' ');
    // What cannot stand between three quotes as it is becomes one ordinary literal.
    static const QRegularExpression special(QStringLiteral("[\\x00-\\x09\\x0b-\\x1f\\x7f\\\\]"));
    const bool isOdd = text.contains(special) || text.contains(QLatin1String("\"\"\"")) ||
                       text.startsWith(u'"') || text.endsWith(u'"') || text.front().isSpace() ||
                       text.back().isSpace();
    if (isOdd)
        return space + quoted(text) + u'\n';
    QString body = indented(text, indent).mid(indent);
    const bool isLong = body.contains(u'\n');
    return space + QLatin1String("\"\"\"") + body + (isLong ? u'\n' + space : QString()) +
           QLatin1String("\"\"\"\n");
}

QString comment(const QString &text, int indent)
{
    QString result;
    for (const QString &line : text.split(u'\n'))
        result += QString(indent, u' ') + (QLatin1String("# ") + line).trimmed() + u'\n';
    return result;
}

QString indented(const QString &block, int indent)
{
    QStringList lines = block.split(u'\n');
    for (QString &line : lines) {
        if (!line.isEmpty())
            line.prepend(QString(indent, u' '));
    }
    return lines.join(u'\n');
}

} // namespace Design::Python
