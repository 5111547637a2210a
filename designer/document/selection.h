#pragma once

#include "designer/document/behaviour_item.h"
#include "designer/model/keyword.h"
#include "designer/text/diagnostic.h"

#include <QObject>

namespace Design
{

/// The one selected place that navigator, editors, preview, docs and problems share.
/// A place is a node and, where it matters, one constraint of it.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    NodeId node() const { return m_node; }
    Keyword keyword() const { return m_keyword; }

    /// Selects a place; views follow it without taking the focus.
    void select(NodeId node, Keyword keyword = Keyword::Unknown);
    /// Selects a place and asks the editor of it to open, come to the front and take the focus.
    void open(NodeId node, Keyword keyword = Keyword::Unknown);

    /// Something that runs around routes; none while a node is selected.
    const BehaviourItem &item() const { return m_item; }
    void select(const BehaviourItem &item);
    void open(const BehaviourItem &item);
    /// Goes on with it under another name.
    void rename(const BehaviourItem &item, const QString &name);

Q_SIGNALS:
    void changed(Design::NodeId node, Design::Keyword keyword);
    void openRequested(Design::NodeId node, Design::Keyword keyword);
    void itemOpenRequested(const Design::BehaviourItem &item);

private:
    NodeId m_node = NodeId::None;
    Keyword m_keyword = Keyword::Unknown;
    BehaviourItem m_item;
};

} // namespace Design
