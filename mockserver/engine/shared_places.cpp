#include "mockserver/engine/shared_places.h"

#include "designer/text/pointer.h"

namespace Mock
{

template<class Finding>
void SharedPlaces::name(Finding *finding, Design::Keyword keyword) const
{
    const auto place = m_places.constFind(finding->node);
    if (place == m_places.cend())
        return;
    finding->node = place->reference;
    finding->pointer = place->pointer;
    if (keyword != Design::Keyword::Unknown)
        finding->pointer = Design::childPointer(place->pointer, Design::keywordName(keyword));
}

void SharedPlaces::nameIn(Exchange *exchange) const
{
    if (m_places.isEmpty())
        return;
    for (Violation &violation : exchange->violations)
        name(&violation, violation.keyword);
    for (Step &step : exchange->steps)
        name(&step);
}

void SharedPlaces::nameIn(Design::Diagnostics *diagnostics) const
{
    if (m_places.isEmpty())
        return;
    for (Design::Diagnostic &diagnostic : *diagnostics)
        name(&diagnostic);
}

} // namespace Mock
