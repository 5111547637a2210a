#include "mockserver/engine/fastapi_inputs.h"

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
    const bool isSequence = parameter.type->isSequence();
    switch (parameter.place) {
    case ParameterPlan::Place::Path:
        return parameter.pathIndex < 0 ? Json() : Json(m_inputs.pathValue(parameter.pathIndex));
    case ParameterPlan::Place::Query:
        return pick(m_inputs.queryValues(parameter.name), isSequence, false);
    case ParameterPlan::Place::Header:
        return pick(m_inputs.headers(parameter.name), isSequence, true);
    case ParameterPlan::Place::Cookie: {
        const std::optional<QString> cookie = m_inputs.cookie(parameter.name);
        return cookie ? Json(*cookie) : Json();
    }
    }
    return {};
}

void FastApiReader::readParameters(ParameterPlan::Place place)
{
    for (const ParameterPlan &parameter : m_route.parameters) {
        if (parameter.place != place)
            continue;
        const JsonArray location{Json(placeName(place)), Json(parameter.name)};
        const Json value = given(parameter);
        const Json read =
            value.isUndefined()
                ? missing(location, parameter.isRequired, parameter.fallback, parameter.node)
                : checked(location, parameter.rules,
                          readOne(location, *parameter.type, value, false));
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
                            bool isBytes)
{
    Design::Reading reading(location);
    const Json read = isBytes ? reading.readBytes(type, value) : reading.read(type, value);
    m_isExhausted = m_isExhausted || (reading.isExhausted() && !reading.hasTooManyErrors());
    m_errors.append(reading.errors());
    return read;
}

Json FastApiReader::checked(const JsonArray &location, const RulePlan &plan, const Json &value)
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
            const Json value = formValue(field, body);
            if (!value.isUndefined())
                form.insert(field.name, value);
        }
        for (const auto &[name, value] : body.formFields) {
            if (!form.contains(name)) // for models that forbid what they do not know
                form.insert(name, allOf(body, name));
        }
        m_values.body =
            checked(location, plan.rules, readOne(location, *plan.type, Json(form), false));
        return;
    }
    case BodyPlan::Kind::Whole:
        break;
    }
    if (body.kind == FastApiBody::Kind::Absent || body.value.isNull()) {
        m_values.body = missing(location, plan.isRequired, plan.fallback, plan.node);
        return;
    }
    const bool isBytes = body.kind == FastApiBody::Kind::Bytes;
    m_values.body =
        checked(location, plan.rules, readOne(location, *plan.type, body.value, isBytes));
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
    // An empty field of a form counts as not filled in.
    const Json &last = values.last();
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
            value = formValue(field, body);
        else if (isObject)
            value = body.value.value(field.name);
        Json read;
        if (!isForm && !isObject && !isNothing) // a list or a scalar has no fields at all
            missing(location, true, {}, field.node);
        else if (value.isUndefined() || value.isNull())
            read = missing(location, field.isRequired, field.fallback, field.node);
        else
            read = readOne(location, *field.type, value, false);
        if (!read.isUndefined())
            values.insert(field.name, read);
    }
    m_values.body = checked({Json(QStringLiteral("body"))}, m_route.body.rules, Json(values));
}

} // namespace Mock
