#pragma once

#include "designer/text/json.h"

namespace Mock
{

/// A line of a text beside another text.
struct DifferenceLine {
    enum class Kind { Same, Expected, Actual }; ///< in both, or in one of them only

    Kind kind = Kind::Same;
    QString text;
    bool operator==(const DifferenceLine &) const = default;
};

/// What differs between two texts, line by line, with as many lines in common as there can be.
/// Texts of more than a thousand lines differ as a whole.
QList<DifferenceLine> differenceOf(const QString &expected, const QString &actual);

/// The same of two values, an object's members on lines of their own. Of the lines in common only
/// those stay that are near a difference.
QString differenceHtml(const Design::Json &expected, const Design::Json &actual);

} // namespace Mock
