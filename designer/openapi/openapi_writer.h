#pragma once

#include "designer/model/api.h"

namespace Design
{

/// The OpenAPI document that the design is, members in their order, nothing left out.
Json writeOpenApi(const Api &api);

/// One part of it, as it stands in that document: a component, a path item with its operations,
/// an operation, a schema anywhere. Undefined when the design has no such node.
Json writeNode(const Api &api, NodeId id);

enum class ExportVersion { OpenApi31, OpenApi30 };

/// A clean document for other tools: without x-menura extensions, in the version asked for.
/// What 3.0 cannot say is reported as a warning with its place and written as close as it goes.
Json exportOpenApi(const Api &api, ExportVersion version, Diagnostics *diagnostics = nullptr);

} // namespace Design
