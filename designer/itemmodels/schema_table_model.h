#pragma once

#include "designer/document/design_document.h"
#include "designer/itemmodels/cell_table.h"
#include "designer/itemmodels/schema_row.h"

namespace Design
{

/// A table of schemas as rows: fields of a model, parameters, bodies, answers. What a cell is set
/// to becomes one edit of the document; a text that is refused stays in the cell with the reason.
class SchemaTableModel : public TreeModel<SchemaRow>, public CellTable
{
    Q_OBJECT

public:
    enum class Column { Name, Place, Type, Required, Rules, Notes, Example };
    enum FieldRole {
        NodeIdRole = Qt::UserRole + 1,
        KindRole,
        ChipsRole,      ///< QStringList: the rules as they are shown
        UnsaidRole,     ///< QStringList: keywords that the notation has no words for
        NamesModelRole, ///< bool: the cell refers to a model, which can be gone to
    };

    SchemaTableModel(DesignDocument &document, const QList<Column> &columns, QObject *parent);

    DesignDocument &document() const { return m_document; }
    Column columnAt(int column) const { return m_columns.at(column); }
    Column column(const QModelIndex &index) const { return columnAt(index.column()); }
    int columnOf(Column column) const { return static_cast<int>(m_columns.indexOf(column)); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// What the example of the row has to be: the type of its schema.
    TypeExpression typeOf(const QModelIndex &index) const;

    std::optional<NotationError> check(const QModelIndex &index,
                                       const QString &text) const override;
    void forgetRefused(const QModelIndex &index) override;
    void finishEdit() override { m_document.finishMerging(); }

    /// Opens an empty row below this one (inside it, if it takes fields and has none yet), or gives
    /// the one that is there already.
    QModelIndex openNewRow(const QModelIndex &near);
    /// Takes the empty row away, or where it is nested moves it out, below the row that it was in.
    /// The new place of it, or the row above it.
    QModelIndex outdentNewRow(const QModelIndex &newRow);
    void closeNewRow();
    bool isNewRow(const QModelIndex &index) const override;
    /// Whether the text of an empty row was taken since this was asked last. What it became may
    /// stand elsewhere, and the row be empty again.
    bool tookNewRow() { return std::exchange(m_tookNewRow, false); }
    /// Whether what is typed into an empty row begins with a type, and not with a name.
    virtual bool newRowBeginsWithType() const { return false; }

    // What the keys of the table do. Each returns false where it has no meaning.
    bool canToggleRequired(const QModelIndex &index) const;
    bool toggleRequired(const QModelIndex &index);
    virtual bool removeField(const QModelIndex &index);
    virtual bool moveField(const QModelIndex &index, int by);
    virtual bool duplicateField(const QModelIndex &index);
    bool nestField(const QModelIndex &index);   ///< into the object above it
    bool unnestField(const QModelIndex &index); ///< out of its object, below it
    /// A row as text: a field as a part of an OpenAPI document, of others what the cell says.
    QString copyText(const QModelIndex &index) const;
    struct Pasted {
        int count = 0; ///< of fields
        NodeId first = NodeId::None;
        bool isSample = false; ///< they were inferred from data
    };
    /// Adds the fields of a text near this row: those of a part of an OpenAPI document, or those
    /// that JSON data suggests and that are not there yet.
    Pasted paste(const QModelIndex &near, const QString &text);
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    /// Makes an inherited field one of the model's own; its name, or invalid.
    QModelIndex overrideField(const QModelIndex &index);

    /// Adds an empty model, for a name that a cell did not know.
    void createModel(const QString &name);

    /// The cell that says this keyword of this node; invalid when no row is about the node.
    /// member: of `required` and its kin, the name of the property that is meant.
    QModelIndex cellOf(NodeId node, Keyword keyword, const QString &member = {}) const;
    /// The other way round: what the row of a cell is about; of an empty row, the one above it.
    /// None for what is inherited.
    NodeId nodeOf(const QModelIndex &cell) const;

    /// How far a rename would reach: "3 other places follow a new name."; empty for no other place.
    static QString followingText(int places);
    /// What was done, and how far it reached: "Renamed a to b, 3 places changed".
    static QString renamedText(const QString &from, const QString &to, int places);

Q_SIGNALS:
    void message(const QString &text); ///< for the status bar

protected:
    virtual std::vector<SchemaBranch> rows(const SchemaRows &describe) const = 0;
    virtual std::optional<NotationError> checkName(const SchemaRow &row, const QString &text) const;
    virtual void setName(const SchemaRow &row, const QString &text);
    /// In how many places elsewhere the name would change too.
    virtual int countNameUses(const SchemaRow &row) const;
    virtual void setNotes(const SchemaRow &row, const QString &text);
    virtual void setExample(const SchemaRow &row, const Json &value);
    virtual void setRequired(const SchemaRow &row, bool required);
    virtual void setPlace(const SchemaRow &, const QString &) {}
    virtual std::optional<NotationError> checkPlace(const SchemaRow &, const QString &) const
    {
        return std::nullopt;
    }
    /// Whether the row can do without a type; then an empty text calls clearType().
    virtual std::optional<NotationError> checkNoType(const SchemaRow &row) const;
    virtual void clearType(const SchemaRow &) {}
    /// Changes the schema of a row, also of one that has no schema yet.
    virtual void editRowSchema(Api &api, const SchemaRow &row,
                               const std::function<void(Schema &)> &change) const;
    virtual void addNew(const SchemaRow &row, const QString &after, const QString &text);
    virtual QString newRowText() const; ///< what the empty row is for
    virtual QString newRowHint() const; ///< an example of what to type into it

    void update();  ///< follows the design
    void restart(); ///< starts over with another node
    /// The node that the row being typed into has become: the row stays, and is that node's.
    void adopt(NodeId node) { m_adopted = node; }
    const Api &api() const { return m_document.api(); }

private:
    struct Refused {
        QString text;
        NotationError error;
    };

    std::pair<NodeId, qsizetype> placeForFields(const QModelIndex &near) const;
    void moveInto(const QModelIndex &index, const QModelIndex &object, int row);
    QVariant display(const SchemaRow &row, Column column) const;
    QString editText(const SchemaRow &row, Column column) const;
    bool isEditable(const SchemaRow &row, Column column) const;
    void change(const SchemaRow &row, Column column, const QString &text);
    void setType(const SchemaRow &row, const TypeExpression &type, RulesOf rules);
    std::vector<SchemaBranch> tree() const;
    QString keyAbove(const QModelIndex &newRow) const;

    DesignDocument &m_document;
    QList<Column> m_columns;
    NewRow m_newRow;
    mutable QPersistentModelIndex m_dragged;
    QPersistentModelIndex m_committing; ///< the empty row that is becoming a field
    NodeId m_adopted = NodeId::None;
    bool m_tookNewRow = false;
    QHash<QPersistentModelIndex, Refused> m_refused;
};

} // namespace Design
