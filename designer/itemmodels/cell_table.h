#pragma once

#include "designer/model/notation.h"

#include <QModelIndex>
#include <QStringList>

#include <optional>

namespace Design
{

/// What a model whose cells are typed into says about them, beside being a QAbstractItemModel. A
/// text that is refused stays in its cell with the reason.
class CellTable
{
public:
    enum Role {
        ErrorRole = Qt::UserRole + 101, ///< QString: why the text was refused; null when it was not
        PlaceholderRole,                ///< QString: what to type into an empty cell
        LookRole,                       ///< int of MemberField::Look; none: plain
    };

    virtual ~CellTable() = default;

    /// Why the cell would refuse this text; nothing if it would take it.
    virtual std::optional<NotationError> check(const QModelIndex &index,
                                               const QString &text) const = 0;
    /// Forgets a refused text: the cell shows what the design says.
    virtual void forgetRefused(const QModelIndex &index) = 0;
    virtual bool isNewRow(const QModelIndex &index) const = 0;
    /// What is typed from now on is another step to undo.
    virtual void finishEdit() {}
};

/// A flat table of such cells, whose last row is there to type something new into.
class RowTable : public CellTable
{
public:
    /// What the widths of its columns are remembered by; tables of a kind have the same.
    virtual QString kind() const { return {}; }
    virtual QModelIndex newRow() const = 0; ///< the cell that it begins with; invalid: none
    virtual QStringList words(const QModelIndex &index) const = 0; ///< to complete
    virtual bool canRemove(const QModelIndex &index) const = 0;
    virtual bool removeMember(const QModelIndex &index) = 0;
    virtual bool canMove(const QModelIndex &) const { return false; }
    virtual bool moveMember(const QModelIndex &, int) { return false; }
};

} // namespace Design
