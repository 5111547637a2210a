#include "mockserver/engine/around/around_run.h"
#include "mockserver/engine/security/login.h"

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

using Kind = Design::ActionDesign::Kind;

/// The first of these inputs that was given; undefined without one.
Json firstOf(const JsonObject &values, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        const Json value = values.value(QString(name));
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return {};
}

/// The value without members that its model does not declare, and those for requests alone. A model
/// that declares none, or any, leaves all others.
Json declaredOnly(const Json &value, const TextShape &shape, int depth = 0)
{
    constexpr int deepest = 20;
    if (depth > deepest)
        return value;
    if (value.isArray()) {
        JsonArray list;
        for (const Json &item : value.array())
            list.append(declaredOnly(item, shape.item(list.size()), depth + 1));
        return Json(list);
    }
    if (!value.isObject() || shape.fields.isEmpty())
        return value;
    JsonObject object;
    for (const JsonObject::Member &member : value.object()) {
        const TextShape &field = shape.field(member.key);
        const bool isKnown = shape.fields.contains(member.key) || shape.others;
        if (isKnown && !field.isWriteOnly)
            object.insert(member.key, declaredOnly(member.value, field, depth + 1));
    }
    return Json(object);
}

} // namespace

AroundRun::Made AroundRun::answer(const ReadInputs &inputs)
{
    setInputs(m_route, inputs);
    m_scope.set(ScriptName::Params, {});
    m_scope.set(ScriptName::Deps, Json(m_results));
    if (m_plan.login && m_session)
        return giveToken(inputs);
    // Rules about the result can only be asked when there is one; the action is undone then.
    QList<RulePlan> after;
    for (const RulePlan &rule : m_plan.rules) {
        const ScriptNames names = rule.names();
        if (names.testFlag(ScriptName::Result)) {
            after.append(rule);
            continue;
        }
        if (names.testFlag(ScriptName::Item) && m_plan.action.hasRow() && !findRow())
            return Made::Refused;
        if (!askRules({rule}, StepKind::Answer))
            return Made::Refused;
    }
    if (m_plan.action.isSet()) {
        const Made made = act(inputs);
        if (made != Made::Value)
            return made;
        m_trace->passed(
            StepKind::Answer,
            TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the store %1"), {m_plan.action.store}),
            m_route.operation, m_plan.action.pointer);
        m_scope.set(ScriptName::Result, m_value);
    }
    if (m_plan.upstream) {
        const Made made = askUpstream();
        if (made != Made::Value)
            return made;
    }
    if (!askRules(after, StepKind::Answer))
        return Made::Refused;
    if (!m_plan.answer.isUndefined()) {
        QString problem;
        m_value = m_plan.answer.fill(m_scope, &problem);
        if (m_value.isUndefined()) {
            fail(StepKind::Answer, problem, {});
            return Made::Refused;
        }
        m_trace->passed(StepKind::Answer,
                        TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "the answer of the design")),
                        m_route.operation);
    }
    if (!m_value.isUndefined() && !compute())
        return Made::Refused;
    if (!isFastApi() && !m_value.isUndefined())
        m_value = declaredOnly(m_value, m_plan.shown);
    return m_value.isUndefined() ? Made::Nothing : Made::Value;
}

bool AroundRun::findRow()
{
    if (std::exchange(m_hasLooked, true))
        return true;
    const ActionPlan &action = m_plan.action;
    if (action.key.isNull()) {
        const JsonObject path = m_scope.value(ScriptName::Path).object();
        m_key = path.isEmpty() ? Json() : path.members().last().value;
    } else {
        const ScriptResult key = evaluate(action.key, m_scope);
        if (!key.ok()) {
            fail(StepKind::Answer, key.error, action.key.pointer());
            return false;
        }
        m_key = key.value;
    }
    m_row = m_session->find(action.store, m_key);
    m_scope.set(ScriptName::Item, m_row.isUndefined() ? Json(nullptr) : m_row);
    if (!m_row.isUndefined())
        return true;
    raise(action.missing, StepKind::Answer,
          TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "%1 has no row %2"),
                    {action.store, textOf(m_key)}),
          action.pointer);
    return false;
}

Listing AroundRun::listingOf(const ReadInputs &inputs) const
{
    Listing listing;
    const JsonObject &given = inputs.other;
    listing.skip = firstOf(given, {QLatin1String("skip"), QLatin1String("offset")}).toInt64(0);
    listing.limit = firstOf(given, {QLatin1String("limit")}).toInt64(-1);
    listing.search = firstOf(given, {QLatin1String("search"), QLatin1String("q")}).toString();
    listing.sort = firstOf(given, {QLatin1String("sort"), QLatin1String("order_by")}).toString();
    for (const QString &field : m_plan.action.filter) {
        const Json value = given.value(field);
        if (!value.isUndefined() && !value.isNull())
            listing.filter.insert(field, value);
    }
    return listing;
}

