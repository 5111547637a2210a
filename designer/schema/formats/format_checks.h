#pragma once

#include <QStringView>

namespace Design
{

// One function a format of strings. Digits and letters are ASCII unless said otherwise.

bool isDate(QStringView text);     ///< RFC 3339 full-date
bool isTime(QStringView text);     ///< RFC 3339 full-time, leap seconds at 23:59:60 UTC
bool isDateTime(QStringView text); ///< RFC 3339 date-time
bool isDuration(QStringView text); ///< RFC 3339 appendix A

bool isIpv4(QStringView text);        ///< RFC 2673 section 3.2: four decimals without leading zeros
bool isIpv6(QStringView text);        ///< RFC 4291 section 2.2, without zone
bool isHostname(QStringView text);    ///< RFC 1123 section 2.1, A-labels checked by RFC 5890
bool isIdnHostname(QStringView text); ///< RFC 5890 to 5893
bool isEmail(QStringView text);       ///< RFC 5321 section 4.1.2, Mailbox
bool isIdnEmail(QStringView text);    ///< RFC 6531

bool isUri(QStringView text);          ///< RFC 3986, with a scheme
bool isUriReference(QStringView text); ///< RFC 3986
bool isIri(QStringView text);          ///< RFC 3987, with a scheme
bool isIriReference(QStringView text); ///< RFC 3987
bool isUriTemplate(QStringView text);  ///< RFC 6570

bool isUuid(QStringView text);                ///< RFC 4122
bool isJsonPointer(QStringView text);         ///< RFC 6901
bool isRelativeJsonPointer(QStringView text); ///< draft-bhutton-relative-json-pointer-00
bool isBase64(QStringView text);              ///< RFC 4648 section 4, with padding

/// Days of a month; 0 for a month that there is not.
int daysOf(int year, int month);

} // namespace Design
