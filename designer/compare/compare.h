#pragma once

#include "designer/model/api.h"

namespace Design
{

/// What a change does to those who call the API today.
enum class Impact {
    Breaking,   ///< a request that was right is refused, or an answer is not what it was said to be
    Risky,      ///< it may: nobody can tell from the two designs alone
    Compatible, ///< whoever called it before can go on
};

/// One difference between two designs.
struct Change {
    Impact impact = Impact::Compatible;
    QString rule;    ///< stable kebab-case name, such as "request-limit"
    QString place;   ///< "POST /items/, body: name"; the first one, where several share the change
    QString message; ///< a whole sentence for the user
    NodeId before = NodeId::None; ///< what it is about in the old design; None for what is new
    NodeId after = NodeId::None;  ///< and in the new one; None for what is gone
    int otherPlaces = 0;          ///< further operations that have the same change, through a model

    bool operator==(const Change &) const = default;
};

/// What differs between two designs for those who call the API: routes, parameters, bodies,
/// answers, security. Words and examples are left out. Breaking ones come first, then in the order
/// of the old design. What is asked for is compared the other way round from what is answered with:
/// a narrower body breaks callers, and so does a wider answer.
QList<Change> compareDesigns(const Api &before, const Api &after);

} // namespace Design
