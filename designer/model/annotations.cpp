#include "designer/model/annotations.h"

namespace Design
{

bool isAnnotation(Keyword keyword)
{
    switch (keyword) {
    case Keyword::Unknown:
    case Keyword::Comment:
    case Keyword::Title:
    case Keyword::Description:
    case Keyword::Default:
    case Keyword::Examples:
    case Keyword::Example:
    case Keyword::Deprecated:
    case Keyword::ReadOnly:
    case Keyword::WriteOnly:
    case Keyword::Xml:
    case Keyword::ExternalDocs:
        return true;
    default:
        return false;
    }
}

} // namespace Design
