#include "mockserver/contract/test_runner.h"

#include "designer/openapi/shared_media.h"
#include "designer/schema/validator.h"
#include "designer/text/json_reader.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"
#include "mockserver/engine/errors/refusal.h"
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
    : m_api(withPlacedMedia(api))
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
        Diagnostics wrong;
        compiled->state()->reset(test.given, &wrong);
        for (const Diagnostic &found : wrong) {
            outcome.result = TestOutcome::Result::Failed;
            outcome.problems.append(found.pointer.sliced(1) + QLatin1String(": ") + found.message);
            outcome.mismatches.append({outcome.problems.last(), found.pointer, {}, {}});
        }
        if (!wrong.isEmpty())
            return outcome;
    }
    for (qsizetype i = 0; i < test.steps.size(); ++i) {
        const TestStep &step = test.steps[i];
        const Response response =
            m_send ? m_send(step.request) : handleOffline(*compiled, step.request).response;
        const bool isGenerated = !test.constraint.isEmpty() || step.expect.isAccepted;
        if (isGenerated && !step.expect.isLetIn && isBarred(response.status) &&
            response.status != step.expect.status) {
            outcome.result = TestOutcome::Result::Skipped;
            outcome.problems.append(
                QStringLiteral("a dependency refuses it with %1").arg(response.status));
            break;
        }
        QList<Mismatch> mismatches = check(step.expect, response, compiled);
        // What else is answered in process are the application's own errors.
        const bool isDeclared = step.expect.isDeclared && response.status < 300;
        if ((m_send || isDeclared) && mismatches.isEmpty())
            mismatches = drift(step, response);
        for (Mismatch &found : mismatches) {
            outcome.result = TestOutcome::Result::Failed;
            outcome.problems.append(
                test.steps.size() > 1 ? QStringLiteral("step %1: %2").arg(i + 1).arg(found.problem)
                                      : found.problem);
            found.place.prepend(test.hasSteps ? QStringLiteral("/steps/%1/expect").arg(i)
                                              : QStringLiteral("/expect"));
            outcome.mismatches.append(found);
        }
        if (outcome.result == TestOutcome::Result::Failed)
            break;
    }
    outcome.nanoseconds = timer.nsecsElapsed();
    return outcome;
}

QList<Mismatch> TestRunner::drift(const TestStep &step, const Response &response)
{
    // Designs rarely declare what they refuse requests with; a test that asks for it does.
    const bool isExpected =
        !m_send || step.expect.status == response.status || step.expect.isRefused;
    if (!m_checking) {
        CompileOptions options = m_options;
        options.state = nullptr;
        options.proxy = QStringLiteral("http://server.invalid"); // which nobody is going to ask
        m_checking = compile(m_api, options);
    }
    OutgoingAnswer answer;
    answer.response = response;
    QList<Mismatch> found;
    for (const Violation &violation : handle(*m_checking, step.request, &answer).violations) {
        const JsonArray location = violation.location.array();
        if (isExpected && location.value(1).toString() == u"status")
            continue;
        if (location.value(0).toString() == u"response") {
            found.append({QStringLiteral("drift: %1 %2")
                              .arg(dottedLocation(violation.location), violation.message),
                          {},
                          {},
                          {}});
        }
    }
    return found;
}

