#pragma once

#include "designer/document/selection.h"
#include "designer/preview/problems_model.h"

#include <QTreeView>

namespace Design
{

class ColumnKeeper;

/// The list of problems; Enter or a double click goes to the very place, a right click offers
/// what can be done about one.
class ProblemsPane : public QTreeView
{
    Q_OBJECT

public:
    ProblemsPane(ProblemsModel &model, Selection &selection, QWidget *parent = nullptr);

    /// Opens the place of the next or the previous problem, round and round.
    void openNext();
    void openPrevious();
    /// Asks for what can be done about the current problem, or the first one.
    void requestFixes();

Q_SIGNALS:
    /// The fixes of this row are wanted at a place of the screen.
    void fixesRequested(int row, const QPoint &at);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void openRow(int row);
    void step(int by);

    ProblemsModel &m_model;
    Selection &m_selection;
    ColumnKeeper *m_columns;
};

} // namespace Design
