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
    int timeout = 10'000;    ///< milliseconds
    Design::Json sample;     ///< what the design says comes back, for those without a network
    bool isPassedOn = false; ///< a client's own request: nothing is added that it did not say
};

/// What came of it.
struct OutgoingAnswer {
    Response response; ///< a status of 0: there was none
    QString problem;   ///< why, for people
    bool isTimeout = false;
    qint64 nanoseconds = 0; ///< that it took
};

/// The answer that the design gives as the sample: 200 with it, or none.
OutgoingAnswer sampleAnswer(const OutgoingRequest &request);

} // namespace Mock
