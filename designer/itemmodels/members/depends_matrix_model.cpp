#include "designer/itemmodels/members/depends_matrix_model.h"

#include <QGuiApplication>
#include <QPalette>

namespace Design
{

DependsMatrixModel::DependsMatrixModel(DesignDocument &document, QObject *parent)
    : TreeModel(parent)
    , m_document(document)
    , m_dependencies(behaviourNames(document.api(), BehaviourGroup::Dependencies))
{
    connect(&document, &DesignDocument::changed, this, &DependsMatrixModel::update);
    resetTree(rows());
}

std::vector<Branch<DependsRow>> DependsMatrixModel::rows() const
{
    const Api &api = m_document.api();
    const Behaviour behaviour = readBehaviour(api);
    std::vector<Branch<DependsRow>> result;
    DependsRow all;
    all.name = tr("All routes");
    all.own = behaviour.depends;
    result.push_back({QStringLiteral("all"), all, {}});
    for (const Named<RouterDesign> &router : behaviour.routers) {
        DependsRow row;
        row.place = {DependsOf::Router, NodeId::None, router.name};
        row.name = tr("Router %1").arg(router.name);
        row.access = fullPrefix(behaviour, router.name);
        row.own = router.value.depends;
        result.push_back({QStringLiteral("router ") + router.name, row, {}});
    }
    for (const Named<PathItem> &path : api.paths) {
        for (const Operation &operation : path.value.operations) {
            DependsRow row;
            row.place = {DependsOf::Operation, operation.id, {}};
            row.name = operation.method.toUpper() + QLatin1Char(' ') + path.name;
            row.own = dependsAt(api, row.place);
            row.effective = effectiveDepends(behaviour, path.name, operation);
            row.access = accessWords(api, operation, row.effective);
            result.push_back({QString::number(static_cast<quint32>(operation.id)), row, {}});
        }
    }
    return result;
}

void DependsMatrixModel::update()
{
    const QStringList dependencies = behaviourNames(m_document.api(), BehaviourGroup::Dependencies);
    if (dependencies == m_dependencies)
        return setTree(rows());
    // Other columns: the table is another one.
    m_dependencies = dependencies;
    resetTree(rows());
}

int DependsMatrixModel::columnCount(const QModelIndex &) const
{
    return firstDependency + static_cast<int>(m_dependencies.size());
}

QVariant DependsMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Also as a tip: where there are many dependencies, their names do not fit.
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (section >= firstDependency)
        return m_dependencies.value(section - firstDependency);
    return section == 0 ? tr("Route") : tr("Who may");
}

DependsMatrixModel::Mark DependsMatrixModel::mark(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() < firstDependency)
        return Mark::None;
    const QString name = m_dependencies.at(index.column() - firstDependency);
    const DependsRow &row = content(index);
    if (row.own.contains(name))
        return Mark::Own;
    const auto isIt = [&name](const EffectiveDepends &one) { return one.name == name; };
    return std::any_of(row.effective.cbegin(), row.effective.cend(), isIt) ? Mark::Inherited
                                                                           : Mark::None;
}

QVariant DependsMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DependsRow &row = content(index);
    const bool isMark = index.column() >= firstDependency;
    const QString name = isMark ? m_dependencies.at(index.column() - firstDependency) : QString();
    const auto origin = [&] {
        for (const EffectiveDepends &one : row.effective) {
            if (one.name == name)
                return originWords(one);
        }
        return tr("here");
    };
    switch (role) {
    case Qt::DisplayRole:
        if (!isMark)
            return index.column() == 0 ? row.name : row.access;
        return mark(index) == Mark::Own         ? QStringLiteral("●")
               : mark(index) == Mark::Inherited ? QStringLiteral("○")
                                                : QString();
    case Qt::TextAlignmentRole:
        return isMark ? QVariant(Qt::AlignCenter) : QVariant();
    case Qt::ForegroundRole:
        if (isMark && mark(index) == Mark::Own)
            return QGuiApplication::palette().color(QPalette::Link);
        return isMark || index.column() == 0
                   ? QVariant()
                   : QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText));
    case Qt::ToolTipRole:
        return isMark && mark(index) == Mark::Inherited ? origin() : QVariant();
    case Qt::AccessibleTextRole:
        if (!isMark)
            return index.column() == 0 ? row.name : row.access;
        return mark(index) == Mark::Own ? tr("%1 depends on %2").arg(row.name, name)
               : mark(index) == Mark::Inherited
                   ? tr("%1 depends on %2, %3").arg(row.name, name, origin())
                   : tr("%1 does not depend on %2").arg(row.name, name);
    case MarkRole:
        return static_cast<int>(mark(index));
    default:
        return {};
    }
}

Qt::ItemFlags DependsMatrixModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

bool DependsMatrixModel::toggle(const QModelIndex &index)
{
    if (!index.isValid() || index.column() < firstDependency)
        return false;
    const QString name = m_dependencies.at(index.column() - firstDependency);
    const DependsRow row = content(index);
    const bool isOn = !row.own.contains(name);
    m_document.edit(isOn ? tr("Let %1 depend on %2").arg(row.name, name)
                         : tr("Let %1 no longer depend on %2").arg(row.name, name),
                    [&](Api &api) { setDepends(api, row.place, name, isOn); });
    return true;
}

} // namespace Design
