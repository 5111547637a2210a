#pragma once

#include "designer/text/json.h"

#include <QMultiHash>

namespace Mock
{

/// JavaScript has doubles only: `1.0` comes back as `1`, and whole numbers beyond 2^53 rounded.
/// This remembers how such numbers were written in what an expression sees, by the names of the
/// members that hold them, and writes them so again where a member of the same name comes back with
/// the same number.
class NumberSpelling
{
public:
    void note(const Design::Json &value, const QString &member = {});
    Design::Json restored(const Design::Json &value, const QString &member = {}) const;

private:
    QMultiHash<QString, Design::Json> m_numbers; ///< by member; those of lists by the list's
};

} // namespace Mock
