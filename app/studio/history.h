#pragma once

#include "designer/document/selection.h"

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

Q_SIGNALS:
    void changed();

private:
    struct Place {
        Design::NodeId node = Design::NodeId::None;
        Design::Keyword keyword = Design::Keyword::Unknown;
        Design::BehaviourItem item = {}; ///< instead of a node
        bool operator==(const Place &) const = default;
    };
    void note(const Place &place);
    void go(qsizetype to);

    Design::Selection &m_selection;
    QList<Place> m_places;
    qsizetype m_at = -1;
    bool m_isGoing = false;
};
