#include "designer/coercion/reading.h"
#include "designer/coercion/texts/url_text.h"
#include "designer/coercion/types/text_types.h"

namespace Design
{

UrlType::UrlType(NodeId node, Kind kind, const LengthLimit &longest)
    : Type(node)
    , m_kind(kind)
    , m_longest(longest)
{
}

Json UrlType::read(const Json &input, Reading &reading) const
{
    if (!input.isString())
        return reading.refuse(ErrorType::UrlType, input, node(), Keyword::Type);
    const QString &text = input.string();
    if (m_longest.isSet() && text.toUtf8().size() > m_longest.value) {
        return reading.refuse(ErrorType::UrlTooLong, input, m_longest.node, Keyword::MaxLength,
                              {{QStringLiteral("max_length"), m_longest.value}});
    }
    const UrlText url = m_kind == Kind::MultiHost ? readMultiHostUrl(text) : readUrl(text);
    if (!url.isValid()) {
        return reading.refuse(ErrorType::UrlParsing, input, node(), Keyword::Format,
                              {{QStringLiteral("error"), url.error}});
    }
    if (m_kind == Kind::Http && url.scheme != u"http" && url.scheme != u"https") {
        return reading.refuse(
            ErrorType::UrlScheme, input, node(), Keyword::Format,
            {{QStringLiteral("expected_schemes"), QStringLiteral("'http' or 'https'")}});
    }
    reading.atMost(Exactness::Lax);
    return Json(url.text());
}

QString UrlType::name() const
{
    return QStringLiteral("function-wrap[wrap_val()]");
}

} // namespace Design
