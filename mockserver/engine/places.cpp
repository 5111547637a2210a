#include "mockserver/engine/places.h"

#include <utility>

namespace Mock
{

Places::Places(const Design::Api &api, Design::InclusionsPointer inclusions)
    : m_index(api)
    , m_inclusions(std::move(inclusions))
{
}

QString Places::text(const QString &pointer, Design::NodeId node, Design::Keyword keyword) const
{
    QString place = pointer;
    if (place.isEmpty() && m_index.contains(node)) {
        place = m_index.pointer(node);
        if (keyword != Design::Keyword::Unknown)
            place += u'/' + Design::keywordName(keyword);
    }
    if (place.isEmpty() || !m_inclusions)
        return place;
    const auto [file, inFile] = m_inclusions->originNow(m_index, place);
    return file.isEmpty() ? place : file + u'#' + inFile;
}

} // namespace Mock
