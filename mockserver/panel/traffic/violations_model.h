#pragma once

#include "designer/document/design_document.h"
#include "mockserver/panel/traffic/exchange_words.h"

#include <QAbstractTableModel>

namespace Mock
{

/// The rules that one request broke, a row each.
class ViolationsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhereColumn, RuleColumn, WantedColumn, GotColumn, GoColumn, ColumnCount };

    explicit ViolationsModel(const Design::DesignDocument &document, QObject *parent = nullptr);

    void setViolations(const QList<Violation> &violations);
    const Violation &violation(int row) const { return m_violations.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    const Design::DesignDocument &m_document;
    QList<Violation> m_violations;
};

} // namespace Mock
