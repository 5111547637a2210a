#include "app/studio/tabs/history.h"

#include <QScopedValueRollback>

static constexpr qsizetype mostPlaces = 100;

History::History(Design::Selection &selection, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
{
    connect(&selection, &Design::Selection::openRequested, this,
            [this](Design::NodeId node, Design::Keyword keyword) {
                note({node, keyword});
            });
    connect(&selection, &Design::Selection::itemOpenRequested, this,
            [this](const Design::BehaviourItem &item) {
                note({Design::NodeId::None, Design::Keyword::Unknown, item});
            });
}

bool History::isAt(const Place &place, Design::NodeId item,
                   const Design::BehaviourItem &behaviour) const
{
    if (!behaviour.isNone())
        return place.item.page() == behaviour;
    return place.item.isNone() && item != Design::NodeId::None && m_itemOf(place.node) == item;
}

void History::visit(Design::NodeId item, const Design::BehaviourItem &behaviour, bool isLook)
{
    if (item == Design::NodeId::None && behaviour.isNone())
        return; // the map, a page of help
    if (m_at >= 0 && isAt(m_places.at(m_at), item, behaviour))
        return;
    if (isLook && m_at >= 0 && m_places.at(m_at).isLook)
        m_places.remove(m_at--);
    note({item, Design::Keyword::Unknown, behaviour, isLook});
}

qsizetype History::recency(Design::NodeId item, const Design::BehaviourItem &behaviour) const
{
    for (qsizetype i = m_places.size(); i > 0; --i) {
        if (isAt(m_places.at(i - 1), item, behaviour))
            return i;
    }
    return 0;
}

void History::note(const Place &place)
{
    if (m_isGoing || (m_at >= 0 && m_places.at(m_at) == place))
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > mostPlaces)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
    Q_EMIT changed();
}

void History::go(qsizetype to)
{
    const QScopedValueRollback going(m_isGoing, true);
    m_at = to;
    const Place place = m_places.at(m_at);
    if (place.item.isNone())
        m_selection.open(place.node, place.keyword);
    else
        m_selection.open(place.item);
    Q_EMIT changed();
}

void History::back()
{
    if (canGoBack())
        go(m_at - 1);
}

void History::forward()
{
    if (canGoForward())
        go(m_at + 1);
}

void History::rename(const Design::BehaviourItem &item, const QString &name)
{
    for (Place &place : m_places) {
        if (place.item == item)
            place.item.name = name;
    }
}

void History::clear()
{
    m_places.clear();
    m_at = -1;
    Q_EMIT changed();
}
