#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "mockserver/engine/exchange.h"

namespace Mock
{

/// How late one answer is and what goes wrong with it.
struct FaultDraw {
    int delay = 0;        ///< milliseconds
    bool isError = false; ///< the design's `errorStatus` is answered
    Mishap mishap;
};

/// Draws for the request of this number. The same seed and number give the same.
FaultDraw drawFaults(const Design::FaultDesign &faults, quint64 seed, quint64 number);

/// "the connection is reset", for people; empty when nothing happens.
TraceText mishapText(const Mishap &mishap);

} // namespace Mock
