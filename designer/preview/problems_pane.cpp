#include "designer/preview/problems_pane.h"

#include "designer/looks/column_keeper.h"
#include "designer/looks/empty_note.h"

#include <QContextMenuEvent>
#include <QHeaderView>

namespace Design
{

ProblemsPane::ProblemsPane(ProblemsModel &model, Selection &selection, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_selection(selection)
    , m_columns(new ColumnKeeper(
          *this, [] { return QStringLiteral("problems"); },
          [this] {
              const int unit = fontMetrics().averageCharWidth();
              header()->resizeSection(ProblemsModel::SeverityColumn, 16 * unit);
              header()->resizeSection(ProblemsModel::PlaceColumn, 36 * unit);
          }))
{
    setObjectName(QStringLiteral("problems"));
    setAccessibleName(tr("Problems"));
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    m_columns->refit();
    new EmptyNote(*this, tr("Nothing is wrong with this design."));
    connect(this, &QTreeView::activated, this,
            [this](const QModelIndex &index) { openRow(index.row()); });
}

void ProblemsPane::openNext()
{
    step(1);
}

void ProblemsPane::openPrevious()
{
    step(-1);
}

void ProblemsPane::requestFixes()
{
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(0, 0));
    const QModelIndex current = currentIndex().siblingAtColumn(ProblemsModel::MessageColumn);
    if (current.isValid())
        Q_EMIT fixesRequested(current.row(),
                              viewport()->mapToGlobal(visualRect(current).bottomLeft()));
}

void ProblemsPane::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    if (event->reason() == QContextMenuEvent::Mouse)
        Q_EMIT fixesRequested(index.row(), event->globalPos());
    else
        requestFixes();
}

void ProblemsPane::step(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int now = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : 0);
    const int row = (now + by + count) % count;
    setCurrentIndex(m_model.index(row, 0));
    openRow(row);
}

void ProblemsPane::openRow(int row)
{
    const Diagnostic &problem = m_model.problem(row);
    if (const BehaviourItem item = BehaviourItem::around(problem.pointer); !item.isNone())
        m_selection.open(item);
    else if (problem.node != NodeId::None)
        m_selection.open(problem.node, ProblemsModel::keywordOf(problem));
}

} // namespace Design
