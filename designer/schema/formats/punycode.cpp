#include "designer/schema/formats/punycode.h"

#include <limits>

namespace Design
{

namespace
{

// RFC 3492 section 5.
constexpr quint32 base = 36;
constexpr quint32 tMin = 1;
constexpr quint32 tMax = 26;
constexpr quint32 skew = 38;
constexpr quint32 damp = 700;
constexpr quint32 initialBias = 72;
constexpr quint32 initialN = 128;
constexpr quint32 most = std::numeric_limits<quint32>::max();

/// Section 6.1.
quint32 adapt(quint32 delta, quint32 count, bool isFirst)
{
    delta = isFirst ? delta / damp : delta / 2;
    delta += delta / count;
    quint32 k = 0;
    for (; delta > ((base - tMin) * tMax) / 2; k += base)
        delta /= base - tMin;
    return k + (base - tMin + 1) * delta / (delta + skew);
}

quint32 threshold(quint32 k, quint32 bias)
{
    return k <= bias ? tMin : qMin(k - bias, tMax);
}

QChar digit(quint32 value)
{
    return QChar(static_cast<char16_t>(value < 26 ? u'a' + value : u'0' + value - 26));
}

quint32 valueOf(QChar c)
{
    if (c >= u'a' && c <= u'z')
        return c.unicode() - u'a';
    if (c >= u'A' && c <= u'Z')
        return c.unicode() - u'A';
    return c >= u'0' && c <= u'9' ? c.unicode() - u'0' + 26U : base;
}

} // namespace

/// Section 6.3.
QString toPunycode(const QList<char32_t> &text)
{
    QString output;
    for (const char32_t c : text) {
        if (c < initialN)
            output += QChar(static_cast<char16_t>(c));
    }
    const auto basic = static_cast<quint32>(output.size());
    quint32 handled = basic;
    if (basic > 0)
        output += u'-';
    quint32 n = initialN;
    quint32 delta = 0;
    quint32 bias = initialBias;
    while (handled < static_cast<quint32>(text.size())) {
        char32_t next = 0x10ffff;
        for (const char32_t c : text)
            next = c >= n ? qMin(next, c) : next;
        delta += (next - n) * (handled + 1);
        n = next;
        for (const char32_t c : text) {
            delta += c < n ? 1 : 0;
            if (c != n)
                continue;
            quint32 q = delta;
            for (quint32 k = base;; k += base) {
                const quint32 t = threshold(k, bias);
                if (q < t)
                    break;
                output += digit(t + (q - t) % (base - t));
                q = (q - t) / (base - t);
            }
            output += digit(q);
            bias = adapt(delta, handled + 1, handled == basic);
            delta = 0;
            ++handled;
        }
        ++delta;
        ++n;
    }
    return output;
}

/// Section 6.2.
std::optional<QList<char32_t>> fromPunycode(QStringView text)
{
    QList<char32_t> output;
    const qsizetype delimiter = text.lastIndexOf(u'-');
    for (const QChar c : text.left(qMax(delimiter, qsizetype{0}))) {
        if (c.unicode() >= initialN)
            return std::nullopt;
        output.append(c.unicode());
    }
    quint32 n = initialN;
    quint32 i = 0;
    quint32 bias = initialBias;
    for (qsizetype at = delimiter + 1; at < text.size();) {
        const quint32 before = i;
        quint32 weight = 1;
        for (quint32 k = base;; k += base) {
            const quint32 value = at < text.size() ? valueOf(text[at++]) : base;
            if (value >= base || value > (most - i) / weight)
                return std::nullopt;
            i += value * weight;
            const quint32 t = threshold(k, bias);
            if (value < t)
                break;
            if (weight > most / (base - t))
                return std::nullopt;
            weight *= base - t;
        }
        const auto count = static_cast<quint32>(output.size()) + 1;
        bias = adapt(i - before, count, before == 0);
        n += i / count;
        i %= count;
        if (n > 0x10ffff)
            return std::nullopt;
        output.insert(static_cast<qsizetype>(i), n);
        ++i;
    }
    return output;
}

} // namespace Design
