#include "designer/text/yaml/yaml_writer.h"

#include "designer/text/utf8.h"
#include "designer/text/yaml/yaml_scalar.h"
#include "designer/text/yaml/yaml_traps.h"

#include <algorithm>

namespace Design
{

namespace
{

constexpr int step = 2; // spaces a level

/// Whether the character has to be written as an escape: not printable (YAML 1.2.2 section 5.1), or
/// a line break to some reader.
bool needsEscape(QChar c)
{
    const char16_t unit = c.unicode();
    return unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0x2028 || unit == 0x2029 ||
           unit == 0xFEFF || unit >= 0xFFFE;
}

/// Whether a literal block gives back exactly this text of several lines, to every reader.
bool fitsLiteral(const QString &text, bool isRoot)
{
    const bool isBlank =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c == u' ' || c == u'\n'; });
    if (isBlank || text.startsWith(u'\t') || text.contains(QLatin1String("\n\t")) ||
        hasTabAfterColon(text)) {
        return false;
    }
    if (isRoot && (text.startsWith(u' ') || text.startsWith(u'\n')))
        return false; // readers differ about indentation indicators there
    const qsizetype lastLine = text.lastIndexOf(u'\n') + 1;
    if (lastLine < text.size() && QStringView(text).sliced(lastLine).trimmed().isEmpty())
        return false;
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c != u'\n' && c != u'\t' && needsEscape(c); });
}

class Writer
{
public:
    explicit Writer(SourceMap *map)
        : m_map(map)
    {
    }

    /// Writes a value where the text ends; indent is the column of its further lines.
    void write(const Json &value, int indent, qsizetype keyBegin, bool isRoot = false);
    QByteArray finish();

private:
    void writeList(const JsonArray &list, int indent);
    void writeObject(const JsonObject &object, int indent);
    void writeNumber(const Json &number);
    void writeText(const QString &text, int indent, bool isRoot);
    bool writeOnOneLine(const QString &text);
    void writeLiteral(const QString &text, int indent);
    void writeSingleQuoted(const QString &text);
    void writeDoubleQuoted(const QString &text);
    void newLine(int indent);
    void append(QStringView text);

    QByteArray m_text;
    SourceMap *m_map;
};

QByteArray Writer::finish()
{
    m_text.append('\n');
    return std::move(m_text);
}

void Writer::newLine(int indent)
{
    m_text.append('\n');
    m_text.append(indent, ' ');
}

void Writer::append(QStringView text)
{
    const qsizetype before = m_text.size();
    m_text.resize(before + text.size() * 3);
    char *at = m_text.data() + before;
    const char16_t *unit = text.utf16();
    for (const char16_t *const end = unit + text.size(); unit < end; ++unit) {
        char32_t character = *unit;
        if (character < 0x80) {
            *at++ = static_cast<char>(character);
            continue;
        }
        if (QChar::isHighSurrogate(character) && unit + 1 < end && QChar::isLowSurrogate(unit[1])) {
            character = QChar::surrogateToUcs4(unit[0], unit[1]);
            ++unit;
        } else if (QChar::isSurrogate(character)) {
            character = QChar::ReplacementCharacter;
        }
        at = putCharacter(at, character);
    }
    m_text.resize(at - m_text.constData());
}

void Writer::write(const Json &value, int indent, qsizetype keyBegin, bool isRoot)
{
    const auto begin = static_cast<quint32>(m_text.size());
    const qsizetype entry =
        m_map ? m_map->open(keyBegin < 0 ? begin : static_cast<quint32>(keyBegin), begin) : 0;
    switch (value.type()) {
    case Json::Type::Undefined:
    case Json::Type::Null:
        m_text.append("null");
        break;
    case Json::Type::Boolean:
        m_text.append(value.toBool() ? "true" : "false");
        break;
    case Json::Type::Integer:
    case Json::Type::Number:
        writeNumber(value);
        break;
    case Json::Type::String:
        writeText(value.string(), indent, isRoot);
        break;
    case Json::Type::Array:
        writeList(value.array(), indent);
        break;
    case Json::Type::Object:
        writeObject(value.object(), indent);
        break;
    }
    if (m_map)
        m_map->close(entry, static_cast<quint32>(m_text.size()));
}

