#pragma once

#include "designer/model/api.h"

namespace Design
{

/// A piece of a design as a text that other tools understand too: a part of an OpenAPI document.
struct Fragment {
    enum class Kind {
        None,   ///< no text that could be a part of a design
        Routes, ///< members are paths
        Models, ///< members are schemas by name; also the fields of an object
        Schema, ///< one schema without a name
        Sample, ///< plain data, from which a model can be inferred
    };
    Kind kind = Kind::None;
    Json value;
    QStringList required; ///< of fields
};

/// The text of a route with its path, or of a schema with its name, as YAML. Empty for other nodes.
QString fragmentText(const Api &api, NodeId node);
/// The same of one property.
QString fieldText(const Api &api, NodeId property);

/// What a text (JSON or YAML) could be.
Fragment readFragment(const QString &text);

/// Puts routes and models into a design, under names of their own where theirs are taken, and
/// gives what was added: operations and component schemas. Other kinds add nothing.
QList<NodeId> paste(Api &api, const Fragment &fragment);

/// The fields that a fragment has, with new ids, bound to the components of the design.
NamedList<Schema> fieldsOf(Api &api, const Fragment &fragment);

} // namespace Design