QList<Mismatch> TestRunner::check(const Expectation &expect, const Response &response,
                                  const CompiledApiPointer &compiled)
{
    if (response.status == 0)
        return {{QString::fromUtf8(response.body), {}, {}, {}}};
    const QString body = QString::fromUtf8(response.body.left(400));
    if (expect.status && response.status != *expect.status) {
        return {{QStringLiteral("status %1 was expected, not %2: %3")
                     .arg(*expect.status)
                     .arg(response.status)
                     .arg(body),
                 QStringLiteral("/status"), *expect.status, response.status}};
    }
    const bool isRefused = expect.refusals.contains(response.status);
    if (expect.isAccepted && (isRefused || response.status >= 500)) {
        return {{QStringLiteral("it was expected to be accepted, not %1: %2")
                     .arg(response.status)
                     .arg(body),
                 {},
                 {},
                 {}}};
    }
    if (expect.isRefused && !isRefused) {
        return {{QStringLiteral("it was expected to be refused, not %1: %2")
                     .arg(response.status)
                     .arg(body),
                 {},
                 {},
                 {}}};
    }
    QList<Mismatch> found;
    for (const HeaderField &header : expect.headers) {
        const QString name = QString::fromLatin1(header.name);
        const QString wanted = QString::fromLatin1(header.value);
        const QString is = QString::fromLatin1(headerValue(response.headers, header.name));
        if (is != wanted) {
            found.append({QStringLiteral("the header %1 was expected to be “%2”, not “%3”")
                              .arg(name, wanted, is),
                          childPointer(QStringLiteral("/headers"), name), wanted, is});
        }
    }
    checkBody(expect, response, &found);
    for (const JsonObject::Member &store : expect.stores) {
        if (!compiled)
            break;
        if (!compiled->state()->stores().contains(store.key)) {
            found.append({QStringLiteral("there is no store %1").arg(store.key),
                          childPointer(QStringLiteral("/stores"), store.key),
                          store.value,
                          {}});
            continue;
        }
        const JsonArray rows = compiled->state()->rows(store.key);
        const Json is = store.value.isInteger() ? Json(qint64{rows.size()}) : Json(rows);
        if (!jsonEquals(is, store.value)) {
            found.append({QStringLiteral("the store %1 was expected to have %2, not %3")
                              .arg(store.key, shown(store.value), shown(is)),
                          childPointer(QStringLiteral("/stores"), store.key), store.value, is});
        }
    }
    return found;
}

void TestRunner::checkBody(const Expectation &expect, const Response &response,
                           QList<Mismatch> *found)
{
    if (expect.body.isUndefined() && expect.model.isEmpty() && expect.pointers.isEmpty())
        return;
    const QString place = QStringLiteral("/body");
    const Json body = readJson(response.body).value;
    if (body.isUndefined()) {
        const QString text = QString::fromUtf8(response.body);
        if (!expect.body.isString() || expect.body.string() != text) {
            found->append({QStringLiteral("the body is no JSON: %1").arg(text.left(200)), place,
                           expect.body, text});
        }
        return;
    }
    if (!expect.body.isUndefined() && !jsonEquals(expect.body, body)) {
        found->append({QStringLiteral("the body was expected to be %1, not %2")
                           .arg(shown(expect.body), shown(body)),
                       place, expect.body, body});
    }
    for (const JsonObject::Member &at : expect.pointers) {
        const Json *value = resolvePointer(body, at.key);
        if (!value || !jsonEquals(*value, at.value)) {
            found->append({QStringLiteral("%1 was expected to be %2, not %3")
                               .arg(at.key, shown(at.value),
                                    value ? shown(*value) : QStringLiteral("missing")),
                           childPointer(QStringLiteral("/at"), at.key), at.value,
                           value ? *value : Json()});
        }
    }
    if (!expect.model.isEmpty())
        checkModel(expect.model, body, found);
}

void TestRunner::checkModel(const QString &model, const Json &body, QList<Mismatch> *found)
{
    const QString place = QStringLiteral("/model");
    const Schema *schema = m_api.components.schemas.find(model);
    if (!schema) {
        found->append({QStringLiteral("there is no model %1").arg(model), place, {}, {}});
        return;
    }
    ValidateOptions options;
    options.direction = Direction::Response;
    const Validation checked = validate(m_schemas.compile(*schema), body, options);
    if (checked.isValid() || checked.errors.isEmpty())
        return;
    const SchemaError &error = rootCause(checked.errors.first());
    found->append({QStringLiteral("the body does not fit %1: %2 %3")
                       .arg(model, error.instance, error.message),
                   place,
                   {},
                   body});
}

} // namespace Mock
