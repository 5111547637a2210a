#include "mockserver/script/script_scope.h"

namespace Mock
{

void ScriptScope::set(ScriptName name, const Design::Json &value)
{
    for (Entry &entry : m_entries) {
        if (entry.name == name) {
            entry.value = value;
            return;
        }
    }
    m_entries.push_back({name, value});
}

const Design::Json &ScriptScope::value(ScriptName name) const
{
    static const Design::Json none;
    for (const Entry &entry : m_entries) {
        if (entry.name == name)
            return entry.value;
    }
    return none;
}

} // namespace Mock
