#pragma once

#include "mockserver/engine/inputs/parameter_style.h"
#include "mockserver/engine/inputs/text_shape.h"
#include "mockserver/engine/inputs/url_decoding.h"

#include <QSet>

namespace Mock
{

/// What the text of a parameter stands for.
struct StyledValue {
    Design::Json value; ///< undefined when the parameter is not there
    QString problem;    ///< the text is not in its style: "must start with a dot"; else empty
};

/// The problem of what is no list and was given more than once.
QString givenTwice();

/// The value of a text in style simple, label or matrix, or of a header or cookie. The text may be
/// marked (see markedDecoded()). `name` is the parameter's, which matrix repeats.
StyledValue readStyled(const QString &text, const QString &name, const ParameterStyle &style,
                       const TextShape &shape);

/// The value of a parameter among the (marked) pairs of a query, of cookies or of a form.
/// `others` are the names of all other parameters: an exploded object of any members takes the
/// pairs that are left.
StyledValue readPairs(const QList<NamedText> &pairs, const QString &name,
                      const ParameterStyle &style, const TextShape &shape,
                      const QSet<QString> &others = {});

} // namespace Mock
