#include "mockserver/contract/request_parts.h"

#include "designer/text/json_writer.h"
#include "mockserver/contract/example_body.h"
#include "mockserver/contract/parameter_text.h"

using namespace Design;

namespace Mock
{

QString partName(const Parameter &parameter)
{
    return parameter.in + u'.' + parameter.name;
}

RequestParts::RequestParts(const QByteArray &method, const QString &path,
                           const QList<Parameter> &parameters)
    : m_method(method)
    , m_path(path)
    , m_parameters(parameters)
{
}

Request RequestParts::request() const
{
    Request request;
    request.method = m_method;
    request.headers = credentials;
    QByteArray target = m_path.toUtf8();
    TextPairs query;
    QByteArrayList cookies;
    for (const Parameter &parameter : m_parameters) {
        const Json value = values.value(partName(parameter));
        if (value.isUndefined())
            continue;
        if (parameter.in == u"path") {
            const QByteArray segment = pathText(parameter, value);
            target.replace('{' + parameter.name.toUtf8() + '}', segment);
            target.replace('{' + parameter.name.toUtf8() + ":path}", segment);
        } else if (parameter.in == u"query") {
            query += queryPairs(parameter, value);
        } else if (parameter.in == u"cookie") {
            cookies.append(parameter.name.toUtf8() + '=' + headerText(parameter, value));
        } else {
            request.headers.append({parameter.name.toUtf8(), headerText(parameter, value)});
        }
    }
    if (!cookies.isEmpty())
        request.headers.append({"cookie", cookies.join("; ")});
    request.target = target;
    if (!query.isEmpty())
        request.target += '?' + joined(query);
    if (form) {
        QByteArray type = form->mediaType;
        request.body = formBody(Json(form->values), form->schema, &type);
        request.headers.append({"content-type", type});
    } else if (!rawBody.isEmpty() || !body.isUndefined()) {
        request.headers.append({"content-type", contentType});
        request.body = rawBody.isEmpty() ? writeJson(body) : rawBody;
    }
    return request;
}

} // namespace Mock
