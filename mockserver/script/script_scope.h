#pragma once

#include "designer/text/json.h"

#include <QFlags>

#include <chrono>
#include <functional>
#include <vector>

namespace Mock
{

class ScriptHost;

/// What an expression can name. Those that a place does not have are undefined there.
enum class ScriptName : quint32 {
    Path = 1u << 0,   ///< path parameters by name
    Query = 1u << 1,  ///< query parameters
    Header = 1u << 2, ///< headers, by the names in the design or in lower case
    Cookie = 1u << 3,
    Body = 1u << 4,     ///< the body as it was read
    Deps = 1u << 5,     ///< results of the dependencies
    Result = 1u << 6,   ///< what the action gives
    Item = 1u << 7,     ///< the row that the action is about
    Status = 1u << 8,   ///< of the answer
    Params = 1u << 9,   ///< of the dependency that the expression belongs to
    Request = 1u << 10, ///< method, path, url
    Store = 1u << 11,
    Chance = 1u << 12, ///< now(), uuid(), random(), Date, Math.random
};
Q_DECLARE_FLAGS(ScriptNames, ScriptName)
Q_DECLARE_OPERATORS_FOR_FLAGS(ScriptNames)

/// What stands behind the names while expressions of one request are evaluated.
class ScriptScope
{
public:
    void set(ScriptName name, const Design::Json &value);
    const Design::Json &value(ScriptName name) const;

    ScriptHost *host = nullptr;           ///< stores and chance; null: there are none
    std::chrono::milliseconds limit{250}; ///< for one expression

private:
    struct Entry {
        ScriptName name;
        Design::Json value;
    };
    std::vector<Entry> m_entries;
};

} // namespace Mock
