#include "mockserver/contract/boundary_tests.h"

#include "designer/coercion/read_error.h"
#include "designer/model/behaviour/behaviour.h"
#include "designer/model/locate.h"
#include "designer/model/references.h"
#include "designer/openapi/flatten.h"
#include "mockserver/contract/example_requests.h"
#include "mockserver/contract/parameter_text.h"
#include "mockserver/contract/request_parts.h"
#include "mockserver/contract/value_cases.h"
#include "mockserver/engine/media_type.h"

using namespace Design;

namespace Mock
{

namespace
{

constexpr int deepest = 4; ///< objects and lists inside one another that are tested

/// The JSON with another value at the place; undefined takes it out.
Json replaced(const Json &json, const JsonArray &place, qsizetype at, const Json &value)
{
    if (at == place.size())
        return value;
    if (place[at].isString()) {
        JsonObject object = json.object();
        const QString key = place[at].string();
        const Json inner = replaced(object.value(key), place, at + 1, value);
        if (inner.isUndefined())
            object.remove(key);
        else
            object.insert(key, inner);
        return Json(object);
    }
    JsonArray list = json.array();
    const qsizetype index = place[at].toInt64();
    while (list.size() <= index)
        list.append(Json(nullptr));
    list[index] = replaced(list[index], place, at + 1, value);
    return Json(list);
}

Json at(const Json &json, const JsonArray &place)
{
    Json value = json;
    for (const Json &step : place)
        value = step.isString() ? value.value(step.string()) : value.array().value(step.toInt64());
    return value;
}

/// What a parameter's value looks like when it comes back as `input`: text.
Json asSent(const Json &value)
{
    if (!value.isArray())
        return Json(plainText(value));
    JsonArray list;
    for (const Json &item : value.array())
        list.append(Json(plainText(item)));
    return Json(list);
}

class Generator
{
public:
    Generator(const Api &api, Profile profile)
        : m_api(api)
        , m_flat(flattened(api))
        , m_isFastApi(profile == Profile::FastApi)
        , m_values(m_flat, m_isFastApi)
        , m_find([this](const Reference &reference) { return findReferenced(m_flat, reference); })
    {
        addOverrides();
    }

    BoundaryTests run()
    {
        for (const Named<PathItem> &path : m_flat.paths) {
            const PathItem *item = path.isRaw() ? nullptr : resolve(m_flat, path.value);
            if (!item)
                continue;
            for (const Operation &operation : item->operations)
                addOperation(path.name, *item, operation);
        }
        return m_tests;
    }

private:
    void addOverrides()
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

    void addOperation(const QString &path, const PathItem &item, const Operation &operation)
    {
        m_route = operation.method.toUpper() + u' ' + path;
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
        const MediaType *json = jsonOf(operation);
        if (operation.requestBody && !json) {
            m_base.rawBody = example.request.body;
            m_base.contentType = headerValue(example.request.headers, "content-type");
        }
        if (json)
            m_base.body = validBody(*json);
        for (const Parameter &parameter : parameters)
            addParameter(parameter);
        if (json && !m_base.body.isUndefined())
            addBody(operation, *json);
        m_tests.constraints.insert(m_route, m_constraints);
    }

