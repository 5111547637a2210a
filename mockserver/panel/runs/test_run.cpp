#include "mockserver/panel/runs/test_run.h"

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
        m_clock.start();
        TestRunner runner(m_job->api, CompileOptions());
        m_all = static_cast<int>(m_job->tests.size());
        runAll(m_job->tests, &runner);
        if (m_job->withGenerated)
            generate(&runner);
        report();
        tell([run = &m_run, wasCancelled = m_job->isCancelled.load()] {
            run->m_isRunning = false;
            Q_EMIT run->finished(wasCancelled);
        });
    }

private:
    template<class Function>
    void tell(Function function)
    {
        m_run.m_background.tell([run = &m_run, job = m_job, function] {
            if (run->m_job == job)
                function();
        });
    }

    void runAll(const QList<TestCase> &tests, TestRunner *runner)
    {
        for (const TestCase &test : tests) {
            if (m_job->isCancelled)
                return;
            m_outcomes.append({m_done++, runner->run(test)});
            if (m_clock.elapsed() >= reportMilliseconds)
                report();
        }
    }

    /// Runs the tests of each path as soon as they are made.
    void generate(TestRunner *runner)
    {
        const int own = m_done;
        boundaryTests(m_job->api, Profile::FromDesign,
                      [&](const QList<TestCase> &made, qsizetype paths, qsizetype allPaths) {
                          m_made += made;
                          // How many there are going to be, if it goes on like this.
                          const qsizetype generated = m_done - own + made.size();
                          m_all = own + static_cast<int>(generated * allPaths / paths);
                          if (m_clock.elapsed() >= reportMilliseconds)
                              report();
                          runAll(made, runner);
                          return !m_job->isCancelled;
                      });
    }

    void report()
    {
        m_clock.restart();
        tell([run = &m_run, made = std::exchange(m_made, {}),
              outcomes = std::exchange(m_outcomes, {}), done = m_done, all = qMax(m_all, m_done)] {
            if (!made.isEmpty())
                Q_EMIT run->made(made);
            Q_EMIT run->ran(outcomes);
            Q_EMIT run->progressed(done, all);
        });
    }

    TestRun &m_run;
    const std::shared_ptr<Job> m_job;
    QList<TestCase> m_made; ///< since the last report, as what follows
    QList<Outcome> m_outcomes;
    QElapsedTimer m_clock;
    int m_done = 0;
    int m_all = 0;
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
    Design::Background::start([this, job = m_job] { Worker(*this, job).work(); }, &m_threads);
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
