#include "mockserver/panel/test_run.h"

#include "mockserver/contract/boundary_tests.h"

#include <QElapsedTimer>

namespace Mock
{

// Between two reports: often enough to be seen, seldom enough for the window to stay quick.
static constexpr int reportMilliseconds = 60;

struct TestRun::Job {
    Design::Api api;
    QList<TestCase> tests;
    bool withGenerated = false;
    std::atomic_bool isCancelled = false;
};

/// What happens in the other thread. Tells the run, in the thread of the window, as long as its job
/// is the latest one.
class TestRun::Worker
{
public:
    Worker(TestRun &run, const std::shared_ptr<Job> &job)
        : m_run(run)
        , m_job(job)
    {
    }

    void work()
    {
        if (m_job->withGenerated)
            generate();
        TestRunner runner(m_job->api, CompileOptions());
        m_clock.start();
        for (int i = 0; i < m_job->tests.size() && !m_job->isCancelled; ++i) {
            m_outcomes.append({i, runner.run(m_job->tests[i])});
            if (m_clock.elapsed() >= reportMilliseconds)
                report(i + 1);
        }
        report(static_cast<int>(m_job->tests.size()));
        tell([run = &m_run, wasCancelled = m_job->isCancelled.load()] {
            run->m_isRunning = false;
            Q_EMIT run->finished(wasCancelled);
        });
    }

private:
    template<class Function>
    void tell(Function function)
    {
        QMetaObject::invokeMethod(
            &m_run,
            [run = &m_run, job = m_job, function] {
                if (run->m_job == job)
                    function();
            },
            Qt::QueuedConnection);
    }

    void tellProgress(int done, int all)
    {
        m_clock.restart();
        tell([run = &m_run, done, all] { Q_EMIT run->progressed(done, all); });
    }

    void generate()
    {
        m_clock.start();
        const BoundaryTests made = boundaryTests(
            m_job->api, Profile::FromDesign, [this](qsizetype routes, qsizetype allRoutes) {
                if (m_clock.elapsed() >= reportMilliseconds)
                    tellProgress(static_cast<int>(routes), static_cast<int>(2 * allRoutes));
                return !m_job->isCancelled;
            });
        m_job->tests += made.cases;
        tell([run = &m_run, cases = made.cases] { Q_EMIT run->made(cases); });
    }

    void report(int done)
    {
        tell([run = &m_run, outcomes = std::exchange(m_outcomes, {})] {
            Q_EMIT run->ran(outcomes);
        });
        const int all = static_cast<int>(m_job->tests.size());
        // Making the tests was the first half.
        tellProgress(m_job->withGenerated ? all + done : done,
                     m_job->withGenerated ? 2 * all : all);
    }

    TestRun &m_run;
    const std::shared_ptr<Job> m_job;
    QList<Outcome> m_outcomes;
    QElapsedTimer m_clock; ///< since the last report
};

TestRun::TestRun(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(1);
}

TestRun::~TestRun()
{
    drop();
    m_threads.waitForDone(); // it tells this object
}

void TestRun::start(const Design::Api &api, const QList<TestCase> &tests)
{
    begin(api, tests, false);
}

void TestRun::startWithGenerated(const Design::Api &api, const QList<TestCase> &tests)
{
    begin(api, tests, true);
}

void TestRun::begin(const Design::Api &api, const QList<TestCase> &tests, bool withGenerated)
{
    drop();
    m_job = std::make_shared<Job>();
    m_job->api = api;
    m_job->tests = tests;
    m_job->withGenerated = withGenerated;
    m_isRunning = true;
    m_threads.start([this, job = m_job] { Worker(*this, job).work(); });
    Q_EMIT started();
}

void TestRun::cancel()
{
    if (m_isRunning)
        m_job->isCancelled = true;
}

void TestRun::drop()
{
    cancel();
    m_job.reset();
    m_isRunning = false;
}

} // namespace Mock
