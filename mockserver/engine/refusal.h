#pragma once

#include "designer/coercion/read_error.h"
#include "mockserver/engine/exchange.h"

namespace Mock
{

/// An answer of FastAPI: {"detail": ...} as compact JSON.
Response detailResponse(int status, const Design::Json &detail);

/// 500, text/plain: how FastAPI answers when our own answer breaks the design.
Response internalError();

/// FastAPI's 422: every error with type, loc, msg, input and ctx. A 500 where an input cannot be
/// written as JSON (NaN), as in FastAPI.
Response validationResponse(const QList<Design::ReadError> &errors);

/// The errors as violations of the exchange.
QList<Violation> violations(const QList<Design::ReadError> &errors);

/// One entry of `errors` in a problem (RFC 9457).
struct ProblemEntry {
    QString pointer;   ///< JSON Pointer into the body; null for a parameter
    QString parameter; ///< "query.limit"; null for the body
    QString detail;
    QString rule; ///< the keyword of the design that says so
};

/// application/problem+json with the title of the status.
Response problemResponse(int status, const QString &detail, const QList<ProblemEntry> &errors = {});

} // namespace Mock
