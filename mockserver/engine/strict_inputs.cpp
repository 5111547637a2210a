#include "mockserver/engine/strict_inputs.h"

#include "designer/text/json_reader.h"
#include "designer/text/pointer.h"
#include "mockserver/engine/form_reader.h"
#include "mockserver/engine/media_type.h"
#include "mockserver/engine/style_reader.h"

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

using Place = ParameterPlan::Place;

QString placeName(Place place)
{
    switch (place) {
    case Place::Path:
        return QStringLiteral("path");
    case Place::Query:
        return QStringLiteral("query");
    case Place::Header:
        return QStringLiteral("header");
    case Place::Cookie:
        return QStringLiteral("cookie");
    }
    return {};
}

Violation violationOf(const Design::SchemaError &error, const JsonArray &start)
{
    Violation violation;
    JsonArray location = start;
    for (const QString &token : Design::pointerTokens(error.instance))
        location.append(Json(token));
    violation.location = Json(location);
    violation.type = Design::keywordName(error.keyword);
    violation.message = error.message;
    violation.input = error.actual;
    violation.context = error.limit;
    violation.node = error.schema;
    violation.keyword = error.keyword;
    return violation;
}

} // namespace

Json StrictReader::given(const ParameterPlan &parameter) const
{
    QStringList used;
    switch (parameter.place) {
    case Place::Path:
        return parameter.pathIndex < 0
                   ? Json()
                   : readStyled(m_inputs.pathValue(parameter.pathIndex), parameter.name,
                                parameter.style, parameter.shape);
    case Place::Query:
        return readPairs(m_inputs.query(), parameter.name, parameter.style, parameter.shape, &used);
    case Place::Header: {
        const QStringList fields = m_inputs.headers(parameter.name);
        return fields.isEmpty() ? Json()
                                : readStyled(fields.join(u','), parameter.name, parameter.style,
                                             parameter.shape);
    }
    case Place::Cookie: {
        const std::optional<QString> cookie = m_inputs.cookie(parameter.name);
        return cookie ? readStyled(*cookie, parameter.name, parameter.style, parameter.shape)
                      : Json();
    }
    }
    return {};
}

void StrictReader::readParameters(Place place)
{
    for (const ParameterPlan &parameter : m_route.parameters) {
        if (parameter.place != place)
            continue;
        Json value = given(parameter);
        if (value.isUndefined() && parameter.isRequired) {
            Violation violation;
            violation.location = JsonArray{Json(placeName(place)), Json(parameter.name)};
            violation.type = QStringLiteral("required");
            violation.message = QStringLiteral("is required");
            violation.node = parameter.node;
            violation.keyword = Design::Keyword::Required;
            m_violations.append(violation);
            m_problems.append({QString(), placeName(place) + u'.' + parameter.name,
                               violation.message, violation.type});
            m_status = 400;
            continue;
        }
        if (value.isUndefined()) {
            value = parameter.fallback;
        } else {
            const Design::Validation found = validate(parameter.schema, value);
            if (!found.isValid()) {
                addErrors(found, &parameter);
                continue;
            }
        }
        if (!value.isUndefined())
            (place == Place::Path ? m_values.path : m_values.other).insert(parameter.name, value);
    }
}

void StrictReader::addErrors(const Design::Validation &found, const ParameterPlan *parameter)
{
    const JsonArray start =
        parameter ? JsonArray{Json(placeName(parameter->place)), Json(parameter->name)}
                  : JsonArray{Json(QStringLiteral("body"))};
    const QString name =
        parameter ? placeName(parameter->place) + u'.' + parameter->name : QString();
    for (const Design::SchemaError &error : found.errors) {
        m_violations.append(violationOf(rootCause(error), start));
        ProblemEntry problem;
        if (parameter)
            problem.parameter = name;
        else
            problem.pointer = error.instance.isNull() ? QStringLiteral("") : error.instance;
        problem.detail = error.message;
        problem.rule = Design::keywordName(error.keyword);
        m_problems.append(problem);
    }
    if (parameter)
        m_status = 400;
    else if (m_status == 0)
        m_status = found.outcome == Design::Validation::TooCostly ? 500 : 422;
}

