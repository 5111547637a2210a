#pragma once

#include "designer/model/behaviour/behaviour.h"

namespace Design::Python
{

/// A design as the writers of a project read it, and what they find that Python cannot say.
class Source
{
public:
    explicit Source(const Api &api);

    /// The document that exporting writes: what runs around the routes has become plain OpenAPI.
    const Json &flat() const { return m_flat; }
    /// The design as it was drawn, extensions included, as OpenAPI 3.1.
    const Json &drawn() const { return m_drawn; }
    const Behaviour &behaviour() const { return m_behaviour; }
    const Operation *operation(const QString &path, const QString &method) const;

    /// The value that a `$ref` leads to, within the drawn document; undefined when there is none.
    Json target(const QString &reference) const;
    /// The object, or what its `$ref` (and the next one) leads to.
    Json followed(const Json &object) const;

    /// The value with all references within it replaced by what they lead to: for places that
    /// FastAPI takes no models from.
    Json inlined(const Json &json, int depth = 0) const;
    /// A value for the answer of a route, made up from its schema; undefined where that fails.
    Json sample(const QString &path, const QString &method, const QString &status,
                const QString &mediaType) const;

    void report(const QString &pointer, const QString &message);
    const Diagnostics &findings() const { return m_findings; }

private:
    Api m_api;
    Json m_flat;
    Json m_drawn;
    Behaviour m_behaviour;
    Diagnostics m_findings;
};

} // namespace Design::Python
