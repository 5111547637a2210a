#pragma once

#include "designer/text/json.h"

namespace Mock
{

/// How the items of a stream are told apart (OpenAPI 3.2, section 4.14.4).
enum class StreamForm {
    None,     ///< no stream
    Lines,    ///< JSON Lines: a JSON text a line
    Sequence, ///< JSON text sequences (RFC 7464): each behind a record separator
    Events,   ///< server-sent events
};

/// That of a media type, without regard to its parameters.
StreamForm streamFormOf(QByteArrayView mediaType);

/// The items as a list. An event is an object with those of its fields that are there: `data`,
/// `event`, `id` as text, `retry` in milliseconds.
struct ReadStream {
    Design::Json items;
    QString error; ///< "item 3 is not JSON: …"; else empty
};
ReadStream readStream(const QByteArray &body, StreamForm form);

/// The text of the items; the other way round.
QByteArray writeStream(const Design::Json &items, StreamForm form);

} // namespace Mock
