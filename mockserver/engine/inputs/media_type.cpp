#include "mockserver/engine/inputs/media_type.h"

#include <QStringDecoder>

#include <algorithm>
#include <tuple>

namespace Mock
{

namespace
{

/// The text at the separators that stand outside quotes.
QList<QByteArray> splitParts(QByteArrayView text, char separator = ';')
{
    QList<QByteArray> parts{QByteArray()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            isQuoted = !isQuoted;
        if (text[i] == '\\' && isQuoted && i + 1 < text.size())
            parts.last() += text[i++];
        if (text[i] == separator && !isQuoted)
            parts.append(QByteArray());
        else
            parts.last() += text[i];
    }
    return parts;
}

/// The quality of an element, 0 to 1; 1 where it says none or nonsense.
double quality(const ParsedMediaType &element)
{
    const QString text = element.parameter(u"q");
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && value >= 0 && value <= 1 ? value : 1;
}

/// How well two media types fit of which either may be a range; see mediaTypeFit().
int fit(const ParsedMediaType &type, const ParsedMediaType &range)
{
    const auto covers = [](const QByteArray &all, const QByteArray &one) {
        if (all == "*/*" || all == "*")
            return 1;
        if (all == one)
            return 3;
        // "image/*", and "application/*+json" for a structured syntax suffix (RFC 6838).
        const qsizetype star = all.indexOf('*');
        const bool fits = star > 0 && all[star - 1] == '/' && one.size() > all.size() - 1 &&
                          one.startsWith(all.first(star)) && one.endsWith(all.sliced(star + 1));
        return fits ? 2 : 0;
    };
    int result = std::max(covers(range.type, type.type), covers(type.type, range.type));
    if (result == 0 || type.type.isEmpty())
        return 0;
    for (const NamedText &parameter : range.parameters) {
        const QString mine = type.parameter(parameter.name);
        if (mine.isNull() || parameter.name == u"q" || parameter.name == u"charset")
            continue;
        if (mine.compare(parameter.value, Qt::CaseInsensitive) != 0)
            return 0;
        result = 4;
    }
    return result;
}

QByteArray unquotedString(const QByteArray &value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
        return value;
    QByteArray inside = value.sliced(1, value.size() - 2);
    inside.replace("\\\\", "\\").replace("\\\"", "\"");
    return inside;
}

} // namespace

ParsedMediaType parseMediaType(QByteArrayView text)
{
    const QByteArray first = splitParts(text).first();
    ParsedMediaType result;
    result.type = first.trimmed().toLower();
    if (first.size() < text.size())
        result.parameters = parseParameters(text.sliced(first.size() + 1), ';');
    return result;
}

QString decodedAs(const QByteArray &bytes, const ParsedMediaType &type)
{
    const QString charset = type.parameter(u"charset");
    QStringDecoder decoder(charset.isEmpty() ? "UTF-8" : charset.toLatin1().constData());
    if (!decoder.isValid())
        decoder = QStringDecoder(QStringDecoder::Utf8);
    return decoder(bytes);
}

QList<NamedText> parseParameters(QByteArrayView text, char separator)
{
    QList<NamedText> result;
    for (const QByteArray &part : splitParts(text, separator)) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0)
            continue;
        result.append({QString::fromLatin1(part.first(equals).trimmed().toLower()),
                       QString::fromUtf8(unquotedString(part.sliced(equals + 1).trimmed()))});
    }
    return result;
}

QString ParsedMediaType::parameter(QStringView name) const
{
    // Of several with the name the last one counts, as for FastAPI.
    const auto found = std::find_if(parameters.rbegin(), parameters.rend(),
                                    [name](const NamedText &one) { return one.name == name; });
    if (found == parameters.rend())
        return {};
    return found->value.isNull() ? QStringLiteral("") : found->value;
}

bool ParsedMediaType::isJson() const
{
    return type == "application/json" ||
           (type.startsWith("application/") && type.endsWith("+json"));
}

bool ParsedMediaType::isXml() const
{
    return type.endsWith("/xml") || type.endsWith("+xml");
}

bool ParsedMediaType::isYaml() const
{
    return type.endsWith("/yaml") || type.endsWith("/x-yaml") || type.endsWith("+yaml");
}

bool ParsedMediaType::hasOwnParameters() const
{
    return std::any_of(parameters.begin(), parameters.end(),
                       [](const NamedText &parameter) { return parameter.name != u"charset"; });
}

int mediaTypeFit(QByteArrayView type, QByteArrayView range)
{
    return fit(parseMediaType(type), parseMediaType(range));
}

Accepted bestMediaType(QByteArrayView accept, const QList<QByteArray> &offers)
{
    if (accept.trimmed().isEmpty())
        return offers.isEmpty() ? Accepted() : Accepted{0, offers.first()};
    QList<ParsedMediaType> wanted;
    for (const QByteArray &element : splitParts(accept, ',')) {
        if (!element.trimmed().isEmpty())
            wanted.append(parseMediaType(element));
    }
    Accepted best;
    std::tuple<double, int, qsizetype> bestRank;
    for (qsizetype i = 0; i < offers.size(); ++i) {
        const ParsedMediaType offer = parseMediaType(offers[i]);
        int closest = 0; // the most specific element decides about an offer
        qsizetype element = -1;
        for (qsizetype j = 0; j < wanted.size(); ++j) {
            const int fits = fit(offer, wanted[j]);
            if (fits > closest) {
                closest = fits;
                element = j;
            }
        }
        const double worth = element < 0 ? 0 : quality(wanted[element]);
        const std::tuple rank(worth, closest, -element);
        if (worth <= 0 || (best.offer >= 0 && rank <= bestRank))
            continue;
        bestRank = rank;
        const bool isOpen = offer.type.contains('*') && !wanted[element].type.contains('*');
        best = {i, isOpen ? wanted[element].type : offers[i]};
    }
    return best;
}

bool mediaTypeMatches(QByteArrayView type, QByteArrayView range)
{
    const QByteArray one = parseMediaType(type).type;
    const QByteArray all = parseMediaType(range).type;
    if (all == "*/*" || all == "*" || one == all)
        return true;
    return all.endsWith("/*") && one.startsWith(all.first(all.size() - 1));
}

} // namespace Mock
