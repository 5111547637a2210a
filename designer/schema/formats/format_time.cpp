#include "designer/schema/formats/format_checks.h"
#include "designer/schema/formats/format_cursor.h"

namespace Design
{

namespace
{

bool takeDate(FormatCursor &cursor)
{
    const int year = cursor.number(4);
    if (year < 0 || !cursor.take(u'-'))
        return false;
    const int month = cursor.number(2);
    if (month < 0 || !cursor.take(u'-'))
        return false;
    const int day = cursor.number(2);
    return day >= 1 && day <= daysOf(year, month);
}

bool takeTime(FormatCursor &cursor)
{
    const int hour = cursor.number(2);
    if (hour < 0 || hour > 23 || !cursor.take(u':'))
        return false;
    const int minute = cursor.number(2);
    if (minute < 0 || minute > 59 || !cursor.take(u':'))
        return false;
    const int second = cursor.number(2);
    if (second < 0 || second > 60 || (cursor.take(u'.') && cursor.digits() == 0))
        return false;
    int offset = 0; // minutes east of UTC
    if (!cursor.takeAny(u'Z', u'z')) {
        const bool isWest = cursor.peek() == u'-';
        if (!cursor.takeAny(u'+', u'-'))
            return false;
        const int hours = cursor.number(2);
        if (hours < 0 || hours > 23 || !cursor.take(u':'))
            return false;
        const int minutes = cursor.number(2);
        if (minutes < 0 || minutes > 59)
            return false;
        offset = (hours * 60 + minutes) * (isWest ? -1 : 1);
    }
    constexpr int day = 24 * 60;
    const int utc = (hour * 60 + minute - offset + 2 * day) % day;
    return second < 60 || utc == day - 1;
}

/// Units in their order, each at most once, and none left out between two of them
/// ("P1Y2D" is wrong, RFC 3339 appendix A). How many there were.
int takeUnits(FormatCursor &cursor, QStringView units)
{
    qsizetype last = -1;
    int count = 0;
    while (isAsciiDigit(cursor.peek())) {
        cursor.digits();
        const qsizetype unit = cursor.atEnd() ? -1 : units.indexOf(cursor.peek());
        const bool isNext = unit >= 0 && (last < 0 || unit == last + 1);
        if (!isNext)
            return -1;
        cursor.take(units[unit].unicode());
        last = unit;
        ++count;
    }
    return count;
}

} // namespace

int daysOf(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && isLeap ? 1 : 0);
}

bool isDate(QStringView text)
{
    FormatCursor cursor(text);
    return takeDate(cursor) && cursor.atEnd();
}

bool isTime(QStringView text)
{
    FormatCursor cursor(text);
    return takeTime(cursor) && cursor.atEnd();
}

bool isDateTime(QStringView text)
{
    FormatCursor cursor(text);
    return takeDate(cursor) && cursor.takeAny(u'T', u't') && takeTime(cursor) && cursor.atEnd();
}

bool isDuration(QStringView text)
{
    FormatCursor cursor(text);
    if (!cursor.take(u'P'))
        return false;
    if (text.endsWith(u'W'))
        return cursor.digits() > 0 && cursor.take(u'W') && cursor.atEnd();
    const int dates = takeUnits(cursor, u"YMD");
    int times = 0;
    if (cursor.take(u'T')) {
        times = takeUnits(cursor, u"HMS");
        if (times < 1)
            return false;
    }
    return dates >= 0 && dates + times > 0 && cursor.atEnd();
}

} // namespace Design
