#pragma once

#include "designer/model/api.h"
#include "designer/model/place.h"
#include "designer/text/diagnostic.h"

namespace Design
{

enum class SpecVersion { V30, V31, V32 };

/// What a check of the form of a document has found so far.
struct StructureFindings {
    Diagnostics diagnostics;
    SpecVersion version = SpecVersion::V31;
    NodeId node = NodeId::None; ///< the innermost node on the way

    void report(const Place &place, const QString &rule, const QString &message,
                Severity severity = Severity::Error)
    {
        diagnostics.append({severity, rule, message, place.pointer(), {}, node});
    }
    /// A member of the object at this place is missing.
    void reportMissing(const Place &place, const QString &key);
};

// What the objects of the specification require beyond the kinds of their members. A Reference
// Object is not asked. Each cites its section of OpenAPI 3.1.1.

void checkObject(const Api &api, const Place &place, StructureFindings &findings);
void checkObject(const Info &info, const Place &place, StructureFindings &findings);
void checkObject(const Server &server, const Place &place, StructureFindings &findings);
void checkObject(const Parameter &parameter, const Place &place, StructureFindings &findings);
void checkObject(const Header &header, const Place &place, StructureFindings &findings);
void checkObject(const RequestBody &body, const Place &place, StructureFindings &findings);
void checkObject(const MediaType &mediaType, const Place &place, StructureFindings &findings);
void checkObject(const Response &response, const Place &place, StructureFindings &findings);
void checkObject(const Example &example, const Place &place, StructureFindings &findings);
void checkObject(const Link &link, const Place &place, StructureFindings &findings);
void checkObject(const SecurityScheme &scheme, const Place &place, StructureFindings &findings);
void checkObject(const Tag &tag, const Place &place, StructureFindings &findings);
void checkObject(const Operation &operation, const Place &place, StructureFindings &findings);
void checkObject(const Components &components, const Place &place, StructureFindings &findings);

} // namespace Design
