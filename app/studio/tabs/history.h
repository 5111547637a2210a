#pragma once

#include "designer/document/selection.h"

#include <functional>

/// The places that were opened, for back and forward.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(Design::Selection &selection, QObject *parent = nullptr);

    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    void back();
    void forward();
    void clear();
    void rename(const Design::BehaviourItem &item, const QString &name);
    /// What is in view now was not opened by name, but a tab was chosen, or something is new. Of
    /// things that are only looked at in passing, the last one counts.
    void visit(Design::NodeId item, const Design::BehaviourItem &behaviour, bool isLook);

    /// How lately this item (a route, a model ...) was there: the greater, the later; 0: never.
    qsizetype recency(Design::NodeId item, const Design::BehaviourItem &behaviour) const;
    /// Tells which item a node is part of.
    using ItemOf = std::function<Design::NodeId(Design::NodeId)>;
    void setItemOf(const ItemOf &itemOf) { m_itemOf = itemOf; }

Q_SIGNALS:
    void changed();

private:
    struct Place {
        Design::NodeId node = Design::NodeId::None;
        Design::Keyword keyword = Design::Keyword::Unknown;
        Design::BehaviourItem item = {}; ///< instead of a node
        bool isLook = false;
        bool operator==(const Place &) const = default;
    };
    void note(const Place &place);
    bool isAt(const Place &place, Design::NodeId item,
              const Design::BehaviourItem &behaviour) const;
    void go(qsizetype to);

    Design::Selection &m_selection;
    ItemOf m_itemOf = [](Design::NodeId node) { return node; };
    QList<Place> m_places;
    qsizetype m_at = -1;
    bool m_isGoing = false;
};
