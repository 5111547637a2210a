#include "designer/text/json_parser.h"
#include "designer/text/utf8.h"

// The scalars of JsonParser: words, numbers and strings.

namespace Design
{

static bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool JsonParser::takeWord(QByteArrayView word)
{
    if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

bool JsonParser::readScalar(Json &value)
{
    if (m_at == m_end)
        return fail(Fault::ExpectedValue, m_at);
    const char *const begin = m_at;
    switch (*m_at) {
    case '"': {
        QString text;
        if (!readString(text))
            return false;
        value = Json(std::move(text));
        return true;
    }
    case 'n':
        if (takeWord("null")) {
            value = nullptr;
            return true;
        }
        break;
    case 't':
        if (takeWord("true")) {
            value = true;
            return true;
        }
        break;
    case 'f':
        if (takeWord("false")) {
            value = false;
            return true;
        }
        break;
    case 'N':
    case 'I':
    case '-':
        if (m_dialect == Dialect::Python &&
            (takeWord("NaN") || takeWord("Infinity") || takeWord("-Infinity"))) {
            value = Json::number(QByteArray(begin, m_at - begin));
            return true;
        }
        break;
    default:
        break;
    }
    return readNumber(value);
}

bool JsonParser::readNumber(Json &value)
{
    // As CPython reads it: what cannot belong to the number is left over. The reader that refuses
    // "01" or "1." does so because of what then follows.
    const auto digitAt = [this](const char *at) { return at < m_end && isDigit(*at); };
    const char *const begin = m_at;
    const char *at = *begin == '-' ? begin + 1 : begin;
    if (!digitAt(at))
        return fail(Fault::ExpectedValue, begin);
    const char *const digits = at;
    if (*at == '0') {
        ++at;
    } else {
        while (digitAt(at))
            ++at;
    }
    const char *const wholeEnd = at;
    if (at < m_end && *at == '.' && digitAt(at + 1)) {
        ++at;
        while (digitAt(at))
            ++at;
    }
    if (at < m_end && (*at == 'e' || *at == 'E')) {
        const char *exponent = at + 1;
        if (exponent < m_end && (*exponent == '+' || *exponent == '-'))
            ++exponent;
        if (digitAt(exponent)) {
            at = exponent;
            while (digitAt(at))
                ++at;
        }
    }
    m_at = at;
    constexpr qsizetype mostPythonDigits = 4300; // sys.int_info.default_max_str_digits
    if (at == wholeEnd && m_dialect == Dialect::Python && at - digits > mostPythonDigits)
        return fail(Fault::TooManyDigits, begin);
    if (at == wholeEnd && at - digits <= 18 && (*begin != '-' || *digits != '0')) {
        qint64 number = 0;
        for (const char *digit = digits; digit < at; ++digit)
            number = number * 10 + (*digit - '0');
        value = *begin == '-' ? -number : number;
        return true;
    }
    value = Json::number(QByteArray(begin, at - begin));
    return true;
}

bool JsonParser::readString(QString &text)
{
    const char *const begin = m_at + 1;
    for (const char *at = begin; at < m_end; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte == '"') {
            text = m_pool.asciiText({begin, at - begin});
            m_at = at + 1;
            return true;
        }
        if (byte == '\\' || byte >= 0x80 || byte < 0x20)
            return readLongString(at, text);
    }
    return fail(Fault::UnterminatedString, m_at);
}

bool JsonParser::readLongString(const char *at, QString &text)
{
    const char *const begin = m_at + 1;
    m_units.assign(begin, at); // ASCII so far
    while (at < m_end) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte == '"') {
            text = QString(reinterpret_cast<const QChar *>(m_units.data()),
                           static_cast<qsizetype>(m_units.size()));
            m_at = at + 1;
            return true;
        }
        if (byte < 0x20)
            return fail(Fault::ControlCharacter, at);
        if (byte == '\\') {
            if (!readEscape(at))
                return false;
        } else if (byte < 0x80) {
            m_units.push_back(byte);
            ++at;
        } else {
            const char32_t character = nextCharacter(at);
            if (QChar::requiresSurrogates(character)) {
                m_units.push_back(QChar::highSurrogate(character));
                m_units.push_back(QChar::lowSurrogate(character));
            } else {
                m_units.push_back(static_cast<char16_t>(character));
            }
        }
    }
    return fail(Fault::UnterminatedString, m_at);
}

/// Reads the escape at `at`. Halves of surrogate pairs are single units here and so need no care.
bool JsonParser::readEscape(const char *&at)
{
    const char *const backslash = at++;
    if (at == m_end)
        return fail(Fault::UnterminatedString, m_at);
    switch (*at++) {
    case '"':
        m_units.push_back(u'"');
        return true;
    case '\\':
        m_units.push_back(u'\\');
        return true;
    case '/':
        m_units.push_back(u'/');
        return true;
    case 'b':
        m_units.push_back(u'\b');
        return true;
    case 'f':
        m_units.push_back(u'\f');
        return true;
    case 'n':
        m_units.push_back(u'\n');
        return true;
    case 'r':
        m_units.push_back(u'\r');
        return true;
    case 't':
        m_units.push_back(u'\t');
        return true;
    case 'u':
        break;
    default:
        return fail(Fault::BadEscape, backslash);
    }
    char16_t unit = 0;
    for (int i = 0; i < 4; ++i, ++at) {
        const char digit = at < m_end ? *at : '\0';
        int value = 0;
        if (isDigit(digit))
            value = digit - '0';
        else if (digit >= 'a' && digit <= 'f')
            value = digit - 'a' + 10;
        else if (digit >= 'A' && digit <= 'F')
            value = digit - 'A' + 10;
        else
            return fail(Fault::BadUnicodeEscape, backslash + 1);
        unit = static_cast<char16_t>(unit * 16 + value);
    }
    if (at == m_end) // CPython asks for the character behind the escape first
        return fail(Fault::BadUnicodeEscape, backslash + 1);
    m_units.push_back(unit);
    return true;
}

} // namespace Design
