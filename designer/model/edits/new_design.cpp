#include "designer/model/edits/new_design.h"

namespace Design
{

Api newDesign(const QString &title)
{
    Api api;
    api.id = api.newId();
    api.openapi = QStringLiteral("3.1.0");
    api.info.title = title;
    api.info.version = QStringLiteral("0.1.0");
    // Whoever draws here wants FastAPI's ways, unless they say otherwise.
    api.menura = JsonObject{{QStringLiteral("profile"), QStringLiteral("fastapi")}};
    // An empty `paths` is written until there are some: a document needs it, or components.
    api.rest.members.append({QStringLiteral("openapi"), {}});
    api.rest.members.append({QStringLiteral("info"), {}});
    api.rest.members.append({QStringLiteral("paths"), JsonObject()});
    return api;
}

} // namespace Design