void Writer::writeList(const JsonArray &list, int indent)
{
    if (list.isEmpty())
        m_text.append("[]");
    bool isFirst = true;
    for (const Json &item : list) {
        if (!isFirst)
            newLine(indent);
        isFirst = false;
        m_text.append("- ");
        write(item, indent + step, -1);
    }
}

void Writer::writeObject(const JsonObject &object, int indent)
{
    if (object.isEmpty())
        m_text.append("{}");
    bool isFirst = true;
    for (const JsonObject::Member &member : object) {
        if (!isFirst)
            newLine(indent);
        isFirst = false;
        // A key before its colon is at most 1,024 characters long (YAML 1.2.2 section 7.4.2).
        constexpr qsizetype longestKey = 160;
        const bool isLong = member.key.size() > longestKey;
        if (isLong)
            m_text.append("? ");
        const qsizetype keyBegin = m_text.size();
        if (!writeOnOneLine(member.key))
            writeDoubleQuoted(member.key);
        if (isLong)
            newLine(indent);
        m_text.append(':');
        const Json &value = member.value;
        if (!value.array().isEmpty() || !value.object().isEmpty())
            newLine(indent + step);
        else
            m_text.append(' ');
        write(value, indent + step, keyBegin);
    }
}

void Writer::writeNumber(const Json &number)
{
    const QByteArray text = number.numberText();
    if (text == "NaN")
        m_text.append(".nan");
    else if (text.endsWith("Infinity"))
        m_text.append(text.startsWith('-') ? "-.inf" : ".inf");
    else
        m_text.append(text);
}

void Writer::writeText(const QString &text, int indent, bool isRoot)
{
    if (writeOnOneLine(text))
        return;
    if (text.contains(u'\n') && fitsLiteral(text, isRoot))
        writeLiteral(text, isRoot ? step : indent);
    else
        writeDoubleQuoted(text);
}

bool Writer::writeOnOneLine(const QString &text)
{
    if (std::any_of(text.begin(), text.end(), needsEscape))
        return false;
    if (isSafePlain(text))
        append(text);
    else
        writeSingleQuoted(text);
    return true;
}

void Writer::writeLiteral(const QString &text, int indent)
{
    qsizetype end = text.size();
    while (text.at(end - 1) == u'\n')
        --end;
    const qsizetype breaks = text.size() - end;
    m_text.append('|');
    if (text.startsWith(u' ') || text.startsWith(u'\n'))
        m_text.append(static_cast<char>('0' + step));
    if (breaks != 1)
        m_text.append(breaks == 0 ? '-' : '+');
    for (const QStringView line : QStringView(text).first(end).split(u'\n')) {
        if (line.isEmpty())
            m_text.append('\n');
        else
            newLine(indent);
        append(line);
    }
    m_text.append(std::max(qsizetype{0}, breaks - 1), '\n');
}

void Writer::writeSingleQuoted(const QString &text)
{
    m_text.append('\'');
    if (text.contains(u'\''))
        append(QString(text).replace(u'\'', QLatin1String("''")));
    else
        append(text);
    m_text.append('\'');
}

void Writer::writeDoubleQuoted(const QString &text)
{
    m_text.append('"');
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c != u'"' && c != u'\\' && !needsEscape(c))
            continue;
        append(QStringView(text).sliced(from, i - from));
        from = i + 1;
        m_text.append('\\');
        if (c == u'"' || c == u'\\')
            m_text.append(static_cast<char>(c.unicode()));
        else if (c == u'\n')
            m_text.append('n');
        else if (c == u'\r')
            m_text.append('r');
        else if (c == u'\t')
            m_text.append('t');
        else
            m_text.append('u' + QByteArray::number(c.unicode(), 16).rightJustified(4, '0'));
    }
    append(QStringView(text).sliced(from));
    m_text.append('"');
}

} // namespace

QByteArray writeYaml(const Json &value, SourceMap *sourceMap)
{
    if (sourceMap)
        *sourceMap = SourceMap();
    Writer writer(sourceMap);
    writer.write(value, 0, -1, true);
    const QByteArray text = writer.finish();
    if (sourceMap)
        sourceMap->setText(text);
    return text;
}

} // namespace Design
