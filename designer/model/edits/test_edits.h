#pragma once

#include "designer/model/api.h"

namespace Design
{

/// Makes the one request of a test the first of a list of steps. False where there is no such test,
/// or it has steps already.
bool splitTest(Api &api, qsizetype test);

} // namespace Design
