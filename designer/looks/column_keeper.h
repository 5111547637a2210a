#pragma once

#include <QObject>

#include <functional>

class QHeaderView;
class QMenu;
class QTreeView;

namespace Design
{

/// Sees to the widths of a table's columns. They are fitted until somebody drags one; from then on
/// they are what was chosen, as ColumnMemory has it, squeezed where there is less room. A double
/// click on the edge of a heading makes its column as wide as its texts; the menu of the headings
/// goes back to fitted ones.
class ColumnKeeper : public QObject
{
    Q_OBJECT

public:
    /// What the memory calls the table: tables of a kind share their widths.
    using Kind = std::function<QString()>;

    ColumnKeeper(QTreeView &table, Kind kind, std::function<void()> fit);

    bool isChosen() const { return !chosen().isEmpty(); }
    /// Gives the columns their widths; to be called when the room or the texts have changed.
    void refit();
    void reset(); ///< forgets what was chosen

Q_SIGNALS:
    void menuAboutToShow(QMenu *menu); ///< that of the headings, to be added to

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<int> sizes() const;
    QList<int> chosen() const;
    void choose(const QList<int> &widths);
    void apply(const QList<int> &widths);
    int flexibleColumn() const;
    void showMenu(const QPoint &at);

    QTreeView &m_table;
    QHeaderView &m_header;
    QWidget *m_viewport; ///< events come when the table is no table any more, and cannot be asked
    Kind m_kind;
    std::function<void()> m_fit;
    QList<int> m_before; ///< the sizes when the mouse was pressed
    bool m_isDragged = false;
};

} // namespace Design
