#include "mockserver/engine/media_type.h"

namespace Mock
{

namespace
{

/// The text at the semicolons that stand outside quotes.
QList<QByteArray> splitParts(QByteArrayView text)
{
    QList<QByteArray> parts{QByteArray()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            isQuoted = !isQuoted;
        if (text[i] == '\\' && isQuoted && i + 1 < text.size())
            parts.last() += text[i++];
        if (text[i] == ';' && !isQuoted)
            parts.append(QByteArray());
        else
            parts.last() += text[i];
    }
    return parts;
}

QByteArray unquotedString(const QByteArray &value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
        return value;
    QByteArray inside = value.sliced(1, value.size() - 2);
    inside.replace("\\\\", "\\").replace("\\\"", "\"");
    return inside;
}

} // namespace

ParsedMediaType parseMediaType(QByteArrayView text)
{
    const QList<QByteArray> parts = splitParts(text);
    ParsedMediaType result;
    result.type = parts.first().trimmed().toLower();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const qsizetype equals = parts[i].indexOf('=');
        if (equals < 0)
            continue;
        result.parameters.append(
            {QString::fromLatin1(parts[i].first(equals).trimmed().toLower()),
             QString::fromUtf8(unquotedString(parts[i].sliced(equals + 1).trimmed()))});
    }
    return result;
}

QString ParsedMediaType::parameter(QStringView name) const
{
    for (const NamedText &parameter : parameters) {
        if (parameter.name == name)
            return parameter.value.isNull() ? QStringLiteral("") : parameter.value;
    }
    return {};
}

bool ParsedMediaType::isJson() const
{
    return type == "application/json" ||
           (type.startsWith("application/") && type.endsWith("+json"));
}

bool mediaTypeMatches(QByteArrayView type, QByteArrayView range)
{
    const QByteArray one = parseMediaType(type).type;
    const QByteArray all = parseMediaType(range).type;
    if (all == "*/*" || all == "*" || one == all)
        return true;
    return all.endsWith("/*") && one.startsWith(all.first(all.size() - 1));
}

} // namespace Mock
