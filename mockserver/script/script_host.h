#pragma once

#include "designer/text/json.h"

namespace Mock
{

/// What expressions can reach outside themselves.
class ScriptHost
{
public:
    virtual ~ScriptHost() = default;

    /// `store.<store>.<operation>(arguments)`: get, has, all, find, count, add, update, remove. On
    /// failure returns undefined and says why in `error`.
    virtual Design::Json callStore(const QString &store, const QString &operation,
                                   const Design::JsonArray &arguments, QString *error) = 0;
    virtual qint64 now() = 0;     ///< milliseconds since 1970, UTC
    virtual quint64 random() = 0; ///< the next of a sequence that depends on the seed
};

} // namespace Mock
