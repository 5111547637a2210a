#include "designer/text/json_reader.h"

#include "designer/text/json_parser.h"
#include "designer/text/utf8.h"

#include <algorithm>
#include <limits>

namespace Design
{

namespace
{

using Fault = JsonParser::Fault;

/// Names what stands at the offset, for a message.
QString found(QByteArrayView text, qsizetype offset)
{
    if (offset >= text.size())
        return QStringLiteral("the end of the text");
    const auto isWordByte = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '$' || c == '.' || c == '-' || c == '+';
    };
    constexpr qsizetype longest = 24;
    const QByteArrayView rest = text.sliced(offset);
    qsizetype size = 0;
    if (rest.front() == '"') {
        size = rest.indexOf('"', 1) + 1;
    } else {
        while (size < rest.size() && size <= longest && isWordByte(rest[size]))
            ++size;
    }
    if (size > 0 && size <= longest)
        return QString::fromUtf8(rest.first(size));
    if (size > longest || rest.front() == '"')
        return QString::fromUtf8(rest.first(std::min(longest, rest.size()))) + u'…';
    const char *at = rest.data();
    const char32_t character = nextCharacter(at);
    if (character < 0x20 || character == 0x7F || character == 0xA0 || character == 0xFEFF) {
        return QStringLiteral("the character U+%1")
            .arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'))
            .toUpper()
            .replace(QStringLiteral("THE CHARACTER"), QStringLiteral("the character"));
    }
    return QString::fromUtf8(rest.first(at - rest.data()));
}

/// A common slip that explains the fault better than the grammar does, or nothing.
QString slip(QByteArrayView text, JsonParser &parser)
{
    const bool hasChildren = parser.builder().childrenRead() > 0;
    const qsizetype offset = parser.faultOffset();
    if (offset >= text.size())
        return {};
    const QByteArrayView rest = text.sliced(offset);
    const char before = offset > 0 ? text[offset - 1] : '\0';
    const bool digitBefore = before >= '0' && before <= '9';
    const bool digitHere = rest[0] >= '0' && rest[0] <= '9';
    if (rest.startsWith("//") || rest.startsWith("/*") || rest.startsWith('#'))
        return QStringLiteral("JSON has no comments");
    switch (parser.fault()) {
    case Fault::ExpectedValue:
        if (rest[0] == ']' && hasChildren)
            return QStringLiteral("JSON allows no comma before the closing ]");
        if (rest[0] == '\'')
            return QStringLiteral("texts stand in double quotes");
        if (rest[0] == '+')
            return QStringLiteral("a number has no plus sign");
        if (rest[0] == '.')
            return QStringLiteral("a number has a digit before its point");
        if (rest[0] == '-')
            return QStringLiteral("a minus sign is followed by a digit");
        if (rest.startsWith("True") || rest.startsWith("False") || rest.startsWith("TRUE") ||
            rest.startsWith("FALSE") || rest.startsWith("Null") || rest.startsWith("NULL")) {
            return QStringLiteral("true, false and null are written in lower case");
        }
        if (rest.startsWith("NaN") || rest.startsWith("Infinity"))
            return QStringLiteral("JSON has no infinity and no NaN");
        return {};
    case Fault::ExpectedKey:
        if (rest[0] == '}' && hasChildren)
            return QStringLiteral("JSON allows no comma before the closing }");
        if (rest[0] == '\'')
            return QStringLiteral("names stand in double quotes");
        return {};
    case Fault::ExpectedComma:
    case Fault::ExtraData:
        if (digitBefore && digitHere)
            return QStringLiteral("a number does not begin with 0");
        if (digitBefore && rest[0] == '.')
            return QStringLiteral("a number has a digit after its point");
        if (digitBefore && (rest[0] == 'e' || rest[0] == 'E'))
            return QStringLiteral("an exponent has a digit");
        return {};
    default:
        return {};
    }
}

QString explanation(QByteArrayView text, JsonParser &parser, const ReadLimits &limits)
{
    const JsonBuilder &builder = parser.builder();
    const QString here = found(text, parser.faultOffset());
    const QString key =
        quotedKey(parser.fault() == Fault::ExpectedComma ? builder.lastKey() : builder.key());
    switch (parser.fault()) {
    case Fault::None:
        break;
    case Fault::ExpectedValue:
        if (builder.isInObject())
            return QStringLiteral("Expected a value for %1, found %2").arg(key, here);
        if (builder.isInArray() && builder.childrenRead() == 0)
            return QStringLiteral("Expected a list item or ], found %1").arg(here);
        if (builder.isInArray())
            return QStringLiteral("Expected a list item after the comma, found %1").arg(here);
        return QStringLiteral("Expected a value, found %1").arg(here);
    case Fault::ExpectedKey:
        return (builder.childrenRead() == 0
                    ? QStringLiteral("Expected a name in double quotes or }, found %1")
                    : QStringLiteral("Expected a name in double quotes after the comma, found %1"))
            .arg(here);
    case Fault::ExpectedColon:
        return QStringLiteral("Expected a colon after the name %1, found %2").arg(key, here);
    case Fault::ExpectedComma:
        if (builder.isInObject()) {
            return QStringLiteral("Expected a comma or } after the value of %1, found %2")
                .arg(key, here);
        }
        return QStringLiteral("Expected a comma or ] after item %1 of the list, found %2")
            .arg(builder.childrenRead())
            .arg(here);
    case Fault::UnterminatedString:
        return QStringLiteral("The text that begins here has no closing double quote");
    case Fault::ControlCharacter:
        return QStringLiteral("Expected an escape such as \\n or \\u0001 in the text, found %1")
            .arg(here);
    case Fault::BadEscape:
        return QStringLiteral("Expected an escape (\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX), "
                              "found %1")
            .arg(QString::fromUtf8(text.sliced(parser.faultOffset(), 1)) +
                 found(text, parser.faultOffset() + 1).left(1));
    case Fault::BadUnicodeEscape:
        return QStringLiteral("Expected four hexadecimal digits after \\u");
    case Fault::ExtraData:
        return QStringLiteral("Expected the end of the text after its one value, found %1")
            .arg(here);
    case Fault::TooDeep:
        return QStringLiteral("The text is nested deeper than %1 levels").arg(limits.depth);
    case Fault::TooManyValues:
        return QStringLiteral("The text holds more than %1 values").arg(limits.nodes);
    case Fault::TooManyDigits:
        return QStringLiteral("The number has too many digits");
    }
    return {};
}

QString ruleOf(Fault fault)
{
    switch (fault) {
    case Fault::TooDeep:
        return QStringLiteral("too-deep");
    case Fault::TooManyValues:
    case Fault::TooManyDigits:
        return QStringLiteral("too-large");
    default:
        return QStringLiteral("json-syntax");
    }
}

} // namespace

