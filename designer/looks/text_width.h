#pragma once

class QFont;
class QString;

namespace Design
{

/// How many whole pixels a text needs: it fits into them without dots, which it may not do into
/// the rounded advance of its font.
int wholeWidth(const QFont &font, const QString &text);

} // namespace Design
