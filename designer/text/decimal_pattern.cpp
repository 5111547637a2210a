#include "designer/text/decimal_pattern.h"

#include <QRegularExpression>

namespace Design
{

std::optional<DecimalPattern> readDecimalPattern(const QString &pattern)
{
    if (!pattern.startsWith(QLatin1String("^(?!^[-+.]*$)[+-]?0*")))
        return std::nullopt;
    // With both: 0*(?:\d{0,W}|(?=[\d.]{1,D+1}0*$)\d{0,W}\.\d{0,P}0*$)
    static const QRegularExpression both(QStringLiteral(
        "\\(\\?=\\[\\\\d\\.\\]\\{1,(\\d+)\\}0\\*\\$\\)\\\\d\\{0,\\d+\\}\\\\\\.\\\\d\\{0,(\\d+)"
        "\\}"));
    static const QRegularExpression digits(
        QStringLiteral("\\(\\?=\\[\\\\d\\.\\]\\{1,(\\d+)\\}0\\*\\$\\)"));
    static const QRegularExpression places(QStringLiteral("\\\\\\.\\?\\\\d\\{0,(\\d+)\\}"));
    DecimalPattern result;
    if (const auto match = both.match(pattern); match.hasMatch()) {
        result.digits = match.captured(1).toInt() - 1;
        result.places = match.captured(2).toInt();
    } else if (const auto most = digits.match(pattern); most.hasMatch()) {
        result.digits = most.captured(1).toInt() - 1;
    } else if (const auto after = places.match(pattern); after.hasMatch()) {
        result.places = after.captured(1).toInt();
    }
    return result;
}

} // namespace Design
