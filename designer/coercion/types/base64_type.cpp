#include "designer/coercion/reading.h"
#include "designer/coercion/texts/base64_text.h"
#include "designer/coercion/texts/python_text.h"
#include "designer/coercion/types/text_types.h"
#include "designer/text/utf8.h"

namespace Design
{

namespace
{

/// The digit's value, or -1 for what is no digit and is passed over.
int digitValue(char c, bool isUrlSafe)
{
    if (c == '+' || (isUrlSafe && c == '-'))
        return 62;
    return c == '/' || (isUrlSafe && c == '_') ? 63 : base64Value(c);
}

/// As Python's base64.b64decode() reads it, which overlooks what is no digit.
QByteArray decoded(const QByteArray &text, bool isUrlSafe, QString *error)
{
    QByteArray bytes;
    int place = 0; // in a group of four digits
    int padding = 0;
    int left = 0;
    for (const char c : text) {
        if (c == '=') {
            if (place >= 2 && place + ++padding >= 4)
                return bytes;
            continue;
        }
        const int value = digitValue(c, isUrlSafe);
        if (value < 0)
            continue;
        padding = 0;
        left = (left << 6 | value) & 0xffff;
        if (place > 0)
            bytes.append(static_cast<char>(left >> (6 - 2 * place)));
        place = (place + 1) % 4;
    }
    if (place == 1) {
        *error = QStringLiteral("Invalid base64-encoded string: number of data characters (%1) "
                                "cannot be 1 more than a multiple of 4")
                     .arg(bytes.size() / 3 * 4 + 1);
    } else if (place > 1) {
        *error = QStringLiteral("Incorrect padding");
    }
    return bytes;
}

} // namespace

Base64Type::Base64Type(NodeId node, bool isUrlSafe, Content content)
    : Type(node)
    , m_isUrlSafe(isUrlSafe)
    , m_content(content)
{
}

Json Base64Type::read(const Json &input, Reading &reading) const
{
    if (!input.isString()) {
        return reading.refuse(m_content == Content::Bytes ? ErrorType::BytesType
                                                          : ErrorType::StringType,
                              input, node(), Keyword::Type);
    }
    QString error;
    const QByteArray bytes = decoded(input.string().toUtf8(), m_isUrlSafe, &error);
    if (!error.isEmpty()) {
        return reading.refuse(ErrorType::Base64Decode, input, node(), Keyword::Format,
                              {{QStringLiteral("error"), error}});
    }
    if (m_content == Content::Text)
        error = pythonUtf8Error(bytes);
    if (!error.isEmpty()) {
        return reading.refuse(ErrorType::ValueError, input, node(), Keyword::Format,
                              {{QStringLiteral("text"), error}});
    }
    if (reading.isEncoded() && firstInvalidUtf8(bytes) < 0)
        return Json(toText(bytes));
    return Json(QString::fromLatin1(
        bytes.toBase64(m_isUrlSafe ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding)));
}

QString Base64Type::name() const
{
    return m_content == Content::Bytes ? QStringLiteral("function-after[decode(), bytes]")
                                       : QStringLiteral("function-after[decode_str(), str]");
}

} // namespace Design
