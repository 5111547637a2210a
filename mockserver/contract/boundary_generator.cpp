#include "mockserver/contract/boundary_generator.h"

#include "designer/coercion/read_error.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/openapi/flatten.h"
#include "mockserver/contract/example_requests.h"
#include "mockserver/contract/parameter_text.h"
#include "mockserver/engine/media_type.h"

using namespace Design;

namespace Mock
{

namespace
{

/// Which of the media types of a body is tested: JSON, else a form; null: none of them.
const Named<MediaType> *testedMedia(const RequestBody &body)
{
    const Named<MediaType> *form = nullptr;
    for (const Named<MediaType> &media : body.content) {
        if (media.isRaw())
            continue;
        const ParsedMediaType type = parseMediaType(media.name.toLatin1());
        if (type.isJson())
            return &media;
        const bool isForm =
            type.type == "application/x-www-form-urlencoded" || type.type == "multipart/form-data";
        if (isForm && !form)
            form = &media;
    }
    return form;
}

} // namespace

Json asSent(const Json &value)
{
    if (!value.isArray())
        return Json(plainText(value));
    JsonArray list;
    for (const Json &item : value.array())
        list.append(Json(plainText(item)));
    return Json(list);
}

Schema fieldOf(const InputSchema &input, const QString &name)
{
    Schema found; // the one nearest to the model itself wins
    for (const Schema &part : input.flat.parts()) {
        if (const Schema *field = part.members(Keyword::Properties).find(name))
            found = *field;
    }
    return found;
}

bool isRequiredField(const InputSchema &input, const QString &name)
{
    return std::any_of(input.flat.parts().begin(), input.flat.parts().end(),
                       [&](const Schema &part) { return part.isRequired(name); });
}

BoundaryGenerator::BoundaryGenerator(const Api &api, Profile profile)
    : m_api(api)
    , m_flat(flattened(api))
    , m_isFastApi(profile == Profile::FastApi)
    , m_values(m_flat, m_isFastApi)
    , m_find([this](const Reference &reference) { return findReferenced(m_flat, reference); })
{
    addOverrides();
}

BoundaryTests BoundaryGenerator::run(const GoOn &goOn)
{
    qsizetype done = 0;
    for (const Named<PathItem> &path : m_flat.paths) {
        if (goOn && !goOn(done++, m_flat.paths.size()))
            break;
        const PathItem *item = path.isRaw() ? nullptr : resolve(m_flat, path.value);
        if (!item)
            continue;
        for (const Operation &operation : item->operations)
            addOperation(path.name, *item, operation);
    }
    return m_tests;
}

void BoundaryGenerator::addOverrides()
{
    const Behaviour behaviour = readBehaviour(m_api);
    for (const Named<DependencyDesign> &dependency : behaviour.dependencies) {
        const LoginDesign *login = behaviour.logins.find(dependency.value.scheme);
        if (!dependency.value.isUser || !login)
            continue;
        const StoreDesign *store = behaviour.stores.find(login->store);
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
    QList<Parameter> parameters;
    m_own.clear();
    collect(item.parameters, &parameters);
    collect(operation.parameters, &parameters);
    noteOwn(path, operation);
    m_base = RequestParts(operation.method.toUpper().toLatin1(), path, parameters);
    for (const Parameter &parameter : parameters) {
        if (!parameter.required && parameter.in != u"path")
            continue;
        const Json value = validValue(parameter);
        if (value.isUndefined()) {
            m_tests.problems.insert(
                m_route, QStringLiteral("no value was found for %1").arg(partName(parameter)));
            return;
        }
        m_base.values.insert(partName(parameter), value);
    }
    ExampleRequests examples(m_flat);
    const ExampleRequest example = examples.make({path, item, {}}, operation);
    for (const HeaderField &field : example.request.headers) {
        if (field.name.toLower() == "authorization" || isKey(field.name))
            m_base.credentials.append(field);
    }
    const RequestBody *body =
        operation.requestBody ? resolve(m_flat, *operation.requestBody) : nullptr;
    const Named<MediaType> *media = body ? testedMedia(*body) : nullptr;
    if (body && !media) {
        m_base.rawBody = example.request.body;
        m_base.contentType = headerValue(example.request.headers, "content-type");
    }
    if (media) {
        const bool hasExample = !media->value.example.isUndefined() &&
                                m_values.accepts(media->value.schema, media->value.example);
        const Json valid =
            hasExample ? media->value.example : m_values.valid(media->value.schema, m_route);
        const Schema *model = resolve(m_flat, media->value.schema);
        if (parseMediaType(media->name.toLatin1()).isJson())
            m_base.body = valid;
        else
            m_base.form =
                RequestForm{media->name.toLatin1(), model ? *model : Schema(), valid.object()};
    }
    const QList<ErrorRule> rules = rulesOf(path, operation);
    appease(rules);
    for (const Parameter &parameter : parameters)
        addParameter(parameter);
    if (!m_base.body.isUndefined())
        addJson(*body, media->value);
    else if (m_base.form)
        addForm(*body, *media);
    addRules(operation, rules);
    m_tests.constraints.insert(m_route, m_constraints);
}

bool BoundaryGenerator::isKey(const QByteArray &header) const
{
    for (const Named<SecurityScheme> &scheme : m_flat.components.securitySchemes) {
        if (!scheme.isRaw() && scheme.value.in == u"header" &&
            scheme.value.name.compare(QString::fromLatin1(header), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
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

void BoundaryGenerator::note(const QString &name, const QString &constraint)
{
    const QString both = name + u' ' + constraint;
    if (!m_constraints.contains(both))
        m_constraints.append(both);
}

ValueCase BoundaryGenerator::leftOut()
{
    ValueCase missing;
    missing.note = QStringLiteral("left out");
    missing.isAccepted = false;
    missing.constraint = QStringLiteral("required");
    missing.errors = {{ErrorType::Missing, {}, {}}};
    return missing;
}

void BoundaryGenerator::add(const QString &name, const ValueCase &made, const RequestParts &parts,
                            const JsonArray &location, const Json &input, bool isExact)
{
    TestCase test;
    test.group = m_route;
    test.route = m_operation;
    test.name = QStringLiteral("%1: %2").arg(name, made.note);
    test.overrides = m_overrides;
    TestStep step;
    step.request = parts.request();
    if (made.isAccepted) {
        step.expect.isAccepted = true;
        if (m_isFastApi) // other statuses are the application's own errors
            step.expect.refusals = {422};
        test.steps.append(step);
        m_tests.cases.append(test);
        return;
    }
    note(name, made.constraint);
    test.constraint = name + u' ' + made.constraint;
    if (m_isFastApi)
        step.expect.status = 422;
    else
        step.expect.isRefused = true;
    if (isExact && m_isFastApi && !made.errors.isEmpty()) {
        JsonArray detail;
        for (const ExpectedError &expected : made.errors) {
            const ReadError error{expected.type, location + expected.inside,
                                  input,         expected.context,
                                  NodeId::None,  Keyword::Unknown};
            detail.append(error.toJson());
        }
        step.expect.body = JsonObject{{QStringLiteral("detail"), detail}};
    }
    test.steps.append(step);
    m_tests.cases.append(test);
}

} // namespace Mock
