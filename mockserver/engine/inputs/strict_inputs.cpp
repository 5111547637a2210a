#include "mockserver/engine/inputs/strict_inputs.h"

#include "designer/text/yaml/yaml_reader.h"
#include "mockserver/engine/errors/schema_violation.h"
#include "mockserver/engine/inputs/form_reader.h"
#include "mockserver/engine/inputs/form_values.h"
#include "mockserver/engine/inputs/media_type.h"
#include "mockserver/engine/inputs/part_check.h"
#include "mockserver/engine/inputs/xml_body.h"

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

/// Text as its schema means it; of other types the bytes, one character each.
Json textValue(const QByteArray &bytes, const ParsedMediaType &type, const TextShape &shape)
{
    if (type.type.startsWith("text/") || type.isXml())
        return scalarFromText(decodedAs(bytes, type), shape);
    return Json(QString::fromLatin1(bytes));
}

} // namespace

StyledValue StrictReader::given(const ParameterPlan &parameter) const
{
    switch (parameter.place) {
    case Place::Path:
        if (parameter.pathIndex < 0 || m_inputs.pathValue(parameter.pathIndex).isEmpty())
            return {};
        return readStyled(m_inputs.pathValue(parameter.pathIndex), parameter.name, parameter.style,
                          parameter.shape);
    case Place::Query: {
        if (parameter.isWholeQuery && parameter.style.form != ParameterStyle::Form::Form) {
            const QByteArray query = queryOf(m_request.target);
            return query.isEmpty() ? StyledValue()
                                   : readStyled(percentDecoded(query), parameter.name,
                                                parameter.style, parameter.shape);
        }
        QSet<QString> others;
        for (const ParameterPlan &other : m_route.parameters) {
            if (!parameter.shape.isOpen)
                break; // only an object of any members asks
            if (other.place == Place::Query && other.name != parameter.name)
                others.insert(other.name);
        }
        return readPairs(m_inputs.markedQuery(), parameter.name, parameter.style, parameter.shape,
                         others);
    }
    case Place::Header: {
        const QStringList fields = m_inputs.headers(parameter.name);
        if (fields.isEmpty())
            return {};
        // Blanks around the commas of a list mean nothing (RFC 9110 section 5.6.1).
        QStringList parts = fields.join(u',').split(u',');
        if (parameter.shape.isArray || parameter.shape.isObject) {
            for (QString &part : parts)
                part = part.trimmed();
        }
        return readStyled(parts.join(u','), parameter.name, parameter.style, parameter.shape);
    }
    case Place::Cookie: {
        QList<NamedText> pairs = m_inputs.markedCookies();
        ParameterStyle style = parameter.style;
        // No cookie may contain a comma (RFC 6265 section 4.1.1), so one can only separate.
        const auto isIts = [&](const NamedText &pair) { return pair.name == parameter.name; };
        if (std::count_if(pairs.begin(), pairs.end(), isIts) == 1 && !parameter.shape.isObject)
            style.explode = false;
        return readPairs(pairs, parameter.name, style, parameter.shape);
    }
    }
    return {};
}

void StrictReader::readParameters(Place place)
{
    for (const ParameterPlan &parameter : m_route.parameters) {
        if (parameter.place != place)
            continue;
        const JsonArray location{Json(placeName(place)), Json(parameter.name)};
        StyledValue read = given(parameter);
        if (!read.problem.isEmpty()) {
            addViolation(location, QStringLiteral("style"), read.problem, parameter.node);
            continue;
        }
        if (read.value.isUndefined() && parameter.isRequired) {
            addViolation(location, QStringLiteral("required"), QStringLiteral("is required"),
                         parameter.node, Design::Keyword::Required);
            continue;
        }
        const bool isEmpty = read.value.isString() && read.value.string().isEmpty();
        if (isEmpty && place == Place::Query && !parameter.mayBeEmpty &&
            parameter.shape.isSingle()) {
            addViolation(location, QStringLiteral("allowEmptyValue"),
                         QStringLiteral("must not be empty"), parameter.node);
            continue;
        }
        if (read.value.isUndefined()) {
            read.value = parameter.fallback;
        } else if (!isEmpty || !parameter.mayBeEmpty) {
            const Design::Validation found = validate(parameter.schema, read.value);
            if (!found.isValid()) {
                addErrors(found, &parameter, read.value);
                continue;
            }
        }
        if (!read.value.isUndefined()) {
            JsonObject &values = place == Place::Path ? m_values.path : m_values.other;
            values.insert(parameter.name, read.value);
        }
    }
}

void StrictReader::addViolation(const JsonArray &location, const QString &type,
                                const QString &message, Design::NodeId node,
                                Design::Keyword keyword)
{
    Violation violation;
    violation.location = Json(location);
    violation.type = type;
    violation.message = message;
    violation.node = node;
    violation.keyword = keyword;
    m_violations.append(violation);
}

