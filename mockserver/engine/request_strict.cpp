#include "mockserver/engine/request_run.h"
#include "mockserver/engine/strict_inputs.h"

namespace Mock
{

void RequestRun::runStrict(const RoutePlan &route, const Inputs &inputs)
{
    StrictReader reader(route, m_request, inputs);
    if (!reader.readBody()) {
        m_trace.failed(StepKind::ReadBody, reader.detail(), route.body.node);
        Violation violation;
        violation.location = Design::JsonArray{Design::Json(QStringLiteral("body"))};
        violation.type =
            reader.status() == 415 ? QStringLiteral("media_type") : QStringLiteral("body");
        violation.message = reader.detail();
        violation.node = route.body.node;
        m_exchange.violations.append(violation);
        m_exchange.response = problemResponse(reader.status(), reader.detail());
        return;
    }
    m_trace.passed(StepKind::ReadBody);
    if (!checkSecurity(route, inputs) || !runDependencies(route, inputs))
        return;
    qsizetype before = 0;
    const auto note = [&](StepKind step) {
        const QList<Violation> &found = reader.violations();
        if (found.size() == std::exchange(before, found.size()))
            m_trace.passed(step);
        else
            m_trace.failed(step, found.last().message, found.last().node);
    };
    for (const auto place : {ParameterPlan::Place::Path, ParameterPlan::Place::Query,
                             ParameterPlan::Place::Header, ParameterPlan::Place::Cookie}) {
        reader.readParameters(place);
        note(stepOf(place));
    }
    reader.checkBody();
    note(StepKind::Body);
    const int status = std::max(reader.status(), m_around ? m_around->strictStatus() : 0);
    if (status == 0) {
        ReadInputs values = reader.values();
        values.sent = values.body;
        answer(route, inputs, values);
        return;
    }
    m_exchange.violations =
        m_around ? m_around->violations() + reader.violations() : reader.violations();
    const QList<ProblemEntry> problems =
        m_around ? m_around->problems() + reader.problems() : reader.problems();
    const QString detail = status == 422
                               ? QStringLiteral("The body breaks rules of the design.")
                               : QStringLiteral("The request breaks rules of the design.");
    m_exchange.response = problemResponse(status, detail, problems);
}

} // namespace Mock
