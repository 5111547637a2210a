#include "designer/looks/text_width.h"

#include <QFontMetricsF>
#include <QtMath>

namespace Design
{

int wholeWidth(const QFont &font, const QString &text)
{
    return qCeil(QFontMetricsF(font).horizontalAdvance(text));
}

} // namespace Design