bool StrictReader::refuse(int status, const QString &detail)
{
    m_status = status;
    m_detail = detail;
    return false;
}

bool StrictReader::readBody()
{
    const BodyPlan &plan = m_route.body;
    if (plan.kind == BodyPlan::Kind::None)
        return true;
    if (m_request.body.isEmpty()) {
        return !plan.isRequired || refuse(400, QStringLiteral("The request must have a body."));
    }
    const QByteArray contentType = m_inputs.contentType();
    for (const BodyPlan::Media &media : plan.media) {
        if (!m_media && mediaTypeMatches(contentType, media.range))
            m_media = &media;
    }
    if (!m_media) {
        QByteArrayList accepted;
        for (const BodyPlan::Media &media : plan.media)
            accepted.append(media.range);
        return refuse(415, QStringLiteral("The body must be of type %1.")
                               .arg(QString::fromLatin1(accepted.join(" or "))));
    }
    const ParsedMediaType type = parseMediaType(contentType);
    if (type.isJson())
        return readJsonBody();
    if (type.type == "application/x-www-form-urlencoded" || type.type == "multipart/form-data")
        return readFormBody(contentType);
    const bool isText = type.type.startsWith("text/");
    m_values.body =
        Json(isText ? QString::fromUtf8(m_request.body) : QString::fromLatin1(m_request.body));
    return true;
}

bool StrictReader::readJsonBody()
{
    const Design::ReadText text = Design::readJson(m_request.body);
    if (!text.value.isUndefined() && !Design::hasErrors(text.diagnostics)) {
        m_values.body = text.value;
        return true;
    }
    for (const Design::Diagnostic &diagnostic : text.diagnostics) {
        if (diagnostic.severity == Design::Severity::Error) {
            return refuse(400, QStringLiteral("The body is not JSON: line %1, column %2: %3")
                                   .arg(diagnostic.position.line)
                                   .arg(diagnostic.position.column)
                                   .arg(diagnostic.message));
        }
    }
    return refuse(400, QStringLiteral("The body is not JSON."));
}

bool StrictReader::readFormBody(const QByteArray &contentType)
{
    const ParsedMediaType type = parseMediaType(contentType);
    const bool isMultipart = type.type == "multipart/form-data";
    const ReadForm form =
        isMultipart ? readMultipart(m_request.body, type) : readUrlEncoded(m_request.body);
    if (!form.error.isEmpty())
        return refuse(400, form.error);
    QList<NamedText> pairs;
    JsonObject values;
    for (const FormField &field : form.fields) {
        const bool isJson = parseMediaType(field.contentType).isJson();
        if (isJson)
            values.insert(field.name, Design::readJson(field.content).value);
        else if (field.value.isObject()) // a file: its bytes, one character each
            values.insert(field.name, Json(QString::fromLatin1(field.content)));
        else
            pairs.append({field.name, field.value.toString()});
    }
    for (const NamedText &pair : std::as_const(pairs)) {
        const QString name = pair.name.section(u'[', 0, 0);
        const bool isDeep = name != pair.name && m_media->shape.fields.contains(name);
        const QString field = isDeep ? name : pair.name;
        if (values.contains(field))
            continue;
        ParameterStyle style = m_media->styles.value(field);
        if (isDeep)
            style.form = ParameterStyle::Form::DeepObject;
        const TextShape &shape = m_media->shape.field(field);
        if (shape.isObject && !isDeep) // OpenAPI 3.1, section 4.8.14: written as JSON
            style.form = ParameterStyle::Form::Json;
        QStringList used;
        values.insert(field, readPairs(pairs, field, style, shape, &used));
    }
    m_values.body = Json(values);
    return true;
}

void StrictReader::checkBody()
{
    if (!m_media || m_media->isOpen || m_values.body.isUndefined())
        return;
    Design::ValidateOptions options;
    options.direction = Design::Direction::Request;
    const Design::Validation found = validate(m_media->schema, m_values.body, options);
    if (!found.isValid())
        addErrors(found, nullptr);
}

} // namespace Mock
