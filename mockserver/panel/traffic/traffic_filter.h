#pragma once

#include "mockserver/engine/exchange.h"

namespace Mock
{

/// What the filter box of the traffic table says: words that must all hold.
/// `status:4xx`, `status:404`, `method:post`, `path:/items`, `body~text`; any other word must occur
/// in the method, the path, the status or the reason. Case does not matter.
class TrafficFilter
{
public:
    TrafficFilter() = default;
    explicit TrafficFilter(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    bool accepts(const Exchange &exchange, const QString &reason) const;

private:
    enum class Field { Any, Status, Method, Path, Body };
    struct Term {
        Field field = Field::Any;
        QString text;
    };
    static bool holds(const Term &term, const Exchange &exchange, const QString &reason);

    QList<Term> m_terms;
};

} // namespace Mock
