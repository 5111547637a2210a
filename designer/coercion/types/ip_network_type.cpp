#include "designer/coercion/reading.h"
#include "designer/coercion/texts/ip_text.h"
#include "designer/coercion/types/text_types.h"

#include <algorithm>
#include <bit>

namespace Design
{

namespace
{

using Version = IpAddressType::Version;

/// How many bits of a dotted mask are set, from the left: 24 for 255.255.255.0 and, as a mask of
/// hosts, for 0.0.0.255; -1 for any other.
int prefixOfMask(QStringView text)
{
    const std::optional<Ipv4Bytes> bytes = readIpv4(text);
    if (!bytes)
        return -1;
    quint32 mask = 0;
    for (const quint8 byte : *bytes)
        mask = mask << 8 | byte;
    const int ones = std::countl_one(mask);
    if (std::popcount(mask) == ones)
        return ones;
    const int zeros = std::countl_zero(mask);
    return std::popcount(mask) == 32 - zeros ? zeros : -1;
}

/// The length of the prefix, or -1.
int prefixOf(QStringView text, Version version)
{
    const int most = version == Version::Four ? 32 : 128;
    const bool areDigits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= u'0' && c <= u'9';
    });
    if (!areDigits)
        return version == Version::Four ? prefixOfMask(text) : -1;
    bool ok = false;
    const int prefix = text.toInt(&ok);
    return ok && prefix <= most ? prefix : -1;
}

template<class Parts>
bool hasBitsBeyond(const Parts &parts, int prefix)
{
    constexpr int width = sizeof(typename Parts::value_type) * 8;
    for (size_t i = 0; i < parts.size(); ++i) {
        const int kept = std::clamp(prefix - static_cast<int>(i) * width, 0, width);
        const quint32 rest = kept == width ? 0U : (1U << (width - kept)) - 1U;
        if ((parts[i] & rest) != 0)
            return true;
    }
    return false;
}

/// The text of the network or the interface; empty when the input is none.
QString networkOf(const Json &input, Version version, bool isInterface, bool isBytes)
{
    const QString whole = QLatin1String(version == Version::Four ? "/32" : "/128");
    if (isBytes || !input.isString()) {
        const QString address = isBytes ? packedIpAddress(input.string().toUtf8(), version)
                                        : ipAddressOf(input, version);
        return address.isEmpty() ? address : address + whole;
    }
    const QString &text = input.string();
    const qsizetype slash = text.indexOf(u'/');
    const QString host = slash < 0 ? text : text.first(slash);
    const QString address = ipAddressOf(Json(host), version);
    if (address.isEmpty() || slash < 0)
        return address.isEmpty() ? address : address + whole;
    const int prefix = prefixOf(QStringView(text).sliced(slash + 1), version);
    if (prefix < 0)
        return {};
    const QString plain = address.section(u'%', 0, 0);
    const bool hasHost = version == Version::Four ? hasBitsBeyond(*readIpv4(plain), prefix)
                                                  : hasBitsBeyond(*readIpv6(plain), prefix);
    if (hasHost && !isInterface)
        return {};
    return address + u'/' + QString::number(prefix);
}

} // namespace

IpNetworkType::IpNetworkType(NodeId node, Version version, bool isInterface)
    : Type(node)
    , m_version(version)
    , m_isInterface(isInterface)
{
}

Json IpNetworkType::read(const Json &input, Reading &reading) const
{
    if (m_version != Version::Any) // whose validator does not say that it changed anything
        reading.atMost(Exactness::Lax);
    QString text;
    const bool isBytes = reading.isBytes(input);
    if (m_version != Version::Six)
        text = networkOf(input, Version::Four, m_isInterface, isBytes);
    if (text.isEmpty() && m_version != Version::Four)
        text = networkOf(input, Version::Six, m_isInterface, isBytes);
    if (!text.isEmpty())
        return Json(text);
    const ErrorType network = m_version == Version::Four  ? ErrorType::IpV4Network
                              : m_version == Version::Six ? ErrorType::IpV6Network
                                                          : ErrorType::IpAnyNetwork;
    const ErrorType interface = m_version == Version::Four  ? ErrorType::IpV4Interface
                                : m_version == Version::Six ? ErrorType::IpV6Interface
                                                            : ErrorType::IpAnyInterface;
    return reading.refuse(m_isInterface ? interface : network, input, node(), Keyword::Format);
}

QString IpNetworkType::name() const
{
    if (m_version == Version::Any)
        return QStringLiteral("function-plain[_validate()]");
    const QString digit = QLatin1String(m_version == Version::Four ? "4" : "6");
    const QString type = QLatin1String(m_isInterface ? "Interface" : "Network");
    return QStringLiteral("lax-or-strict[lax=function-plain[ip_v%1_%2_validator()],"
                          "strict=json-or-python[json=function-after[IPv%1%3(), str],"
                          "python=is-instance[IPv%1%3]]]")
        .arg(digit, type.toLower(), type);
}

} // namespace Design
