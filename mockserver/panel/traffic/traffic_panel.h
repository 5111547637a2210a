#pragma once

#include "designer/document/selection.h"
#include "mockserver/panel/traffic/traffic_filter.h"
#include "mockserver/panel/traffic/traffic_model.h"

#include <QSortFilterProxyModel>
#include <QSplitter>

class QToolButton;
class QTreeView;

namespace Design
{
class ColumnKeeper;
class SearchField;
} // namespace Design

namespace Mock
{

class WhyView;

/// Lets those rows through that the filter accepts.
class TrafficProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TrafficProxy(TrafficModel &model, QObject *parent = nullptr);
    void setFilter(const TrafficFilter &filter);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TrafficModel &m_model;
    TrafficFilter m_filter;
};

/// Live traffic on the left, the selected request in detail on the right.
class TrafficPanel : public QSplitter
{
    Q_OBJECT

public:
    TrafficPanel(const Design::DesignDocument &document, Design::Selection &selection,
                 QWidget *parent = nullptr);

    TrafficModel &model() { return *m_model; }
    QTreeView *table() const { return m_table; }
    WhyView *whyView() const { return m_why; }
    QWidget *tools() const { return m_tools; } ///< filter, follow, clear; to be put near the panel

    /// Exchanges that have begun or ended.
    void append(const QList<Exchange> &batch);
    void clear();
    void setFollowing(bool following);
    /// While paused, requests are counted but not shown.
    void setPaused(bool paused);
    bool isPaused() const { return m_isPaused; }
    /// Tasks of exchanges that were appended have ended.
    void update(const QList<Exchange> &batch);
    QList<Exchange> shownExchanges() const; ///< those that the filter lets through
    bool isFollowing() const { return m_isFollowing; }
    void selectNewest();

Q_SIGNALS:
    void requestWanted(); ///< there is none yet
    void countChanged(int count);
    void followingChanged(bool following);
    /// A sentence for the status bar.
    void message(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hold(const QList<Exchange> &batch);
    void makeTools();
    void showCurrent();
    void openCurrent();
    void showMenu(const QPoint &at);
    void noteScroll();
    void chooseColumns();

    TrafficModel *m_model;
    TrafficProxy *m_proxy;
    QTreeView *m_table;
    Design::ColumnKeeper *m_columns;
    WhyView *m_why;
    QWidget *m_tools = nullptr;
    Design::SearchField *m_filterField = nullptr;
    QToolButton *m_followButton = nullptr;
    QToolButton *m_pauseButton = nullptr;
    QList<Exchange> m_held; ///< what came in while it was paused
    bool m_isPaused = false;
    bool m_isFollowing = true;
    bool m_isAppending = false;
    bool m_wasPicked = false; ///< the user has selected a request: the newest stays unselected
    bool m_isMoved = false;   ///< somebody has chosen how the room is shared
};

} // namespace Mock
