#pragma once

#include "designer/schema/schema_compiler.h"
#include "mockserver/contract/test_case.h"
#include "mockserver/engine/engine.h"

#include <QHash>

#include <functional>

namespace Mock
{

struct TestOutcome {
    enum class Result { Passed, Failed, Skipped };

    Result result = Result::Passed;
    QStringList problems; ///< what was wrong, or why it was skipped; for people
    qint64 nanoseconds = 0;
};

/// Runs tests of a design: in process, each with the rows that it begins with, or against a server.
class TestRunner
{
public:
    /// Sends a request somewhere else; a status of 0 says that there was no answer, the body why.
    using Send = std::function<Response(const Request &)>;

    TestRunner(const Design::Api &api, const CompileOptions &options);
    /// From now on requests go there, and nothing is known about stores and dependencies.
    void setSend(const Send &send) { m_send = send; }

    TestOutcome run(const TestCase &test);

private:
    CompiledApiPointer compiledWith(const Design::JsonObject &overrides);
    QStringList check(const Expectation &expect, const Response &response,
                      const CompiledApiPointer &compiled);
    void checkBody(const Expectation &expect, const Response &response, QStringList *problems);

    const Design::Api m_api;
    CompileOptions m_options;
    Design::SchemaCompiler m_schemas;
    QHash<QByteArray, CompiledApiPointer> m_compiled; ///< by overrides
    Send m_send;
};

} // namespace Mock
