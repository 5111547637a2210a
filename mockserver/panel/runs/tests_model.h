#pragma once

#include "mockserver/contract/test_runner.h"

#include <QAbstractTableModel>

#include <optional>

namespace Mock
{

/// A test with what came of it last.
struct TestRow {
    TestCase test;
    std::optional<TestOutcome> outcome; ///< nothing before the first run, and after an edit
};

/// The tests of the design and, below them, those that follow from it, a row each.
class TestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, RequestColumn, WhyColumn, TimeColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// Those of the design; none has an outcome then. Takes the generated ones away.
    void setTests(const QList<TestCase> &tests);
    /// Puts tests that follow from the design below its own and those that are there.
    void addGenerated(const QList<TestCase> &tests);
    void removeGenerated();
    void setOutcome(int row, const TestOutcome &outcome);
    const TestRow &row(int row) const { return m_rows.at(row); }
    int ownCount() const { return m_ownCount; } ///< the first rows: tests of the design
    bool isGenerated(int row) const { return row >= m_ownCount; }
    int count(TestOutcome::Result result) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void resize(const QList<TestCase> &tests);

    QList<TestRow> m_rows;
    int m_ownCount = 0;
};

} // namespace Mock
