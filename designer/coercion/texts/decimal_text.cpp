#include "designer/coercion/texts/number_text.h"

#include <algorithm>

namespace Design
{

namespace
{

bool isSpecial(QStringView text, QLatin1String name)
{
    return text.compare(name, Qt::CaseInsensitive) == 0;
}

/// Digits of any script (Python's \d) as ASCII; nothing when another character is among them.
std::optional<QByteArray> digitsOf(QStringView text)
{
    QByteArray digits;
    for (const QChar c : text) {
        const int value = c.digitValue();
        if (value < 0 || c.category() != QChar::Number_DecimalDigit)
            return std::nullopt;
        digits.append(static_cast<char>('0' + value));
    }
    return digits;
}

QByteArray withoutLeadingZeros(QByteArray digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() - 1 && digits[zeros] == '0')
        ++zeros;
    return digits.sliced(zeros);
}

} // namespace

std::optional<DecimalText> readDecimalText(QStringView input)
{
    QString cleaned = input.trimmed().toString();
    cleaned.remove(u'_');
    QStringView text = cleaned;
    DecimalText result;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        result.isNegative = text.startsWith(u'-');
        text = text.sliced(1);
    }
    QStringView special = text;
    if (special.startsWith(u's', Qt::CaseInsensitive)) // sNaN
        special = special.sliced(1);
    const bool isNaN = special.first(std::min<qsizetype>(3, special.size()))
                               .compare(QLatin1String("nan"), Qt::CaseInsensitive) == 0 &&
                       digitsOf(special.sliced(std::min<qsizetype>(3, special.size())));
    if (isNaN || isSpecial(text, QLatin1String("inf")) ||
        isSpecial(text, QLatin1String("infinity"))) {
        result.isFinite = false;
        return result;
    }
    const qsizetype e = std::max(text.indexOf(u'e'), text.indexOf(u'E'));
    qint64 exponent = 0;
    if (e >= 0) {
        QStringView written = text.sliced(e + 1);
        const bool isNegative = written.startsWith(u'-');
        if (isNegative || written.startsWith(u'+'))
            written = written.sliced(1);
        const std::optional<QByteArray> digits = digitsOf(written);
        if (!digits || digits->isEmpty())
            return std::nullopt;
        bool ok = false;
        exponent = digits->toLongLong(&ok);
        // Beyond Python's own limit an exponent is an error, too.
        if (!ok || exponent > 999'999'999'999'999'999)
            return std::nullopt;
        exponent = isNegative ? -exponent : exponent;
        text = text.first(e);
    }
    const qsizetype point = text.indexOf(u'.');
    const std::optional<QByteArray> whole = digitsOf(point < 0 ? text : text.first(point));
    const std::optional<QByteArray> fraction =
        point < 0 ? QByteArray() : digitsOf(text.sliced(point + 1));
    if (!whole || !fraction || (whole->isEmpty() && fraction->isEmpty()))
        return std::nullopt;
    result.digits = withoutLeadingZeros(*whole + *fraction);
    result.exponent = exponent - fraction->size();
    return result;
}

QByteArray DecimalText::json() const
{
    QByteArray text = isNegative ? QByteArrayLiteral("-") : QByteArray();
    text += digits;
    if (exponent != 0)
        text += 'e' + QByteArray::number(exponent);
    return text;
}

QByteArray DecimalText::text() const
{
    if (!isFinite)
        return QByteArrayLiteral("NaN");
    // General Decimal Arithmetic, "to-scientific-string".
    const qint64 adjusted = exponent + digits.size() - 1;
    QByteArray text = isNegative ? QByteArrayLiteral("-") : QByteArray();
    if (exponent <= 0 && adjusted >= -6) {
        const qint64 point = digits.size() + exponent;
        if (exponent == 0)
            return text + digits;
        if (point > 0)
            return text + digits.first(point) + '.' + digits.sliced(point);
        return text + "0." + QByteArray(-point, '0') + digits;
    }
    text += digits.first(1);
    if (digits.size() > 1)
        text += '.' + digits.sliced(1);
    text += 'E';
    text += adjusted < 0 ? '-' : '+';
    return text + QByteArray::number(adjusted < 0 ? -adjusted : adjusted);
}

} // namespace Design
