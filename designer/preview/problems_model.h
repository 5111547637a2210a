#pragma once

#include "designer/document/design_document.h"

#include <QAbstractTableModel>

namespace Design
{

/// What is wrong with the design, one row a finding, in the order it was given.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, MessageColumn, PlaceColumn, ColumnCount };

    explicit ProblemsModel(const DesignDocument &document, QObject *parent = nullptr);

    /// Findings whose node is None are looked up by their pointer in the document as it stands.
    void setProblems(const Diagnostics &problems);
    const Diagnostic &problem(int row) const { return m_problems.at(row); }
    int count(Severity severity) const;
    /// The constraint that a finding's pointer names, where its last part is one.
    static Keyword keywordOf(const Diagnostic &problem);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString fileText(const Diagnostic &problem) const;

    const DesignDocument &m_document;
    Diagnostics m_problems;
};

} // namespace Design
