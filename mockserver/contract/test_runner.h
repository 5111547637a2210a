#pragma once

#include "designer/schema/schema_compiler.h"
#include "mockserver/contract/test_case.h"
#include "mockserver/engine/engine.h"

#include <QHash>

#include <functional>

namespace Mock
{

/// One thing that was expected and did not come.
struct Mismatch {
    QString problem;       ///< for people
    QString place;         ///< of what was expected, from the test on: "/steps/1/expect/body"
    Design::Json expected; ///< undefined, as `actual`, where there is no value to compare
    Design::Json actual;
};

struct TestOutcome {
    enum class Result { Passed, Failed, Skipped };

    Result result = Result::Passed;
    QStringList problems;       ///< what was wrong, or why it was skipped; for people
    QList<Mismatch> mismatches; ///< of a failed one, in the order of `problems`
    qint64 nanoseconds = 0;
};

/// Runs tests of a design: in process, each with the rows that it begins with, or against a server.
class TestRunner
{
public:
    /// Sends a request somewhere else; a status of 0 says that there was no answer, the body why.
    using Send = std::function<Response(const Request &)>;

    TestRunner(const Design::Api &api, const CompileOptions &options);
    /// From now on requests go there, and nothing is known about stores and dependencies. Answers
    /// are held to what the design declares of them as well.
    void setSend(const Send &send) { m_send = send; }

    TestOutcome run(const TestCase &test);

private:
    CompiledApiPointer compiledWith(const Design::JsonObject &overrides);
    QList<Mismatch> check(const Expectation &expect, const Response &response,
                          const CompiledApiPointer &compiled);
    /// What the answer of a server breaks of what the design declares.
    QList<Mismatch> drift(const TestStep &step, const Response &response);
    void checkBody(const Expectation &expect, const Response &response, QList<Mismatch> *found);
    void checkModel(const QString &model, const Design::Json &body, QList<Mismatch> *found);

    const Design::Api m_api;
    CompileOptions m_options;
    Design::SchemaCompiler m_schemas;
    QHash<QByteArray, CompiledApiPointer> m_compiled; ///< by overrides
    CompiledApiPointer m_checking;                    ///< as for a proxy: it only looks
    Send m_send;
};

} // namespace Mock
