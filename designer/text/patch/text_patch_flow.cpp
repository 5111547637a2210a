#include "designer/text/json_writer.h"
#include "designer/text/patch/text_patcher.h"
#include "designer/text/yaml/yaml_scalar.h"
#include "designer/text/yaml/yaml_writer.h"

// Flow style: between brackets, with commas. All of JSON is.

namespace Design
{

QByteArray TextPatcher::flow(qsizetype entry, const QList<Part> &parts,
                             const QList<qsizetype> &from, const QList<QByteArray> &bodies) const
{
    const SourceMap::Entry &whole = m_source.entry(entry);
    const QByteArray open = m_source.slice(whole.begin, parts.first().start);
    const QByteArray close = m_source.slice(parts.last().end, whole.end);
    // How the others are kept apart, where a new one comes.
    QByteArray usual = ", ";
    if (parts.size() > 1)
        usual = m_source.slice(parts.first().end, parts.at(1).start);
    else if (open.contains('\n'))
        usual = ',' + open.mid(1);
    else if (m_isJson && !m_source.text().contains(", "))
        usual = ",";
    // Not the blank lines and comments that two of them happen to have between them.
    if (const qsizetype lastLine = usual.lastIndexOf('\n'); lastLine >= 0)
        usual = ',' + m_source.newLine() + usual.mid(lastLine + 1);
    QByteArray result = open;
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        const qsizetype old = from.at(i);
        if (i > 0)
            result += old > 0 ? m_source.slice(parts.at(old - 1).end, parts.at(old).start) : usual;
        result += bodies.at(i);
    }
    return result + close;
}

QByteArray TextPatcher::flowBody(const Part &part, const Json &before, const Json &after) const
{
    const std::optional<QByteArray> value = changed(part.entry, before, after);
    if (value && (m_isJson || !after.isString() || before == after))
        return *value;
    if (value && (value->startsWith('"') || value->startsWith('\'')))
        return *value;
    const int column = m_source.column(part.start);
    const bool hasOwnLine =
        m_source.text().mid(part.start - column, column).trimmed().isEmpty() && m_isJson;
    return flowValue(after, hasOwnLine ? column : -1);
}

int TextPatcher::flowColumn(const QList<Part> &parts) const
{
    const Part &first = parts.first();
    const int column = m_source.column(first.start);
    const bool hasOwnLine = m_source.text().mid(first.start - column, column).trimmed().isEmpty();
    return hasOwnLine && m_isJson ? column : -1;
}

QByteArray TextPatcher::flowText(const QString &text) const
{
    const bool isPlain = !m_isJson && isSafePlain(text) &&
                         std::none_of(text.begin(), text.end(),
                                      [](QChar c) { return QStringView(u",[]{}").contains(c); });
    return isPlain ? text.toUtf8() : writeJson(text);
}

QByteArray TextPatcher::flowValue(const Json &value, int column) const
{
    if (column >= 0) {
        const int step = qMax(1, m_source.column(m_source.entry(1).keyBegin));
        return indented(writeJson(value, step).trimmed(), column);
    }
    if (value.isString())
        return flowText(value.string());
    QByteArray text;
    if (value.isArray()) {
        for (const Json &item : value.array())
            text += (text.isEmpty() ? "" : ", ") + flowValue(item, -1);
        return '[' + text + ']';
    }
    if (value.isObject()) {
        for (const JsonObject::Member &member : value.object()) {
            text += (text.isEmpty() ? "" : ", ") + flowText(member.key) + ": " +
                    flowValue(member.value, -1);
        }
        return '{' + text + '}';
    }
    return m_isJson ? writeJson(value) : writeYaml(value).chopped(1);
}

} // namespace Design