void StrictReader::addErrors(const Design::Validation &found, const ParameterPlan *parameter,
                             const Json &value)
{
    const JsonArray start =
        parameter ? JsonArray{Json(placeName(parameter->place)), Json(parameter->name)}
                  : JsonArray{Json(QStringLiteral("body"))};
    for (const Design::SchemaError &error : found.errors)
        m_violations.append(violationOf(rootCause(error), start, value));
    m_isTooCostly |= found.outcome == Design::Validation::TooCostly;
}

bool StrictReader::refuse(int status, const QString &type, const QString &detail)
{
    m_refusal.status = status;
    m_refusal.detail = detail;
    Violation violation;
    violation.location = JsonArray{Json(QStringLiteral("body"))};
    violation.type = type;
    violation.message = detail;
    violation.node = m_media                                     ? m_media->node
                     : m_route.body.kind == BodyPlan::Kind::None ? m_route.operation
                                                                 : m_route.body.node;
    m_refusal.violations = {violation};
    return false;
}

bool StrictReader::chooseMedia()
{
    const QByteArray contentType = m_inputs.contentType();
    if (contentType.isEmpty()) { // RFC 9110 section 8.3 leaves it to us what it may be
        m_media = m_route.body.media.isEmpty() ? nullptr : &m_route.body.media.first();
        return true;
    }
    int best = 0;
    for (const BodyPlan::Media &media : m_route.body.media) {
        const int fits = mediaTypeFit(contentType, media.range);
        if (fits > best) {
            best = fits;
            m_media = &media;
        }
    }
    // JSON of any kind can be read as mere JSON (RFC 6839 section 3.1).
    const auto isMereJson = [](const BodyPlan::Media &media) {
        const ParsedMediaType type = parseMediaType(media.range);
        return type.type == "application/json" && !type.hasOwnParameters();
    };
    if (!m_media && parseMediaType(contentType).isJson()) {
        const auto json =
            std::find_if(m_route.body.media.begin(), m_route.body.media.end(), isMereJson);
        m_media = json == m_route.body.media.end() ? nullptr : &*json;
    }
    if (m_media || m_route.body.media.isEmpty())
        return true;
    QByteArrayList accepted;
    for (const BodyPlan::Media &media : m_route.body.media)
        accepted.append(media.range);
    refuse(415, QStringLiteral("media_type"),
           QStringLiteral("The body must be of type %1.")
               .arg(QString::fromLatin1(accepted.join(" or "))));
    // RFC 9110 section 15.5.16, and the fields that say it for a method.
    const QByteArray list = accepted.join(", ");
    m_refusal.headers.append({"accept", list});
    if (m_request.method == "POST")
        m_refusal.headers.append({"accept-post", list});
    else if (m_request.method == "PATCH")
        m_refusal.headers.append({"accept-patch", list});
    return false;
}

bool StrictReader::readBody()
{
    // No bytes are a form without fields, where a form was announced; else no body.
    const bool isEmptyForm = parseMediaType(m_inputs.contentType()).type ==
                             QByteArrayView("application/x-www-form-urlencoded");
    if (m_request.body.isEmpty() && !isEmptyForm)
        return true;
    if (m_route.body.kind == BodyPlan::Kind::None) {
        return m_request.body.isEmpty() ||
               refuse(415, QStringLiteral("media_type"),
                      QStringLiteral("%1 takes no body.").arg(m_route.title));
    }
    if (!chooseMedia())
        return false;
    if (!m_media)
        return true;
    QByteArray contentType = m_inputs.contentType();
    if (contentType.isEmpty())
        contentType = m_media->range;
    const ParsedMediaType type = parseMediaType(contentType);
    if (m_media->stream != StreamForm::None)
        return readStreamBody();
    if (type.isJson())
        return readDataBody(Design::readJson(m_request.body), QStringLiteral("JSON"));
    if (type.isYaml() && !m_media->isOpen)
        return readDataBody(Design::readYaml(m_request.body), QStringLiteral("YAML"));
    const TextShape &shape = m_media->shape;
    const bool isForm =
        type.type == "application/x-www-form-urlencoded" || type.type == "multipart/form-data";
    const bool isMultipart = type.type.startsWith("multipart/");
    const bool isPositional = !m_media->places.isEmpty() || m_media->others;
    if (isMultipart && isPositional)
        return readPartsBody(type);
    if (isForm ? shape.isObject || !shape.isString : isMultipart && shape.isObject)
        return readFormBody(type);
    if (isMultipart && shape.isArray)
        return readPartsBody(type);
    const bool isWritten = shape.isMereText(); // the document as it is
    if (m_media->xml && !m_media->isOpen && !isWritten && type.isXml())
        return readXmlBody();
    m_values.body = textValue(m_request.body, type, shape);
    return true;
}

