#pragma once

#include <QByteArray>

#include <optional>

namespace Mock
{

/// Host and port, as in a Host field or in an absolute URI (RFC 3986 section 3.2).
struct Authority {
    QByteArray userInfo; ///< without the "@"; null when there is none
    QByteArray host;     ///< as sent; an IPv6 address keeps its brackets; may be empty
    int port = -1;       ///< 0 to 65535; -1 when absent or empty
};

/// None when the text does not follow the grammar.
std::optional<Authority> parseAuthority(QByteArrayView text);

} // namespace Mock
