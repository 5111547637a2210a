#pragma once

#include "designer/document/design_document.h"
#include "designer/document/selection.h"
#include "mockserver/panel/runs/test_run.h"
#include "mockserver/panel/runs/tests_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace Design
{
class ColumnKeeper;
}

namespace Mock
{

class RunProgress;
struct Exchange;

/// The tests of the design, and on demand those that follow from it: run in process, away from the
/// window, each with its own rows. Once they have been run they are run again after each edit,
/// which takes away the ones that followed from the design as it was. Enter goes to the test, or
/// to the route that a generated one is about.
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
    /// The tests of the design, and those that follow from it.
    void runGenerated();
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
    void run(const QList<int> &rows);
    void connectRun();
    void take(const QList<TestRun::Outcome> &outcomes);
    void finish(bool wasCancelled);
    void showTable();
    void showSummary();
    void fitColumns();
    void showFirstFailure();
    void showDetail();
    QString detailHtml(const TestRow &row) const;
    void openCurrent();

    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    TestsModel *m_model;
    QTreeView *m_table;
    Design::ColumnKeeper *m_columns;
    QTextBrowser *m_detail;
    QLabel *m_empty;
    QPushButton *m_runAll;
    QPushButton *m_runOne;
    QPushButton *m_runGenerated;
    QPushButton *m_accept;
    RunProgress *m_progress;
    QLabel *m_cancelled; ///< says that the outcomes are not of all tests
    TestRun m_run;
    QList<int> m_rows;   ///< of the tests that are run
    int m_done = 0;      ///< how many of them have an outcome
    Design::Json m_read; ///< the tests as the design says them
    bool m_wasRead = false;
    QTimer m_again;
};

} // namespace Mock
