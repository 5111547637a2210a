#include "designer/text/patch/text_patch.h"

#include "designer/text/json_writer.h"
#include "designer/text/list_match.h"
#include "designer/text/patch/text_patcher.h"
#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"

namespace Design
{

TextPatcher::TextPatcher(const PatchSource &source, bool isJson)
    : m_source(source)
    , m_isJson(isJson)
{
}

std::optional<QByteArray> TextPatcher::changed(qsizetype entry, const Json &before,
                                               const Json &after) const
{
    if (before == after)
        return m_source.slice(m_source.entry(entry).begin, m_source.end(entry));
    const bool isObject = before.isObject() && after.isObject();
    const bool isList = before.isArray() && after.isArray();
    if (!isObject && !isList)
        return scalar(entry, after);
    const bool isFlow = m_source.isFlow(entry);
    const QList<Part> parts = m_source.parts(entry, isList && !isFlow);
    const qsizetype count = isList ? before.array().size() : before.object().size();
    const bool isEmpty = isList ? after.array().isEmpty() : after.object().isEmpty();
    if (parts.size() != count || count == 0 || isEmpty)
        return std::nullopt;
    const QList<qsizetype> from = isList ? matchItems(before.array(), after.array())
                                         : matchMembers(before.object(), after.object());
    const int column = isFlow ? flowColumn(parts) : m_source.column(parts.first().start);
    QList<QByteArray> bodies;
    for (qsizetype i = 0; i < from.size(); ++i) {
        const qsizetype old = from.at(i);
        if (isList) {
            const Json &now = after.array().at(i);
            if (old < 0)
                bodies.append(isFlow ? flowValue(now, column) : newBlockItem(now, column));
            else if (isFlow)
                bodies.append(flowBody(parts.at(old), before.array().at(old), now));
            else
                bodies.append(blockItem(parts.at(old), before.array().at(old), now));
            continue;
        }
        const JsonObject::Member &now = after.object().members().at(i);
        if (old < 0) {
            bodies.append(isFlow ? flowText(now.key) + ": " + flowValue(now.value, column)
                                 : newBlockMember(now, column));
            continue;
        }
        const JsonObject::Member &was = before.object().members().at(old);
        const Part &part = parts.at(old);
        if (!isFlow) {
            bodies.append(blockMember(part, was, now));
            continue;
        }
        const qsizetype colon = m_source.colon(part.start);
        const QByteArray key = was.key == now.key || colon < 0
                                   ? m_source.slice(part.start, part.value)
                                   : flowText(now.key) + m_source.slice(colon, part.value);
        bodies.append(key + flowBody(part, was.value, now.value));
    }
    return isFlow ? flow(entry, parts, from, bodies) : block(parts, from, bodies);
}

std::optional<QByteArray> TextPatcher::scalar(qsizetype entry, const Json &after) const
{
    const SourceMap::Entry &found = m_source.entry(entry);
    const bool isEmpty = (after.isObject() && after.object().isEmpty()) ||
                         (after.isArray() && after.array().isEmpty());
    const bool isContainer = (after.isObject() || after.isArray()) && !isEmpty;
    const QByteArray before = m_source.slice(found.begin, found.end);
    const bool isOnOneLine = !before.isEmpty() && !before.contains('\n');
    if (isContainer || !isOnOneLine || (found.count > 1 && !m_source.isFlow(entry)))
        return std::nullopt;
    if (m_isJson)
        return flowValue(after, -1);
    const QByteArray text = writeYaml(after).chopped(1);
    if (text.contains('\n'))
        return std::nullopt;
    // The quotes that someone chose stay, where they can say it.
    if (after.isString() && before.startsWith('"'))
        return writeJson(after);
    if (after.isString() && before.startsWith('\'') && !text.startsWith('"'))
        return '\'' + after.string().toUtf8().replace('\'', "''") + '\'';
    return text;
}

QByteArray TextPatcher::indented(QByteArray text, int column) const
{
    const QByteArray margin(column, ' ');
    QByteArray result;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
        result += text.mid(from, at - from) + m_source.newLine();
        from = at + 1;
        if (from < text.size() && text.at(from) != '\n')
            result += margin;
    }
    return result + text.mid(from);
}

std::optional<QByteArray> patchedText(const QByteArray &text, const Json &value)
{
    ReadText read = readJson(text);
    const bool isJson = read.ok();
    if (!isJson)
        read = readYaml(text);
    if (!read.ok() || read.sourceMap.isEmpty())
        return std::nullopt;
    if (read.value == value)
        return text;
    const PatchSource source(text, read);
    const std::optional<QByteArray> changed =
        TextPatcher(source, isJson).changed(0, read.value, value);
    if (!changed)
        return std::nullopt;
    const QByteArray result =
        text.first(source.entry(0).begin) + *changed + text.mid(source.end(0));
    // Whatever the text plays with: it says the value, or it is not taken.
    const ReadText again = isJson ? readJson(result) : readYaml(result);
    return again.ok() && again.value == value ? std::optional(result) : std::nullopt;
}

} // namespace Design
