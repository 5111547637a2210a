#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Whether the design is served as FastAPI serves; its own documents are known by their components.
inline bool isFastApi(const Api &api)
{
    const QString profile = api.menura.value(u"profile").toString();
    if (!profile.isEmpty())
        return profile == u"fastapi";
    return api.components.schemas.contains(u"HTTPValidationError") &&
           api.components.schemas.contains(u"ValidationError");
}

} // namespace Design
