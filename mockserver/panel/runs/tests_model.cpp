#include "mockserver/panel/runs/tests_model.h"

#include "designer/looks/theme.h"

using namespace Design;

namespace Mock
{

static QString requestOf(const TestCase &test)
{
    const Request request = test.steps.value(0).request;
    QString line = QString::fromLatin1(request.method) + QLatin1Char(' ') +
                   QString::fromUtf8(QByteArray::fromPercentEncoding(request.target));
    if (test.steps.size() > 1)
        line += TestsModel::tr(" and %n more", nullptr, static_cast<int>(test.steps.size()) - 1);
    return line;
}

void TestsModel::setTests(const QList<TestCase> &tests)
{
    resize(tests);
    m_ownCount = rowCount();
}

void TestsModel::addGenerated(const QList<TestCase> &tests)
{
    if (tests.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(tests.size()) - 1);
    for (const TestCase &test : tests)
        m_rows.append({test, std::nullopt});
    endInsertRows();
}

void TestsModel::removeGenerated()
{
    if (m_ownCount == rowCount())
        return;
    beginRemoveRows({}, m_ownCount, rowCount() - 1);
    m_rows.resize(m_ownCount);
    endRemoveRows();
}

/// Every edit may change what a test finds: outcomes are those of the design that was run.
void TestsModel::resize(const QList<TestCase> &tests)
{
    const int before = rowCount();
    const int after = static_cast<int>(tests.size());
    const int kept = qMin(before, after);
    for (int row = 0; row < kept; ++row)
        m_rows[row] = {tests.at(row), std::nullopt};
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        for (int row = before; row < after; ++row)
            m_rows.append({tests.at(row), std::nullopt});
        endInsertRows();
    }
    if (kept > 0)
        Q_EMIT dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
}

void TestsModel::setOutcome(int row, const TestOutcome &outcome)
{
    m_rows[row].outcome = outcome;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int TestsModel::count(TestOutcome::Result result) const
{
    return static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [result](const TestRow &row) {
            return row.outcome && row.outcome->result == result;
        }));
}

int TestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("Result");
    case NameColumn:
        return tr("Test");
    case RequestColumn:
        return tr("Request");
    case WhyColumn:
        return tr("Why");
    default:
        return tr("ms");
    }
}

QVariant TestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TestRow &row = m_rows.at(index.row());
    using Result = TestOutcome::Result;
    if (role == Qt::ForegroundRole && index.column() == StateColumn && row.outcome)
        return row.outcome->result == Result::Passed   ? Theme::current().good
               : row.outcome->result == Result::Failed ? Theme::current().bad
                                                       : Theme::current().dim;
    if (role == Qt::ToolTipRole && index.column() == WhyColumn && row.outcome)
        return row.outcome->problems.join(QLatin1Char('\n'));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case StateColumn:
        return !row.outcome                            ? tr("not run")
               : row.outcome->result == Result::Passed ? tr("✓ passed")
               : row.outcome->result == Result::Failed ? tr("✗ failed")
                                                       : tr("– skipped");
    case NameColumn:
        return isGenerated(index.row()) ? tr("generated: %1").arg(row.test.name) : row.test.name;
    case RequestColumn:
        return requestOf(row.test);
    case WhyColumn:
        return row.outcome ? row.outcome->problems.value(0) : QString();
    default:
        return row.outcome ? QString::number(double(row.outcome->nanoseconds) / 1e6, 'f', 1)
                           : QString();
    }
}

} // namespace Mock
