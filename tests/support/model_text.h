#pragma once

#include <QAbstractItemModel>
#include <QStringList>

/// One row, its columns between bars, ☑ and ☐ for boxes. Empty columns at the end are left out.
inline QString rowText(const QModelIndex &row)
{
    QStringList cells;
    for (int column = 0; column < row.model()->columnCount(row.parent()); ++column) {
        const QModelIndex index = row.siblingAtColumn(column);
        QString cell = index.data().toString();
        const QVariant box = index.data(Qt::CheckStateRole);
        if (box.isValid())
            cell += box.toInt() == Qt::Checked ? QStringLiteral("☑") : QStringLiteral("☐");
        cells.append(cell);
    }
    while (!cells.isEmpty() && cells.last().isEmpty())
        cells.removeLast();
    return cells.join(QStringLiteral(" | "));
}

/// The model as indented text, one row a line.
inline QString modelText(const QAbstractItemModel &model, const QModelIndex &parent = {},
                         int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth * 2, QLatin1Char(' ')) + rowText(index) + QLatin1Char('\n') +
                modelText(model, index, depth + 1);
    }
    return text;
}
