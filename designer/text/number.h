#pragma once

#include <QByteArray>

namespace Design
{

/// True for JSON integer texts: no fraction, no exponent (`-0` and big integers included).
bool isIntegerText(QByteArrayView text);

/// True for texts of RFC 8259 section 6 (`-?int frac? exp?`, nothing around it).
bool isNumberText(QByteArrayView text);

/// Nearest double to a JSON number text, infinite beyond its range; also NaN and ±Infinity.
double toDoubleValue(const QByteArray &text);

/// The shortest text that reads back as the same double, always recognisable as a fraction:
/// `1.0`, `0.1`, `1e+20`, `1e-07` as Python's repr() prints them; NaN, Infinity, -Infinity.
QByteArray shortestText(double value);

/// Exact mathematical comparison of two JSON number texts of any size: negative, zero, positive.
/// The work is bounded by the lengths of the texts, whatever their exponents.
int compareNumberTexts(QByteArrayView a, QByteArrayView b);

/// Whether value is an exact multiple of divisor (both JSON number texts, divisor not zero), in
/// decimal arithmetic: 0.3 is a multiple of 0.1. Texts whose scaled digits would pass 4,096 are
/// judged by double arithmetic.
bool isMultipleOf(QByteArrayView value, QByteArrayView divisor);

/// Whether the text has an integral value: `1`, `1.0`, `1e3`, `12.50e1`.
bool hasIntegralValue(QByteArrayView text);

} // namespace Design
