#include "designer/coercion/reading.h"
#include "designer/coercion/types/text_types.h"

#include <array>

namespace Design
{

namespace
{

constexpr std::array<qsizetype, 5> groupLengths{8, 4, 4, 4, 12};

/// "8-4-4-4-12" from 32 digits.
QString hyphenated(const QString &digits)
{
    QString text;
    qsizetype at = 0;
    for (const qsizetype length : groupLengths) {
        if (at > 0)
            text += u'-';
        text += QStringView(digits).sliced(at, length);
        at += length;
    }
    return text;
}

/// What is wrong with the text of a UUID, in the words of Rust's uuid crate; empty when it is one.
/// `digits` becomes its 32 digits.
QString uuidError(const QString &text, QString *digits)
{
    QStringView body = text;
    qsizetype offset = 1; // of the first character, in bytes of UTF-8
    qsizetype around = 0; // characters of the braces or of the URN
    bool isPlain = true;
    constexpr QLatin1String urn("urn:uuid:");
    constexpr qsizetype plainLength = 36;
    const bool isBraced = body.startsWith(u'{') && body.endsWith(u'}') && body.size() > 1;
    const bool isUrn = body.startsWith(urn);
    if (isBraced || isUrn) {
        const qsizetype before = isBraced ? 1 : urn.size();
        around = isBraced ? 2 : urn.size();
        body = body.sliced(before, body.size() - around);
        // Only a text of the right length is seen without what is around it.
        isPlain = body.size() == plainLength;
        offset = isPlain ? 1 : before + 1;
    }
    for (qsizetype i = 0; i < body.size(); ++i) {
        const QChar c = body[i];
        const bool isHex =
            (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (!isHex && c != u'-') {
            const bool isPair = c.isHighSurrogate() && i + 1 < body.size();
            return QStringLiteral("invalid character: found `%1` at %2")
                .arg(body.sliced(i, isPair ? 2 : 1).toString())
                .arg(offset);
        }
        ++offset;
    }
    const auto groups = body.split(u'-');
    if (groups.size() == 1 && isPlain) {
        if (body.size() != 32) {
            return QStringLiteral("invalid length: expected length 32 for simple format, found %1")
                .arg(body.size());
        }
        *digits = body.toString().toLower();
        return {};
    }
    if (groups.size() != 5)
        return QStringLiteral("invalid group count: expected 5, found %1").arg(groups.size());
    for (size_t i = 0; i < groupLengths.size(); ++i) {
        const bool isLast = i == groupLengths.size() - 1;
        const qsizetype length = groups[static_cast<qsizetype>(i)].size();
        if (length != groupLengths[i]) {
            return QStringLiteral("invalid group length in group %1: expected %2, found %3")
                .arg(i)
                .arg(groupLengths[i])
                .arg(length + (isLast && !isPlain ? around : 0));
        }
    }
    *digits = body.toString().remove(u'-').toLower();
    return {};
}

} // namespace

UuidType::UuidType(NodeId node, int version)
    : Type(node)
    , m_version(version)
{
}

Json UuidType::read(const Json &input, Reading &reading) const
{
    if (!input.isString())
        return reading.refuse(ErrorType::UuidType, input, node(), Keyword::Type);
    QString digits;
    QString error = uuidError(input.string(), &digits);
    if (!error.isEmpty() && reading.isBytes(input)) {
        // Bytes that are no text of a UUID may be the 16 bytes themselves.
        const QByteArray bytes = input.string().toUtf8();
        digits = QString::fromLatin1(bytes.toHex());
        error =
            bytes.size() == 16
                ? QString()
                : QStringLiteral("invalid length: expected 16 bytes, found %1").arg(bytes.size());
    }
    if (!error.isEmpty()) {
        return reading.refuse(ErrorType::UuidParsing, input, node(), Keyword::Format,
                              {{QStringLiteral("error"), error}});
    }
    // RFC 9562: the version is the 13th digit, and the 17th is 8 to b in its variant.
    const bool isVersion =
        digits[12] == QChar(u'0' + m_version) && QStringView(u"89ab").contains(digits[16]);
    if (m_version > 0 && !isVersion) {
        return reading.refuse(ErrorType::UuidVersion, input, node(), Keyword::Format,
                              {{QStringLiteral("expected_version"), m_version}});
    }
    reading.atMost(Exactness::Lax);
    return Json(hyphenated(digits));
}

QString UuidType::name() const
{
    return QStringLiteral("uuid");
}

} // namespace Design
