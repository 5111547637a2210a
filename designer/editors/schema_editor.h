#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"

#include <QModelIndex>
#include <QWidget>

namespace Design
{

/// Edits one model: its name and what it extends, its fields in a table, and a live example of it.
class SchemaEditor : public QWidget
{
    Q_OBJECT

public:
    SchemaEditor(DesignDocument &document, Selection &selection, QWidget *parent = nullptr);
    ~SchemaEditor() override;

    /// Shows this component schema; None shows an empty, disabled editor.
    void setSchema(NodeId component);
    NodeId schema() const;

    /// Selects, expands to and focuses the cell of this node (anywhere inside the model) that
    /// says the keyword; false when the node is not shown here. member: the property that is meant
    /// where the keyword is about several (`required`).
    bool reveal(NodeId node, Keyword keyword = Keyword::Unknown, const QString &member = {});
    QModelIndex currentCell() const;
    /// Puts the cursor into the model's name with everything selected, for a model just made.
    void editName();
    /// Lists the places that use the model, to go to one of them.
    void showUses();

Q_SIGNALS:
    /// A sentence for the status bar: "Renamed Item to Product in 7 places".
    void message(const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Design
