#include "mockserver/wire/authority.h"

#include "mockserver/wire/characters.h"

namespace Mock
{

namespace
{

// *( unreserved / pct-encoded / sub-delims / also )
bool isEncodedText(QByteArrayView text, char also = '\0')
{
    while (!text.isEmpty()) {
        const char c = takeFirst(text);
        if (c == '%') {
            if (text.size() < 2 || !consistsOf(text.first(2), Characters::Hexadecimal))
                return false;
            text = text.sliced(2);
        } else if (!isOneOf(c, Characters::Registered) && (also == '\0' || c != also)) {
            return false;
        }
    }
    return true;
}

// "[" ( IPv6address / IPvFuture ) "]": only the characters; nobody is reached through it.
bool isBracketedAddress(QByteArrayView text)
{
    if (text.size() < 4 || text.front() != '[' || text.back() != ']')
        return false;
    text = text.sliced(1, text.size() - 2);
    if (text.front() == 'v' || text.front() == 'V')
        return text.contains('.') && isEncodedText(text, ':');
    bool colon = false;
    for (const char c : text) {
        colon = colon || c == ':';
        if (c != ':' && c != '.' && !isOneOf(c, Characters::Hexadecimal))
            return false;
    }
    return colon;
}

} // namespace

std::optional<Authority> parseAuthority(QByteArrayView text)
{
    Authority authority;
    if (const qsizetype at = text.lastIndexOf('@'); at >= 0) {
        if (!isEncodedText(text.first(at), ':'))
            return {};
        authority.userInfo =
            text.first(at).isEmpty() ? QByteArray("") : text.first(at).toByteArray();
        text = text.sliced(at + 1);
    }
    qsizetype end = text.size();
    if (const qsizetype colon = text.lastIndexOf(':'); colon >= 0 && text.back() != ']') {
        const QByteArrayView port = text.sliced(colon + 1);
        if (port.size() > 5 || !consistsOf(port, Characters::Digit))
            return {};
        if (!port.isEmpty()) {
            authority.port = port.toInt();
            if (authority.port > 65535)
                return {};
        }
        end = colon;
    }
    const QByteArrayView host = text.first(end);
    if (host.startsWith('[') ? !isBracketedAddress(host) : !isEncodedText(host))
        return {};
    authority.host = host.toByteArray();
    return authority;
}

} // namespace Mock
