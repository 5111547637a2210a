#include "mockserver/engine/around/outgoing.h"

#include "designer/text/json_writer.h"
#include "mockserver/engine/inputs/media_type.h"

namespace Mock
{

void setBody(OutgoingRequest *request, const Design::Json &body)
{
    const HeaderField *said = findHeader(request->headers, "content-type");
    if (said && body.isString() && !parseMediaType(said->value).isJson()) {
        request->body = body.string().toUtf8();
        return;
    }
    request->body = Design::writeJson(body);
    if (!said)
        request->headers.append(HeaderField{"content-type", "application/json"});
}

OutgoingAnswer sampleAnswer(const OutgoingRequest &request)
{
    OutgoingAnswer answer;
    if (request.sample.isUndefined()) {
        answer.response.status = 0;
        answer.problem = QStringLiteral("nobody was asked, and the design has no sample");
        return answer;
    }
    answer.response.headers = {HeaderField{"content-type", "application/json"}};
    answer.response.body = Design::writeJson(request.sample);
    return answer;
}

} // namespace Mock
