#include "designer/coercion/reading.h"
#include "designer/coercion/texts/ip_text.h"
#include "designer/coercion/types/text_types.h"
#include "designer/text/number.h"

namespace Design
{

namespace
{

/// The 16 bytes of a number below 2^128, in groups of 16 bits; nothing beyond.
std::optional<Ipv6Groups> groupsOf(QByteArray digits)
{
    if (digits == "-0")
        digits = "0";
    if (digits.startsWith('-') || digits.size() > 39)
        return std::nullopt;
    Ipv6Groups groups{};
    for (const char c : digits) {
        quint32 carry = static_cast<quint32>(c - '0');
        for (size_t i = 8; i-- > 0;) {
            const quint32 value = groups[i] * 10U + carry;
            groups[i] = static_cast<quint16>(value & 0xffffU);
            carry = value >> 16;
        }
        if (carry != 0)
            return std::nullopt;
    }
    return groups;
}

QString ipv4Of(const Json &input)
{
    if (input.isString()) {
        const std::optional<Ipv4Bytes> address = readIpv4(input.string());
        return address ? toText(*address) : QString();
    }
    const qint64 number = input.isBool() ? qint64{input.toBool()} : input.toInt64(-1);
    if (!input.isInteger() && !input.isBool())
        return {};
    if (number < 0 || number > 0xffff'ffff)
        return {};
    const auto byte = [&](int shift) { return static_cast<quint8>(number >> shift & 0xff); };
    return toText(Ipv4Bytes{byte(24), byte(16), byte(8), byte(0)});
}

QString ipv6Of(const Json &input)
{
    if (input.isString()) {
        const QString &text = input.string();
        const qsizetype percent = text.indexOf(u'%');
        const QString zone = percent < 0 ? QString() : text.sliced(percent);
        if (percent >= 0 && (zone.size() == 1 || zone.indexOf(u'%', 1) > 0))
            return {};
        const std::optional<Ipv6Groups> address =
            readIpv6(percent < 0 ? QStringView(text) : QStringView(text).first(percent));
        return address ? toText(*address) + zone : QString();
    }
    if (!input.isInteger() && !input.isBool())
        return {};
    const QByteArray digits =
        input.isBool() ? QByteArray(input.toBool() ? "1" : "0") : input.numberText();
    const std::optional<Ipv6Groups> address = groupsOf(digits);
    return address ? toText(*address) : QString();
}

} // namespace

QString ipAddressOf(const Json &input, IpAddressType::Version version)
{
    QString text;
    if (version != IpAddressType::Version::Six)
        text = ipv4Of(input);
    if (text.isEmpty() && version != IpAddressType::Version::Four)
        text = ipv6Of(input);
    return text;
}

QString packedIpAddress(const QByteArray &bytes, IpAddressType::Version version)
{
    const auto byte = [&bytes](size_t at) {
        return static_cast<quint8>(bytes[static_cast<qsizetype>(at)]);
    };
    if (bytes.size() == 4 && version != IpAddressType::Version::Six)
        return toText(Ipv4Bytes{byte(0), byte(1), byte(2), byte(3)});
    if (bytes.size() != 16 || version == IpAddressType::Version::Four)
        return {};
    Ipv6Groups groups{};
    for (size_t i = 0; i < groups.size(); ++i)
        groups[i] = static_cast<quint16>(byte(2 * i) << 8 | byte(2 * i + 1));
    return toText(groups);
}

IpAddressType::IpAddressType(NodeId node, Version version)
    : Type(node)
    , m_version(version)
{
}

Json IpAddressType::read(const Json &input, Reading &reading) const
{
    if (m_version != Version::Any) // whose validator does not say that it changed anything
        reading.atMost(Exactness::Lax);
    const QString text = reading.isBytes(input)
                             ? packedIpAddress(input.string().toUtf8(), m_version)
                             : ipAddressOf(input, m_version);
    if (!text.isEmpty())
        return Json(text);
    const ErrorType type = m_version == Version::Four  ? ErrorType::IpV4Address
                           : m_version == Version::Six ? ErrorType::IpV6Address
                                                       : ErrorType::IpAnyAddress;
    return reading.refuse(type, input, node(), Keyword::Format);
}

QString IpAddressType::name() const
{
    // pydantic's own names: Python wraps its ipaddress classes into these.
    const auto wrapped = [](const char *version, const char *type) {
        return QStringLiteral("lax-or-strict[lax=function-plain[ip_%1_address_validator()],"
                              "strict=json-or-python[json=function-after[%2(), str],"
                              "python=is-instance[%2]]]")
            .arg(QLatin1String(version), QLatin1String(type));
    };
    switch (m_version) {
    case Version::Four:
        return wrapped("v4", "IPv4Address");
    case Version::Six:
        return wrapped("v6", "IPv6Address");
    case Version::Any:
        break;
    }
    return QStringLiteral("function-plain[_validate()]");
}

} // namespace Design
