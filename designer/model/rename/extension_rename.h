#pragma once

#include "designer/model/behaviour/behaviour.h"
#include "designer/model/rename/script_rename.h"

namespace Design
{

/// Carries the new name of a field into the `x-menura` extensions.
class ExtensionRename
{
public:
    /// before and shapes must live as long.
    ExtensionRename(const Api &before, const ValueShapes &shapes);

    int count() const { return m_count; }
    Json ofDocument(const Json &menura);
    Json ofRoute(const Json &menura, const Operation &operation);

private:
    ScriptScope documentScope() const;
    ScriptScope routeScope(const Operation &operation) const;
    /// What a named error can speak of: all that the routes that raise it can.
    ScriptScope errorScope(const QString &error) const;
    Shapes rowsOf(const QString &store) const;
    Shapes answerOf(const Operation &operation, int status) const;

    /// Expressions and templates anywhere below; key is what the value stands under.
    Json script(const Json &value, const QString &key, const ScriptScope &scope);
    Json data(const Json &value, const Shapes &shapes);
    Json keys(const Json &object, const Shapes &shapes);
    Json names(const Json &value, const Shapes &shapes);
    Json rowsByStore(const Json &stores);
    Json store(const Json &store, const QString &name);
    Json login(const Json &login);
    Json test(const Json &test);
    Json step(const Json &step);
    Json pointers(const Json &object, const Shapes &shapes);

    const Api &m_before;
    const ValueShapes &m_shapes;
    Behaviour m_behaviour;
    int m_count = 0;
};

} // namespace Design
