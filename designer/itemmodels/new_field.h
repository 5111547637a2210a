#pragma once

#include "designer/model/notation.h"

namespace Design
{

/// What somebody types into an empty row: `title`, `title*` (required), `title*: string 1..80`.
struct NewField {
    QString name;
    bool required = false;
    TypeExpression type; ///< string when nothing is said
    std::optional<NotationError> error;
};

NewField parseNewField(const QString &text, const Api &api);

} // namespace Design