std::optional<Diagnostic> refuseText(const QByteArray &utf8, const SourceMap &sourceMap)
{
    if (utf8.size() > std::numeric_limits<int>::max()) {
        return Diagnostic{Severity::Error,
                          QStringLiteral("too-large"),
                          QStringLiteral("The text is larger than 2 GB"),
                          {},
                          {},
                          NodeId::None};
    }
    const qsizetype invalid = firstInvalidUtf8(utf8);
    if (invalid < 0)
        return {};
    const bool utf16 = utf8.startsWith("\xFF\xFE") || utf8.startsWith("\xFE\xFF");
    const auto byte = static_cast<unsigned char>(utf8.at(invalid));
    const QString message = utf16 ? QStringLiteral("Expected a text in UTF-8, found one in UTF-16")
                                  : QStringLiteral("Expected a text in UTF-8, found the byte 0x%1")
                                        .arg(QString::number(byte, 16).toUpper());
    return Diagnostic{Severity::Error,
                      QStringLiteral("invalid-utf8"),
                      message,
                      {},
                      sourceMap.position(static_cast<quint32>(invalid)),
                      NodeId::None};
}

ReadText readJson(const QByteArray &utf8, const ReadLimits &limits)
{
    ReadText result;
    result.sourceMap.setText(utf8);
    const auto error = [&](const QString &rule, const QString &message, qsizetype offset,
                           const QString &pointer = {}) {
        result.diagnostics.append({Severity::Error, rule, message, pointer,
                                   result.sourceMap.position(static_cast<quint32>(offset)),
                                   NodeId::None});
    };
    if (std::optional<Diagnostic> refusal = refuseText(utf8, result.sourceMap)) {
        result.diagnostics.append(*refusal);
        return result;
    }
    JsonParser parser(utf8, JsonParser::Dialect::Rfc8259, limits, &result.sourceMap);
    const bool complete = parser.parse(utf8.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    reportRepeated(parser.builder().repeated(), result);
    if (complete) {
        result.value = parser.builder().takeRoot();
        return result;
    }
    QString message = explanation(utf8, parser, limits);
    const QString hint = slip(utf8, parser);
    if (!hint.isEmpty())
        message += QStringLiteral(": %1").arg(hint);
    error(ruleOf(parser.fault()), message, parser.faultOffset(), parser.builder().pointer());
    result.sourceMap = {};
    return result;
}

} // namespace Design
