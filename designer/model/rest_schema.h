#pragma once

#include "designer/model/api.h"

namespace Design
{

/// The schema that stands in a part of the design that is kept as JSON, its references bound. Its
/// nodes have no identity. Absent when the value is none.
Schema restSchema(const Api &api, const Json &json);

/// What each item of a stream is held to (`itemSchema`, OpenAPI 3.2, section 4.14); absent where
/// the design does not say so.
Schema itemSchema(const Api &api, const MediaType &media);

/// The Encoding Object of the part at this place of a multipart body (`prefixEncoding`, then
/// `itemEncoding`, OpenAPI 3.2, section 4.14); undefined where the design does not say so.
Json partEncoding(const MediaType &media, qsizetype place);
/// How many parts have one of their own.
qsizetype encodedPlaces(const MediaType &media);

} // namespace Design
