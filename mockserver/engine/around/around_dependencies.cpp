#include "designer/text/json_writer.h"
#include "mockserver/engine/around/around_run.h"
#include "mockserver/engine/inputs/fastapi_inputs.h"
#include "mockserver/engine/inputs/strict_inputs.h"
#include "mockserver/engine/security/credential_text.h"
#include "mockserver/engine/security/login.h"

using Design::Json;
using Design::JsonObject;

namespace Mock
{

namespace
{

/// A chain of needs is as long as there are dependencies; this only stops one that is in a circle.
constexpr int deepest = 100;

void insertAll(const JsonObject &members, JsonObject *into)
{
    for (const JsonObject::Member &member : members)
        into->insert(member.key, member.value);
}

} // namespace

bool AroundRun::runDependencies()
{
    m_solved.resize(m_plan.dependencies.size());
    JsonObject taken;
    for (const ListedDependency &listed : m_plan.order) {
        bool fits = true;
        if (!solve(listed, 0, &fits, &taken))
            return false;
    }
    insertAll(taken, &m_results);
    return true;
}

// As fastapi.dependencies.utils.solve_dependencies: what a dependency needs comes first; its own
// inputs are looked at then, even again for one that was called before; it is called only when all
// of them are valid, and its siblings go on in either case. Each that takes the result of one that
// is not cached has it called anew; what is kept for the others is what it gave first.
bool AroundRun::solve(const ListedDependency &listed, int depth, bool *fits, JsonObject *taker)
{
    const DependencyPlan &dependency = m_plan.dependencies[static_cast<size_t>(listed.index)];
    if (depth > deepest) {
        fail(StepKind::Dependencies,
             TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "The dependency %1 needs itself."),
                       {dependency.name}),
             dependency.pointer);
        return false;
    }
    if (!dependency.replaced.isUndefined()) {
        m_results.insert(dependency.name, dependency.replaced);
        taker->insert(dependency.name, dependency.replaced);
        m_trace->passed(StepKind::Dependencies,
                        TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "%1: replaced by the test"),
                                  {dependency.name}));
        return true;
    }
    bool isFine = true;
    JsonObject needed;
    for (const int need : dependency.needs) {
        if (!solve({need, true}, depth + 1, &isFine, &needed))
            return false;
    }
    Json credential;
    if (dependency.credential) { // a need like the others, which does not wait for them
        credential = credentialOf(*dependency.credential, m_inputs);
        if (credential.isUndefined() && !dependency.isOptional) {
            raise(401, QStringLiteral("Not authenticated"), dependency.credential->challenge,
                  StepKind::Dependencies, dependency.pointer, dependency.credential->node,
                  credentialLocation(*dependency.credential));
            return false;
        }
    }
    JsonObject values;
    isFine = readInputs(dependency, &values) && isFine;
    *fits = *fits && isFine;
    if (!isFine)
        return true;
    Solved &solved = m_solved[static_cast<size_t>(listed.index)];
    if (solved.isDone && (dependency.isCached || !listed.isTaken)) {
        taker->insert(dependency.name, solved.value);
        return true;
    }
    Json result = dependency.credential ? credential : Json(values);
    if (result.isUndefined())
        result = nullptr;
    if (!call(dependency, needed, &result))
        return false;
    if (!solved.isDone)
        solved = {true, result};
    m_results.insert(dependency.name, result);
    taker->insert(dependency.name, result);
    enter(listed.index, needed, result);
    m_trace->passed(StepKind::Dependencies, dependency.name);
    return true;
}

JsonObject AroundRun::resultsWith(const JsonObject &needed) const
{
    JsonObject results = m_results;
    insertAll(needed, &results);
    return results;
}

bool AroundRun::readInputs(const DependencyPlan &dependency, JsonObject *values)
{
    ReadInputs read;
    bool isFine = true;
    static constexpr ParameterPlan::Place places[] = {
        ParameterPlan::Place::Path, ParameterPlan::Place::Query, ParameterPlan::Place::Header,
        ParameterPlan::Place::Cookie};
    if (isFastApi()) {
        FastApiReader reader(dependency.inputs, m_inputs);
        for (const ParameterPlan::Place place : places)
            reader.readParameters(place);
        m_errors.append(reader.errors());
        isFine = reader.errors().isEmpty();
        read = reader.values();
    } else {
        StrictReader reader(dependency.inputs, m_request, m_inputs);
        for (const ParameterPlan::Place place : places)
            reader.readParameters(place);
        m_violations.append(reader.violations());
        isFine = reader.violations().isEmpty();
        read = reader.values();
    }
    setInputs(dependency.inputs, read);
    *values = read.path;
    for (const JsonObject::Member &member : read.other)
        values->insert(member.key, member.value);
    m_scope.set(ScriptName::Params, Json(*values));
    if (!isFine) {
        m_trace->failed(
            StepKind::Dependencies,
            TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "%1: its inputs are not valid"),
                      {dependency.name}),
            Design::NodeId::None, dependency.pointer);
    }
    return isFine;
}

bool AroundRun::call(const DependencyPlan &dependency, const JsonObject &needed, Json *result)
{
    if (dependency.login && !result->isNull() && m_session) {
        const LoggedIn logged = userOf(*dependency.login, *dependency.credential, *result,
                                       dependency.scopes, *m_session);
        if (logged.user.isUndefined()) {
            raise(logged.status, logged.detail, logged.challenge, StepKind::Dependencies,
                  dependency.pointer, dependency.credential->node,
                  credentialLocation(*dependency.credential));
            return false;
        }
        *result = logged.user;
    }
    m_scope.set(ScriptName::Deps, Json(resultsWith(needed)));
    m_scope.set(ScriptName::Result, *result);
    const bool isFine = askRules(dependency.conditions, StepKind::Dependencies);
    if (isFine && !dependency.result.isNull()) {
        const ScriptResult evaluated = evaluate(dependency.result, m_scope);
        if (!evaluated.ok()) {
            fail(StepKind::Dependencies, evaluated.error, dependency.result.pointer());
            return false;
        }
        *result = evaluated.value.isUndefined() ? Json(nullptr) : evaluated.value;
    }
    m_scope.set(ScriptName::Result, {});
    return isFine;
}

} // namespace Mock
