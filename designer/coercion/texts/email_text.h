#pragma once

#include <QString>

namespace Design
{

/// A mail address in its normal form, or why the text is none, in the words of Python's
/// email-validator.
struct EmailText {
    QString address;
    QString name;  ///< before an address in angle brackets, without its quotes; else empty
    QString error; ///< empty when it is an address
};

/// Reads "ada@Example.org" and "Ada Lovelace <ada@Example.org>", as pydantic's EmailStr does:
/// addresses that can be delivered on the internet, without quotes and without IP addresses.
EmailText readEmail(QStringView text);

// Its two halves. Each gives the error, empty when there is none.

QString localPartError(const QString &part);
/// Sets the domain in lower case, international names in Unicode.
QString domainError(const QString &part, QString *domain);

/// The characters in the order of Unicode, each once, as messages name them: `':', SPACE`.
QString namedCharacters(const QList<char32_t> &characters);

/// Spaces, controls and unassigned code points, which nobody could see or type, and marks that come
/// first.
bool isUnsafeInEmail(char32_t c, bool isFirst);

} // namespace Design
