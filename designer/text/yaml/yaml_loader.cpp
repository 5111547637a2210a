#include "designer/text/yaml/yaml_loader.h"

#include "designer/text/utf8.h"

namespace Design
{

YamlLoader::YamlLoader(const QByteArray &text, const ReadLimits &limits, ReadText &result)
    : m_limits(limits)
    , m_result(result)
    , m_events(text)
    , m_builder(JsonBuilder::EqualKeys::LastStays, &result.sourceMap, limits.aliasNodes)
    , m_pool(text.size())
{
}

void YamlLoader::report(Severity severity, const QString &rule, const QString &message,
                        quint32 offset)
{
    constexpr int most = 1000;
    int &reported = severity == Severity::Error ? m_errors : m_warnings;
    if (++reported > most)
        return;
    m_result.diagnostics.append({severity, rule, message, m_builder.pointer(),
                                 m_result.sourceMap.position(offset), NodeId::None});
}

void YamlLoader::load()
{
    for (;;) {
        const YamlEvent event = m_events.next(nextRole());
        switch (event.type) {
        case YamlEvent::Type::Error: {
            reportRepeated(m_builder.repeated(), m_result);
            Diagnostic diagnostic{Severity::Error,          QStringLiteral("yaml-syntax"),
                                  m_events.errorMessage(),  m_builder.pointer(),
                                  m_events.errorPosition(), NodeId::None};
            m_result.diagnostics.append(diagnostic);
            return;
        }
        case YamlEvent::Type::End:
            if (m_documents == 0) {
                report(Severity::Error, QStringLiteral("yaml-empty"),
                       QStringLiteral("The text holds no value"), 0);
                return;
            }
            reportRepeated(m_builder.repeated(), m_result);
            m_result.value = m_builder.takeRoot();
            return;
        case YamlEvent::Type::DocumentStart:
            if (++m_documents == 2) {
                report(Severity::Error, QStringLiteral("yaml-documents"),
                       QStringLiteral("The text holds more than one document; only the first is "
                                      "read"),
                       event.begin);
            }
            break;
        case YamlEvent::Type::DocumentEnd:
            break;
        default:
            if (m_documents == 1 && !take(event))
                return;
        }
    }
}

YamlEvents::Role YamlLoader::nextRole() const
{
    if (m_levels.empty() || !m_levels.back().isMapping)
        return YamlEvents::Role::Item;
    return m_levels.back().isKeyNext ? YamlEvents::Role::Key : YamlEvents::Role::Value;
}

bool YamlLoader::take(const YamlEvent &event)
{
    if (m_skipNodes > 0)
        return skip(event);
    switch (event.type) {
    case YamlEvent::Type::SequenceStart:
    case YamlEvent::Type::MappingStart:
        return openCollection(event);
    case YamlEvent::Type::SequenceEnd:
    case YamlEvent::Type::MappingEnd:
        closeCollection(event);
        break;
    case YamlEvent::Type::Scalar:
        takeScalar(event);
        break;
    case YamlEvent::Type::Alias:
        if (!takeAlias(event))
            return false;
        break;
    default:
        break;
    }
    return checkLimits(event);
}

bool YamlLoader::checkLimits(const YamlEvent &event)
{
    if (m_builder.nodesAgain() > m_limits.aliasNodes) {
        report(
            Severity::Error, QStringLiteral("yaml-alias"),
            QStringLiteral("Merging (<<) brings in more than %1 values").arg(m_limits.aliasNodes),
            event.begin);
        return false;
    }
    if (m_builder.nodes() + m_builder.nodesAgain() > m_limits.nodes) {
        report(Severity::Error, QStringLiteral("too-large"),
               QStringLiteral("The text holds more than %1 values").arg(m_limits.nodes),
               event.begin);
        return false;
    }
    return true;
}

bool YamlLoader::openCollection(const YamlEvent &event)
{
    if (!m_levels.empty() && m_levels.back().isKeyNext) {
        refuseKey(event);
        return true;
    }
    if (m_builder.depth() >= m_limits.depth) {
        report(Severity::Error, QStringLiteral("too-deep"),
               QStringLiteral("The text is nested deeper than %1 levels").arg(m_limits.depth),
               event.begin);
        return false;
    }
    checkCollectionTag(event);
    const bool isMapping = event.type == YamlEvent::Type::MappingStart;
    m_builder.open(isMapping, event.begin);
    m_levels.push_back({isMapping, isMapping, m_result.sourceMap.entries().size() - 1, -1});
    if (!event.anchor.isEmpty()) {
        m_levels.back().anchor = static_cast<qsizetype>(m_anchors.size());
        addAnchor(event).isOpen = true;
    }
    return true;
}

void YamlLoader::closeCollection(const YamlEvent &event)
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    m_builder.close(event.end);
    if (level.anchor >= 0) {
        Anchor &anchor = m_anchors[static_cast<size_t>(level.anchor)];
        anchor.isOpen = false;
        anchor.value = m_builder.last();
        anchor.height = m_builder.lastHeight();
        anchor.nodes = m_result.sourceMap.entries().size() - level.nodesBefore;
    }
    valueDone();
}

void YamlLoader::valueDone()
{
    if (!m_levels.empty())
        m_levels.back().isKeyNext = m_levels.back().isMapping;
}

void YamlLoader::takeScalar(const YamlEvent &event)
{
    if (!m_levels.empty() && m_levels.back().isKeyNext) {
        takeKey(event);
        return;
    }
    Json value = scalar(event);
    if (!event.anchor.isEmpty()) {
        Anchor &anchor = addAnchor(event);
        anchor.value = value;
        anchor.isScalar = true;
        anchor.text = toText(event.text);
    }
    m_builder.add(std::move(value), event.begin, event.end);
    valueDone();
}

void YamlLoader::takeKey(const YamlEvent &event)
{
    const bool isMerge = event.isPlain && event.text == "<<" &&
                         (event.tag.isEmpty() || event.tag == "tag:yaml.org,2002:merge");
    if (!event.tag.isEmpty() && !isMerge)
        scalar(event); // for what there is to say about the tag
    const QString key = m_pool.text(event.text);
    if (!event.anchor.isEmpty()) {
        Anchor &anchor = addAnchor(event);
        anchor.value = scalar(event);
        anchor.isScalar = true;
        anchor.text = key;
    }
    if (isMerge)
        m_builder.setMergeKey(event.begin);
    else
        m_builder.setKey(QString(key), event.begin);
    m_levels.back().isKeyNext = false;
}

void YamlLoader::refuseKey(const YamlEvent &event)
{
    report(Severity::Error, QStringLiteral("yaml-key"),
           QStringLiteral("A key is a text here; a list or an object cannot be one"), event.begin);
    m_skipNodes = 2; // the key and its value
    skip(event);
}

/// Passes over one node; its anchors are known, so that aliases of them are no further errors.
bool YamlLoader::skip(const YamlEvent &event)
{
    if (!event.anchor.isEmpty())
        addAnchor(event);
    switch (event.type) {
    case YamlEvent::Type::SequenceStart:
    case YamlEvent::Type::MappingStart:
        ++m_skipDepth;
        return true;
    case YamlEvent::Type::SequenceEnd:
    case YamlEvent::Type::MappingEnd:
        --m_skipDepth;
        break;
    default:
        break;
    }
    if (m_skipDepth == 0)
        --m_skipNodes;
    return true;
}

} // namespace Design
