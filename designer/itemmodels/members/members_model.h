#pragma once

#include "designer/document/design_document.h"
#include "designer/itemmodels/cell_table.h"
#include "designer/itemmodels/members/member_field.h"
#include "designer/itemmodels/tree_model.h"

#include <QHash>

namespace Design
{

/// A list of objects, or an object of named ones, inside an x-menura extension.
struct MembersTable {
    BehaviourPlace place;
    bool isNamed = false;                ///< the rows are members, and the first column their names
    std::optional<BehaviourGroup> group; ///< of named rows: what refers to them follows a new name
    QString nameTitle;                   ///< heading of the first column of named rows
    Words nameWords;                     ///< names that a new row may have; none: any
    QList<MemberField> fields;
    bool hasFieldsOfDesign = false; ///< the columns are fields of a model
    QList<MemberField> more;        ///< that have no column: in the form of a row only
    int firstField = 0;             ///< that a new row is typed into, where it has no name
    Json blank;                     ///< a new row before anything was typed into it
    QString rowWord;                ///< "an error rule", for undo
    QString addText;                ///< "Add an error rule…"
    QString addHint;
    /// Rows that are shown and not edited, above the others: what a route inherits.
    std::function<QList<std::pair<QString, Json>>(const Api &api)> inherited;
};

struct MembersRow {
    enum class Kind { Member, Inherited, New };

    Kind kind = Kind::Member;
    QString name;
    Json value;
    bool operator==(const MembersRow &) const = default;
};

/// Such a table as rows. What a cell is set to becomes one edit of the document; a text that is
/// refused stays in the cell with the reason.
class MembersModel : public TreeModel<MembersRow>, public RowTable
{
    Q_OBJECT

public:
    MembersModel(DesignDocument &document, ExpressionCheck checkExpression,
                 QObject *parent = nullptr);

    void setTable(const MembersTable &table);
    const MembersTable &table() const { return m_table; }
    DesignDocument &document() const { return m_document; }

    QString kind() const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    bool isNewRow(const QModelIndex &index) const override;
    QModelIndex newRow() const override;
    QStringList words(const QModelIndex &index) const override;
    std::optional<NotationError> check(const QModelIndex &index,
                                       const QString &text) const override;
    void forgetRefused(const QModelIndex &index) override;
    void finishEdit() override { m_document.finishMerging(); }
    bool canRemove(const QModelIndex &index) const override;
    bool removeMember(const QModelIndex &index) override;
    bool canMove(const QModelIndex &index) const override;
    bool moveMember(const QModelIndex &index, int by) override;
    QModelIndex rowOf(const QString &name) const;
    /// Where the row stands; no path for one that is not there yet.
    BehaviourPlace placeOf(const QModelIndex &index) const;
    const ExpressionCheck &expressionCheck() const { return m_checkExpression; }

Q_SIGNALS:
    void message(const QString &text); ///< what else has changed, for the status bar

private:
    struct Refused {
        QString text;
        NotationError error;
    };
    std::vector<Branch<MembersRow>> rows() const;
    void update();
    const MemberField *field(int column) const; ///< null for the name
    QString editText(const QModelIndex &index) const;
    void add(const QModelIndex &index, const QString &text);
    void rename(const QModelIndex &index, const QString &text);
    /// What does not exist of what the expressions of this row name, in the text of this cell.
    QString unknownName(const QModelIndex &index) const;
    std::optional<NotationError> checkName(const QString &text) const;

    DesignDocument &m_document;
    ExpressionCheck m_checkExpression;
    MembersTable m_table;
    QHash<QPersistentModelIndex, Refused> m_refused;
    mutable std::optional<QList<CheckedExpression>> m_unknown; ///< of the table, once asked for
};

} // namespace Design
