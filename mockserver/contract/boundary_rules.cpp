#include "designer/model/behaviour/behaviour.h"
#include "designer/text/json_reader.h"
#include "designer/text/pointer.h"
#include "mockserver/contract/boundary_generator.h"
#include "mockserver/contract/json_place.h"
#include "mockserver/state/state.h"

#include <QRegularExpression>

using namespace Design;

namespace Mock
{

namespace
{

constexpr int mostTries = 1'500; ///< requests to find one that a rule applies to

/// The values written in an expression, those beside them, and a few that often matter.
JsonArray valuesIn(const QString &expression)
{
    static const QRegularExpression number(QStringLiteral("(?<![\\w.])-?\\d+(\\.\\d+)?"));
    static const QRegularExpression text(QStringLiteral("'([^']*)'|\"([^\"]*)\""));
    JsonArray values;
    for (const QRegularExpressionMatch &match : number.globalMatch(expression)) {
        const Json value = readJson(match.captured().toUtf8()).value;
        values.append(value);
        if (value.isInteger()) {
            values.append(Json(value.toInt64() + 1));
            values.append(Json(value.toInt64() - 1));
        }
    }
    for (const QRegularExpressionMatch &match : text.globalMatch(expression)) {
        const QString found = match.captured(1) + match.captured(2);
        values.append(Json(found));
        values.append(Json(found + QLatin1String("-menura")));
    }
    values.append(Json(QStringLiteral("menura")));
    for (const qint64 some : {-1, 0, 1, 1'000'000})
        values.append(Json(some));
    return values + JsonArray{Json(true), Json(false), Json(nullptr)};
}

QList<RuleSlot> slotsIn(const QString &expression, const RequestParts &base)
{
    static const QRegularExpression name(
        QStringLiteral("\\b(path|query|header|cookie|body|params)(?:\\.([A-Za-z_]\\w*)|"
                       "\\[['\"]([^'\"]+)['\"]\\])"));
    QList<RuleSlot> found;
    const auto add = [&](const QString &part, const QString &field, const Json &now) {
        for (const RuleSlot &known : found) {
            if (known.part == part && known.field == field)
                return;
        }
        found.append({part, field, JsonArray{now} + valuesIn(expression)});
    };
    for (const QRegularExpressionMatch &match : name.globalMatch(expression)) {
        const QString member = match.captured(2) + match.captured(3);
        if (match.captured(1) == u"body") {
            add(QStringLiteral("body"), member, base.body.value(member));
            continue;
        }
        for (const Parameter &parameter : base.parameters()) {
            const bool isPlace =
                parameter.in == match.captured(1) || match.captured(1) == u"params";
            if (isPlace && parameter.name.compare(member, Qt::CaseInsensitive) == 0)
                add(partName(parameter), {}, base.values.value(partName(parameter)));
        }
    }
    return found;
}

RequestParts withSlot(const RequestParts &base, const RuleSlot &slot, const Json &value)
{
    RequestParts parts = base;
    if (slot.part == u"body")
        parts.body = replaced(base.body, {Json(slot.field)}, value);
    else if (value.isUndefined())
        parts.values.remove(slot.part);
    else
        parts.values.insert(slot.part, value);
    return parts;
}

void collectDependencies(const Behaviour &behaviour, const QStringList &names, QStringList *all)
{
    for (const QString &name : names) {
        const DependencyDesign *dependency = behaviour.dependencies.find(name);
        if (!dependency || all->contains(name))
            continue;
        collectDependencies(behaviour, dependency->needs, all);
        if (!all->contains(name))
            all->append(name);
    }
}

QString shortened(const QString &expression)
{
    constexpr qsizetype longest = 60;
    const QString text = expression.simplified();
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

} // namespace

/// What the route depends on, and what that needs, in the order in which they run.
QStringList BoundaryGenerator::dependenciesOf(const QString &path, const Operation &operation) const
{
    const RouteBehaviour route = readRouteBehaviour(operation);
    QStringList names;
    collectDependencies(m_behaviour,
                        dependsOf(m_behaviour, routersOf(m_behaviour, path, route), route), &names);
    return names;
}

/// The error rules of a route and of the dependencies that are not replaced, in their order.
QList<ErrorRule> BoundaryGenerator::rulesOf(const QString &path, const Operation &operation) const
{
    const RouteBehaviour route = readRouteBehaviour(
        operation, childPointer(childPointer(QStringLiteral("/paths"), path), operation.method));
    QList<ErrorRule> rules;
    for (const QString &name : m_dependencies) {
        if (!m_overrides.contains(name))
            rules += m_behaviour.dependencies.find(name)->conditions;
    }
    return rules + route.errors;
}

/// Gives the request that all tests begin with values that no rule refuses, where it can.
void BoundaryGenerator::appease(const QList<ErrorRule> &rules)
{
    if (rules.isEmpty())
        return;
    const CompiledApiPointer api = compiledWith(m_overrides);
    // The rule that refuses a request; its inputs are no rule's business.
    const auto refusing = [&](const RequestParts &parts) -> const ErrorRule * {
        api->state()->reset();
        const Exchange exchange = handleOffline(*api, parts.request());
        for (const ErrorRule &rule : rules) {
            for (const Violation &violation : exchange.violations) {
                if (violation.pointer == rule.pointer)
                    return &rule;
            }
        }
        return nullptr;
    };
    for (qsizetype round = 0; round < rules.size(); ++round) {
        const ErrorRule *rule = refusing(m_base);
        const bool isFound = rule && tryValues(slotsIn(rule->when, m_base), mostTries,
                                               [&](const RequestParts &parts) {
                                                   if (refusing(parts) == rule)
                                                       return false;
                                                   m_base = parts;
                                                   return true;
                                               });
        if (!isFound)
            return;
    }
}

/// A test for each error rule: a request that it applies to, looked for among the values that its
/// expression names, the rows that the stores begin with, and the users who may log in.
void BoundaryGenerator::addRules(const Operation &operation, const QList<ErrorRule> &rules)
{
    JsonArray keys;
    if (const StoreDesign *store =
            m_behaviour.stores.find(readRouteBehaviour(operation).action.store)) {
        for (const Json &row : store->fixtures)
            keys.append(row.value(store->key));
    }
    for (const ErrorRule &rule : rules)
        addRule(rule, keys);
}

void BoundaryGenerator::addRule(const ErrorRule &rule, const JsonArray &keys)
{
    QList<RuleSlot> inputs = slotsIn(rule.when, m_base);
    for (const Parameter &parameter : m_base.parameters()) {
        const QString part = partName(parameter);
        if (parameter.in != u"path" || keys.isEmpty())
            continue;
        const auto known =
            std::find_if(inputs.begin(), inputs.end(),
                         [&part](const RuleSlot &slot) { return slot.part == part; });
        if (known == inputs.end())
            inputs.append({part, {}, keys});
        else
            known->values += keys;
    }
    for (const JsonObject &replacements : QList<JsonObject>{m_overrides} + userOverrides()) {
        const CompiledApiPointer api = compiledWith(replacements);
        const bool isOver = tryValues(inputs, mostTries, [&](const RequestParts &parts) {
            const RuleAnswer answer = askRule(*api, parts.request(), rule);
            if (answer.applies)
                addRuleTest(rule, parts, replacements, answer);
            return answer.applies || answer.isBroken; // which never applies
        });
        if (isOver)
            return;
    }
    note(QStringLiteral("rule"), shortened(rule.when));
}

/// Calls `isIt` with the base request and the values of the inputs, until it is or nothing is left:
/// counts through the values as through the digits of a number.
bool BoundaryGenerator::tryValues(const QList<RuleSlot> &inputs, int most,
                                  const std::function<bool(const RequestParts &)> &isIt) const
{
    const RequestParts base = m_base;
    QList<qsizetype> digits(inputs.size(), 0);
    for (bool isOver = false; !isOver && most > 0; --most) {
        RequestParts parts = base;
        for (qsizetype i = 0; i < inputs.size(); ++i)
            parts = withSlot(parts, inputs[i], inputs[i].values[digits[i]]);
        if (isIt(parts))
            return true;
        isOver = true;
        for (qsizetype i = 0; i < digits.size() && isOver; ++i) {
            digits[i] = (digits[i] + 1) % inputs[i].values.size();
            isOver = digits[i] == 0;
        }
    }
    return false;
}

BoundaryGenerator::RuleAnswer
BoundaryGenerator::askRule(const CompiledApi &api, const Request &request, const ErrorRule &rule)
{
    RuleAnswer answer;
    api.state()->reset();
    for (int time = 0; time < std::max(1, rule.every); ++time) {
        const Exchange exchange = handleOffline(api, request);
        answer.response = exchange.response;
        answer.applies = false;
        for (const Violation &violation : exchange.violations) {
            answer.applies = answer.applies || violation.pointer == rule.pointer;
            answer.isBroken = answer.isBroken || (violation.type == u"expression" &&
                                                  violation.pointer.startsWith(rule.pointer));
        }
    }
    return answer;
}

void BoundaryGenerator::addRuleTest(const ErrorRule &rule, const RequestParts &parts,
                                    const JsonObject &overrides, const RuleAnswer &answer)
{
    const QString what =
        rule.when.isEmpty() ? QStringLiteral("every %1").arg(rule.every) : shortened(rule.when);
    note(QStringLiteral("rule"), what);
    TestCase test;
    test.group = m_route;
    test.route = m_operation;
    test.name = QStringLiteral("rule: %1").arg(what);
    test.overrides = overrides;
    test.pointer = rule.pointer;
    test.constraint = QStringLiteral("rule ") + what;
    for (int time = 1; time < rule.every; ++time)
        test.steps.append({parts.request(), {}});
    TestStep last;
    last.request = parts.request();
    expectRule(rule, answer.response, &last.expect);
    test.steps.append(last);
    m_tests.cases.append(test);
}

/// What the rule says, as far as that needs no expression; what expressions gave stays as it came.
void BoundaryGenerator::expectRule(const ErrorRule &rule, const Response &answered,
                                   Expectation *expect) const
{
    const ErrorAnswer *named = m_behaviour.errors.find(rule.error);
    const ErrorAnswer &said = named ? *named : rule.answer;
    expect->status = said.status;
    const bool isDetail = said.body.isUndefined() && m_isInFastApisWords;
    if (!isDetail && said.body.isUndefined()) {
        expect->body = readJson(answered.body).value;
        return;
    }
    const Json whole =
        isDetail ? Json(JsonObject{{QStringLiteral("detail"), said.detail}}) : said.body;
    expect->body = templateExpressions(whole).isEmpty() ? whole : readJson(answered.body).value;
}

CompiledApiPointer BoundaryGenerator::compiledWith(const JsonObject &overrides)
{
    for (const auto &[known, api] : m_compiled) {
        if (known == overrides)
            return api;
    }
    CompileOptions options;
    options.clock = testClock;
    options.overrides = overrides;
    m_compiled.append({overrides, compile(m_api, options)});
    return m_compiled.last().second;
}

/// Each of the users who may log in, in place of the dependencies that ask who somebody is.
QList<JsonObject> BoundaryGenerator::userOverrides() const
{
    QList<JsonObject> result;
    for (const Named<LoginDesign> &login : m_behaviour.logins) {
        const StoreDesign *store = m_behaviour.stores.find(login.value.store);
        for (const Json &user : store ? store->fixtures : login.value.users) {
            JsonObject replacements = m_overrides;
            for (const Named<DependencyDesign> &dependency : m_behaviour.dependencies) {
                if (dependency.value.isUser && dependency.value.scheme == login.name)
                    replacements.insert(dependency.name, user);
            }
            result.append(replacements);
        }
    }
    return result;
}

} // namespace Mock
