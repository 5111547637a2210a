#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Binds every reference of the design to the component that its text names, after reading and
/// after pasting. References that lead nowhere stay unbound.
void resolveReferences(Api &api);

/// A reference to the component schema with this id, with the text for its current name.
Reference referenceToSchema(const Api &api, NodeId component);

/// The text of a reference as the design stands: the current name of its component.
QString referenceText(const Api &api, const Reference &reference);

/// The schema (component or inside one, or anywhere by pointer or anchor) that a reference of this
/// document leads to, or null.
const Schema *findReferenced(const Api &api, const Reference &reference);

} // namespace Design
