#include "mockserver/panel/traffic/traffic_panel.h"

#include "designer/looks/column_keeper.h"
#include "designer/looks/empty_note.h"
#include "designer/looks/glyphs.h"
#include "designer/looks/search_field.h"
#include "mockserver/panel/traffic/traffic_delegate.h"
#include "mockserver/panel/traffic/why_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>

using namespace Design;

namespace Mock
{

TrafficProxy::TrafficProxy(TrafficModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void TrafficProxy::setFilter(const TrafficFilter &filter)
{
    m_filter = filter;
    invalidateRowsFilter();
}

bool TrafficProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_filter.isEmpty() || m_filter.accepts(m_model.exchange(row), m_model.why(row).sentence);
}

TrafficPanel::TrafficPanel(const DesignDocument &document, Selection &selection, QWidget *parent)
    : QSplitter(parent)
    , m_model(new TrafficModel(document, this))
    , m_proxy(new TrafficProxy(*m_model, this))
    , m_table(new QTreeView)
    , m_why(new WhyView(document, selection))
{
    m_table->setObjectName(QStringLiteral("traffic"));
    m_table->setAccessibleName(tr("Traffic"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new TrafficDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setHighlightSections(false);
    header->setSectionResizeMode(TrafficModel::WhyColumn, QHeaderView::Stretch);
    m_columns = new ColumnKeeper(
        *m_table, [] { return QStringLiteral("traffic"); },
        [this, header] {
            const int digit = fontMetrics().horizontalAdvance(u'0');
            const std::pair<int, int> digits[] = {{TrafficModel::TimeColumn, 11},
                                                  {TrafficModel::MethodColumn, 10},
                                                  {TrafficModel::PathColumn, 18},
                                                  {TrafficModel::StatusColumn, 8},
                                                  {TrafficModel::DurationColumn, 7}};
            for (const auto &[column, wanted] : digits)
                header->resizeSection(column,
                                      std::max(wanted * digit, header->sectionSizeHint(column)));
        });
    m_columns->refit();
    auto *note = new EmptyNote(*m_table, tr("Requests appear here as they are answered.\n"
                                            "Ctrl+Enter sends one, and starts the server for it."));
    connect(note->addButton(tr("Send a Request")), &QPushButton::clicked, this,
            &TrafficPanel::requestWanted);
    m_table->viewport()->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TrafficPanel::showMenu);
    makeTools();

    addWidget(m_table);
    addWidget(m_why);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setSizes({600, 400});

    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TrafficPanel::showCurrent);
    connect(m_table, &QTreeView::activated, this, &TrafficPanel::openCurrent);
    connect(m_table, &QTreeView::clicked, this, [this] { m_wasPicked = true; });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &TrafficPanel::noteScroll);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_proxy->mapToSource(m_table->currentIndex()).row();
                if (row >= first.row() && row <= last.row())
                    showCurrent();
            });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this] { Q_EMIT countChanged(m_model->rowCount()); });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
            [this] { Q_EMIT countChanged(m_model->rowCount()); });
}

void TrafficPanel::makeTools()
{
    m_tools = new QWidget(this);
    m_filterField = new SearchField(tr("Filter the traffic"), m_tools);
    m_filterField->setObjectName(QStringLiteral("trafficFilter"));
    m_filterField->setPlaceholderText(tr("Filter: status:4xx path:/items body~text"));
    m_filterField->setToolTip(m_filterField->placeholderText());
    // Wider where there is room; in a narrow window it must not push the other regions about.
    m_filterField->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    connect(m_filterField, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_proxy->setFilter(TrafficFilter(text)); });

    m_followButton = new QToolButton(m_tools);
    m_followButton->setObjectName(QStringLiteral("follow"));
    m_followButton->setAutoRaise(true);
    m_followButton->setCheckable(true);
    m_followButton->setChecked(true);
    m_followButton->setIcon(glyphIcon(Glyph::Follow));
    m_followButton->setToolTip(tr("Follow the newest request"));
    m_followButton->setAccessibleName(m_followButton->toolTip());
    connect(m_followButton, &QToolButton::clicked, this, &TrafficPanel::setFollowing);

    m_pauseButton = new QToolButton(m_tools);
    m_pauseButton->setObjectName(QStringLiteral("pauseTraffic"));
    m_pauseButton->setAutoRaise(true);
    m_pauseButton->setCheckable(true);
    m_pauseButton->setIcon(glyphIcon(Glyph::Pause));
    m_pauseButton->setToolTip(tr("Hold new requests back until this is released"));
    m_pauseButton->setAccessibleName(tr("Pause"));
    connect(m_pauseButton, &QToolButton::clicked, this, &TrafficPanel::setPaused);

    auto *clearButton = new QToolButton(m_tools);
    clearButton->setObjectName(QStringLiteral("clearTraffic"));
    clearButton->setAutoRaise(true);
    clearButton->setIcon(glyphIcon(Glyph::Sweep));
    clearButton->setToolTip(tr("Clear the traffic"));
    clearButton->setAccessibleName(clearButton->toolTip());
    connect(clearButton, &QToolButton::clicked, this, &TrafficPanel::clear);

    auto *layout = new QHBoxLayout(m_tools);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 4);
    layout->addWidget(m_filterField);
    layout->addWidget(m_pauseButton);
    layout->addWidget(m_followButton);
    layout->addWidget(clearButton);
}

