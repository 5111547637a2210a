#pragma once

#include <QByteArray>

namespace Mock
{

/// Why a request is refused before anything of the design has seen it.
struct Fault {
    int status = 0;    ///< 4xx or 5xx; 0: nothing is wrong
    QByteArray detail; ///< one sentence for people, ASCII

    explicit operator bool() const { return status != 0; }
    bool operator==(const Fault &) const = default;
};

} // namespace Mock
