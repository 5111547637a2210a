#include "mockserver/contract/foretold.h"

#include <QRegularExpression>

#include <algorithm>

namespace Mock
{

std::optional<bool> matchesPlainly(const QString &pattern, const QString &text)
{
    static const QRegularExpression special(
        QStringLiteral("\\\\[pPuxXkGZzAQEhHRKvN0-9]|\\(\\?[^:=!]|\\[\\[|&&|[^\\x20-\\x7e]"));
    const auto isPlain = [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; };
    if (special.match(pattern).hasMatch() || !std::all_of(text.begin(), text.end(), isPlain))
        return std::nullopt;
    const QRegularExpression expression(pattern);
    if (!expression.isValid())
        return std::nullopt;
    return expression.match(text).hasMatch();
}

bool isNothingOf(const QString &format, const QString &text)
{
    static const QStringList known{
        QStringLiteral("date"),          QStringLiteral("date-time"),
        QStringLiteral("time"),          QStringLiteral("duration"),
        QStringLiteral("email"),         QStringLiteral("name-email"),
        QStringLiteral("uuid"),          QStringLiteral("uuid1"),
        QStringLiteral("uuid3"),         QStringLiteral("uuid4"),
        QStringLiteral("uuid5"),         QStringLiteral("ipv4"),
        QStringLiteral("ipv6"),          QStringLiteral("ipv4network"),
        QStringLiteral("ipv6network"),   QStringLiteral("ipv4interface"),
        QStringLiteral("ipv6interface"), QStringLiteral("ipvanyaddress"),
        QStringLiteral("ipvanynetwork"), QStringLiteral("ipvanyinterface")};
    const auto isOfWord = [](QChar c) { return c >= u'g' && c <= u'z'; };
    return known.contains(format) && text.contains(u'-') &&
           std::any_of(text.begin(), text.end(), isOfWord) &&
           std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.isDigit() || QStringView(u"@:./").contains(c); });
}

} // namespace Mock
