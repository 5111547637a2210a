#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Gives every operation with inputs the 422 that FastAPI documents for it, and the components
/// `HTTPValidationError` and `ValidationError`; not where 422, 4XX or a default is declared.
void addValidationResponses(Api *api);

} // namespace Design
