#pragma once

#include "designer/document/design_document.h"
#include "designer/itemmodels/members/effective_depends.h"
#include "designer/itemmodels/tree_model.h"
#include "designer/model/edits/behaviour_edits.h"

namespace Design
{

/// A row of the matrix: the whole design, a router or a route.
struct DependsRow {
    DependsPlace place;
    QString name;   ///< "GET /items/", "router items", "all routes"
    QString access; ///< of a route: "public", or who may call it
    QStringList own;
    QList<EffectiveDepends> effective;

    bool operator==(const DependsRow &other) const
    {
        return name == other.name && access == other.access && own == other.own &&
               effective == other.effective && place.operation == other.place.operation;
    }
};

/// Routes and dependencies: which route says that it depends on what (●), and what it inherits (○).
/// Columns: the route, who may call it, then one a dependency.
class DependsMatrixModel : public TreeModel<DependsRow>
{
    Q_OBJECT

public:
    enum Role { MarkRole = Qt::UserRole + 1 };
    enum class Mark { None, Own, Inherited };

    explicit DependsMatrixModel(DesignDocument &document, QObject *parent = nullptr);

    static constexpr int firstDependency = 2;
    const QStringList &dependencies() const { return m_dependencies; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Lets the row's own place depend on the column's dependency, or ends that.
    bool toggle(const QModelIndex &index);
    Mark mark(const QModelIndex &index) const;

private:
    std::vector<Branch<DependsRow>> rows() const;
    void update();

    DesignDocument &m_document;
    QStringList m_dependencies;
};

} // namespace Design
