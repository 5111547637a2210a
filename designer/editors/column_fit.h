#pragma once

#include <QList>

namespace Design
{

/// How wide a column would like to be, in pixels.
struct ColumnWish {
    int least = 0;       ///< below this its heading or the first letters are lost
    int content = 0;     ///< as wide as its widest text
    int comfortable = 0; ///< with some air around it
    int heading = 0;     ///< as wide as its heading: given up last
};

/// Widths that share the room: all of them what they need at least, then what their texts take,
/// the shortest first, then some air. Never wider than the room in all, whatever they wish: where
/// there is too little, the headings stay whole as long as they can.
QList<int> fitColumns(const QList<ColumnWish> &wishes, int room);

} // namespace Design
