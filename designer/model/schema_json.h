#pragma once

#include "designer/model/schema.h"
#include "designer/text/diagnostic.h"

#include <functional>

namespace Design
{

/// Gives out identities: bind it to Api::newId(), or use nodeIdsFrom() where there is no Api.
using NewId = std::function<NodeId()>;
NewId nodeIdsFrom(quint32 first = 1);

/// What a reader of schemas needs besides the JSON.
struct SchemaContext {
    NewId newId;
    /// The component that a reference's text names; without it references stay unbound.
    std::function<NodeId(const QString &text)> component;
};

/// The schema that a JSON value is. Nothing is lost: keywords with values of the wrong shape are
/// kept as they are and reported with pointer (which is the place of `json` in its document).
/// A value that is neither object nor boolean gives an absent schema and a diagnostic.
/// References are not bound here (see resolveReferences()).
Schema readSchema(const Json &json, const NewId &newId, const QString &pointer = {},
                  Diagnostics *diagnostics = nullptr);
/// The same without reports (see checkSchema()).
Schema readSchema(const Json &json, const SchemaContext &context);

/// Undefined for an absent schema. linkText prints a reference whose component is known; without
/// it references are printed as they were read.
using LinkText = std::function<QString(const Reference &)>;
Json writeSchema(const Schema &schema, const LinkText &linkText = {});

/// The same schema with fresh ids throughout, for copies inside one design.
Schema withNewIds(const Schema &schema, const NewId &newId);

} // namespace Design
