#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "designer/itemmodels/members/member_field.h"

#include <QModelIndex>
#include <QWidget>

namespace Design
{

/// Edits one route: its method and path, what it takes, its body, its answers and its words.
class RouteEditor : public QWidget
{
    Q_OBJECT

public:
    RouteEditor(DesignDocument &document, Selection &selection, QWidget *parent = nullptr);
    ~RouteEditor() override;

    /// Shows this operation; None shows an empty, disabled editor.
    void setOperation(NodeId operation);
    NodeId operation() const;
    /// What says of an expression why it cannot be read; without it all are taken.
    void setExpressionCheck(const ExpressionCheck &check);

    /// Selects, expands to and focuses the cell of this node (anywhere inside the route) that
    /// says the keyword; false when the node is not shown here. member: the property that is meant
    /// where the keyword is about several (`required`).
    bool reveal(NodeId node, Keyword keyword = Keyword::Unknown, const QString &member = {});
    /// Puts the cursor into the field of this member of the operation; path: from the outside in.
    void revealMember(const QStringList &path);
    QModelIndex currentCell() const;
    /// Puts the cursor into the path with everything selected, for a route just made.
    void editPath();

Q_SIGNALS:
    /// A sentence for the status bar: "Renamed id to item_id in the path".
    void message(const QString &text);
    /// A request to this route, which is selected then.
    void sendRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Design
