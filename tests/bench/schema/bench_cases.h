#pragma once

#include "designer/text/json.h"

#include <QStringList>

/// One schema with valid instances of it.
struct BenchCase {
    QString name;
    Design::Json schema; ///< JSON Schema 2020-12
    Design::JsonArray instances;
};

/// Typical bodies of APIs: a shop of our own, and components of the given OpenAPI documents
/// (those that can be read), with made-up values.
QList<BenchCase> benchCases();
