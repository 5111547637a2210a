#pragma once

#include "designer/model/api.h"
#include "mockserver/engine/plan/path_template.h"

namespace Mock
{

/// The path of a server's address (OpenAPI 3.1, section 4.8.5): "/v1" of
/// "https://example.com/v1", in all the forms that its variables give it. The design's paths
/// leave it out.
class BasePath
{
public:
    explicit BasePath(const Design::Server &server);

    /// What follows the base in the (marked) path, for each form that fits, the longest base
    /// first: "/pets" of "/v1/pets". A base without a path gives the path as it is.
    QStringList rests(const QString &path) const;

    /// Whether this is the address of the server, in one of its forms.
    bool isAt(const QString &address) const;

    const QStringList &forms() const { return m_forms; }
    bool operator==(const BasePath &other) const { return m_addresses == other.m_addresses; }

private:
    QStringList m_addresses; ///< without a slash at the end. May have open variables
    QStringList m_forms;     ///< without a slash at the end; "" for none. May have open variables
};

} // namespace Mock
