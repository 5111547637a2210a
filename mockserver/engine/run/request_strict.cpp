#include "mockserver/engine/inputs/strict_inputs.h"
#include "mockserver/engine/run/request_run.h"

namespace Mock
{

void RequestRun::runStrict(const RoutePlan &route, const Inputs &inputs)
{
    StrictReader reader(route, m_request, inputs);
    const bool isReadable = reader.readBody();
    if (isReadable)
        m_trace.passed(StepKind::ReadBody);
    else
        m_trace.failed(StepKind::ReadBody, reader.refusal().detail, route.body.node);
    // Whoever may not use the route learns nothing else about it.
    if (!checkSecurity(route, inputs))
        return;
    if (!isReadable) {
        refuse(&route, reader.refusal());
        return;
    }
    if (!runDependencies(route, inputs))
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
    if (reader.isTooCostly()) {
        failAnswer(route.answer, StepKind::Body,
                   QStringLiteral("Checking this request costs too much work."));
        return;
    }
    const QList<Violation> violations =
        m_around ? m_around->violations() + reader.violations() : reader.violations();
    if (!violations.isEmpty()) {
        Refusal refusal;
        refusal.status = 422;
        refusal.detail = QStringLiteral("The request breaks rules of the design.");
        refusal.violations = violations;
        refuse(&route, refusal);
        return;
    }
    ReadInputs values = reader.values();
    values.sent = values.body;
    answer(route, inputs, values);
}

} // namespace Mock
