#include "designer/text/json_parser.h"
#include "designer/text/json_reader.h"
#include "designer/text/utf8.h"

#include <QtEndian>

namespace Design
{

namespace
{

enum class Encoding { Utf8, Utf16Big, Utf16Little, Utf32Big, Utf32Little };

struct Detected {
    Encoding encoding = Encoding::Utf8;
    qsizetype mark = 0; ///< bytes of a byte order mark
};

/// json.detect_encoding of CPython.
Detected detectEncoding(QByteArrayView bytes)
{
    if (bytes.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return {Encoding::Utf32Big, 4};
    if (bytes.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return {Encoding::Utf32Little, 4};
    if (bytes.startsWith("\xFE\xFF"))
        return {Encoding::Utf16Big, 2};
    if (bytes.startsWith("\xFF\xFE"))
        return {Encoding::Utf16Little, 2};
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return {Encoding::Utf8, 3};
    if (bytes.size() >= 4) {
        if (bytes[0] == 0)
            return {bytes[1] == 0 ? Encoding::Utf32Big : Encoding::Utf16Big, 0};
        if (bytes[1] == 0) {
            const bool wide = bytes[2] == 0 && bytes[3] == 0;
            return {wide ? Encoding::Utf32Little : Encoding::Utf16Little, 0};
        }
    } else if (bytes.size() == 2) {
        if (bytes[0] == 0)
            return {Encoding::Utf16Big, 0};
        if (bytes[1] == 0)
            return {Encoding::Utf16Little, 0};
    }
    return {};
}

/// The text as UTF-8, lone surrogates as characters of three bytes ("surrogatepass"); nothing when
/// the bytes are cut off or beyond Unicode.
std::optional<QByteArray> transcoded(QByteArrayView bytes, Encoding encoding)
{
    const bool wide = encoding == Encoding::Utf32Big || encoding == Encoding::Utf32Little;
    const qsizetype width = wide ? 4 : 2;
    if (bytes.size() % width != 0)
        return {};
    const auto unitAt = [&](qsizetype i) -> char32_t {
        const char *at = bytes.data() + i * width;
        switch (encoding) {
        case Encoding::Utf16Big:
            return qFromBigEndian<quint16>(at);
        case Encoding::Utf16Little:
            return qFromLittleEndian<quint16>(at);
        case Encoding::Utf32Big:
            return qFromBigEndian<quint32>(at);
        default:
            return qFromLittleEndian<quint32>(at);
        }
    };
    const qsizetype units = bytes.size() / width;
    QByteArray text(units * 4, Qt::Uninitialized);
    char *end = text.data();
    for (qsizetype i = 0; i < units; ++i) {
        char32_t character = unitAt(i);
        if (character > 0x10FFFF)
            return {};
        if (!wide && QChar::isHighSurrogate(character) && i + 1 < units &&
            QChar::isLowSurrogate(unitAt(i + 1))) {
            character = QChar::surrogateToUcs4(static_cast<char16_t>(character),
                                               static_cast<char16_t>(unitAt(++i)));
        }
        end = putCharacter(end, character);
    }
    text.truncate(end - text.constData());
    return text;
}

QString pythonMessage(JsonParser::Fault fault)
{
    using Fault = JsonParser::Fault;
    switch (fault) {
    case Fault::None:
        break;
    case Fault::ExpectedValue:
        return QStringLiteral("Expecting value");
    case Fault::ExpectedKey:
        return QStringLiteral("Expecting property name enclosed in double quotes");
    case Fault::ExpectedColon:
        return QStringLiteral("Expecting ':' delimiter");
    case Fault::ExpectedComma:
        return QStringLiteral("Expecting ',' delimiter");
    case Fault::UnterminatedString:
        return QStringLiteral("Unterminated string starting at");
    case Fault::ControlCharacter:
        return QStringLiteral("Invalid control character at");
    case Fault::BadEscape:
        return QStringLiteral("Invalid \\escape");
    case Fault::BadUnicodeEscape:
        return QStringLiteral("Invalid \\uXXXX escape");
    case Fault::ExtraData:
        return QStringLiteral("Extra data");
    case Fault::TooDeep:
    case Fault::TooManyValues:
        return QStringLiteral("maximum recursion depth exceeded");
    case Fault::TooManyDigits:
        return QStringLiteral("Exceeds the limit (4300 digits) for integer string conversion");
    }
    return {};
}

} // namespace

PythonJson readPythonJson(QByteArrayView bytes, int depth)
{
    PythonJson result;
    const auto notText = [&result](const QString &message) {
        result.error = PythonJsonError{message, 0, true, false};
        return result;
    };
    const Detected detected = detectEncoding(bytes);
    QByteArrayView text = bytes.sliced(detected.mark);
    QByteArray converted;
    if (detected.encoding != Encoding::Utf8) {
        const auto utf8 = transcoded(text, detected.encoding);
        if (!utf8)
            return notText(QStringLiteral("the bytes are not text"));
        converted = *utf8;
        text = converted;
    } else if (firstInvalidUtf8(text, Surrogates::Allowed) >= 0) {
        return notText(QStringLiteral("invalid UTF-8"));
    }

    ReadLimits limits;
    limits.depth = depth;
    JsonParser parser(text, JsonParser::Dialect::Python, limits);
    if (parser.parse()) {
        result.value = parser.builder().takeRoot();
        return result;
    }
    using Fault = JsonParser::Fault;
    PythonJsonError error;
    error.message = pythonMessage(parser.fault());
    error.offset = countCharacters(text.first(parser.faultOffset()));
    error.isEncoding = parser.fault() == Fault::TooManyDigits;
    error.isTooDeep = parser.fault() == Fault::TooDeep || parser.fault() == Fault::TooManyValues;
    result.error = error;
    return result;
}

} // namespace Design
