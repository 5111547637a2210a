#pragma once

#include <QStringList>

namespace Design
{

// International host names as RFC 5890 to 5893 (IDNA 2008) have them.

/// The label in ASCII: itself, or `xn--` and its Punycode; null when it is no valid label.
QString toAceLabel(QStringView label);

/// What a label that starts with `xn--` stands for; null when it is not valid Punycode.
QString fromAceLabel(QStringView label);

/// Whether a label that starts with `xn--` stands for a valid one, and is its only spelling.
bool isAceLabelValid(QStringView label);

/// RFC 5893 section 2, which looks at all labels of a name together.
bool followsBidiRule(const QStringList &labels);

} // namespace Design
