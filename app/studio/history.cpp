#include "app/studio/history.h"

#include <QScopedValueRollback>

static constexpr qsizetype mostPlaces = 100;

History::History(Design::Selection &selection, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
{
    connect(&selection, &Design::Selection::openRequested, this, &History::note);
}

void History::note(Design::NodeId node, Design::Keyword keyword)
{
    const Place place{node, keyword};
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
    m_selection.open(place.node, place.keyword);
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

void History::clear()
{
    m_places.clear();
    m_at = -1;
    Q_EMIT changed();
}
