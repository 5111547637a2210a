#include "mockserver/engine/inputs/fastapi_inputs.h"

#include "designer/coercion/reading.h"
#include "designer/coercion/type.h"
#include "designer/schema/validator.h"
#include "designer/text/pointer.h"

using Design::ErrorType;
using Design::Json;
using Design::JsonArray;
using Design::JsonObject;
using Design::Keyword;
using Design::NodeId;

namespace Mock
{

namespace
{

QString placeName(ParameterPlan::Place place)
{
    switch (place) {
    case ParameterPlan::Place::Path:
        return QStringLiteral("path");
    case ParameterPlan::Place::Query:
        return QStringLiteral("query");
    case ParameterPlan::Place::Header:
        return QStringLiteral("header");
    case ParameterPlan::Place::Cookie:
        return QStringLiteral("cookie");
    }
    return {};
}

/// A list type gets all values; else one of them counts. Undefined when there is none.
Json pick(const QStringList &values, bool isSequence, bool isFirst)
{
    if (values.isEmpty())
        return {};
    if (!isSequence)
        return Json(isFirst ? values.first() : values.last());
    JsonArray list;
    for (const QString &value : values)
        list.append(Json(value));
    return Json(list);
}

/// What was sent, else the default: FastAPI checks both alike, but for a default of None.
Json sentOrDefault(const Json &sent, bool isRequired, const Json &fallback)
{
    return sent.isUndefined() && !isRequired && !fallback.isNull() ? fallback : sent;
}

/// The tokens of a pointer into the value, those into arrays as numbers.
JsonArray pythonLocation(const Json &value, const QString &pointer)
{
    JsonArray location;
    Json at = value;
    for (const QString &token : Design::pointerTokens(pointer)) {
        const bool isIndex = at.isArray();
        location.append(isIndex ? Json(token.toLongLong()) : Json(token));
        at = isIndex ? at.array().value(token.toLongLong()) : at.value(token);
    }
    return location;
}

} // namespace

Json FastApiReader::given(const ParameterPlan &parameter) const
{
    if (parameter.place == ParameterPlan::Place::Path)
        return parameter.pathIndex < 0 ? Json() : Json(m_inputs.pathValue(parameter.pathIndex));
    return given(parameter.place, parameter.name, parameter.type->isSequence());
}

Json FastApiReader::given(ParameterPlan::Place place, const QString &name, bool isSequence) const
{
    if (place == ParameterPlan::Place::Query)
        return pick(m_inputs.queryValues(name), isSequence, false);
    if (place == ParameterPlan::Place::Header)
        return pick(m_inputs.headers(name), isSequence, true);
    const std::optional<QString> cookie = m_inputs.cookie(name);
    return cookie ? Json(*cookie) : Json();
}

QStringList FastApiReader::namesIn(ParameterPlan::Place place) const
{
    QStringList names;
    if (place == ParameterPlan::Place::Header)
        return m_inputs.headerNames();
    const bool isQuery = place == ParameterPlan::Place::Query;
    for (const NamedText &pair : isQuery ? m_inputs.query() : m_inputs.cookies())
        names.append(pair.name);
    return names;
}

JsonObject FastApiReader::modelInput(const ParameterPlan &parameter) const
{
    JsonObject input;
    QStringList known;
    for (const ParameterPlan::Field &field : parameter.fields) {
        const Json value = sentOrDefault(given(parameter.place, field.wireName, field.isSequence),
                                         false, field.fallback);
        if (!value.isUndefined())
            input.insert(field.name, value);
        known << field.wireName << field.name;
    }
    for (const QString &name : namesIn(parameter.place)) {
        if (known.contains(name))
            continue;
        const Json all = given(parameter.place, name, true);
        const bool isOne = all.isArray() && all.array().size() == 1;
        input.insert(name, isOne ? all.array().first() : all);
    }
    return input;
}

void FastApiReader::readModel(const ParameterPlan &parameter)
{
    const JsonArray location{Json(placeName(parameter.place))};
    const Json read =
        checked(location, parameter.rules,
                readOne(location, *parameter.type, Json(modelInput(parameter)), Given::Value));
    for (const JsonObject::Member &member : read.object())
        m_values.other.insert(member.key, member.value);
}

void FastApiReader::readParameters(ParameterPlan::Place place)
{
    for (const ParameterPlan &parameter : m_route.parameters) {
        if (parameter.place != place)
            continue;
        if (!parameter.fields.isEmpty()) {
            readModel(parameter);
            continue;
        }
        const JsonArray location{Json(placeName(place)), Json(parameter.name)};
        Json value = given(parameter);
        const bool isEmptyAbsent =
            parameter.type->isEmptyAbsent() || parameter.type->isSequence(); // a list's cookie
        if (value == Json(QString()) && isEmptyAbsent)
            value = Json();
        value = sentOrDefault(value, parameter.isRequired, parameter.fallback);
        const Json read =
            value.isUndefined()
                ? missing(location, parameter.isRequired, parameter.fallback, parameter.node)
                : checked(location, parameter.rules,
                          readOne(location, *parameter.type, value, Given::Value));
        if (read.isUndefined())
            continue;
        JsonObject &values = place == ParameterPlan::Place::Path ? m_values.path : m_values.other;
        values.insert(parameter.name, read);
    }
}

Json FastApiReader::missing(const JsonArray &location, bool isRequired, const Json &fallback,
                            NodeId node)
{
    if (!isRequired)
        return fallback;
    m_errors.append({ErrorType::Missing, location, Json(nullptr), {}, node, Keyword::Required});
    return {};
}

Json FastApiReader::readOne(const JsonArray &location, const Design::Type &type, const Json &value,
                            Given given)
{
    Design::Reading reading(location);
    // Where the design says nothing about the answer, what was read comes back in it.
    reading.setEncoded(m_route.answer.isOpen && !m_route.around);
    const Json read = given == Given::Value ? reading.read(type, value)
                                            : reading.readBytes(type, value, given == Given::Text);
    m_isUnwritable = m_isUnwritable || (given == Given::Bytes && reading.errorCount() > 0);
    m_isExhausted = m_isExhausted || (reading.isExhausted() && !reading.hasTooManyErrors());
    m_errors.append(reading.errors());
    return read;
}

Json FastApiReader::checked(const JsonArray &location, const ExtraRulePlan &plan, const Json &value)
{
    if (plan.schema.isNull() || value.isUndefined())
        return value;
    Design::ValidateOptions options;
    options.direction = Design::Direction::Request;
    const Design::Validation found = validate(plan.schema, value, options);
    m_isExhausted = m_isExhausted || found.outcome == Design::Validation::TooCostly;
    const qsizetype before = m_errors.size();
    for (const Design::SchemaError &error : found.errors) {
        if (!plan.rules->isOne(error.schema, error.keyword))
            continue;
        JsonArray place = location;
        place.append(pythonLocation(value, error.instance));
        m_errors.append({ErrorType::ValueError,
                         place,
                         error.actual.isUndefined() ? value : error.actual,
                         {{QStringLiteral("text"), error.message}},
                         error.schema,
                         error.keyword});
    }
    return m_errors.size() == before ? value : Json();
}

void FastApiReader::readBody(const FastApiBody &body)
{
    const BodyPlan &plan = m_route.body;
    const JsonArray location{Json(QStringLiteral("body"))};
    switch (plan.kind) {
    case BodyPlan::Kind::None:
        return;
    case BodyPlan::Kind::Fields:
    case BodyPlan::Kind::Form:
        readFields(body);
        return;
    case BodyPlan::Kind::FormModel: {
        JsonObject form;
        for (const BodyPlan::Field &field : plan.fields) {
            const Json value =
                sentOrDefault(formValue(field, body), field.isRequired, field.fallback);
            if (!value.isUndefined())
                form.insert(field.name, value);
        }
        for (const auto &[name, value] : body.formFields) {
            if (!form.contains(name)) // for models that forbid what they do not know
                form.insert(name, allOf(body, name));
        }
        m_values.body =
            checked(location, plan.rules, readOne(location, *plan.type, Json(form), Given::Value));
        return;
    }
    case BodyPlan::Kind::Whole:
        break;
    }
    if (body.kind == FastApiBody::Kind::Absent || body.value.isNull()) {
        m_values.body = missing(location, plan.isRequired, plan.fallback, plan.node);
        return;
    }
    const Given given = body.kind != FastApiBody::Kind::Bytes ? Given::Value
                        : body.isText                         ? Given::Text
                                                              : Given::Bytes;
    m_values.body = checked(location, plan.rules, readOne(location, *plan.type, body.value, given));
}

/// The value of a field that no model knows, as a list if it came several times.
Json FastApiReader::allOf(const FastApiBody &body, const QString &wanted)
{
    JsonArray values;
    for (const auto &[name, value] : body.formFields) {
        if (name == wanted)
            values.append(value);
    }
    return values.size() == 1 ? values.first() : Json(values);
}

Json FastApiReader::formValue(const BodyPlan::Field &field, const FastApiBody &body) const
{
    JsonArray values;
    for (const auto &[name, value] : body.formFields) {
        if (name == field.name)
            values.append(value);
    }
    if (values.isEmpty())
        return {};
    if (field.type->isSequence())
        return Json(values);
    // An empty field of a form counts as not filled in, unless it is the field of a model.
    const Json &last = values.last();
    if (m_route.body.kind == BodyPlan::Kind::FormModel)
        return last;
    return last.isString() && last.string().isEmpty() ? Json() : last;
}

void FastApiReader::readFields(const FastApiBody &body)
{
    const bool isForm = body.kind == FastApiBody::Kind::Form;
    const bool isObject = body.kind == FastApiBody::Kind::Value && body.value.isObject();
    const bool isNothing = body.kind == FastApiBody::Kind::Absent ||
                           body.kind == FastApiBody::Kind::Bytes || body.value.isNull();
    JsonObject values;
    for (const BodyPlan::Field &field : m_route.body.fields) {
        const JsonArray location{Json(QStringLiteral("body")), Json(field.name)};
        Json value;
        if (isForm)
            value = sentOrDefault(formValue(field, body), field.isRequired, field.fallback);
        else if (isObject)
            value = body.value.value(field.name);
        Json read;
        if (!isForm && !isObject && !isNothing) // a list or a scalar has no fields at all
            missing(location, true, {}, field.node);
        else if (value.isUndefined() || value.isNull())
            read = missing(location, field.isRequired, field.fallback, field.node);
        else
            read = readOne(location, *field.type, value, Given::Value);
        if (!read.isUndefined())
            values.insert(field.name, read);
    }
    m_values.body = checked({Json(QStringLiteral("body"))}, m_route.body.rules, Json(values));
}

} // namespace Mock
