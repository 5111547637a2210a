#pragma once

#include "mockserver/engine/inputs/text_shape.h"
#include "mockserver/engine/inputs/url_decoding.h"

namespace Mock
{

/// An object in style deepObject among the (marked) pairs of a query or form: `color[R]=100`.
/// OpenAPI 3.1 says no more than that; deeper members (`a[b][c]=1`) and lists (`a[]=1&a[]=2`,
/// `a[0]=1`, `a=1&a=2`) are read as most servers read them. Undefined without a pair of its name.
Design::Json readDeepObject(const QList<NamedText> &pairs, const QString &name,
                            const TextShape &shape);

} // namespace Mock
