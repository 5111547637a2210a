#include "designer/coercion/reading.h"
#include "designer/coercion/texts/number_text.h"
#include "designer/coercion/types/number_types.h"

#include <array>
#include <cmath>

namespace Design
{

namespace
{

bool isOneOf(QStringView text, const std::array<const char *, 6> &words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) {
        return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    });
}

constexpr std::array trueWords{"1", "t", "y", "on", "yes", "true"};
constexpr std::array falseWords{"0", "f", "n", "no", "off", "false"};

} // namespace

Json BooleanType::read(const Json &input, Reading &reading) const
{
    const auto lax = [&](bool value) {
        reading.atMost(Exactness::Lax);
        return Json(value);
    };
    const auto refuse = [&](ErrorType type) {
        return reading.refuse(type, input, node(), Keyword::Type);
    };
    switch (input.type()) {
    case Json::Type::Boolean:
        return input;
    case Json::Type::String:
        if (isOneOf(input.string(), trueWords))
            return lax(true);
        return isOneOf(input.string(), falseWords) ? lax(false) : refuse(ErrorType::BoolParsing);
    case Json::Type::Integer:
    case Json::Type::Number: {
        const double value = input.toDouble();
        constexpr double most = 9'223'372'036'854'775'808.0; // what fits into 64 bits
        const bool isWhole = std::fmod(value, 1.0) == 0 && std::abs(value) < most;
        if (!isWhole && !isWithin64Bits(input))
            return refuse(ErrorType::BoolType);
        if (value == 0 || value == 1)
            return lax(value == 1);
        return refuse(ErrorType::BoolParsing);
    }
    default:
        return refuse(ErrorType::BoolType);
    }
}

QString BooleanType::name() const
{
    return QStringLiteral("bool");
}

} // namespace Design
