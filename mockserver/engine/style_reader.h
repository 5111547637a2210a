#pragma once

#include "mockserver/engine/parameter_style.h"
#include "mockserver/engine/text_shape.h"
#include "mockserver/engine/url_decoding.h"

namespace Mock
{

/// The value that the text of a parameter stands for (style simple, label, matrix, or the value
/// of a header or cookie). name is the parameter's, which matrix repeats.
Design::Json readStyled(const QString &text, const QString &name, const ParameterStyle &style,
                        const TextShape &shape);

/// The value of a parameter among the pairs of a query or a form; undefined when it is not there.
/// The names that were used up are appended to `used`.
Design::Json readPairs(const QList<NamedText> &pairs, const QString &name,
                       const ParameterStyle &style, const TextShape &shape, QStringList *used);

} // namespace Mock
