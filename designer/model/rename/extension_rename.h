#pragma once

#include "designer/model/expressions/expression_scopes.h"

namespace Design
{

/// Carries the new name of a field into the `x-menura` extensions.
class ExtensionRename : private ExtensionWalk
{
public:
    /// before and shapes must live as long.
    ExtensionRename(const Api &before, const ValueShapes &shapes);

    int count() const { return m_count; }
    Json ofDocument(const Json &menura);
    Json ofRoute(const Json &menura, NodeId operation);

private:
    Json met(const Json &value, const Place &place) override;
    QString metKey(const QString &key, const Place &place) override;

    Json script(const Json &value, const Place &place);
    QString name(const QString &name, const Shapes &shapes);
    Json pointers(const Json &object, const Shapes &shapes);
    Shapes received(const Place &place) const;
    Shapes sent(const Place &place) const;

    const Api &m_before;
    const ValueShapes &m_shapes;
    const ExpressionScopes m_scopes;
    ExpressionRoute m_route;
    int m_count = 0;
};

} // namespace Design
