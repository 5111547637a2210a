#include "designer/coercion/reading.h"
#include "designer/coercion/texts/base64_text.h"
#include "designer/coercion/types/text_types.h"

namespace Design
{

namespace
{

qint64 codePoints(const QString &text)
{
    qint64 count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].isLowSurrogate() && text[i - 1].isHighSurrogate())
            --count;
    }
    return count;
}

} // namespace

StringType::StringType(NodeId node, const StringLimits &limits)
    : Type(node)
    , m_limits(limits)
    , m_pattern(limits.pattern.isSet() ? RustPattern(limits.pattern.value.toString())
                                       : RustPattern())
{
}

Json StringType::read(const Json &input, Reading &reading) const
{
    if (!input.isString())
        return reading.refuse(ErrorType::StringType, input, node(), Keyword::Type);
    if (reading.isUnreadable(input))
        return reading.refuse(ErrorType::StringUnicode, input, node(), Keyword::Type);
    if (reading.isBytes(input))
        reading.atMost(Exactness::Lax);
    if (m_limits.isEmpty())
        return input;
    const bool counts = m_limits.shortest.isSet() || m_limits.longest.isSet();
    const qint64 length = counts ? codePoints(input.string()) : 0;
    if (m_limits.shortest.isSet() && length < m_limits.shortest.value) {
        return reading.refuse(ErrorType::StringTooShort, input, m_limits.shortest.node,
                              Keyword::MinLength,
                              {{QStringLiteral("min_length"), m_limits.shortest.value}});
    }
    if (m_limits.longest.isSet() && length > m_limits.longest.value) {
        return reading.refuse(ErrorType::StringTooLong, input, m_limits.longest.node,
                              Keyword::MaxLength,
                              {{QStringLiteral("max_length"), m_limits.longest.value}});
    }
    const RustPattern::Match match = m_pattern.search(input.string());
    if (match != RustPattern::Match::Yes) {
        if (match == RustPattern::Match::TooCostly)
            reading.giveUp();
        return reading.refuse(ErrorType::StringPatternMismatch, input, m_limits.pattern.node,
                              Keyword::Pattern,
                              {{QStringLiteral("pattern"), m_limits.pattern.value}});
    }
    return input;
}

QString StringType::name() const
{
    return m_limits.isEmpty() ? QStringLiteral("str") : QStringLiteral("constrained-str");
}

SecretType::SecretType(NodeId node, const StringLimits &limits, bool isBytes)
    : Type(node)
    , m_limits(limits)
    , m_isBytes(isBytes)
{
}

Json SecretType::read(const Json &input, Reading &reading) const
{
    if (!input.isString()) {
        return reading.refuse(m_isBytes ? ErrorType::BytesType : ErrorType::StringType, input,
                              node(), Keyword::Type);
    }
    const qint64 length = m_isBytes ? input.string().toUtf8().size() : codePoints(input.string());
    const auto refuse = [&](ErrorType type, const char *key, const LengthLimit &limit) {
        return reading.refuse(type, input, limit.node, limit.keyword,
                              {{QStringLiteral("field_type"), QStringLiteral("Value")},
                               {QString::fromLatin1(key), limit.value},
                               {QStringLiteral("actual_length"), length}});
    };
    if (m_limits.shortest.isSet() && length < m_limits.shortest.value)
        return refuse(ErrorType::TooShort, "min_length", m_limits.shortest);
    if (m_limits.longest.isSet() && length > m_limits.longest.value)
        return refuse(ErrorType::TooLong, "max_length", m_limits.longest);
    return reading.isEncoded() && length > 0 ? Json(QString(10, u'*')) : input;
}

QString SecretType::name() const
{
    // pydantic's own name: it wraps the class into these.
    return QStringLiteral("lax-or-strict[lax=%1,strict=%1]")
        .arg(QStringLiteral("json-or-python[json=function-after[%1(), %2],"
                            "python=union[is-instance[%1],function-after[%1(), %2]]]")
                 .arg(m_isBytes ? QLatin1String("SecretBytes") : QLatin1String("SecretStr"),
                      m_isBytes ? QLatin1String("bytes") : QLatin1String("str")));
}

BytesType::BytesType(NodeId node, const StringLimits &limits, Encoding encoding)
    : Type(node)
    , m_limits(limits)
    , m_encoding(encoding)
{
}

Json BytesType::read(const Json &input, Reading &reading) const
{
    if (!input.isString())
        return reading.refuse(ErrorType::BytesType, input, node(), Keyword::Type);
    if (!reading.isBytes(input))
        reading.atMost(Exactness::Lax);
    QByteArray bytes = input.string().toUtf8();
    if (m_encoding == Encoding::Base64 && !reading.isBytes(input)) {
        const Base64Text text = readBase64(bytes);
        if (!text.error.isEmpty()) {
            return reading.refuse(ErrorType::BytesInvalidEncoding, input, node(),
                                  Keyword::ContentEncoding,
                                  {{QStringLiteral("encoding"), QStringLiteral("base64")},
                                   {QStringLiteral("encoding_error"), text.error}});
        }
        bytes = text.bytes;
    }
    const qint64 length = bytes.size();
    if (m_limits.shortest.isSet() && length < m_limits.shortest.value) {
        return reading.refuse(ErrorType::BytesTooShort, input, m_limits.shortest.node,
                              Keyword::MinLength,
                              {{QStringLiteral("min_length"), m_limits.shortest.value}});
    }
    if (m_limits.longest.isSet() && length > m_limits.longest.value) {
        return reading.refuse(ErrorType::BytesTooLong, input, m_limits.longest.node,
                              Keyword::MaxLength,
                              {{QStringLiteral("max_length"), m_limits.longest.value}});
    }
    if (m_encoding == Encoding::Base64)
        return Json(QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding)));
    return input;
}

QString BytesType::name() const
{
    const bool limited = m_limits.shortest.isSet() || m_limits.longest.isSet();
    return limited ? QStringLiteral("constrained-bytes") : QStringLiteral("bytes");
}

Json UploadType::read(const Json &input, Reading &reading) const
{
    if (input.isObject())
        return input;
    return reading.refuse(ErrorType::UploadExpected, input, node(), Keyword::Type);
}

QString UploadType::name() const
{
    return QStringLiteral("function-plain[_validate()]");
}

} // namespace Design
