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

qsizetype childIndex(const Json &parent, const QString &token)
{
    if (parent.isObject())
        return parent.object().indexOf(token);
    bool ok = false;
    const qlonglong index = token.toLongLong(&ok);
    const bool plain = ok && index >= 0 && QString::number(index) == token;
    return plain && index < parent.array().size() ? index : -1;
}

const Json *resolvePointer(const Json &root, QStringView pointer)
{
    if (!pointer.isEmpty() && !pointer.startsWith(u'/'))
        return nullptr;
    const Json *at = &root;
    for (const QString &token : pointerTokens(pointer)) {
        const qsizetype index = childIndex(*at, token);
        if (index < 0)
            return nullptr;
        at = at->isObject() ? &at->object().members().at(index).value : &at->array().at(index);
    }
    return at;
}

} // namespace Design