bool StrictReader::readStreamBody()
{
    const ReadStream read = readStream(m_request.body, m_media->stream);
    if (!read.error.isEmpty())
        return refuse(400, QStringLiteral("stream_invalid"),
                      QStringLiteral("In the body, %1").arg(read.error));
    m_values.body = read.items;
    return true;
}

bool StrictReader::readXmlBody()
{
    const ReadXml read = readXml(m_request.body, *m_media->xml, m_media->shape);
    if (!read.error.isEmpty()) {
        return refuse(400, QStringLiteral("xml_invalid"),
                      QStringLiteral("The body is not XML: %1").arg(read.error));
    }
    m_values.body = read.value;
    return true;
}

bool StrictReader::readDataBody(const Design::ReadText &text, const QString &language)
{
    if (!text.value.isUndefined() && !Design::hasErrors(text.diagnostics)) {
        m_values.body = text.value;
        return true;
    }
    const QString type = language.toLower() + QStringLiteral("_invalid");
    for (const Design::Diagnostic &diagnostic : text.diagnostics) {
        if (diagnostic.severity == Design::Severity::Error) {
            return refuse(400, type,
                          QStringLiteral("The body is not %1: line %2, column %3: %4")
                              .arg(language)
                              .arg(diagnostic.position.line)
                              .arg(diagnostic.position.column)
                              .arg(diagnostic.message));
        }
    }
    return refuse(400, type, QStringLiteral("The body is not %1.").arg(language));
}

bool StrictReader::hasBoundary(const ParsedMediaType &type)
{
    return !type.type.startsWith("multipart/") || !type.parameter(u"boundary").isNull() ||
           refuse(415, QStringLiteral("media_type"),
                  QStringLiteral("The Content-Type must name the boundary of the parts."));
}

bool StrictReader::readFormBody(const ParsedMediaType &type)
{
    if (!hasBoundary(type))
        return false;
    const FormValues form = readFormValues(m_request.body, type, *m_media);
    if (!form.error.isEmpty())
        return refuse(400, QStringLiteral("form_invalid"), form.error);
    m_values.body = Json(form.values);
    m_bodyViolations = form.violations;
    return true;
}

/// Parts that need no names are the items of a list (OpenAPI 3.2, section 4.14.5).
bool StrictReader::readPartsBody(const ParsedMediaType &type)
{
    if (!hasBoundary(type))
        return false;
    const ReadForm form = readMultipart(m_request.body, type);
    if (!form.error.isEmpty())
        return refuse(400, QStringLiteral("form_invalid"), form.error);
    JsonArray items;
    for (const FormField &field : form.fields) {
        const qsizetype place = items.size();
        const PartPlan plan = m_media->places.value(place, m_media->others.value_or(PartPlan()));
        m_bodyViolations += partViolations(field, plan, Json(place), m_media->node);
        const ParsedMediaType part = parseMediaType(typeOfPart(field, plan.encoding));
        if (!part.isJson()) {
            items.append(textValue(field.bytes(), part, m_media->shape.item(place)));
        } else if (readDataBody(Design::readJson(field.bytes()), QStringLiteral("JSON"))) {
            items.append(m_values.body);
        } else {
            return false;
        }
    }
    m_values.body = Json(items);
    return true;
}

void StrictReader::checkBody()
{
    if (m_route.body.isRequired && m_request.body.isEmpty() && m_values.body.isUndefined()) {
        addViolation({Json(QStringLiteral("body"))}, QStringLiteral("required"),
                     QStringLiteral("The request must have a body."), m_route.body.node,
                     Design::Keyword::Required);
    }
    m_violations += m_bodyViolations;
    // Text of a kind that we cannot take apart, such as CSV, is no value of an object's schema.
    const ParsedMediaType type = parseMediaType(m_inputs.contentType());
    const bool isOpaque = m_media && m_values.body.isString() && !m_media->shape.isString &&
                          (m_media->shape.isObject || m_media->shape.isArray) && !type.isJson() &&
                          !type.isXml() && !type.isYaml() && type.type != "text/plain";
    if (!m_media || m_media->isOpen || m_values.body.isUndefined() || isOpaque)
        return;
    Design::ValidateOptions options;
    options.direction = Design::Direction::Request;
    const Design::Validation found = validate(m_media->schema, m_values.body, options);
    if (!found.isValid())
        addErrors(found, nullptr, m_values.body);
    // A field that could not be read is not missing.
    m_violations.removeIf([this](const Violation &violation) {
        return violation.keyword == Design::Keyword::Required &&
               std::any_of(m_bodyViolations.begin(), m_bodyViolations.end(),
                           [&](const Violation &other) {
                               return jsonEquals(other.location, violation.location);
                           });
    });
}

} // namespace Mock
