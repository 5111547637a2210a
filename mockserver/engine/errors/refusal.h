#pragma once

#include "designer/coercion/read_error.h"
#include "mockserver/engine/exchange.h"

namespace Mock
{

/// An answer of FastAPI: {"detail": ...} as compact JSON.
Response detailResponse(int status, const Design::Json &detail);

/// 500, text/plain: how FastAPI answers when our own answer breaks the design.
Response internalError();

/// Whether NaN, an infinity or half a character is in it, which Python refuses to write.
bool hasUnwritable(const Design::Json &value);

/// FastAPI's 422: every error with type, loc, msg, input and ctx. A 500 where an input cannot be
/// written as JSON (NaN), as in FastAPI.
Response validationResponse(const QList<Design::ReadError> &errors);

/// The errors as violations of the exchange.
QList<Violation> violations(const QList<Design::ReadError> &errors);

/// Why a request is not answered as it asks: found once, written in the shape of the design.
struct Refusal {
    int status = 400;
    QString detail; ///< one sentence for people
    QList<Violation> violations;
    QList<HeaderField> headers; ///< to go with the answer

    /// The detail and what was wrong, in one line of at most a few hundred characters.
    QString summary() const;
};

/// `body.items.0.name`: where something was wrong, for people.
QString dottedLocation(const Design::Json &location);
/// `/items/0/name`: the JSON Pointer in the body; null for other places.
QString bodyPointer(const Design::Json &location);

/// application/problem+json (RFC 9457) with the title of the status. What was wrong stands in
/// `validation`: location, severity, code and message, and for the body a JSON Pointer.
Response problemResponse(const Refusal &refusal);

/// {"detail": [{type, loc, msg, input}]}, as FastAPI writes it, for what other rules have found.
Response detailResponse(const Refusal &refusal);

} // namespace Mock
