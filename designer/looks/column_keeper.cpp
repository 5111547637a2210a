#include "designer/looks/column_keeper.h"

#include "designer/looks/column_memory.h"

#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QTreeView>

#include <numeric>

namespace Design
{

ColumnKeeper::ColumnKeeper(QTreeView &table, Kind kind, std::function<void()> fit)
    : QObject(&table)
    , m_table(table)
    , m_header(*table.header())
    , m_viewport(table.viewport())
    , m_kind(std::move(kind))
    , m_fit(std::move(fit))
{
    m_header.viewport()->installEventFilter(this);
    m_viewport->installEventFilter(this);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_header, &QWidget::customContextMenuRequested, this, &ColumnKeeper::showMenu);
    // The table has made it as wide as its texts by then.
    connect(&m_header, &QHeaderView::sectionHandleDoubleClicked, this, [this] { choose(sizes()); });
    connect(&ColumnMemory::shared(), &ColumnMemory::changed, this, [this](const QString &changed) {
        if (changed == m_kind())
            refit();
    });
}

QList<int> ColumnKeeper::sizes() const
{
    QList<int> sizes;
    for (int i = 0; i < m_header.count(); ++i)
        sizes.append(m_header.sectionSize(i));
    return sizes;
}

QList<int> ColumnKeeper::chosen() const
{
    const QList<int> widths = ColumnMemory::shared().widths(m_kind());
    // Another version of the program may have had other columns.
    return widths.size() == m_header.count() ? widths : QList<int>();
}

void ColumnKeeper::choose(const QList<int> &widths)
{
    QList<int> kept = widths;
    const QList<int> before = chosen();
    for (int i = 0; i < kept.size() && !before.isEmpty(); ++i) {
        if (m_header.isSectionHidden(i))
            kept[i] = before.at(i);
    }
    ColumnMemory::shared().setWidths(m_kind(), kept);
}

void ColumnKeeper::reset()
{
    ColumnMemory::shared().setWidths(m_kind(), {});
}

void ColumnKeeper::refit()
{
    if (const QList<int> widths = chosen(); !widths.isEmpty())
        apply(widths);
    else
        m_fit();
}

/// The column that takes what the others leave.
int ColumnKeeper::flexibleColumn() const
{
    int last = -1;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        if (m_header.isSectionHidden(column))
            continue;
        if (m_header.sectionResizeMode(column) == QHeaderView::Stretch)
            return column;
        last = column;
    }
    return last;
}

void ColumnKeeper::apply(const QList<int> &widths)
{
    const int flexible = flexibleColumn();
    const int room = m_viewport->width();
    if (flexible < 0 || room <= 0)
        return;
    const int letter = m_table.fontMetrics().averageCharWidth();
    const int least = 4 * letter;
    QList<int> given = widths;
    for (int i = 0; i < given.size(); ++i) {
        if (m_header.isSectionHidden(i) || i == flexible)
            given[i] = 0;
        else // 0 where it was hidden when the others were chosen
            given[i] = given.at(i) > 0 ? qMax(given.at(i), least) : m_header.sectionSizeHint(i);
    }
    const int wanted = std::accumulate(given.cbegin(), given.cend(), 0);
    const int most =
        qMax(0, room - qMin(qMax(least, m_header.sectionSizeHint(flexible)), room / 2));
    if (wanted > most) {
        for (int &width : given)
            width = width * most / wanted;
    }
    given[flexible] = room - std::accumulate(given.cbegin(), given.cend(), 0);
    m_header.setMinimumSectionSize(qMin(least, letter));
    for (int i = 0; i < given.size(); ++i) {
        if (given.at(i) > 0 && m_header.sectionSize(i) != given.at(i))
            m_header.resizeSection(i, given.at(i));
    }
}

bool ColumnKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_viewport) {
        if (event->type() == QEvent::Resize && isChosen())
            refit();
        return false;
    }
    const auto *mouse = dynamic_cast<const QMouseEvent *>(event);
    if (!mouse)
        return false;
    if (mouse->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
        m_before = sizes();
        m_isDragged = false;
    } else if (mouse->type() == QEvent::MouseMove) {
        m_isDragged |= mouse->buttons().testFlag(Qt::LeftButton);
    } else if (mouse->type() == QEvent::MouseButtonRelease && mouse->button() == Qt::LeftButton) {
        // A mere click may have ended an edit, and what was typed may have made a column wider.
        if (std::exchange(m_isDragged, false) && m_before != sizes())
            choose(sizes());
    }
    return false;
}

void ColumnKeeper::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *action = menu->addAction(tr("Reset Columns"), this, &ColumnKeeper::reset);
    action->setObjectName(QStringLiteral("resetColumns"));
    action->setEnabled(isChosen());
    Q_EMIT menuAboutToShow(menu);
    menu->popup(m_header.mapToGlobal(at));
}

} // namespace Design
