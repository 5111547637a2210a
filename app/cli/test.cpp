#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/load.h"
#include "app/cli/output.h"
#include "app/cli/remote_server.h"
#include "app/cli/verb_parser.h"
#include "app/cli/verbs.h"
#include "mockserver/contract/boundary_tests.h"
#include "mockserver/contract/junit_writer.h"

#include <QSet>
#include <QUrl>

namespace Cli
{

namespace
{

void describe(VerbParser &parser)
{
    parser.addArgument(QStringLiteral("DESIGN"),
                       QStringLiteral("An OpenAPI document, YAML or JSON."));
    parser.addOption(
        {QStringLiteral("generated")},
        QStringLiteral("Also the tests that follow from the design: the values on both "
                       "sides of every constraint, and how much of it they cover."));
    parser.addOption({QStringLiteral("server")},
                     QStringLiteral("Sends the requests to this server instead of the mock, and "
                                    "says where it differs from the design."),
                     QStringLiteral("url"));
    parser.addOption({QStringLiteral("junit")}, QStringLiteral("Writes the outcomes as JUnit XML."),
                     QStringLiteral("file"));
    parser.addOption({QStringLiteral("only")},
                     QStringLiteral("Only tests with this text in their route or name."),
                     QStringLiteral("text"));
    parser.addOption({QStringLiteral("verbose")}, QStringLiteral("Names every test."));
    parser.addNote(QStringLiteral(
        "Tests stand in the design, under x-menura.tests. They run without a network, each with "
        "the\n"
        "rows that the design's stores begin with. The code is 1 when one of them failed."));
    parser.addExample(QStringLiteral("menura test shop.yaml --generated"),
                      QStringLiteral("Does the mock do what the design says, to the letter?"));
    parser.addExample(
        QStringLiteral("menura test shop.yaml --generated --server http://localhost:9000"),
        QStringLiteral("Does the real server?"));
}

class Report
{
public:
    explicit Report(bool isVerbose)
        : m_isVerbose(isVerbose)
    {
    }

    void add(const Mock::TestCase &test, const Mock::TestOutcome &outcome)
    {
        using Result = Mock::TestOutcome::Result;
        m_records.append({test.group, test.name, outcome});
        if (outcome.result == Result::Passed) {
            ++m_passed;
            if (!test.constraint.isEmpty())
                m_covered.insert(test.group + u' ' + test.constraint);
        } else if (outcome.result == Result::Failed) {
            ++m_failed;
        } else {
            ++m_skipped;
        }
        if (outcome.result == Result::Failed || m_isVerbose) {
            const QString word = outcome.result == Result::Passed   ? QStringLiteral("ok  ")
                                 : outcome.result == Result::Failed ? QStringLiteral("FAIL")
                                                                    : QStringLiteral("skip");
            print(QStringLiteral("%1  %2  %3").arg(word, test.group, test.name));
            for (const QString &problem : outcome.problems)
                print(QStringLiteral("      ") + problem);
        }
    }

    void sayCoverage(const Mock::BoundaryTests &tests)
    {
        qsizetype all = 0;
        qsizetype covered = 0;
        print(QStringLiteral("\nConstraints covered:"));
        for (auto at = tests.constraints.cbegin(); at != tests.constraints.cend(); ++at) {
            const QString &route = at.key();
            const QList<Mock::Constraint> &constraints = at.value();
            QStringList open;
            for (const Mock::Constraint &constraint : constraints) {
                if (m_covered.contains(route + u' ' + constraint.name))
                    continue;
                open.append(constraint.why.isEmpty()
                                ? constraint.name
                                : QStringLiteral("%1 (%2)").arg(constraint.name, constraint.why));
            }
            all += constraints.size();
            covered += constraints.size() - open.size();
            print(QStringLiteral("  %1 of %2  %3")
                      .arg(constraints.size() - open.size(), 4)
                      .arg(constraints.size(), -4)
                      .arg(route));
            for (const QString &constraint : std::as_const(open))
                print(QStringLiteral("                not covered: ") + constraint);
        }
        for (auto problem = tests.problems.cbegin(); problem != tests.problems.cend(); ++problem)
            print(QStringLiteral("  no tests for %1: %2").arg(problem.key(), *problem));
        const double share =
            all == 0 ? 100 : 100.0 * static_cast<double>(covered) / static_cast<double>(all);
        print(QStringLiteral("  %1 of %2 constraints (%3 %)")
                  .arg(covered)
                  .arg(all)
                  .arg(share, 0, 'f', share == 100 ? 0 : 1));
    }

    void saySum() const
    {
        print(QStringLiteral("\n%1 %2: %3 passed, %4 failed, %5 skipped")
                  .arg(m_records.size())
                  .arg(m_records.size() == 1 ? QStringLiteral("test") : QStringLiteral("tests"))
                  .arg(m_passed)
                  .arg(m_failed)
                  .arg(m_skipped));
    }

    bool hasFailed() const { return m_failed > 0; }
    const QList<Mock::TestRecord> &records() const { return m_records; }

private:
    const bool m_isVerbose;
    QList<Mock::TestRecord> m_records;
    QSet<QString> m_covered;
    qsizetype m_passed = 0;
    qsizetype m_failed = 0;
    qsizetype m_skipped = 0;
};

} // namespace

int testDesign(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("test"),
                      QStringLiteral("Runs the tests of a design, and those that follow from it."));
    describe(parser);
    if (const auto code = parser.parse(arguments))
        return *code;
    const QString path = parser.argument(0);
    const std::optional<Design::OpenedDesign> design = loadDesign(path);
    if (!design)
        return Trouble;

    Mock::CompileOptions options;
    options.clock = Mock::testClock;
    Mock::TestRunner runner(design->api, options);
    std::unique_ptr<RemoteServer> server;
    if (parser.isSet(QStringLiteral("server"))) {
        const QUrl url(parser.value(QStringLiteral("server")));
        if (!url.isValid() || !url.scheme().startsWith(QLatin1String("http")) ||
            url.host().isEmpty())
            return parser.refuse(QStringLiteral("'%1' is no address of a server.")
                                     .arg(parser.value(QStringLiteral("server"))));
        server = std::make_unique<RemoteServer>(url);
        runner.setSend([&server](const Mock::Request &request) { return server->send(request); });
    }

    Design::Diagnostics diagnostics;
    QList<Mock::TestCase> tests = Mock::readTestCases(design->api, &diagnostics);
    complain(diagnostics, *design, path);
    Mock::BoundaryTests generated;
    const bool isGenerated = parser.isSet(QStringLiteral("generated"));
    if (isGenerated) {
        generated = Mock::boundaryTests(design->api);
        tests += generated.cases;
    }
    Report report(parser.isSet(QStringLiteral("verbose")));
    const QString only = parser.value(QStringLiteral("only"));
    for (const Mock::TestCase &test : std::as_const(tests)) {
        const bool isWanted = test.group.contains(only) || test.name.contains(only);
        if (isWanted)
            report.add(test, runner.run(test));
    }
    if (isGenerated && only.isEmpty())
        report.sayCoverage(generated);
    report.saySum();
    const QString junit = parser.value(QStringLiteral("junit"));
    if (!junit.isEmpty() && !writeOutput(QStringLiteral("test"), junit,
                                         Mock::junitText(design->api.info.title, report.records())))
        return Trouble;
    return report.hasFailed() || Design::hasErrors(diagnostics) ? Findings : Fine;
}

} // namespace Cli
