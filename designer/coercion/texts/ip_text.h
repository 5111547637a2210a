#pragma once

#include <QString>

#include <array>
#include <optional>

namespace Design
{

using Ipv4Bytes = std::array<quint8, 4>;
using Ipv6Groups = std::array<quint16, 8>;

/// Four decimal numbers without leading zeros, as Python's ipaddress reads them.
std::optional<Ipv4Bytes> readIpv4(QStringView text);
QString toText(const Ipv4Bytes &address);

/// RFC 4291 section 2.2, a dotted IPv4 address at the end allowed, without zone.
std::optional<Ipv6Groups> readIpv6(QStringView text);
QString toText(const Ipv6Groups &address); ///< RFC 5952 section 4

} // namespace Design
