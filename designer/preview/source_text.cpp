#include "designer/preview/source_text.h"

#include "designer/model/locate.h"
#include "designer/text/json_writer.h"
#include "designer/text/pointer.h"
#include "designer/text/yaml/yaml_reader.h"
#include "designer/text/yaml/yaml_writer.h"

namespace Design
{

SourceText::SourceText(const Json &shown, const QString &above, FileFormat format)
    : m_shown(shown)
    , m_above(above)
{
    m_text = format == FileFormat::Json ? writeJson(shown, 2, &m_sourceMap)
                                        : writeYaml(shown, &m_sourceMap);
}

SourceText SourceText::ofDocument(const Api &api, FileFormat format, const Wording &wording)
{
    if (wording.isKept() && wording.format == format) {
        const QByteArray text = designText(api, format, wording);
        const ReadText read = format == FileFormat::Json ? readJson(text) : readYaml(text);
        if (read.ok())
            return SourceText().typed(text, read);
    }
    return SourceText(ownDocument(api, wording.inclusions), {}, format);
}

SourceText SourceText::ofPart(const Json &part, const QString &pointer, FileFormat format)
{
    const QStringList tokens = pointerTokens(pointer);
    if (part.isUndefined())
        return {};
    if (tokens.isEmpty()) {
        JsonObject head = part.object();
        for (QStringView key : {u"paths", u"webhooks", u"components"})
            head.remove(key);
        return SourceText(head, {}, format);
    }
    // Routes are shown with their path, models with their name: two tokens and one.
    const qsizetype own = tokens.size() == 3 && tokens.first() == QLatin1String("paths") ? 2 : 1;
    Json shown = part;
    for (qsizetype i = 0; i < own; ++i)
        shown = JsonObject{{tokens.at(tokens.size() - 1 - i), shown}};
    QString above;
    for (const QString &token : tokens.first(tokens.size() - own))
        above = childPointer(above, token);
    return SourceText(shown, above, format);
}

SourceText SourceText::typed(const QByteArray &text, const ReadText &read) const
{
    SourceText result = *this;
    result.m_text = text;
    result.m_shown = read.value;
    result.m_sourceMap = read.sourceMap;
    return result;
}

int SourceText::lineCount() const
{
    return static_cast<int>(m_text.count('\n'));
}

LineRange SourceText::linesOf(const QString &pointer) const
{
    if (m_shown.isUndefined() || !pointer.startsWith(m_above) || pointer.size() == m_above.size())
        return {};
    const QStringView inside = QStringView(pointer).sliced(m_above.size());
    const SourceMap::Entry *entry = m_sourceMap.find(m_shown, inside);
    if (!entry || entry->end <= entry->keyBegin)
        return {};
    return {m_sourceMap.lineOf(entry->keyBegin) - 1, m_sourceMap.lineOf(entry->end - 1) - 1};
}

LineRange SourceText::nearestLine(const QString &pointer) const
{
    for (QString at = pointer; at.size() > m_above.size(); at.truncate(at.lastIndexOf(u'/'))) {
        const LineRange lines = linesOf(at);
        if (!lines.isEmpty())
            return {lines.first, lines.first};
    }
    return {};
}

QString SourceText::pointerAtLine(int line) const
{
    if (m_shown.isUndefined())
        return {};
    return m_above + m_sourceMap.pointerAtLine(m_shown, line + 1);
}

DesignItem itemAround(const NodeIndex &index, NodeId node)
{
    for (NodeId at = node; at != NodeId::None; at = index.parent(at)) {
        const NodeKind kind = index.kind(at);
        if (kind == NodeKind::Operation) {
            const QString pointer = index.pointer(at);
            if (pointer.startsWith(QLatin1String("/paths/")))
                return {at, pointer};
        } else if (kind == NodeKind::Schema) {
            const QString pointer = index.pointer(at);
            if (pointer.startsWith(QLatin1String("/components/schemas/")) &&
                pointerTokens(pointer).size() == 3)
                return {at, pointer};
        } else if (kind == NodeKind::Api || kind == NodeKind::Tag || kind == NodeKind::Info) {
            const NodeId api = index.ancestor(at, NodeKind::Api);
            const bool isAboutAll = at == node || kind != NodeKind::Api;
            return isAboutAll ? DesignItem{api, QString()} : DesignItem();
        }
    }
    return {};
}

} // namespace Design