void TrafficPanel::append(const QList<Exchange> &batch)
{
    if (batch.isEmpty())
        return;
    if (m_isPaused) {
        hold(batch);
        return;
    }
    const QScopedValueRollback appending(m_isAppending, true);
    m_model->append(batch);
    if (!m_isFollowing)
        return;
    m_table->scrollToBottom();
    if (!m_wasPicked)
        selectNewest();
}

void TrafficPanel::hold(const QList<Exchange> &batch)
{
    for (const Exchange &exchange : batch) {
        const auto begun = std::find_if(m_held.begin(), m_held.end(), [&](const Exchange &held) {
            return held.isUnderWay && held.number == exchange.number;
        });
        if (begun != m_held.end())
            *begun = exchange;
        else
            m_held.append(exchange);
    }
    if (m_held.size() > TrafficModel::mostRows)
        m_held.remove(0, m_held.size() - TrafficModel::mostRows);
}

void TrafficPanel::update(const QList<Exchange> &batch)
{
    for (const Exchange &exchange : batch) {
        for (Exchange &held : m_held) {
            if (held.number == exchange.number)
                held = exchange;
        }
    }
    m_model->update(batch);
}

void TrafficPanel::setPaused(bool paused)
{
    m_isPaused = paused;
    m_pauseButton->setChecked(paused);
    if (!paused)
        append(std::exchange(m_held, {}));
}

QList<Exchange> TrafficPanel::shownExchanges() const
{
    QList<Exchange> exchanges;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        exchanges.append(m_model->exchange(m_proxy->mapToSource(m_proxy->index(row, 0)).row()));
    return exchanges;
}

void TrafficPanel::selectNewest()
{
    if (const int rows = m_proxy->rowCount(); rows > 0)
        m_table->setCurrentIndex(m_proxy->index(rows - 1, 0));
}

void TrafficPanel::clear()
{
    m_model->clear();
    m_held.clear();
    m_wasPicked = false;
    m_why->clear();
    setFollowing(true);
}

void TrafficPanel::setFollowing(bool following)
{
    m_followButton->setChecked(following);
    if (following == m_isFollowing)
        return;
    m_isFollowing = following;
    if (following)
        m_table->scrollToBottom();
    Q_EMIT followingChanged(following);
}

bool TrafficPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        chooseColumns();
    return QSplitter::eventFilter(watched, event);
}

void TrafficPanel::chooseColumns()
{
    // Where there is little room, why a request was refused is worth more than when.
    const int letters = m_table->viewport()->width() / fontMetrics().averageCharWidth();
    m_table->setColumnHidden(TrafficModel::TimeColumn, letters < 70);
    m_table->setColumnHidden(TrafficModel::DurationColumn, letters < 60);
    m_columns->refit();
}

void TrafficPanel::noteScroll()
{
    if (m_isAppending)
        return;
    const QScrollBar *bar = m_table->verticalScrollBar();
    setFollowing(bar->value() >= bar->maximum());
}

void TrafficPanel::showCurrent()
{
    const QModelIndex current = m_proxy->mapToSource(m_table->currentIndex());
    if (current.isValid())
        m_why->setExchange(m_model->exchange(current.row()));
    else
        m_why->clear();
}

void TrafficPanel::showMenu(const QPoint &at)
{
    if (!m_table->currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_why->fillMenu(menu);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void TrafficPanel::openCurrent()
{
    const QModelIndex current = m_proxy->mapToSource(m_table->currentIndex());
    if (!current.isValid())
        return;
    m_wasPicked = true;
    const Why &reason = m_model->why(current.row());
    if (!m_why->openRule())
        Q_EMIT message(reason.isEmpty() || reason.node == NodeId::None
                           ? tr("No place of the design is behind this answer.")
                           : tr("%1 is no longer part of the design.").arg(reason.place));
}

void TrafficPanel::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    if (!m_isMoved)
        setSizes({width() * 11 / 20, width() * 9 / 20});
}

} // namespace Mock
