#include "designer/coercion/reading.h"
#include "designer/coercion/texts/number_text.h"
#include "designer/coercion/types/number_types.h"

#include <QRegularExpression>

#include <cmath>

namespace Design
{

namespace
{

/// Bytes in one unit such as "kb", "KiB", "m" or "gbit"; 0 for an unknown one.
double bytesIn(const QString &unit)
{
    QString name = unit.toLower();
    if (name.isEmpty() || name == u"b")
        return 1;
    double factor = 1;
    if (name.endsWith(QLatin1String("bit"))) {
        factor = 0.125;
        name.chop(3);
    } else if (name.endsWith(u'b')) {
        name.chop(1);
    } else if (name.size() > 1) {
        return 0;
    }
    const bool isBinary = name.endsWith(u'i');
    if (isBinary)
        name.chop(1);
    if (name.isEmpty())
        return isBinary ? 0 : factor;
    const qsizetype power = name.size() == 1 ? QStringView(u"kmgtpe").indexOf(name[0]) : -1;
    return power < 0 ? 0 : factor * std::pow(isBinary ? 1'024.0 : 1'000.0, double(power + 1));
}

} // namespace

Json ByteSizeType::read(const Json &input, Reading &reading) const
{
    static const QRegularExpression form(QStringLiteral("^\\s*([0-9]*\\.?[0-9]+)\\s*(\\w+)?"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto refuse = [&] {
        return reading.refuse(ErrorType::ByteSize, input, node(), Keyword::AnyOf);
    };
    if (input.isBool())
        return Json(input.toBool() ? 1 : 0);
    if (input.isInteger())
        return input.toDouble() < 0 ? refuse() : input;
    if (input.isNumber()) {
        const double number = input.toDouble();
        constexpr double tooMuch = 9'223'372'036'854'775'808.0; // 2^63
        const bool isWhole = std::isfinite(number) && std::trunc(number) == number;
        return isWhole && number >= 0 && number < tooMuch ? Json(static_cast<qint64>(number))
                                                          : refuse();
    }
    if (input.isString()) { // Python's int() comes first: "1_000"
        const IntegerText integer = readIntegerText(input.string());
        if (integer.outcome == NumberText::Ok && integer.value.toDouble() >= 0)
            return integer.value;
    }
    const QRegularExpressionMatch match =
        input.isString() ? form.match(input.string()) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return refuse();
    const double factor = bytesIn(match.captured(2));
    if (factor == 0) {
        return reading.refuse(ErrorType::ByteSizeUnit, input, node(), Keyword::AnyOf,
                              {{QStringLiteral("unit"), match.captured(2)}});
    }
    const double bytes = match.captured(1).toDouble() * factor;
    constexpr double most = 9e18;
    return bytes < most ? Json(static_cast<qint64>(bytes)) : refuse();
}

QString ByteSizeType::name() const
{
    return QStringLiteral("function-after[_validate(), union[constrained-str,constrained-int]]");
}

} // namespace Design
