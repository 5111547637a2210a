#pragma once

#include "designer/itemmodels/sync_rows.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Design
{

/// A row as a model wants it: a key that is unique among its siblings and survives edits, what is
/// shown, and the rows below it.
template<class Content>
struct Branch {
    QString key;
    Content content;
    std::vector<Branch> children;
};

/// A tree model that is told its whole tree after each change and works out what to tell its
/// views: rows keep their identity by key, nothing is ever reset by an edit.
/// A subclass describes its rows as values and says how a cell of one is shown.
template<class Content>
class TreeModel : public QAbstractItemModel
{
public:
    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override
    {
        const Row *above = rowOf(parent);
        if (row < 0 || column < 0 || static_cast<std::size_t>(row) >= above->children.size() ||
            column >= columnCount(parent) || parent.column() > 0)
            return {};
        return createIndex(row, column, above->children[static_cast<std::size_t>(row)].get());
    }

    QModelIndex parent(const QModelIndex &child) const override
    {
        return child.isValid() ? indexOf(rowOf(child)->parent) : QModelIndex();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent)->children.size());
    }

    const Content &content(const QModelIndex &index) const { return rowOf(index)->content; }
    const QString &key(const QModelIndex &index) const { return rowOf(index)->key; }

    /// The first row, parents before children, for which accept(content) holds, in column 0.
    template<class Accept>
    QModelIndex findRow(Accept &&accept) const
    {
        const Row *found = find(&m_root, accept);
        return found ? indexOf(found) : QModelIndex();
    }

protected:
    /// Makes the rows these, with inserted, moved, removed and changed rows told to the views.
    void setTree(std::vector<Branch<Content>> branches) { sync(&m_root, std::move(branches)); }

    /// Starts over, for another design altogether.
    void resetTree(std::vector<Branch<Content>> branches)
    {
        beginResetModel();
        m_root.children.clear();
        for (Branch<Content> &branch : branches)
            m_root.children.push_back(makeRow(&m_root, std::move(branch)));
        endResetModel();
    }

    /// The row with the key from becomes the row with the key to: a view sees it change, not go.
    void rekey(const QModelIndex &index, const QString &to)
    {
        if (index.isValid())
            rowOf(index)->key = to;
    }

private:
    struct Row {
        Row *parent = nullptr;
        QString key;
        Content content;
        std::vector<std::unique_ptr<Row>> children;
    };

    Row *rowOf(const QModelIndex &index) const
    {
        return index.isValid() ? static_cast<Row *>(index.internalPointer()) : &m_root;
    }

    QModelIndex indexOf(const Row *row) const
    {
        if (!row->parent)
            return {};
        const auto &siblings = row->parent->children;
        for (std::size_t i = 0; i < siblings.size(); ++i) {
            if (siblings[i].get() == row)
                return createIndex(static_cast<int>(i), 0, row);
        }
        return {};
    }

    template<class Accept>
    static const Row *find(const Row *row, Accept &accept)
    {
        for (const auto &child : row->children) {
            if (accept(child->content))
                return child.get();
            if (const Row *found = find(child.get(), accept))
                return found;
        }
        return nullptr;
    }

    static std::unique_ptr<Row> makeRow(Row *parent, Branch<Content> branch)
    {
        auto row = std::make_unique<Row>();
        row->parent = parent;
        row->key = std::move(branch.key);
        row->content = std::move(branch.content);
        for (Branch<Content> &child : branch.children)
            row->children.push_back(makeRow(row.get(), std::move(child)));
        return row;
    }

    struct Steps {
        TreeModel &model;
        Row *parent;
        std::vector<Branch<Content>> &branches;

        void remove(int first, int last)
        {
            model.beginRemoveRows(model.indexOf(parent), first, last);
            parent->children.erase(parent->children.begin() + first,
                                   parent->children.begin() + last + 1);
            model.endRemoveRows();
        }
        void move(int from, int to)
        {
            const QModelIndex above = model.indexOf(parent);
            model.beginMoveRows(above, from, from, above, to > from ? to + 1 : to);
            auto &rows = parent->children;
            auto row = std::move(rows[static_cast<std::size_t>(from)]);
            rows.erase(rows.begin() + from);
            rows.insert(rows.begin() + to, std::move(row));
            model.endMoveRows();
        }
        void insert(int at, const QString &, qsizetype wanted)
        {
            model.beginInsertRows(model.indexOf(parent), at, at);
            parent->children.insert(parent->children.begin() + at,
                                    makeRow(parent, branches[static_cast<std::size_t>(wanted)]));
            model.endInsertRows();
        }
    };

    void sync(Row *parent, std::vector<Branch<Content>> branches)
    {
        QStringList have;
        for (const auto &row : parent->children)
            have.append(row->key);
        QStringList want;
        for (const Branch<Content> &branch : branches)
            want.append(branch.key);
        Steps steps{*this, parent, branches};
        syncRows<QString>(have, want, steps);
        for (std::size_t i = 0; i < branches.size(); ++i) {
            Row *row = parent->children[i].get();
            if (!(row->content == branches[i].content)) {
                row->content = std::move(branches[i].content);
                const QModelIndex left = indexOf(row);
                Q_EMIT this->dataChanged(left, left.siblingAtColumn(columnCount(left) - 1));
            }
            sync(row, std::move(branches[i].children));
        }
    }

    mutable Row m_root;
};

} // namespace Design
