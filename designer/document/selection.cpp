#include "designer/document/selection.h"

namespace Design
{

void Selection::select(NodeId node, Keyword keyword)
{
    if (m_node == node && m_keyword == keyword)
        return;
    m_node = node;
    m_keyword = keyword;
    Q_EMIT changed(node, keyword);
}

void Selection::open(NodeId node, Keyword keyword)
{
    select(node, keyword);
    Q_EMIT openRequested(node, keyword);
}

} // namespace Design
