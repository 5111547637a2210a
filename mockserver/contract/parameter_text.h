#pragma once

#include "designer/model/api.h"

namespace Mock
{

using TextPairs = QList<QPair<QByteArray, QByteArray>>; ///< names and values, percent-encoded

/// A value as the text of a parameter or form field: numbers as written, strings as they are.
QString plainText(const Design::Json &value);

/// The path segment for a value, by the parameter's style (simple, label, matrix) and explode;
/// percent-encoded. OpenAPI 3.1, section 4.8.12.2.
QByteArray pathText(const Design::Parameter &parameter, const Design::Json &value);

/// The pairs of a query string for a value, by style (form, spaceDelimited, pipeDelimited,
/// deepObject) and explode. A parameter with `content` is written as that media type's JSON.
TextPairs queryPairs(const Design::Parameter &parameter, const Design::Json &value);

/// The same as FastAPI reads it: the fields of an object and the items of a list one by one.
TextPairs spreadPairs(const Design::Parameter &parameter, const Design::Json &value);

/// Whether the parameter is the query as a whole (`querystring` of OpenAPI 3.2), and what that is.
bool isWholeQuery(const Design::Parameter &parameter);
QByteArray wholeQuery(const Design::Parameter &parameter, const Design::Json &value);

/// The value of a header (style simple); not percent-encoded.
QByteArray headerText(const Design::Parameter &parameter, const Design::Json &value);

/// name=value pairs joined with '&'.
QByteArray joined(const TextPairs &pairs);

} // namespace Mock