bool AroundRun::fieldsToWrite(const ReadInputs &inputs, JsonObject *fields)
{
    const StorePlan *store = m_session->plan(m_plan.action.store);
    const bool isPatch = m_plan.action.kind == Kind::Patch;
    for (const JsonObject::Member &member : inputs.body.object()) {
        // What the model does not keep (a plain password) is for expressions only; of a patch
        // counts what was sent, not what the model adds.
        const bool isKept = !store || store->fields.isEmpty() || store->fields.contains(member.key);
        const bool isSent =
            !isPatch || !inputs.sent.isObject() || inputs.sent.object().contains(member.key);
        if (isKept && isSent)
            fields->insert(member.key, member.value);
    }
    if (m_plan.action.kind == Kind::Create) { // the key may stand in the path
        for (const JsonObject::Member &member : inputs.path) {
            if (store && store->fields.contains(member.key) && !fields->contains(member.key))
                fields->insert(member.key, member.value);
        }
    }
    for (const auto &[field, value] : m_plan.action.set) {
        QString problem;
        const Json filled = value.fill(m_scope, &problem);
        if (filled.isUndefined()) {
            fail(StepKind::Answer, problem, m_plan.action.pointer + QLatin1String("/set"));
            return false;
        }
        fields->insert(field, filled);
    }
    return true;
}

AroundRun::Made AroundRun::act(const ReadInputs &inputs)
{
    const ActionPlan &action = m_plan.action;
    if (action.hasRow() && !findRow())
        return Made::Refused;
    JsonObject fields;
    if (!fieldsToWrite(inputs, &fields))
        return Made::Refused;
    StoreOutcome outcome;
    switch (action.kind) {
    case Kind::None:
        return Made::Nothing;
    case Kind::Read:
        m_value = m_row;
        return Made::Value;
    case Kind::List:
        m_value = Json(m_session->list(action.store, listingOf(inputs)));
        return Made::Value;
    case Kind::Create:
        outcome = m_session->create(action.store, fields, m_scope);
        break;
    case Kind::Update:
        outcome = m_session->update(action.store, m_key, fields, m_scope);
        break;
    case Kind::Patch:
        outcome = m_session->patch(action.store, m_key, fields, m_scope);
        break;
    case Kind::Delete:
        outcome = m_session->remove(action.store, m_key);
        break;
    }
    if (!outcome.ok())
        return refuse(outcome);
    m_value = outcome.row;
    return Made::Value;
}

AroundRun::Made AroundRun::refuse(const StoreOutcome &outcome)
{
    const ActionPlan &action = m_plan.action;
    switch (outcome.problem) {
    case StoreOutcome::Missing:
        raise(action.missing, StepKind::Answer, outcome.text, action.pointer);
        return Made::Refused;
    case StoreOutcome::Conflict:
    case StoreOutcome::Reference: {
        ErrorPlan error = action.conflict;
        if (error.detail.isUndefined() && error.body.isUndefined())
            error.detail = ScriptTemplate::constant(Json(outcome.text));
        if (outcome.problem == StoreOutcome::Reference && error.name.isEmpty() &&
            action.kind != Kind::Delete)
            error.status = 404; // what is missing is another thing
        raise(error, StepKind::Answer, outcome.text, action.pointer);
        return Made::Refused;
    }
    case StoreOutcome::Full:
        raise(507, outcome.text, {}, StepKind::Answer, action.pointer, m_route.operation);
        return Made::Refused;
    case StoreOutcome::Invalid: {
        Violation violation;
        violation.type = outcome.check.type;
        violation.message = outcome.text;
        violation.node = outcome.check.node;
        violation.keyword = outcome.check.keyword;
        m_exchange->violations.append(violation);
        break;
    }
    case StoreOutcome::Failed:
    case StoreOutcome::None:
        break;
    }
    fail(StepKind::Answer, outcome.text, action.pointer);
    return Made::Refused;
}

bool AroundRun::compute()
{
    if (m_plan.computed.isEmpty())
        return true;
    const auto computed = [this](const Json &row, bool *isFine) {
        JsonObject object = row.object();
        for (const auto &[field, script] : m_plan.computed) {
            m_scope.set(ScriptName::Item, Json(object));
            const ScriptResult result = evaluate(script, m_scope);
            if (!result.ok()) {
                fail(StepKind::Answer, result.error, script.pointer());
                *isFine = false;
                return Json();
            }
            object.insert(field, result.value.isUndefined() ? Json(nullptr) : result.value);
        }
        return Json(object);
    };
    bool isFine = true;
    if (m_value.isObject()) {
        m_value = computed(m_value, &isFine);
    } else if (m_value.isArray()) {
        JsonArray rows;
        for (const Json &row : m_value.array()) {
            rows.append(row.isObject() ? computed(row, &isFine) : row);
            if (!isFine)
                return false;
        }
        m_value = Json(rows);
    }
    return isFine;
}

AroundRun::Made AroundRun::giveToken(const ReadInputs &inputs)
{
    m_value = tokenFor(*m_plan.login, inputs.body.object(), *m_session);
    if (!m_value.isUndefined()) {
        return Made::Value;
    }
    raise(m_plan.loginFailed, StepKind::Answer,
          TraceText(QT_TRANSLATE_NOOP("Mock::TraceText", "no user with this name and password")),
          m_plan.login->design.pointer);
    return Made::Refused;
}

} // namespace Mock
