#pragma once

#include "mockserver/engine/exchange.h"
#include "mockserver/engine/places.h"

namespace Mock
{

/// How much of a trace is written out.
struct TraceLimits {
    qsizetype violations = 50;
    qsizetype text = 500; ///< characters of one text; longer ones end in an ellipsis
};

/// The steps of an exchange and the rules that were broken, each with its place in the design (see
/// Places::text()): `steps`, `violations` and, where there are more of these, `moreViolations`.
Design::JsonObject traceJson(const Exchange &exchange, const Places &places,
                             const TraceLimits &limits = {});

/// Whether the client wants to be told, by the field of that name.
bool wantsTrace(const Request &request);

/// The name of the field, in requests and answers.
constexpr char traceName[] = "x-menura-trace";

/// The same with route and time as the value of a header field: ASCII, without line breaks, at most
/// 6,000 bytes, for which texts and violations are shortened.
QByteArray traceField(const Exchange &exchange, const Places &places);

/// Nanoseconds as milliseconds with three decimals.
Design::Json milliseconds(qint64 nanoseconds);

/// The text, if need be cut to this many characters.
QString shortened(const QString &text, qsizetype most);

} // namespace Mock
