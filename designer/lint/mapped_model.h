#pragma once

#include "designer/text/pointer.h"

#include <QString>

namespace Design
{

/// Whether a value of a discriminator's `mapping`, or its `defaultMapping`, means this model: it is
/// a name or a reference (OpenAPI 3.1 section 4.8.25).
inline bool meansModel(const QString &mapped, const QString &model)
{
    return mapped == model || mapped.endsWith(u'/' + escapedToken(model));
}

} // namespace Design
