#pragma once

#include <QByteArrayView>
#include <QList>

namespace Design
{

/// A run of lines of the old text and what takes its place. Lines count from 0.
struct LineChange {
    int at = 0;      ///< first line in the old text
    int removed = 0; ///< how many old lines go
    int from = 0;    ///< first line in the new text
    int added = 0;   ///< how many new lines come
    bool operator==(const LineChange &) const = default;
};

/// The lines of a text, each with its line feed. A text that ends with one has no empty last line.
QList<QByteArrayView> linesOf(QByteArrayView text);

/// What turns the one list of lines into the other, from top to bottom: the fewest lines
/// (Myers 1986), or one run over all that differs when they have too little in common.
QList<LineChange> lineChanges(const QList<QByteArrayView> &before,
                              const QList<QByteArrayView> &after);

} // namespace Design
