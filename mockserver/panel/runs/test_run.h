#pragma once

#include "designer/document/background.h"
#include "mockserver/contract/test_runner.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace Mock
{

/// Runs tests away from the window, and tells what comes of them as it comes. One run at a time:
/// a new one takes the place of that under way, of which nothing more is told then.
class TestRun : public QObject
{
    Q_OBJECT

public:
    struct Outcome {
        int test = 0; ///< which of those that are run: the given ones first, then the generated
        TestOutcome outcome;
    };

    explicit TestRun(QObject *parent = nullptr);
    ~TestRun() override;

    void start(const Design::Api &api, const QList<TestCase> &tests);
    /// The same, and then the tests that follow from the design.
    void startWithGenerated(const Design::Api &api, const QList<TestCase> &tests);
    /// Ends the run after the test that is under way; what has come of it so far is told.
    void cancel();
    /// Ends the run, and tells nothing more of it.
    void drop();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void started();
    /// More of the tests that follow from the design are known now.
    void made(const QList<Mock::TestCase> &generated);
    void ran(const QList<Mock::TestRun::Outcome> &outcomes);
    /// `all` is a guess while tests are still made.
    void progressed(int done, int all);
    void finished(bool wasCancelled);

private:
    struct Job;
    class Worker;

    void begin(const Design::Api &api, const QList<TestCase> &tests, bool withGenerated);

    std::shared_ptr<Job> m_job; ///< the latest one
    bool m_isRunning = false;
    QThreadPool m_threads; ///< of one thread: runs follow one another
    Design::Background m_background;
};

} // namespace Mock
