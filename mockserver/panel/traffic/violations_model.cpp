#include "mockserver/panel/traffic/violations_model.h"

#include "designer/looks/theme.h"
#include "designer/preview/place_names.h"

namespace Mock
{

ViolationsModel::ViolationsModel(const Design::DesignDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
}

void ViolationsModel::setViolations(const QList<Violation> &violations)
{
    beginResetModel(); // another request altogether, not an edit
    m_violations = violations;
    endResetModel();
}

int ViolationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_violations.size());
}

int ViolationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ViolationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_violations.size())
        return {};
    const Violation &violation = m_violations.at(index.row());
    if (role == Qt::ForegroundRole && index.column() == GoColumn)
        return Design::Theme::current().accent;
    if (role == Qt::ToolTipRole)
        return messageWords(violation);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case WhereColumn:
        return locationWords(violation.location);
    case RuleColumn:
        return ruleWords(violation);
    case WantedColumn:
        return wantedWords(violation);
    case GotColumn:
        return gotWords(violation);
    case GoColumn: {
        const QString place =
            Design::placeName(m_document.api(), m_document.index(), violation.node);
        return place.isEmpty() ? QString() : QStringLiteral("→ ") + place;
    }
    default:
        return {};
    }
}

QVariant ViolationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhereColumn:
        return tr("Where");
    case RuleColumn:
        return tr("Rule");
    case WantedColumn:
        return tr("Wanted");
    case GotColumn:
        return tr("Got");
    case GoColumn:
        return tr("Go to rule ↵");
    default:
        return {};
    }
}

} // namespace Mock
