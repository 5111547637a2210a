#include "designer/text/json_writer.h"

#include "designer/text/number.h"
#include "designer/text/utf8.h"

#include <cmath>

namespace Design
{

namespace
{

class Writer
{
public:
    Writer(int indent, bool python, SourceMap *map)
        : m_indent(indent)
        , m_python(python)
        , m_map(map)
    {
    }

    void write(const Json &value, int level, qsizetype keyBegin);
    QByteArray take() { return std::move(m_text); }

private:
    void writeString(const QString &text);
    void writePiece(QStringView text);
    void writeNumber(const Json &value);
    void writeArray(const JsonArray &array, int level);
    void writeObject(const JsonObject &object, int level);
    void newLine(int level);

    QByteArray m_text;
    int m_indent;
    bool m_python;
    SourceMap *m_map;
};

void Writer::newLine(int level)
{
    if (m_indent > 0) {
        m_text.append('\n');
        m_text.append(qsizetype{level} * m_indent, ' ');
    }
}

void Writer::write(const Json &value, int level, qsizetype keyBegin)
{
    const auto begin = static_cast<quint32>(m_text.size());
    const qsizetype entry =
        m_map ? m_map->open(keyBegin < 0 ? begin : static_cast<quint32>(keyBegin), begin) : 0;
    switch (value.type()) {
    case Json::Type::Undefined:
    case Json::Type::Null:
        m_text.append("null", 4);
        break;
    case Json::Type::Boolean:
        m_text.append(value.toBool() ? "true" : "false");
        break;
    case Json::Type::Integer:
    case Json::Type::Number:
        writeNumber(value);
        break;
    case Json::Type::String:
        writeString(value.string());
        break;
    case Json::Type::Array:
        writeArray(value.array(), level);
        break;
    case Json::Type::Object:
        writeObject(value.object(), level);
        break;
    }
    if (m_map)
        m_map->close(entry, static_cast<quint32>(m_text.size()));
}

void Writer::writeArray(const JsonArray &array, int level)
{
    m_text.append('[');
    bool first = true;
    for (const Json &item : array) {
        if (!first)
            m_text.append(',');
        first = false;
        newLine(level + 1);
        write(item, level + 1, -1);
    }
    if (!first)
        newLine(level);
    m_text.append(']');
}

void Writer::writeObject(const JsonObject &object, int level)
{
    m_text.append('{');
    bool first = true;
    for (const JsonObject::Member &member : object) {
        if (!first)
            m_text.append(',');
        first = false;
        newLine(level + 1);
        const qsizetype keyBegin = m_text.size();
        writeString(member.key);
        m_text.append(':');
        if (m_indent > 0)
            m_text.append(' ');
        write(member.value, level + 1, keyBegin);
    }
    if (!first)
        newLine(level);
    m_text.append('}');
}

void Writer::writeNumber(const Json &value)
{
    const QByteArray text = value.numberText();
    if (value.isInteger())
        m_text.append(m_python && text == "-0" ? QByteArrayLiteral("0") : text);
    else if (m_python ? !std::isfinite(value.toDouble()) : !isNumberText(text))
        m_text.append("null", 4); // JSON has neither NaN nor infinities
    else
        m_text.append(m_python ? shortestText(value.toDouble()) : text);
}

void Writer::writeString(const QString &text)
{
    m_text.append('"');
    // In pieces, because of the room that each has to be given.
    constexpr qsizetype piece = 8192;
    QStringView rest = text;
    while (rest.size() > piece) {
        const qsizetype size = rest[piece - 1].isHighSurrogate() ? piece + 1 : piece;
        writePiece(rest.first(size));
        rest = rest.sliced(size);
    }
    writePiece(rest);
    m_text.append('"');
}

static char *putEscape(char *at, char16_t unit)
{
    static constexpr char hex[] = "0123456789abcdef";
    static constexpr QByteArrayView shortened("\b\f\n\r\t");
    *at++ = '\\';
    const qsizetype letter = unit < 0x20 ? shortened.indexOf(static_cast<char>(unit)) : -1;
    if (letter >= 0) {
        *at++ = "bfnrt"[letter];
        return at;
    }
    *at++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *at++ = hex[(unit >> shift) & 0xF];
    return at;
}

void Writer::writePiece(QStringView text)
{
    // Room for the longest form of every unit (\u0000), given back at the end.
    const qsizetype before = m_text.size();
    m_text.resize(before + text.size() * 6);
    char *at = m_text.data() + before;
    const char16_t *unit = text.utf16();
    for (const char16_t *const end = unit + text.size(); unit < end; ++unit) {
        const char16_t c = *unit;
        if (c >= 0x20 && c < 0x80) {
            if (c == u'"' || c == u'\\')
                *at++ = '\\';
            *at++ = static_cast<char>(c);
        } else if (c < 0x20) {
            at = putEscape(at, c);
        } else if (!QChar::isSurrogate(c)) {
            at = putCharacter(at, c);
        } else if (QChar::isHighSurrogate(c) && unit + 1 < end && QChar::isLowSurrogate(unit[1])) {
            at = putCharacter(at, QChar::surrogateToUcs4(c, unit[1]));
            ++unit;
        } else {
            at = m_python ? putCharacter(at, QChar::ReplacementCharacter) : putEscape(at, c);
        }
    }
    m_text.resize(at - m_text.constData());
}

} // namespace

QByteArray writeJson(const Json &value, int indent)
{
    return writeJson(value, indent, nullptr);
}

QByteArray writeJson(const Json &value, int indent, SourceMap *sourceMap)
{
    if (sourceMap)
        *sourceMap = SourceMap();
    Writer writer(indent, false, sourceMap);
    writer.write(value, 0, -1);
    QByteArray text = writer.take();
    if (indent > 0)
        text.append('\n');
    if (sourceMap)
        sourceMap->setText(text);
    return text;
}

QByteArray writePythonJson(const Json &value)
{
    Writer writer(0, true, nullptr);
    writer.write(value, 0, -1);
    return writer.take();
}

} // namespace Design
