#include "designer/editors/fields_view.h"
#include "designer/looks/column_keeper.h"

#include <QHeaderView>
#include <QMenu>

#include <numeric>

namespace Design
{

using Column = SchemaTableModel::Column;

// Which columns a table shows, and how wide: a part of FieldsView.

/// Examples are a column of their own only where there is room for one, or somebody wants it.
void FieldsView::chooseColumns()
{
    const int example = m_model.columnOf(Column::Example);
    if (example >= 0) {
        const int letters = viewport()->width() / fontMetrics().averageCharWidth();
        setColumnHidden(example, !m_showsExamples.value_or(letters > 130));
    }
    // Boxes that no row has are no column.
    const int required = m_model.columnOf(Column::Required);
    if (required >= 0 && required + 1 < m_model.columnCount())
        setColumnHidden(
            required,
            !m_model.findRow([](const SchemaRow &row) { return row.required.has_value(); })
                 .isValid());
}

QList<ColumnWish> FieldsView::columnWishes() const
{
    const int letter = fontMetrics().averageCharWidth();
    const auto wish = [&](int column, int fewest, int most, int comfortable) {
        const int content = qMin(sizeHintForColumn(column) + 2 * letter, most * letter);
        const int heading = header()->sectionSizeHint(column);
        return ColumnWish{qMax(heading, qMin(content, fewest * letter)), content,
                          qMax(content, comfortable * letter), heading};
    };
    QList<ColumnWish> wishes;
    for (int i = 0; i < m_model.columnCount(); ++i) {
        if (isColumnHidden(i)) {
            wishes.append(ColumnWish());
            continue;
        }
        switch (m_model.columnAt(i)) {
        case Column::Name:
        case Column::Type:
            wishes.append(wish(i, 14, 40, 20));
            break;
        case Column::Rules:
            wishes.append(wish(i, 14, 50, 24));
            break;
        case Column::Notes:
            wishes.append(wish(i, 12, 80, 24));
            break;
        case Column::Place:
            wishes.append(wish(i, 10, 20, 12));
            break;
        case Column::Example:
            wishes.append(wish(i, 12, 60, 24));
            break;
        case Column::Required:
            const int heading = header()->sectionSizeHint(i);
            wishes.append({heading, heading, heading, heading});
            break;
        }
    }
    return wishes;
}

void FieldsView::refit()
{
    chooseColumns();
    spanNewRows(m_model);
    const int room = viewport()->width();
    m_columns->refit();
    updateGeometries(); // now, and not with a timer: no scroll bar flickers up
    // A scroll bar that came up or went meanwhile has changed what there is to share.
    if (viewport()->width() != room)
        m_columns->refit();
}

/// As wide as their texts where there is room; else they share what there is, so that nothing has
/// to be scrolled sideways in any window of use.
void FieldsView::fitColumns()
{
    QList<int> widths = Design::fitColumns(columnWishes(), viewport()->width());
    QList<int> shown;
    for (int i = 0; i < widths.size(); ++i) {
        if (!isColumnHidden(i))
            shown.append(i);
    }
    widths[shown.last()] +=
        viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    int least = fontMetrics().averageCharWidth() * 6;
    for (int column : shown)
        least = qMin(least, widths.at(column));
    header()->setMinimumSectionSize(least);
    for (int column : shown)
        header()->resizeSection(column, widths.at(column));
}

void FieldsView::showExamples(bool shown)
{
    m_showsExamples = shown;
    refit();
}

void FieldsView::addColumnActions(QMenu *menu)
{
    const int example = m_model.columnOf(Column::Example);
    if (example < 0)
        return;
    QAction *action = menu->addAction(tr("Column for Examples"), this, &FieldsView::showExamples);
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(example));
}

void FieldsView::fitGrown()
{
    spanNewRows(m_model);
    if (!isVisible())
        return;
    const int required = m_model.columnOf(Column::Required);
    if (required >= 0 && isColumnHidden(required))
        return refit(); // maybe there is something to tick now
    if (m_columns->isChosen())
        return;
    const QList<ColumnWish> wishes = columnWishes();
    for (int i = 0; i + 1 < wishes.size(); ++i) {
        if (!isColumnHidden(i) && wishes.at(i).content > header()->sectionSize(i))
            return refit();
    }
}

} // namespace Design
