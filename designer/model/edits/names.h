#pragma once

#include "designer/model/api.h"

namespace Design
{

/// base, or base with the next free number behind it (Item, Item2, Item3 ...).
QString uniqueName(const QString &base, const QStringList &taken);

QString uniqueSchemaName(const Api &api, const QString &base);
QString uniquePropertyName(const Schema &schema, const QString &base);
/// Among the operations of paths, webhooks and callbacks.
QString uniqueOperationId(const Api &api, const QString &base);

/// Whether a component may have this name: letters, digits, `.`, `-` and `_` (OpenAPI 3.1.1,
/// section 4.8.7).
bool isComponentName(const QString &name);

} // namespace Design
