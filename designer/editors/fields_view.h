#pragma once

#include "designer/editors/cell_edit.h"
#include "designer/editors/cell_view.h"
#include "designer/editors/column_fit.h"
#include "designer/itemmodels/schema_table_model.h"

#include <optional>

namespace Design
{

class ColumnKeeper;
class FieldDelegate;

/// The table in which fields are typed. Enter opens a row, Tab goes through the cells, Alt with
/// the arrows moves rows; see keyboardHelp().
class FieldsView : public CellView
{
    Q_OBJECT

public:
    FieldsView(SchemaTableModel &model, QWidget *parent = nullptr);

    SchemaTableModel &table() const { return m_model; }
    FieldDelegate &delegate() const { return *m_delegate; }

    /// Makes the cell current, visible and expanded to; with focus also the keyboard's.
    void goTo(const QModelIndex &cell, bool withFocus);
    /// Opens an empty row near the current one and puts the cursor into it.
    void addRow();
    /// The current field as text on the clipboard; and the fields of the clipboard, or those that
    /// its JSON suggests, near the current one.
    void copyRow();
    void pasteFields();
    /// The form of the current cell's rules (F4).
    void openRules();
    static QString keyboardHelp();

Q_SIGNALS:
    /// The model that the cell refers to should be opened (F12, Ctrl+click).
    void openRequested(Design::NodeId model);
    /// A sentence about what was done, for the status bar.
    void message(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    bool isOwnKey(const QKeyEvent &key) const override;
    void fillMenu(QMenu *menu, const QModelIndex &cell) override;
    QModelIndex newCell() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    bool handleRowKey(QKeyEvent *event);
    bool handleArrow(const QKeyEvent &event);
    bool beginField(QKeyEvent *event);
    void leftCell(const QModelIndex &index, CellEdit::Leave how);
    void outdent(const QModelIndex &newRow);
    void editCell(const QModelIndex &cell);
    QModelIndex nextCell(const QModelIndex &from, int step) const;
    NodeId referencedModel(const QModelIndex &cell) const;
    void removeCurrent();
    bool overrideCurrent();
    void keepCurrent(const std::function<bool()> &change);
    void showExamples(bool shown);
    void addColumnActions(QMenu *menu);
    void chooseColumns();
    QList<ColumnWish> columnWishes() const;
    void refit();
    void fitColumns();
    void fitGrown(); ///< refit(), if a text has become wider than its column

    SchemaTableModel &m_model;
    FieldDelegate *m_delegate;
    ColumnKeeper *m_columns;
    QPersistentModelIndex m_flowRow;     ///< the row that was just added: Enter in it adds another
    std::optional<bool> m_showsExamples; ///< as somebody has chosen
};

} // namespace Design
