#pragma once

#include "designer/text/json.h"
#include "mockserver/engine/message.h"

namespace Mock
{

/// A request that the engine needs the answer of, or that is sent after an answer has left. Those
/// who have a network send it.
struct OutgoingRequest {
    QByteArray method = "GET";
    QString url;
    QList<HeaderField> headers;
    QByteArray body;
    int timeout = 10'000;      ///< milliseconds
    Design::Json sample;       ///< what the design says comes back, for those without a network
    bool isPassedOn = false;   ///< a client's own request: nothing is added that it did not say
    bool mayStream = false;    ///< the answer may go back while it comes
    bool prefersWhole = false; ///< ... but only when it is too large to be kept
};

/// Gives the request a body: JSON, or a text as it is where `content-type` says that it is no JSON.
void setBody(OutgoingRequest *request, const Design::Json &body);

/// What came of it.
struct OutgoingAnswer {
    Response response; ///< a status of 0: there was none
    QString problem;   ///< why, for people
    bool isTimeout = false;
    bool isStreamed = false;  ///< it has gone on to the client while it came
    bool isCut = false;       ///< ... and ended before it was whole
    bool isAbandoned = false; ///< whoever waited for it has gone
    qint64 bytes = 0;         ///< of the body, also where not all of it is kept
    qint64 nanoseconds = 0;   ///< that it took
};

/// The answer that the design gives as the sample: 200 with it, or none.
OutgoingAnswer sampleAnswer(const OutgoingRequest &request);

} // namespace Mock
