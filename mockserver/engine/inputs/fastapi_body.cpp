#include "designer/text/json_reader.h"
#include "designer/text/utf8.h"
#include "mockserver/engine/inputs/fastapi_inputs.h"
#include "mockserver/engine/inputs/form_reader.h"
#include "mockserver/engine/inputs/media_type.h"

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

FastApiBody refused(int status, const QString &detail)
{
    FastApiBody body;
    body.status = status;
    body.detail = detail;
    return body;
}

FastApiBody readJsonBody(const QByteArray &bytes)
{
    const Design::PythonJson json = Design::readPythonJson(bytes);
    if (!json.error) {
        FastApiBody body;
        body.kind = FastApiBody::Kind::Value;
        body.value = json.value;
        return body;
    }
    if (json.error->isEncoding || json.error->isTooDeep)
        return refused(400, unreadableBody());
    FastApiBody body;
    body.status = 422;
    body.jsonError.type = Design::ErrorType::BodyJsonInvalid;
    body.jsonError.location =
        JsonArray{Json(QStringLiteral("body")), Json(qint64{json.error->offset})};
    body.jsonError.input = JsonObject();
    body.jsonError.context = {{QStringLiteral("error"), json.error->message}};
    return body;
}

FastApiBody readFormBody(const Request &request, const Inputs &inputs)
{
    FastApiBody body;
    body.kind = FastApiBody::Kind::Form;
    const ParsedMediaType type = parseMediaType(inputs.contentType());
    ReadForm form;
    if (type.type == "multipart/form-data")
        form = readMultipart(request.body, type);
    else if (type.type == "application/x-www-form-urlencoded")
        form = readUrlEncoded(request.body);
    if (!form.error.isEmpty())
        return refused(400, form.error);
    for (const FormField &field : std::as_const(form.fields))
        body.formFields.append({field.name, field.value});
    return body;
}

} // namespace

FastApiBody readFastApiBody(const RoutePlan &route, const Request &request, const Inputs &inputs)
{
    if (route.body.kind == BodyPlan::Kind::None)
        return {};
    if (route.body.kind == BodyPlan::Kind::Form || route.body.kind == BodyPlan::Kind::FormModel)
        return readFormBody(request, inputs);
    if (request.body.isEmpty())
        return {};
    if (parseMediaType(inputs.contentType()).isJson())
        return readJsonBody(request.body);
    // Only what is declared as JSON is read as JSON (CVE-2021-32677); the rest stays bytes.
    FastApiBody body;
    body.kind = FastApiBody::Kind::Bytes;
    body.value = Json(Design::toTextReplacing(request.body));
    body.isText = Design::firstInvalidUtf8(request.body) < 0;
    return body;
}

} // namespace Mock
