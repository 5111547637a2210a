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

/// The same, with the reserved characters `,;=|/` that were sent percent-encoded set apart from
/// those that separate values: they come out as noncharacters, which unmarked() turns back.
/// OpenAPI 3.1 (appendix E) and RFC 6570 take a text apart first and decode the parts then.
QString markedDecoded(QByteArrayView text);
QString unmarked(QString text, QByteArrayView kept = {}); ///< but for the marks of `kept`
bool hasMarks(QStringView text);

/// The pairs of a query string with marks in the values; the names are decoded.
QList<NamedText> parseMarkedQuery(QByteArrayView query);

/// A name or a value of a query or a form: `+` is a blank, what is escaped is UTF-8, and bytes
/// beyond ASCII that were not escaped are Latin-1, as Python's servers read them.
QString pythonDecoded(QByteArrayView text);

/// The pairs of a query string in their order, with pythonDecoded() names and values: `a=1&b=&c`
/// gives c an empty value. An empty part between two `&` is no pair.
QList<NamedText> parseQuery(QByteArrayView query);

/// The path of a request target, not decoded, without query.
QByteArray pathOf(QByteArrayView target);
/// Its query, without the `?`; empty when there is none.
QByteArray queryOf(QByteArrayView target);

/// The cookies of one Cookie field (RFC 6265 section 4.2.1), quoted values unquoted.
QList<NamedText> parseCookies(QByteArrayView field);
/// The same with percent-decoded values, marked.
QList<NamedText> parseMarkedCookies(QByteArrayView field);

} // namespace Mock
