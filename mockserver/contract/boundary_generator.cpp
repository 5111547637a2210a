#include "mockserver/contract/boundary_generator.h"

#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/openapi/flatten.h"
#include "designer/text/json_writer.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/state/state.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Design;

namespace Mock
{

namespace
{

/// All that makes two requests the same one.
QByteArray fingerprint(const Request &request, const QString &constraint)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(request.target);
    hash.addData(request.body);
    for (const HeaderField &field : request.headers)
        hash.addData(field.name + ':' + field.value + '\n');
    hash.addData(constraint.toUtf8());
    return hash.result();
}

} // namespace

BoundaryGenerator::BoundaryGenerator(const Api &api, Profile profile)
    : m_api(api)
    , m_flat(flattened(api))
    , m_behaviour(readBehaviour(api))
    , m_isFastApi(profile == Profile::FastApi)
    , m_isInFastApisWords(errorShapeOf(api, profile) == ErrorShape::FastApi)
    , m_values(m_flat, m_isFastApi)
    , m_schemas(m_flat)
    , m_examples(m_flat)
    , m_find([this](const Reference &reference) { return findReferenced(m_flat, reference); })
    , m_judge(m_find, m_values, m_isFastApi)
{
    addOverrides();
}

BoundaryTests BoundaryGenerator::run(const OnRoute &onRoute)
{
    qsizetype done = 0;
    for (const Named<PathItem> &path : m_flat.paths) {
        const qsizetype before = m_tests.cases.size();
        const PathItem *item = path.isRaw() ? nullptr : resolve(m_flat, path.value);
        for (const Operation &operation : item ? item->operations : QList<Operation>()) {
            const qsizetype first = m_tests.cases.size();
            addOperation(path.name, *item, operation);
            finishConstraints(first);
        }
        if (onRoute && !onRoute(m_tests.cases.mid(before), ++done, m_flat.paths.size()))
            break;
    }
    return m_tests;
}

void BoundaryGenerator::addOverrides()
{
    for (const Named<DependencyDesign> &dependency : m_behaviour.dependencies) {
        const LoginDesign *login = m_behaviour.logins.find(dependency.value.scheme);
        if (!dependency.value.isUser || !login)
            continue;
        const StoreDesign *store = m_behaviour.stores.find(login->store);
        const JsonArray users = store ? store->fixtures : login->users;
        m_overrides.insert(dependency.name, users.isEmpty() ? Json(nullptr) : users.first());
    }
}

void BoundaryGenerator::addOperation(const QString &path, const PathItem &item,
                                     const Operation &operation)
{
    m_route = operation.method.toUpper() + u' ' + path;
    m_operation = operation.id;
    m_constraints.clear();
    m_own.clear();
    m_sent.clear();
    m_blocked.clear();
    QList<Parameter> parameters;
    collect(item.parameters, &parameters);
    collect(operation.parameters, &parameters);
    noteOwn(path, operation);
    m_dependencies = dependenciesOf(path, operation);
    m_base = RequestParts(operation.method.toUpper().toLatin1(), path, parameters, m_isFastApi);
    if (!makeBase(path, item, operation, parameters))
        m_tests.problems.insert(m_route, m_blocked);
    const QList<ErrorRule> rules = rulesOf(path, operation);
    appease(rules);
    for (const TestedInput &input : inputsOf(m_base.parameters()))
        addInput(input);
    if (const RequestBody *body =
            operation.requestBody ? resolve(m_flat, *operation.requestBody) : nullptr)
        addBody(*body);
    addSecurity(operation);
    addRules(operation, rules);
}

/// The valid request that all others are made from.
bool BoundaryGenerator::makeBase(const QString &path, const PathItem &item,
                                 const Operation &operation, const QList<Parameter> &parameters)
{
    for (const Parameter &parameter : parameters) {
        if (!parameter.required && parameter.in != u"path")
            continue;
        const Json value = validValue(parameter);
        if (value.isUndefined()) {
            m_blocked = QStringLiteral("no value was found for %1").arg(partName(parameter));
            return false;
        }
        m_base.values.insert(partName(parameter), value);
    }
    const ExampleRequest example = m_examples.make({path, item, {}}, operation);
    m_base.credentials = example.credentials;
    m_base.query = example.queryCredentials;
    const RequestBody *body =
        operation.requestBody ? resolve(m_flat, *operation.requestBody) : nullptr;
    if (body) {
        if (body->required && example.request.body.isEmpty()) {
            m_blocked = QStringLiteral("no body was found: %1").arg(example.problem);
            return false;
        }
        m_base.contentType = headerValue(example.request.headers, "content-type");
        if (parseMediaType(m_base.contentType).isJson())
            m_base.body = example.body;
        else
            m_base.rawBody = example.request.body;
    }
    return isKnownToBeTaken() || checkWithServer();
}

