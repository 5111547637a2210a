#pragma once

#include "designer/document/selection.h"
#include "designer/itemmodels/navigator_model.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTreeView;

namespace Design
{
class SearchField;
}

/// The table of contents at the left: routes and models, with a box to filter them.
class NavigatorPane : public QWidget
{
    Q_OBJECT

public:
    NavigatorPane(Design::DesignDocument &document, Design::Selection &selection,
                  QWidget *parent = nullptr);

    Design::NavigatorModel &model() { return *m_model; }
    QTreeView *tree() const { return m_tree; }
    Design::SearchField *filterField() const { return m_filter; }
    /// The row of the same kind above (-1) or below (1) the current one; None at the ends.
    Design::NodeId neighbour(int by) const;
    /// What the menu of a row offers; null is a line between two of them.
    void setContextActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void looked(Design::NodeId node); ///< the user went to this row: to be shown, not yet opened
    void itemLooked(const Design::BehaviourItem &item);
    void newItemRequested(Design::BehaviourItem::Kind kind);
    void newRouteRequested();
    void newModelRequested();
    void deleteRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(Design::NodeId node);
    void lookAt(const QModelIndex &index);
    void openAt(const QModelIndex &index);
    bool clickPlus(const QPoint &at);
    void expandFirst();

    Design::Selection &m_selection;
    Design::NavigatorModel *m_model;
    QSortFilterProxyModel *m_proxy;
    Design::SearchField *m_filter;
    QTreeView *m_tree;
    bool m_isFollowing = false;
    bool m_isOnPlus = false; ///< the mouse button went down there
};
