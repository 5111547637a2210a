#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Mock
{

/// A name and its value, both decoded.
struct NamedText {
    QString name;
    QString value;
};

/// Percent-decoded, as UTF-8 where bytes that are none become U+FFFD. Broken escapes stay.
QString percentDecoded(QByteArrayView text);

/// The pairs of a query string in their order: `a=1&b=&c` gives c an empty value; `+` is a blank.
/// An empty part between two `&` is no pair.
QList<NamedText> parseQuery(QByteArrayView query);

/// The path of a request target, not decoded, without query.
QByteArray pathOf(QByteArrayView target);
/// Its query, without the `?`; empty when there is none.
QByteArray queryOf(QByteArrayView target);

/// The cookies of one Cookie field (RFC 6265 section 4.2.1), quoted values unquoted.
QList<NamedText> parseCookies(QByteArrayView field);

} // namespace Mock