/// Whether all inputs of the base are taken for reasons of their own.
bool BoundaryGenerator::isKnownToBeTaken() const
{
    const QList<TestedInput> inputs = inputsOf(m_base.parameters());
    return m_base.rawBody.isEmpty() && m_base.body.isUndefined() &&
           std::all_of(inputs.begin(), inputs.end(), [this](const TestedInput &input) {
               return m_judge.judge(input, input.valueIn(m_base), {}).isTaken();
           });
}

/// Examples and made-up values of formats that only the server knows may still be wrong.
bool BoundaryGenerator::checkWithServer()
{
    if (isTakenByServer(m_base))
        return true;
    m_blocked = QStringLiteral("no valid request was found, the example of one is refused");
    return false;
}

bool BoundaryGenerator::isTakenByServer(const RequestParts &parts)
{
    const CompiledApiPointer api = compiledWith(m_overrides);
    api->state()->reset();
    const Exchange exchange = handleOffline(*api, parts.request());
    const int status = exchange.response.status;
    // Other statuses are the application's own errors.
    const bool isRefused = m_isFastApi ? status == 422 : Expectation().refusals.contains(status);
    return !isRefused || exchange.violations.isEmpty();
}

void BoundaryGenerator::collect(const QList<Parameter> &list, QList<Parameter> *parameters) const
{
    for (const Parameter &listed : list) {
        const Parameter *parameter = resolve(m_flat, listed);
        if (!parameter)
            continue;
        parameters->removeIf([&](const Parameter &known) {
            return known.in == parameter->in && known.name == parameter->name;
        });
        // These belong to content negotiation and security (OpenAPI 3.1, section 4.8.12.1).
        static const QStringList reserved{QStringLiteral("accept"), QStringLiteral("content-type"),
                                          QStringLiteral("authorization")};
        if (parameter->in != u"header" || !reserved.contains(parameter->name.toLower()))
            parameters->append(*parameter);
    }
}

/// The inputs that the route itself declares: those of dependencies may be reported more than
/// once, by each that needs them.
void BoundaryGenerator::noteOwn(const QString &path, const Operation &operation)
{
    const Named<PathItem> *drawn = nullptr;
    for (const Named<PathItem> &named : m_api.paths) {
        if (named.name == path)
            drawn = &named;
    }
    const Operation *own = drawn ? drawn->value.operation(operation.method) : nullptr;
    QList<Parameter> parameters;
    collect(drawn ? drawn->value.parameters : QList<Parameter>(), &parameters);
    collect(own ? own->parameters : operation.parameters, &parameters);
    for (const Parameter &parameter : std::as_const(parameters))
        m_own.append(partName(parameter));
}

void BoundaryGenerator::note(const QString &name, const QString &constraint, const QString &why)
{
    const QString both = name + u' ' + constraint;
    const auto known = std::find_if(m_constraints.begin(), m_constraints.end(),
                                    [&both](const Constraint &one) { return one.name == both; });
    if (known == m_constraints.end())
        m_constraints.append({both, why});
    else if (known->why.isEmpty())
        known->why = why;
}

/// Says of each constraint that no test breaks why that is so.
void BoundaryGenerator::finishConstraints(qsizetype firstCase)
{
    QSet<QString> broken;
    for (qsizetype i = firstCase; i < m_tests.cases.size(); ++i)
        broken.insert(m_tests.cases[i].constraint);
    for (Constraint &constraint : m_constraints) {
        if (broken.contains(constraint.name))
            constraint.why.clear();
        else if (!m_blocked.isEmpty())
            constraint.why = m_blocked;
        else if (constraint.why.isEmpty())
            constraint.why = QStringLiteral("no value was found that can be sent and breaks it");
    }
    m_tests.constraints.insert(m_route, m_constraints);
}

ValueCase BoundaryGenerator::leftOut()
{
    return {QStringLiteral("left out"), {}, false, QStringLiteral("required")};
}

void BoundaryGenerator::push(const QString &name, const ValueCase &made, const RequestParts &parts,
                             const Foretold &foretold, bool isExact)
{
    TestCase test;
    test.group = m_route;
    test.route = m_operation;
    test.name = QStringLiteral("%1: %2").arg(name, made.note);
    test.overrides = m_overrides;
    TestStep step;
    step.request = parts.request();
    if (foretold.isRefused) {
        test.constraint = name + u' ' + made.constraint;
        if (m_isFastApi)
            step.expect.status = 422;
        else
            step.expect.isRefused = true;
    } else {
        step.expect.isAccepted = true;
        step.expect.isDeclared = !m_isFastApi;
        if (m_isFastApi) // other statuses are the application's own errors
            step.expect.refusals = {422};
    }
    const QByteArray sent = fingerprint(step.request, test.constraint);
    if (m_sent.contains(sent))
        return;
    m_sent.insert(sent);
    if (foretold.isRefused && !foretold.isVague && isExact && m_isFastApi && m_isInFastApisWords) {
        JsonArray detail;
        for (const ReadError &error : foretold.errors)
            detail.append(error.toJson());
        step.expect.body = JsonObject{{QStringLiteral("detail"), detail}};
    }
    test.steps.append(step);
    m_tests.cases.append(test);
}

} // namespace Mock
