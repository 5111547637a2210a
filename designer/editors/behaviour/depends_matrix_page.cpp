#include "designer/editors/behaviour/depends_matrix_page.h"

#include "designer/editors/column_fit.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <numeric>

namespace Design
{

DependsMatrixView::DependsMatrixView(DependsMatrixModel &model, QWidget *parent)
    : CellView(model, parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("dependsMatrix"));
    setAccessibleName(tr("Routes and dependencies"));
    setAccessibleDescription(tr("Space switches a dependency of a route, Enter opens the route."));
    setRootIsDecorated(false);
    setEditTriggers(NoEditTriggers);
    setGrowing(true);
    connect(&model, &QAbstractItemModel::modelReset, this, &DependsMatrixView::refit);
    refit();
}

void DependsMatrixView::resizeEvent(QResizeEvent *event)
{
    CellView::resizeEvent(event);
    refit();
}

void DependsMatrixView::refit()
{
    const int letter = fontMetrics().averageCharWidth();
    QList<ColumnWish> wishes;
    int least = 0;
    for (int i = 0; i < m_model.columnCount(); ++i) {
        const bool isDependency = i >= DependsMatrixModel::firstDependency;
        const int heading = header()->sectionSizeHint(i);
        const int content = (isDependency ? heading : sizeHintForColumn(i)) + 2 * letter;
        // The names of routes are wanted more than those of dependencies, which tips say in full.
        const int names = qMax(heading, qMin(content, (i == 0 ? 20 : 12) * letter));
        wishes.append({isDependency ? heading : names, content, content,
                       isDependency ? qMin(heading, 6 * letter) : names});
        least += (isDependency ? 4 : 12) * letter;
    }
    // Where there are so many that none of them could be told any more, they are scrolled.
    QList<int> widths = fitColumns(wishes, qMax(least, viewport()->width()));
    widths[1] += qMax(0, viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0));
    header()->setMinimumSectionSize(letter);
    for (int i = 0; i < widths.size(); ++i)
        header()->resizeSection(i, widths.at(i));
    updateGeometry();
}

void DependsMatrixView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const int key = event->key();
    const bool isPlain = modifiersOf(*event) == Qt::NoModifier;
    if (isPlain && key == Qt::Key_Space && m_model.toggle(current))
        return event->accept();
    if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter) && current.isValid()) {
        Q_EMIT openRequested(current);
        return event->accept();
    }
    if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right) && current.isValid()) {
        stepSideways(key);
        return event->accept();
    }
    CellView::keyPressEvent(event);
}

void DependsMatrixView::mouseReleaseEvent(QMouseEvent *event)
{
    CellView::mouseReleaseEvent(event);
    const QModelIndex cell = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell == currentIndex())
        m_model.toggle(cell);
}

DependsMatrixPage::DependsMatrixPage(const BehaviourContext &context)
    : BehaviourPage(context)
    , m_model(context.document)
    , m_view(new DependsMatrixView(m_model))
{
    setHeading(tr("Dependencies"),
               tr("● depends on it by itself, ○ inherits it from the whole design, from a router "
                  "or through another dependency. A click or Space switches."));
    addWidget(m_view);
    finish();
    setFocusProxy(m_view);
    connect(m_view, &DependsMatrixView::openRequested, this, [this](const QModelIndex &index) {
        const DependsRow &row = m_model.content(index);
        if (index.column() >= DependsMatrixModel::firstDependency)
            m_context.selection.open(BehaviourItem{
                BehaviourItem::Kind::Dependency,
                m_model.dependencies().at(index.column() - DependsMatrixModel::firstDependency)});
        else if (row.place.of == DependsOf::Operation)
            m_context.selection.open(row.place.operation);
        else if (row.place.of == DependsOf::Router)
            m_context.selection.open(BehaviourItem{BehaviourItem::Kind::Routers, row.place.router});
    });
}

} // namespace Design
