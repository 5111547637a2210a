#pragma once

#include "designer/model/behaviour/behaviour.h"

namespace Design
{

// What the extensions say of the network: other servers, and how badly this one does. Each reports
// what has the wrong shape, as readBehaviour() does.

UpstreamDesign readUpstream(const Json &json, const QString &pointer, Diagnostics *diagnostics);
/// An address, `{url, timeout}`, or `false`: none.
ProxyDesign readProxy(const Json &json, const QString &pointer, Diagnostics *diagnostics);
FaultDesign readFaults(const Json &json, const QString &pointer, Diagnostics *diagnostics);

} // namespace Design
