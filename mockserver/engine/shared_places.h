#pragma once

#include "designer/openapi/shared_media.h"
#include "designer/text/diagnostic.h"
#include "mockserver/engine/exchange.h"

namespace Mock
{

/// Names the places of shared media types by their pointers. Routes have copies of these, whose
/// nodes nobody else knows: the node is that of the media type which refers to them.
class SharedPlaces
{
public:
    SharedPlaces() = default; ///< of a design that shares none
    explicit SharedPlaces(const QHash<Design::NodeId, Design::SharedPlace> &places)
        : m_places(places)
    {
    }

    void nameIn(Exchange *exchange) const;
    void nameIn(Design::Diagnostics *diagnostics) const;

private:
    template<class Finding>
    void name(Finding *finding, Design::Keyword keyword = Design::Keyword::Unknown) const;

    QHash<Design::NodeId, Design::SharedPlace> m_places;
};

} // namespace Mock
