#pragma once

#include "designer/model/locate.h"
#include "designer/text/diagnostic.h"

#include <functional>

namespace Design
{

/// One way to put right what a diagnostic is about.
struct Fix {
    QString text; ///< what it does, as the name of a step that can be undone
    std::function<void(Api &)> apply;
};

/// What can be done about a finding, the best first; often nothing. `index` is that of the same
/// value of the design.
QList<Fix> fixesFor(const Diagnostic &problem, const Api &api, const NodeIndex &index);

} // namespace Design
