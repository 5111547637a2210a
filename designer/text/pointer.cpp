#include "designer/text/pointer.h"

namespace Design
{

QString escapedToken(const QString &token)
{
    if (!token.contains(u'~') && !token.contains(u'/'))
        return token;
    QString escaped = token;
    escaped.replace(u'~', QStringLiteral("~0"));
    return escaped.replace(u'/', QStringLiteral("~1"));
}

QString childPointer(const QString &pointer, const QString &token)
{
    return pointer + u'/' + escapedToken(token);
}

QString childPointer(const QString &pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

QStringList pointerTokens(QStringView pointer)
{
    QStringList tokens;
    if (pointer.isEmpty())
        return tokens;
    const auto parts = pointer.sliced(pointer.startsWith(u'/') ? 1 : 0).split(u'/');
    tokens.reserve(parts.size());
    for (const QStringView part : parts) {
        QString token = part.toString();
        if (token.contains(u'~')) {
            token.replace(QStringLiteral("~1"), QStringLiteral("/"));
            token.replace(QStringLiteral("~0"), QStringLiteral("~"));
        }
        tokens.append(token);
    }
    return tokens;
}

const Json *resolvePointer(const Json &root, QStringView pointer)
{
    if (!pointer.isEmpty() && !pointer.startsWith(u'/'))
        return nullptr;
    const Json *at = &root;
    for (const QString &token : pointerTokens(pointer)) {
        if (at->isObject()) {
            at = at->find(token);
        } else if (at->isArray()) {
            bool ok = false;
            const int index = token.toInt(&ok);
            const bool plain = ok && QString::number(index) == token;
            at = plain && index < at->array().size() ? &at->array().at(index) : nullptr;
        } else {
            at = nullptr;
        }
        if (!at)
            return nullptr;
    }
    return at;
}

} // namespace Design