    bool isKey(const QByteArray &header) const
    {
        for (const Named<SecurityScheme> &scheme : m_flat.components.securitySchemes) {
            if (!scheme.isRaw() && scheme.value.in == u"header" &&
                scheme.value.name.compare(QString::fromLatin1(header), Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    }

    void collect(const QList<Parameter> &list, QList<Parameter> *parameters) const
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
    void noteOwn(const QString &path, const Operation &operation)
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

    const MediaType *jsonOf(const Operation &operation) const
    {
        const RequestBody *body =
            operation.requestBody ? resolve(m_flat, *operation.requestBody) : nullptr;
        for (const Named<MediaType> &media : body ? body->content : NamedList<MediaType>()) {
            if (!media.isRaw() && parseMediaType(media.name.toLatin1()).isJson())
                return body->content.find(media.name);
        }
        return nullptr;
    }

    Json validValue(const Parameter &parameter)
    {
        const Schema schema = schemaOf(parameter);
        if (!parameter.example.isUndefined() && m_values.accepts(schema, parameter.example))
            return parameter.example;
        return m_values.valid(schema, m_route + partName(parameter));
    }

    static Schema schemaOf(const Parameter &parameter)
    {
        return parameter.content.isEmpty() ? parameter.schema
                                           : parameter.content.first().value.schema;
    }

    Json validBody(const MediaType &media)
    {
        if (!media.example.isUndefined() && m_values.accepts(media.schema, media.example))
            return media.example;
        return m_values.valid(media.schema, m_route);
    }

    void addParameter(const Parameter &parameter)
    {
        const QString name = partName(parameter);
        const bool isExact = m_isFastApi && m_own.contains(name);
        const JsonArray location{Json(parameter.in), Json(parameter.name)};
        const InputSchema input(schemaOf(parameter), m_find);
        if (parameter.required && parameter.in != u"path") {
            ValueCase missing;
            missing.note = QStringLiteral("left out");
            missing.isAccepted = false;
            missing.constraint = QStringLiteral("required");
            missing.error = ErrorType::Missing;
            note(name, missing.constraint);
            RequestParts parts = m_base;
            parts.values.remove(name);
            add(name, missing, parts, location, nullptr, isExact);
        }
        if (!parameter.content.isEmpty() || input.type == u"object" || input.type == u"array")
            return;
        const Json base = m_base.values.value(name);
        const Json valid = base.isUndefined() ? validValue(parameter) : base;
        QStringList constraints;
        for (const ValueCase &made : m_values.make(input, Spelling::Text, valid, &constraints)) {
            // What a dependency thinks of a valid value is its own matter.
            if (made.isAccepted && !m_own.contains(name))
                continue;
            const QString text = plainText(made.value);
            // Neither an empty segment nor one with blanks around it would arrive.
            if (parameter.in != u"query" && (text.isEmpty() || text != text.trimmed()))
                continue;
            const bool isLatin = std::all_of(text.begin(), text.end(), [](QChar c) {
                return c.unicode() > 31 && c.unicode() < 127;
            });
            if ((parameter.in == u"header" || parameter.in == u"cookie") &&
                (!isLatin || text.contains(u';')))
                continue;
            RequestParts parts = m_base;
            parts.values.insert(name, made.value);
            add(name, made, parts, location, asSent(made.value), isExact);
        }
        for (const QString &constraint : std::as_const(constraints))
            note(name, constraint);
    }

    void addBody(const Operation &operation, const MediaType &media)
    {
        const RequestBody *body = resolve(m_flat, *operation.requestBody);
        const JsonArray location{Json(QStringLiteral("body"))};
        if (body->required) {
            ValueCase missing;
            missing.note = QStringLiteral("left out");
            missing.isAccepted = false;
            missing.constraint = QStringLiteral("required");
            missing.error = ErrorType::Missing;
            note(QStringLiteral("body"), missing.constraint);
            RequestParts parts = m_base;
            parts.body = {};
            add(QStringLiteral("body"), missing, parts, location, nullptr, m_isFastApi);
        }
        ValueCase broken;
        broken.note = QStringLiteral("no JSON");
        broken.isAccepted = false;
        broken.constraint = QStringLiteral("syntax");
        broken.error = ErrorType::BodyJsonInvalid;
        broken.context = {{QStringLiteral("error"),
                           QStringLiteral("Expecting property name enclosed in double quotes")}};
        note(QStringLiteral("body"), broken.constraint);
        RequestParts parts = m_base;
        parts.rawBody = "{";
        add(QStringLiteral("body"), broken, parts, JsonArray{Json(QStringLiteral("body")), Json(1)},
            JsonObject(), m_isFastApi);
        const QString name = media.schema.reference().text.section(u'/', -1);
        m_isGathered = name.startsWith(QLatin1String("Body_"));
        addValue({}, media.schema, 0);
        m_isGathered = false;
    }

    /// All cases of the value at a place in the body, and of what is inside it.
    void addValue(const JsonArray &place, const Schema &schema, int depth)
    {
        if (depth > deepest)
            return;
        const InputSchema input(schema, m_find);
        Json valid = at(m_base.body, place);
        if (valid.isUndefined() || valid.isNull())
            valid = m_values.valid(input.origin, m_route + nameOf(place));
        if (valid.isUndefined())
            return;
        RequestParts filled = m_base;
        filled.body = replaced(m_base.body, place, 0, valid);
        const QString name = nameOf(place);
        const JsonArray location = JsonArray{Json(QStringLiteral("body"))} + place;
        const bool isExact = m_isFastApi && !m_isGathered;
        QStringList constraints;
        for (const ValueCase &made : m_values.make(input, Spelling::Json, valid, &constraints)) {
            if (place.isEmpty() && made.value.isNull())
                continue; // means "no body"
            RequestParts parts = m_base;
            parts.body = replaced(m_base.body, place, 0, made.value);
            add(name, made, parts, location, made.value, isExact);
        }
        for (const QString &constraint : std::as_const(constraints))
            note(name, constraint);
        if (input.isUnion)
            return;
        const RequestParts before = std::exchange(m_base, filled);
        if (input.type == u"object")
            addFields(place, input, depth);
        else if (input.type == u"array" && !valid.array().isEmpty())
            addValue(place + JsonArray{Json(0)}, input.flat.schema(Keyword::Items), depth + 1);
        m_base = before;
    }

    void addFields(const JsonArray &place, const InputSchema &input, int depth)
    {
        const JsonArray location = JsonArray{Json(QStringLiteral("body"))} + place;
        QStringList names;
        for (const Schema &part : input.flat.parts()) {
            for (const Named<Schema> &field : part.members(Keyword::Properties)) {
                if (field.isRaw() || names.contains(field.name))
                    continue;
                names.append(field.name);
                const Schema said = fieldOf(input, field.name);
                const FlatSchema flat(said, m_find);
                if (flat.flag(Keyword::ReadOnly))
                    continue;
                const JsonArray inner = place + JsonArray{Json(field.name)};
                if (isRequired(input, field.name)) {
                    ValueCase missing;
                    missing.note = QStringLiteral("left out");
                    missing.isAccepted = false;
                    missing.constraint = QStringLiteral("required");
                    missing.error = ErrorType::Missing;
                    note(nameOf(inner), missing.constraint);
                    RequestParts parts = m_base;
                    parts.body = replaced(m_base.body, inner, 0, {});
                    add(nameOf(inner), missing, parts, location + JsonArray{Json(field.name)},
                        at(parts.body, place), m_isFastApi && !m_isGathered);
                }
                addValue(inner, said, depth + 1);
            }
        }
        addExtra(place, input, location);
    }

    void addExtra(const JsonArray &place, const InputSchema &input, const JsonArray &location)
    {
        const Schema others = input.flat.schema(Keyword::AdditionalProperties);
        const bool isForbidden = others.isBoolean() && !*others.booleanValue();
        if (!others.isAbsent() && !isForbidden)
            return;
        const Json extra(QStringLiteral("unexpected"));
        ValueCase made;
        made.note = QStringLiteral("with a field that nobody knows");
        made.isAccepted = !isForbidden;
        made.constraint = isForbidden ? QStringLiteral("additionalProperties") : QString();
        if (isForbidden)
            made.error = ErrorType::ExtraForbidden;
        RequestParts parts = m_base;
        parts.body = replaced(m_base.body, place + JsonArray{extra}, 0, extra);
        if (isForbidden)
            note(nameOf(place), made.constraint);
        add(nameOf(place), made, parts, location + JsonArray{extra}, extra,
            m_isFastApi && !m_isGathered);
    }

    static Schema fieldOf(const InputSchema &input, const QString &name)
    {
        Schema found; // the one nearest to the model itself wins
        for (const Schema &part : input.flat.parts()) {
            if (const Schema *field = part.members(Keyword::Properties).find(name))
                found = *field;
        }
        return found;
    }

    static bool isRequired(const InputSchema &input, const QString &name)
    {
        return std::any_of(input.flat.parts().begin(), input.flat.parts().end(),
                           [&](const Schema &part) { return part.isRequired(name); });
    }

    static QString nameOf(const JsonArray &place)
    {
        QString name = QStringLiteral("body");
        for (const Json &step : place)
            name +=
                u'.' + (step.isString() ? step.string() : QString::fromLatin1(step.numberText()));
        return name;
    }

    void note(const QString &name, const QString &constraint)
    {
        const QString both = name + u' ' + constraint;
        if (!m_constraints.contains(both))
            m_constraints.append(both);
    }

    void add(const QString &name, const ValueCase &made, const RequestParts &parts,
             const JsonArray &location, const Json &input, bool isExact)
    {
        TestCase test;
        test.group = m_route;
        test.name = QStringLiteral("%1: %2").arg(name, made.note);
        test.overrides = m_overrides;
        TestStep step;
        step.request = parts.request();
        if (made.isAccepted) {
            step.expect.isAccepted = true;
        } else {
            test.constraint = name + u' ' + made.constraint;
            if (m_isFastApi)
                step.expect.status = 422;
            else
                step.expect.isRefused = true;
            if (isExact && made.error) {
                const ReadError error{*made.error,  location,     input,
                                      made.context, NodeId::None, Keyword::Unknown};
                step.expect.body =
                    JsonObject{{QStringLiteral("detail"), JsonArray{error.toJson()}}};
            }
        }
        test.steps.append(step);
        m_tests.cases.append(test);
    }

    const Api m_api;
    const Api m_flat;
    const bool m_isFastApi;
    ValueCases m_values;
    const FindSchema m_find;
    BoundaryTests m_tests;
    JsonObject m_overrides;
    QString m_route;
    QStringList m_constraints;
    QStringList m_own;
    RequestParts m_base;
    bool m_isGathered = false;
};

} // namespace

BoundaryTests boundaryTests(const Api &api, Profile profile)
{
    return Generator(api, profile).run();
}

} // namespace Mock
