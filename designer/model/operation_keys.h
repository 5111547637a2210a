#pragma once

#include "designer/model/fields.h"

namespace Design
{

/// The keys of a Path Item that hold operations in any version: `query` came with OpenAPI 3.2.
inline const QStringList &operationKeys()
{
    static const QStringList keys = methodNames() + QStringList{QStringLiteral("query")};
    return keys;
}

/// The key of a Path Item that holds the operations of all other methods (OpenAPI 3.2).
inline const QString &additionalOperationsKey()
{
    static const QString key = QStringLiteral("additionalOperations");
    return key;
}

/// Whether the operation stands under additionalOperationsKey(), by its method as it is sent.
inline bool isAdditional(const Operation &operation)
{
    return !operationKeys().contains(operation.method);
}

/// How FastAPI describes the answer of a route itself, whatever its status, among those that may
/// also come.
inline const QString &ownAnswerDescription()
{
    static const QString text = QStringLiteral("Successful Response");
    return text;
}

} // namespace Design
