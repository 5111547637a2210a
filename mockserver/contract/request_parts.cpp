#include "mockserver/contract/request_parts.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/inputs/xml_body.h"

using namespace Design;

namespace Mock
{

QString partName(const Parameter &parameter)
{
    return parameter.in + u'.' + parameter.name;
}

QString headerField(const Parameter &parameter)
{
    return QString(parameter.name).replace(u'-', u'_');
}

RequestParts::RequestParts(const QByteArray &method, const QString &path,
                           const QList<Parameter> &parameters, bool isFastApi)
    : m_method(method)
    , m_path(path)
    , m_parameters(parameters)
    , m_isFastApi(isFastApi)
{
    for (Parameter &parameter : m_parameters) {
        if (isFastApi) {
            parameter.style.clear();
            parameter.explode.reset();
        }
    }
}

/// The names and texts of what is no part of the address. FastAPI takes each field of a model and
/// each item of a list by itself.
QList<QPair<QByteArray, QByteArray>> RequestParts::fieldsOf(const Parameter &parameter,
                                                            const Json &value) const
{
    QList<QPair<QByteArray, QByteArray>> fields;
    if (!m_isFastApi || (!value.isObject() && !value.isArray()))
        return {{parameter.name.toUtf8(), headerText(parameter, value)}};
    const auto add = [&](const QString &name, const Json &all) {
        for (const Json &one : all.isArray() ? all.array() : JsonArray{all})
            fields.append({name.toUtf8(), headerText(parameter, one)});
    };
    if (value.isArray())
        add(parameter.name, value);
    for (const JsonObject::Member &member : value.object())
        add(member.key, member.value);
    return fields;
}

QList<HeaderField> RequestParts::headerFields(const Parameter &parameter, const Json &value) const
{
    QList<HeaderField> fields;
    for (const auto &[name, text] : fieldsOf(parameter, value)) {
        // FastAPI writes the fields of a model with hyphens.
        const bool isField = m_isFastApi && value.isObject();
        fields.append({isField ? QByteArray(name).replace('_', '-') : name, text});
    }
    return fields;
}

Request RequestParts::request() const
{
    Request request;
    request.method = m_method;
    request.headers = credentials;
    QByteArray target = m_path.toUtf8();
    TextPairs pairs = query;
    QByteArray whole;
    QByteArrayList cookies;
    for (Parameter parameter : m_parameters) {
        Json value = values.value(partName(parameter));
        if (const auto text = texts.constFind(partName(parameter)); text != texts.cend()) {
            value = Json(*text);
            parameter.content.clear();
            parameter.style.clear();
        }
        if (value.isUndefined())
            continue;
        if (parameter.in == u"path") {
            const QByteArray segment = pathText(parameter, value);
            target.replace('{' + parameter.name.toUtf8() + '}', segment);
            target.replace('{' + parameter.name.toUtf8() + ":path}", segment);
        } else if (isWholeQuery(parameter)) {
            whole = wholeQuery(parameter, value);
        } else if (parameter.in == u"query") {
            pairs += m_isFastApi ? spreadPairs(parameter, value) : queryPairs(parameter, value);
        } else if (parameter.in == u"cookie") {
            for (const auto &[name, text] : fieldsOf(parameter, value))
                cookies.append(name + '=' + text);
        } else {
            request.headers += headerFields(parameter, value);
        }
    }
    if (!cookies.isEmpty())
        request.headers.append({"cookie", cookies.join("; ")});
    request.target = target;
    if (!whole.isEmpty() || !pairs.isEmpty())
        request.target += '?' + (whole.isEmpty() ? joined(pairs) : whole);
    if (form) {
        QByteArray type = form->mediaType;
        request.body = formBody(Json(form->values), form->schema, &type, form->parts);
        request.headers.append({"content-type", type});
    } else if (!rawBody.isEmpty() || !body.isUndefined()) {
        if (!contentType.isEmpty())
            request.headers.append({"content-type", contentType});
        request.body = !rawBody.isEmpty() ? rawBody : xml ? writeXml(body, *xml) : writeJson(body);
    }
    return request;
}

} // namespace Mock
