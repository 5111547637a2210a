#include "designer/schema/formats/format_checks.h"
#include "designer/schema/formats/format_cursor.h"

namespace Design
{

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphen ? text[i] != u'-' : !isAsciiHex(text[i]))
            return false;
    }
    return true;
}

bool isJsonPointer(QStringView text)
{
    if (!text.isEmpty() && text[0] != u'/')
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'~')
            continue;
        if (i + 1 == text.size() || (text[i + 1] != u'0' && text[i + 1] != u'1'))
            return false;
    }
    return true;
}

bool isRelativeJsonPointer(QStringView text)
{
    FormatCursor cursor(text);
    const bool startsWithZero = cursor.peek() == u'0';
    const int digits = cursor.digits();
    if (digits == 0 || (startsWithZero && digits > 1))
        return false;
    return cursor.rest() == u"#" || isJsonPointer(cursor.rest());
}

bool isBase64(QStringView text)
{
    if (text.size() % 4 != 0)
        return false;
    const qsizetype padding = text.endsWith(u"==") ? 2 : text.endsWith(u'=') ? 1 : 0;
    for (const QChar c : text.chopped(padding)) {
        if (!isAsciiLetter(c) && !isAsciiDigit(c) && c != u'+' && c != u'/')
            return false;
    }
    return true;
}

} // namespace Design
