#include "mockserver/wire/framing.h"

#include "mockserver/wire/authority.h"
#include "mockserver/wire/characters.h"

#include <limits>

namespace Mock
{

namespace
{

bool isNamed(const HeaderField &field, QByteArrayView name)
{
    return field.name.size() == name.size() && field.name.compare(name, Qt::CaseInsensitive) == 0;
}

// Calls use(element) with the elements of a comma-separated list, empty ones left out, in lower
// case (RFC 9110 section 5.6.1).
template<typename Use>
void forEachElement(const QByteArray &list, Use use)
{
    const QByteArrayList elements = list.toLower().split(',');
    for (const QByteArray &element : elements) {
        const QByteArray trimmed = element.trimmed();
        if (!trimmed.isEmpty())
            use(trimmed);
    }
}

} // namespace

Fault Framing::add(const HeaderField &field)
{
    if (isNamed(field, "host"))
        return addHost(field.value);
    if (isNamed(field, "content-length"))
        return addLength(field.value);
    if (isNamed(field, "transfer-encoding"))
        return addCodings(field.value);
    if (isNamed(field, "connection"))
        addConnection(field.value);
    else if (isNamed(field, "expect"))
        forEachElement(field.value, [this](const QByteArray &expectation) {
            (expectation == "100-continue" ? m_expectsContinue : m_expectsOther) = true;
        });
    return {};
}

Fault Framing::addHost(const QByteArray &value)
{
    if (m_hasHost)
        return {400, "Host is given twice."};
    m_hasHost = true;
    const auto authority = parseAuthority(value);
    if (!authority || !authority->userInfo.isNull())
        return {400, "The value of Host is not a host name with an optional port."};
    return {};
}

Fault Framing::addLength(const QByteArray &value)
{
    if (m_hasLength)
        return {400, "Content-Length is given twice."};
    m_hasLength = true;
    if (value.isEmpty() || !consistsOf(value, Characters::Digit))
        return {400, "The value of Content-Length is not a number of bytes."};
    for (const char c : value) {
        const int digit = c - '0';
        if (m_length > (std::numeric_limits<qint64>::max() - digit) / 10)
            return {413, "The value of Content-Length is larger than any body can be."};
        m_length = m_length * 10 + digit;
    }
    return {};
}

Fault Framing::addCodings(const QByteArray &value)
{
    m_hasCodings = true;
    bool good = true;
    forEachElement(value, [this, &good](const QByteArray &coding) {
        good = good && consistsOf(coding, Characters::Token);
        m_codings.append(coding);
    });
    if (!good || m_codings.size() > 8)
        return {400, "The value of Transfer-Encoding is not a short list of names."};
    return {};
}

void Framing::addConnection(const QByteArray &value)
{
    forEachElement(value, [this](const QByteArray &option) {
        m_saysClose = m_saysClose || option == "close";
        m_saysKeepAlive = m_saysKeepAlive || option == "keep-alive";
    });
}

Fault Framing::finish(const Request &request)
{
    const bool isOld = request.minorVersion == 0;
    m_keepsAlive = !m_saysClose && (!isOld || m_saysKeepAlive);
    if (!m_hasHost && !isOld)
        return {400, "Host is missing."};
    if (m_hasCodings) {
        if (m_hasLength)
            return {400, "Both Content-Length and Transfer-Encoding say where the body ends."};
        if (isOld)
            return {400, "HTTP/1.0 has no Transfer-Encoding."};
        if (m_codings.isEmpty() || m_codings.indexOf("chunked") != m_codings.size() - 1)
            return {400, "Transfer-Encoding does not end with chunked, given once."};
    }
    if (m_expectsOther)
        return {417, "Expect asks for something else than 100-continue."};
    // An HTTP/1.0 client would take the interim response for the final one.
    m_expectsContinue = m_expectsContinue && !isOld;
    return {};
}

Fault Framing::tooLong(const Limits &limits) const
{
    if (m_length <= limits.body)
        return {};
    return {413, "The body has " + QByteArray::number(m_length) + " bytes; " +
                     QByteArray::number(limits.body) + " are accepted."};
}

Fault Framing::unknownCoding() const
{
    if (m_codings.size() < 2)
        return {};
    return {501, "Transfer-Encoding names " + m_codings.first() + "; only chunked is understood."};
}

} // namespace Mock
