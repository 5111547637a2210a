#include "mockserver/contract/test_runner.h"

#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"
#include "mockserver/state/state.h"

#include <QElapsedTimer>

using namespace Design;

namespace Mock
{

namespace
{

QString shown(const Json &json)
{
    constexpr qsizetype longest = 400;
    const QString text = QString::fromUtf8(writeJson(json));
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

/// A dependency stands in the way of what a test is about.
bool isBarred(int status)
{
    return status == 401 || status == 403;
}

} // namespace

TestRunner::TestRunner(const Api &api, const CompileOptions &options)
    : m_api(api)
    , m_options(options)
    , m_schemas(m_api)
{
}

CompiledApiPointer TestRunner::compiledWith(const JsonObject &overrides)
{
    CompiledApiPointer &compiled = m_compiled[writeJson(overrides)];
    if (!compiled) {
        CompileOptions options = m_options;
        options.state = std::make_shared<State>();
        options.overrides = overrides;
        compiled = compile(m_api, options);
    }
    return compiled;
}

TestOutcome TestRunner::run(const TestCase &test)
{
    QElapsedTimer timer;
    timer.start();
    TestOutcome outcome;
    CompiledApiPointer compiled;
    if (m_send && (!test.given.isEmpty() || !test.overrides.isEmpty()) &&
        test.constraint.isEmpty()) {
        outcome.result = TestOutcome::Result::Skipped;
        outcome.problems.append(
            QStringLiteral("its rows and overrides cannot be given to a server"));
        return outcome;
    }
    if (!m_send) {
        compiled = compiledWith(test.overrides);
        compiled->state()->reset();
        JsonObject rows;
        for (const JsonObject::Member &store : test.given)
            rows.insert(store.key, JsonObject{{QStringLiteral("rows"), store.value}});
        if (!rows.isEmpty())
            compiled->state()->restore(Json(rows));
    }
    for (qsizetype i = 0; i < test.steps.size(); ++i) {
        const TestStep &step = test.steps[i];
        const Response response =
            m_send ? m_send(step.request) : handleOffline(*compiled, step.request).response;
        const bool isGenerated = !test.constraint.isEmpty() || step.expect.isAccepted;
        if (isGenerated && isBarred(response.status) && response.status != step.expect.status) {
            outcome.result = TestOutcome::Result::Skipped;
            outcome.problems.append(
                QStringLiteral("a dependency refuses it with %1").arg(response.status));
            break;
        }
        for (const QString &problem : check(step.expect, response, compiled)) {
            outcome.result = TestOutcome::Result::Failed;
            outcome.problems.append(test.steps.size() > 1
                                        ? QStringLiteral("step %1: %2").arg(i + 1).arg(problem)
                                        : problem);
        }
        if (outcome.result == TestOutcome::Result::Failed)
            break;
    }
    outcome.nanoseconds = timer.nsecsElapsed();
    return outcome;
}

QStringList TestRunner::check(const Expectation &expect, const Response &response,
                              const CompiledApiPointer &compiled)
{
    QStringList problems;
    if (response.status == 0)
        return {QString::fromUtf8(response.body)};
    const QString body = QString::fromUtf8(response.body.left(400));
    if (expect.status && response.status != *expect.status) {
        problems.append(QStringLiteral("status %1 was expected, not %2: %3")
                            .arg(*expect.status)
                            .arg(response.status)
                            .arg(body));
        return problems;
    }
    const bool isRefused = expect.refusals.contains(response.status);
    if (expect.isAccepted && (isRefused || response.status >= 500)) {
        problems.append(QStringLiteral("it was expected to be accepted, not %1: %2")
                            .arg(response.status)
                            .arg(body));
        return problems;
    }
    if (expect.isRefused && !isRefused) {
        problems.append(QStringLiteral("it was expected to be refused, not %1: %2")
                            .arg(response.status)
                            .arg(body));
        return problems;
    }
    for (const HeaderField &header : expect.headers) {
        const QByteArray is = headerValue(response.headers, header.name);
        if (is != header.value) {
            problems.append(QStringLiteral("the header %1 was expected to be “%2”, not “%3”")
                                .arg(QString::fromLatin1(header.name),
                                     QString::fromLatin1(header.value), QString::fromLatin1(is)));
        }
    }
    checkBody(expect, response, &problems);
    for (const JsonObject::Member &store : expect.stores) {
        if (!compiled)
            break;
        const JsonArray rows = compiled->state()->rows(store.key);
        const bool isCount = store.value.isInteger();
        const bool isSame =
            isCount ? rows.size() == store.value.toInt64(-1) : jsonEquals(Json(rows), store.value);
        if (!isSame) {
            problems.append(QStringLiteral("the store %1 was expected to have %2, not %3")
                                .arg(store.key, shown(store.value),
                                     isCount ? QString::number(rows.size()) : shown(Json(rows))));
        }
    }
    return problems;
}

void TestRunner::checkBody(const Expectation &expect, const Response &response,
                           QStringList *problems)
{
    if (expect.body.isUndefined() && expect.model.isEmpty() && expect.pointers.isEmpty())
        return;
    const Json body = readJson(response.body).value;
    if (body.isUndefined()) {
        const bool isText =
            expect.body.isString() && expect.body.string().toUtf8() == response.body;
        if (!isText) {
            problems->append(QStringLiteral("the body is no JSON: %1")
                                 .arg(QString::fromUtf8(response.body.left(200))));
        }
        return;
    }
    if (!expect.body.isUndefined() && !jsonEquals(expect.body, body)) {
        problems->append(QStringLiteral("the body was expected to be %1, not %2")
                             .arg(shown(expect.body), shown(body)));
    }
    for (const JsonObject::Member &at : expect.pointers) {
        const Json *value = resolvePointer(body, at.key);
        if (!value || !jsonEquals(*value, at.value)) {
            problems->append(QStringLiteral("%1 was expected to be %2, not %3")
                                 .arg(at.key, shown(at.value),
                                      value ? shown(*value) : QStringLiteral("missing")));
        }
    }
    if (expect.model.isEmpty())
        return;
    const Schema *schema = m_api.components.schemas.find(expect.model);
    if (!schema) {
        problems->append(QStringLiteral("there is no model %1").arg(expect.model));
        return;
    }
    ValidateOptions options;
    options.direction = Direction::Response;
    const Validation found = validate(m_schemas.compile(*schema), body, options);
    if (!found.isValid() && !found.errors.isEmpty()) {
        const SchemaError &error = rootCause(found.errors.first());
        problems->append(QStringLiteral("the body does not fit %1: %2 %3")
                             .arg(expect.model, error.instance, error.message));
    }
}

} // namespace Mock
