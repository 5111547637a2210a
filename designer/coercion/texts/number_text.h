#pragma once

#include "designer/text/json.h"

#include <optional>

namespace Design
{

enum class NumberText { Ok, Invalid, TooLong };

struct IntegerText {
    NumberText outcome = NumberText::Invalid;
    Json value; ///< of any size
};

/// Whether pydantic keeps the integer as one of the machine's own, which it treats differently.
bool isWithin64Bits(const Json &integer);

/// An integer as pydantic reads it from text: blanks around it, one sign, leading zeros, single
/// underscores between digits and a fraction of zeros are allowed; at most 4,300 digits.
IntegerText readIntegerText(QStringView text);

/// A floating-point number as pydantic reads it: also `.5`, `5.`, `1e3`, `1_000.5`, `nan`,
/// `Infinity` in any case. Beyond the range of a double it is infinite.
std::optional<double> readFloatText(QStringView text);

/// A number of Python's decimal.Decimal: as written, but with a plain exponent.
struct DecimalText {
    bool isNegative = false;
    bool isFinite = true;
    QByteArray digits;   ///< as written, without leading zeros; "0" for zero
    qint64 exponent = 0; ///< of the last digit

    QByteArray text() const; ///< as str(Decimal) prints it
    QByteArray json() const; ///< a JSON number of the same value; finite ones only
};

/// A decimal as decimal.Decimal reads it; nothing when it is none.
std::optional<DecimalText> readDecimalText(QStringView text);

} // namespace Design
