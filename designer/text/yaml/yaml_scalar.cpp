#include "designer/text/yaml/yaml_scalar.h"

#include <algorithm>

namespace Design
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int digitValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

/// The digits of the base as a decimal text, or nothing when one is not of the base.
std::optional<QByteArray> toDecimal(QByteArrayView digits, int base)
{
    constexpr qsizetype longest = 64; // the work grows with the square; longer ones stay texts
    if (digits.isEmpty() || digits.size() > longest)
        return {};
    QByteArray reversed(1, '\0'); // decimal digits, the lowest first
    for (const char c : digits) {
        int carry = digitValue(c);
        if (carry >= base)
            return {};
        for (char &digit : reversed) {
            const int value = digit * base + carry;
            digit = static_cast<char>(value % 10);
            carry = value / 10;
        }
        for (; carry > 0; carry /= 10)
            reversed.append(static_cast<char>(carry % 10));
    }
    std::reverse(reversed.begin(), reversed.end());
    for (char &digit : reversed)
        digit = static_cast<char>(digit + '0');
    return reversed;
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?` in JSON's spelling.
std::optional<QByteArray> decimalNumber(QByteArrayView text)
{
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return text.sliced(from, at - from);
    };
    QByteArray number;
    if (text[at] == '-' || text[at] == '+') {
        if (text[at++] == '-')
            number.append('-');
    }
    QByteArrayView whole = digits();
    const bool hasWhole = !whole.isEmpty();
    while (whole.size() > 1 && whole.front() == '0')
        whole = whole.sliced(1);
    number.append(hasWhole ? whole : QByteArrayView("0"));
    if (at < text.size() && text[at] == '.') {
        ++at;
        const QByteArrayView fraction = digits();
        if (!hasWhole && fraction.isEmpty())
            return {};
        number.append('.');
        number.append(fraction.isEmpty() ? QByteArrayView("0") : fraction);
    } else if (!hasWhole) {
        return {};
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        number.append(text[at++]);
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            number.append(text[at++]);
        const QByteArrayView exponent = digits();
        if (exponent.isEmpty())
            return {};
        number.append(exponent);
    }
    if (at != text.size())
        return {};
    return number;
}

std::optional<Json> coreNumber(QByteArrayView text)
{
    const bool based = text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o');
    if (based) {
        const auto decimal = toDecimal(text.sliced(2), text[1] == 'x' ? 16 : 8);
        return decimal ? std::optional(Json::number(*decimal)) : std::nullopt;
    }
    const bool isSigned = text[0] == '-' || text[0] == '+';
    const QByteArrayView size = isSigned ? text.sliced(1) : text;
    if (size == ".inf" || size == ".Inf" || size == ".INF")
        return Json::number(text[0] == '-' ? QByteArrayLiteral("-Infinity")
                                           : QByteArrayLiteral("Infinity"));
    if (text == ".nan" || text == ".NaN" || text == ".NAN")
        return Json::number(QByteArrayLiteral("NaN"));
    const auto decimal = decimalNumber(text);
    return decimal ? std::optional(Json::number(*decimal)) : std::nullopt;
}

/// The words that YAML 1.1 or 1.2 takes for a boolean, null, merge key or default value, in lower
/// case; upper-case and capitalised forms count as well.
bool isReservedWord(QStringView text)
{
    if (text.size() > 5)
        return false;
    static constexpr QStringView words[] = {u"~",  u"null", u"true", u"false", u"yes",
                                            u"no", u"on",   u"off",  u"y",     u"n",
                                            u"<<", u"=",    u"."};
    return std::any_of(std::begin(words), std::end(words), [text](QStringView word) {
        return text.compare(word, Qt::CaseInsensitive) == 0;
    });
}

/// Whether some reader could take the text for a number, a date or a time. Rather too often: it
/// only costs quotes.
bool looksNumeric(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && (text[at] == u'-' || text[at] == u'+' || text[at] == u'.'))
        ++at;
    const QStringView rest = text.sliced(at);
    if (rest.compare(u"inf", Qt::CaseInsensitive) == 0 ||
        rest.compare(u"nan", Qt::CaseInsensitive) == 0) {
        return at > 0;
    }
    const auto isAsciiDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (rest.isEmpty() || !isAsciiDigit(rest.front()))
        return false;
    // 3.1.0 and 127.0.0.1 are plain everywhere.
    if (at == 0 && text.count(u'.') >= 2 && isAsciiDigit(text.back()) &&
        std::all_of(text.begin(), text.end(),
                    [&](QChar c) { return c == u'.' || isAsciiDigit(c); })) {
        return text.contains(u"..");
    }
    const bool isBased =
        rest.size() > 1 && rest[0] == u'0' && QStringView(u"xXoObB").contains(rest[1]);
    const QStringView numeric = isBased ? QStringView(u"0123456789abcdefABCDEFxXoO_.,:+-")
                                        : QStringView(u"0123456789_.,:+-eEtTzZ ");
    return std::all_of(rest.begin(), rest.end(), [&](QChar c) { return numeric.contains(c); });
}

} // namespace

std::optional<Json> coreScalar(QByteArrayView text)
{
    if (text.isEmpty())
        return Json(nullptr);
    const char first = text.front();
    if (isDigit(first) || first == '-' || first == '+' || first == '.')
        return coreNumber(text);
    switch (first) {
    case '~':
        if (text.size() == 1)
            return Json(nullptr);
        break;
    case 'n':
    case 'N':
        if (text == "null" || text == "Null" || text == "NULL")
            return Json(nullptr);
        break;
    case 't':
    case 'T':
        if (text == "true" || text == "True" || text == "TRUE")
            return Json(true);
        break;
    case 'f':
    case 'F':
        if (text == "false" || text == "False" || text == "FALSE")
            return Json(false);
        break;
    default:
        break;
    }
    return {};
}

QByteArray singleQuotedText(QByteArrayView raw)
{
    const auto isBreak = [](char c) { return c == '\n' || c == '\r'; };
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    QByteArray text;
    qsizetype at = 0;
    while (at < raw.size()) {
        if (!isBreak(raw[at])) {
            text.append(raw[at]);
            at += raw.sliced(at).startsWith("''") ? 2 : 1;
            continue;
        }
        while (!text.isEmpty() && isBlank(text.back()))
            text.chop(1);
        qsizetype breaks = 0;
        while (at < raw.size() && (isBreak(raw[at]) || isBlank(raw[at]))) {
            breaks += isBreak(raw[at]) ? 1 : 0;
            at += raw.sliced(at).startsWith("\r\n") ? 2 : 1;
        }
        text.append(breaks == 1 ? QByteArray(" ") : QByteArray(breaks - 1, '\n'));
    }
    return text;
}

bool isSafePlain(QStringView text)
{
    if (text.isEmpty())
        return false;
    constexpr QStringView indicators = u"-?:,[]{}#&*!|>'\"%@`";
    const QChar first = text.front();
    const bool isWordAfterDash = first == u'-' && text.size() > 1 && text[1].isLetter();
    if ((indicators.contains(first) && !isWordAfterDash) || first.isSpace() ||
        text.back().isSpace() || text.back() == u':' || text.startsWith(u"...")) {
        return false;
    }
    for (qsizetype i = 1; i < text.size(); ++i) {
        if ((text[i] == u' ' && text[i - 1] == u':') || (text[i] == u'#' && text[i - 1] == u' '))
            return false;
    }
    return !isReservedWord(text) && !looksNumeric(text);
}

} // namespace Design
