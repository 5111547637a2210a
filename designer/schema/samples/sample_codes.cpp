#include "designer/schema/samples/sample_codes.h"

#include "designer/schema/samples/sample_words.h"

namespace Design
{

namespace
{

/// The 12 digits and the one that GS1 asks for behind them.
QString withEanDigit(const QString &text)
{
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        sum += text[i].digitValue() * (i % 2 == 0 ? 1 : 3);
    return text + QString::number((10 - sum % 10) % 10);
}

int remainderBy97(const QString &decimal)
{
    int remainder = 0;
    for (const QChar digit : decimal)
        remainder = (remainder * 10 + digit.digitValue()) % 97;
    return remainder;
}

} // namespace

QString digits(SampleRandom &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QString::number(i == 0 ? random.between(1, 9) : random.below(10));
    return text;
}

QString ean(SampleRandom &random)
{
    return withEanDigit(QLatin1String("40") + digits(random, 10));
}

QString isbn(SampleRandom &random)
{
    return withEanDigit(QLatin1String("978") + digits(random, 9));
}

QString iban(SampleRandom &random)
{
    const QString account = digits(random, 18);
    const QString country = QStringLiteral("131400"); // "DE00" in digits
    const int check = 98 - remainderBy97(account + country);
    return QStringLiteral("DE%1").arg(check, 2, 10, QChar(u'0')) + account;
}

QString bic(SampleRandom &random)
{
    return company(random).left(4).toUpper().replace(u' ', u'X') + QLatin1String("DEFF");
}

QString cardNumber(SampleRandom &)
{
    return QStringLiteral("4242424242424242");
}

QString macAddress(SampleRandom &random)
{
    return QLatin1String("00:00:5e:00:53:") + hexDigits(random, 2);
}

QString letterCode(SampleRandom &random)
{
    QString text;
    for (int i = 0; i < 3; ++i)
        text += QChar(static_cast<char16_t>(u'A' + random.below(26)));
    return text + digits(random, 3);
}

} // namespace Design
