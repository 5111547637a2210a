#pragma once

#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/document/selection.h"
#include "mockserver/contract/test_runner.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace Mock
{

struct Exchange;

/// A test with what came of it last.
struct TestRow {
    TestCase test;
    std::optional<TestOutcome> outcome; ///< nothing before the first run, and after an edit
};

/// The tests of the design, a row each.
class TestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, RequestColumn, WhyColumn, TimeColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setTests(const QList<TestCase> &tests);                   ///< none has an outcome then
    void setOutcomes(const QHash<QString, TestOutcome> &outcomes); ///< by pointer
    const TestRow &row(int row) const { return m_rows.at(row); }
    QList<TestCase> tests() const;
    int count(TestOutcome::Result result) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TestRow> m_rows;
};

/// The tests of the design: run in process, away from the window, each with its own rows. Once
/// they have been run they are run again after each edit. Enter goes to the test.
class TestsPanel : public QWidget
{
    Q_OBJECT

public:
    TestsPanel(Design::DesignDocument &document, Design::Selection &selection,
               QWidget *parent = nullptr);

    TestsModel &model() { return *m_model; }
    QTreeView *table() const { return m_table; }
    void runAll();
    void runSelected();
    /// Lets the current test expect what it was answered, where it failed because of a value.
    void acceptAnswer();
    /// Adds a test that sends this request again and expects this answer.
    void addTest(const Exchange &exchange);

Q_SIGNALS:
    void summaryChanged(int passed, int failed, int all);
    void message(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void run(const QList<TestCase> &tests);
    void take(const QHash<QString, TestOutcome> &outcomes);
    void fitColumns();
    void showFirstFailure();
    void showDetail();
    QString detailHtml(const TestRow &row) const;
    void openCurrent();

    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    TestsModel *m_model;
    QTreeView *m_table;
    QTextBrowser *m_detail;
    QLabel *m_empty;
    QPushButton *m_runAll;
    QPushButton *m_runOne;
    QPushButton *m_accept;
    Design::LatestJob<QHash<QString, TestOutcome>> m_job;
    Design::Json m_read; ///< the tests as the design says them
    bool m_wasRead = false;
    QTimer m_again;
};

} // namespace Mock
