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

/// What a reference leads to within this document, one step far: a component or any other place by
/// JSON Pointer, for schemas also an anchor. Null where there is nothing of this type.
/// T is a struct of api.h that has a `ref`, or Schema.
template<class T>
const T *findTarget(const Api &api, const Reference &reference);

inline const Schema *findReferenced(const Api &api, const Reference &reference)
{
    return findTarget<Schema>(api, reference);
}

} // namespace Design
