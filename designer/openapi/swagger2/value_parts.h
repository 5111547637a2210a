#pragma once

#include "designer/openapi/swagger2/origins.h"

namespace Design::Swagger2
{

/// The rules that a parameter, a header or a form field of 2.0 has in itself, as a schema; the
/// members that are no rules are left out.
Json ownSchema(const JsonObject &source);

/// How lists are written there (`collectionFormat`), as the members `style` and `explode` of a
/// place: path, query, header or formData. What 3.0 has no style for stays `x-collectionFormat`.
JsonObject listStyle(const JsonObject &source, const QString &in);

/// A parameter in path, query or header.
Json convertedParameter(const JsonObject &source, const Place &place, Origins &origins);

/// A header of a response.
Json convertedHeader(const Json &source, const Place &place, Origins &origins);

} // namespace Design::Swagger2
