#include "app/studio/navigator/navigator_pane.h"

#include "app/studio/navigator/navigator_delegate.h"
#include "designer/looks/search_field.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Design;

NavigatorPane::NavigatorPane(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new NavigatorModel(document, this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new SearchField(tr("Filter routes and models")))
    , m_tree(new QTreeView)
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterRole(NavigatorModel::FilterRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_filter->setObjectName(QStringLiteral("navigatorFilter"));
    m_filter->installEventFilter(this);

    m_tree->setObjectName(QStringLiteral("navigator"));
    m_tree->setAccessibleName(tr("Routes and models"));
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new NavigatorDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->viewport()->installEventFilter(this);
    m_tree->installEventFilter(this);
    m_tree->setDragEnabled(true);
    m_tree->setAcceptDrops(true);
    m_tree->setDropIndicatorShown(true);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);

    const int gap = fontMetrics().height() / 4;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *box = new QVBoxLayout;
    box->setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap);
    box->addWidget(m_filter);
    layout->addLayout(box);
    layout->addWidget(m_tree, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_tree);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterFixedString(text);
        if (!text.isEmpty())
            m_tree->expandAll();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (m_tree->hasFocus()) // the keys moved, not a row that went
                    lookAt(current);
            });
    connect(m_tree, &QTreeView::clicked, this, &NavigatorPane::lookAt);
    connect(m_tree, &QTreeView::activated, this, &NavigatorPane::openAt);
    connect(&selection, &Selection::changed, this, &NavigatorPane::follow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &NavigatorPane::expandFirst);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &above) { m_tree->expand(above); });
    // Who may call a route is said elsewhere than at the route: its row is the same all the while.
    connect(&document, &DesignDocument::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
    expandFirst();
}

void NavigatorPane::setContextActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (!action) {
            action = new QAction(m_tree);
            action->setSeparator(true);
        }
        m_tree->addAction(action);
    }
}

void NavigatorPane::expandFirst()
{
    // All of a small design; of a large one the groups.
    static constexpr int mostRows = 200;
    int rows = 0;
    for (int i = 0; i < m_proxy->rowCount(); ++i) {
        const QModelIndex group = m_proxy->index(i, 0);
        for (int j = 0; j < m_proxy->rowCount(group); ++j)
            rows += 1 + m_proxy->rowCount(m_proxy->index(j, 0, group));
    }
    if (rows <= mostRows)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(0);
}

void NavigatorPane::follow(NodeId node)
{
    const BehaviourItem &item = m_selection.item();
    const QModelIndex index =
        m_proxy->mapFromSource(item.isNone() ? m_model->indexOf(node) : m_model->indexOf(item));
    const QScopedValueRollback following(m_isFollowing, true);
    if (!index.isValid())
        return m_tree->selectionModel()->clear();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void NavigatorPane::lookAt(const QModelIndex &index)
{
    if (m_isFollowing || !index.isValid())
        return;
    const BehaviourItem item = m_model->item(m_proxy->mapToSource(index));
    if (!item.isNone()) {
        m_selection.select(item);
        Q_EMIT itemLooked(item);
        return;
    }
    const NodeId node = m_model->node(m_proxy->mapToSource(index));
    if (node == NodeId::None)
        return;
    m_selection.select(node);
    Q_EMIT looked(node);
}

void NavigatorPane::openAt(const QModelIndex &index)
{
    const NodeId node = m_model->node(m_proxy->mapToSource(index));
    const BehaviourItem item = m_model->item(m_proxy->mapToSource(index));
    if (!item.isNone())
        m_selection.open(item);
    else if (node != NodeId::None)
        m_selection.open(node);
}

NodeId NavigatorPane::neighbour(int by) const
{
    const QModelIndex current = m_tree->currentIndex();
    const QModelIndex beside = current.sibling(current.row() + by, 0);
    const bool isSameKind = beside.isValid() && beside.data(NavigatorModel::KindRole) ==
                                                    current.data(NavigatorModel::KindRole);
    return isSameKind ? m_model->node(m_proxy->mapToSource(beside)) : NodeId::None;
}

bool NavigatorPane::clickPlus(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    if (!index.isValid() ||
        !NavigatorDelegate::plusRect(m_tree->visualRect(index), index).contains(at))
        return false;
    if (const BehaviourItem item = m_model->item(m_proxy->mapToSource(index)); !item.isNone()) {
        Q_EMIT newItemRequested(item.kind);
        return true;
    }
    const bool isRoutes = index.data(NavigatorModel::KindRole).toInt() ==
                          static_cast<int>(NavigatorRow::Kind::RoutesGroup);
    if (isRoutes)
        Q_EMIT newRouteRequested();
    else
        Q_EMIT newModelRequested();
    return true;
}

bool NavigatorPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_isOnPlus = mouse->button() == Qt::LeftButton && clickPlus(mouse->position().toPoint());
        return m_isOnPlus;
    }
    // Else the view would take it for the end of an earlier click on the row.
    if (watched == m_tree->viewport() && event->type() == QEvent::MouseButtonRelease)
        return std::exchange(m_isOnPlus, false);
    if (watched == m_tree && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        Q_EMIT deleteRequested();
        return true;
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
            m_tree->setFocus(); // from the box straight to what it found
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
