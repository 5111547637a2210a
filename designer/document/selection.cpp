#include "designer/document/selection.h"

namespace Design
{

void Selection::select(NodeId node, Keyword keyword)
{
    if (m_node == node && m_keyword == keyword && m_item.isNone())
        return;
    m_node = node;
    m_keyword = keyword;
    m_item = {};
    Q_EMIT changed(node, keyword);
}

void Selection::open(NodeId node, Keyword keyword)
{
    select(node, keyword);
    Q_EMIT openRequested(node, keyword);
}

void Selection::select(const BehaviourItem &item)
{
    if (m_item == item && m_node == NodeId::None)
        return;
    m_node = NodeId::None;
    m_keyword = Keyword::Unknown;
    m_item = item;
    Q_EMIT changed(m_node, m_keyword);
}

void Selection::rename(const BehaviourItem &item, const QString &name)
{
    if (m_item == item)
        select(BehaviourItem{item.kind, name});
}

void Selection::open(const BehaviourItem &item)
{
    select(item);
    Q_EMIT itemOpenRequested(item);
}

} // namespace Design
