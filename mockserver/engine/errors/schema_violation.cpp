#include "mockserver/engine/errors/schema_violation.h"

#include "designer/text/pointer.h"

using Design::Json;
using Design::JsonArray;

namespace Mock
{

namespace
{

/// The steps of a pointer into the value; those into lists as numbers.
JsonArray stepsOf(const QString &pointer, const Json &value)
{
    JsonArray steps;
    const Json *here = &value;
    for (const QString &token : Design::pointerTokens(pointer)) {
        const qsizetype index = here && here->isArray() ? Design::childIndex(*here, token) : -1;
        steps.append(index >= 0 ? Json(static_cast<qint64>(index)) : Json(token));
        const Json *next = nullptr;
        if (index >= 0)
            next = &here->array()[index];
        else if (here)
            next = here->find(token);
        here = next;
    }
    return steps;
}

} // namespace

Violation violationOf(const Design::SchemaError &error, const JsonArray &start, const Json &value)
{
    Violation violation;
    JsonArray location = start + stepsOf(error.instance, value);
    const bool isMissing = error.keyword == Design::Keyword::Required && error.limit.isString();
    if (isMissing)
        location.append(error.limit);
    violation.location = Json(location);
    violation.type = Design::keywordName(error.keyword);
    if (violation.type.isEmpty())
        violation.type = QStringLiteral("schema");
    violation.message = isMissing ? QStringLiteral("is required") : error.message;
    violation.input = error.actual;
    violation.context = error.limit;
    violation.node = error.schema;
    violation.keyword = error.keyword;
    return violation;
}

} // namespace Mock
