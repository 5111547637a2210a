#include "designer/text/yaml_reader.h"

#include "designer/text/json_builder.h"
#include "designer/text/text_pool.h"
#include "designer/text/utf8.h"
#include "designer/text/yaml_events.h"
#include "designer/text/yaml_scalar.h"
#include "designer/text/yaml_traps.h"

#include <QHash>

namespace Design
{

namespace
{

/// Makes one value of the events of one document.
class Loader
{
public:
    Loader(const QByteArray &text, const ReadLimits &limits, ReadText &result)
        : m_limits(limits)
        , m_result(result)
        , m_events(text)
        , m_builder(JsonBuilder::EqualKeys::LastStays, &result.sourceMap, limits.aliasNodes)
        , m_pool(text.size())
    {
    }

    void load();

private:
    struct Anchor {
        Json value;
        qsizetype nodes = 1;
        int height = 0;
        bool isOpen = false; ///< its value is still being read
        bool isScalar = false;
        QString text; ///< of a scalar, as a key
        quint32 begin = 0;
    };
    struct Level {
        bool isMapping = false;
        bool isKeyNext = false;
        qsizetype nodesBefore = 0;
        qsizetype anchor = -1; ///< its place in m_anchors
    };

    bool take(const YamlEvent &event);
    bool openCollection(const YamlEvent &event);
    void closeCollection(const YamlEvent &event);
    void takeScalar(const YamlEvent &event);
    bool takeAlias(const YamlEvent &event);
    void takeKey(const YamlEvent &event);
    void refuseKey(const YamlEvent &event);
    void valueDone();
    Json scalar(const YamlEvent &event);
    Json taggedScalar(const YamlEvent &event, const QByteArray &kind);
    Anchor &addAnchor(const YamlEvent &event);
    bool checkLimits(const YamlEvent &event);
    void checkCollectionTag(const YamlEvent &event);
    void reportTag(const YamlEvent &event);
    void report(Severity severity, const QString &rule, const QString &message, quint32 offset);
    bool skip(const YamlEvent &event);

    const ReadLimits &m_limits;
    ReadText &m_result;
    YamlEvents m_events;
    JsonBuilder m_builder;
    TextPool m_pool;
    std::vector<Level> m_levels;
    std::vector<Anchor> m_anchors;
    QHash<QByteArray, size_t> m_anchorPlaces; ///< the latest anchor of each name
    int m_documents = 0;
    int m_errors = 0;
    int m_warnings = 0;
    int m_skipDepth = 0; ///< collections open in what is passed over
    int m_skipNodes = 0; ///< values still to be passed over
};

void Loader::report(Severity severity, const QString &rule, const QString &message, quint32 offset)
{
    constexpr int most = 1000;
    int &reported = severity == Severity::Error ? m_errors : m_warnings;
    if (++reported > most)
        return;
    m_result.diagnostics.append({severity, rule, message, m_builder.pointer(),
                                 m_result.sourceMap.position(offset), NodeId::None});
}

void Loader::load()
{
    for (;;) {
        const YamlEvent event = m_events.next();
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

bool Loader::take(const YamlEvent &event)
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

Loader::Anchor &Loader::addAnchor(const YamlEvent &event)
{
    m_anchorPlaces.insert(event.anchor, m_anchors.size());
    Anchor &anchor = m_anchors.emplace_back();
    anchor.begin = event.begin;
    return anchor;
}

bool Loader::checkLimits(const YamlEvent &event)
{
    if (m_builder.nodesAgain() > m_limits.aliasNodes) {
        report(
            Severity::Error, QStringLiteral("yaml-alias"),
            QStringLiteral("Merging (<<) brings in more than %1 values").arg(m_limits.aliasNodes),
            event.begin);
        return false;
    }
    if (m_builder.nodes() > m_limits.nodes) {
        report(Severity::Error, QStringLiteral("too-large"),
               QStringLiteral("The text holds more than %1 values").arg(m_limits.nodes),
               event.begin);
        return false;
    }
    return true;
}

bool Loader::openCollection(const YamlEvent &event)
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

void Loader::closeCollection(const YamlEvent &event)
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

void Loader::valueDone()
{
    if (!m_levels.empty())
        m_levels.back().isKeyNext = m_levels.back().isMapping;
}

void Loader::takeScalar(const YamlEvent &event)
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

void Loader::takeKey(const YamlEvent &event)
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

bool Loader::takeAlias(const YamlEvent &event)
{
    const QString name = toText(event.text);
    const auto rule = QStringLiteral("yaml-alias");
    const auto found = m_anchorPlaces.constFind(event.text.toByteArray());
    const bool isKey = !m_levels.empty() && m_levels.back().isKeyNext;
    Anchor anchor;
    if (found == m_anchorPlaces.constEnd()) {
        report(Severity::Error, rule,
               QStringLiteral("The alias *%1 has no anchor &%1 before it").arg(name), event.begin);
        anchor.isScalar = true;
    } else if (const Anchor &known = m_anchors[*found]; known.isOpen) {
        const int line = m_result.sourceMap.lineOf(known.begin);
        report(Severity::Error, rule,
               QStringLiteral("The alias *%1 stands inside the value that it repeats (&%1 on line "
                              "%2)")
                   .arg(name, QString::number(line)),
               event.begin);
        anchor.isScalar = true;
    } else {
        anchor = known;
    }
    if (anchor.value.isUndefined())
        anchor.value = nullptr;

    if (isKey) {
        if (!anchor.isScalar) {
            refuseKey(event);
            return true;
        }
        m_builder.setKey(std::move(anchor.text), event.begin);
        m_levels.back().isKeyNext = false;
        return true;
    }
    if (m_builder.depth() + anchor.height > m_limits.depth) {
        report(Severity::Error, QStringLiteral("too-deep"),
               QStringLiteral("With the alias *%1 the text is nested deeper than %2 levels")
                   .arg(name, QString::number(m_limits.depth)),
               event.begin);
        return false;
    }
    if (m_builder.nodesAgain() + anchor.nodes > m_limits.aliasNodes) {
        report(Severity::Error, rule,
               QStringLiteral("With the alias *%1 the aliases of the text stand for more than %2 "
                              "values")
                   .arg(name, QString::number(m_limits.aliasNodes)),
               event.begin);
        return false;
    }
    m_builder.addAgain(anchor.value, anchor.nodes, anchor.height, event.begin, event.end);
    valueDone();
    return true;
}

void Loader::refuseKey(const YamlEvent &event)
{
    report(Severity::Error, QStringLiteral("yaml-key"),
           QStringLiteral("A key is a text here; a list or an object cannot be one"), event.begin);
    m_skipNodes = 2; // the key and its value
    skip(event);
}

/// Passes over one node; its anchors are known, so that aliases of them are no further errors.
bool Loader::skip(const YamlEvent &event)
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

void Loader::reportTag(const YamlEvent &event)
{
    report(Severity::Warning, QStringLiteral("yaml-tag"),
           QStringLiteral("The tag %1 does nothing here").arg(toText(event.tag)), event.begin);
}

void Loader::checkCollectionTag(const YamlEvent &event)
{
    const bool isMapping = event.type == YamlEvent::Type::MappingStart;
    if (event.tag.isEmpty() || event.tag == "!")
        return;
    if (event.tag != (isMapping ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq"))
        reportTag(event);
}

Json Loader::scalar(const YamlEvent &event)
{
    constexpr QByteArrayView core("tag:yaml.org,2002:");
    if (event.tag.startsWith(core)) {
        const QByteArray kind = event.tag.sliced(core.size());
        if (kind == "str" || kind == "null" || kind == "bool" || kind == "int" || kind == "float")
            return taggedScalar(event, kind);
    }
    if (event.tag == "!")
        return m_pool.text(event.text);
    if (!event.tag.isEmpty())
        reportTag(event);
    if (event.isPlain) {
        if (std::optional<Json> value = coreScalar(event.text))
            return std::move(*value);
    }
    return m_pool.text(event.text);
}

Json Loader::taggedScalar(const YamlEvent &event, const QByteArray &kind)
{
    if (kind == "str")
        return m_pool.text(event.text);
    const Json value = coreScalar(event.text).value_or(Json());
    if (kind == "float" && value.isInteger())
        return Json::number(value.numberText() + ".0");
    if ((kind == "null" && value.isNull()) || (kind == "bool" && value.isBool()) ||
        (kind == "int" && value.isInteger()) || (kind == "float" && value.isNumber())) {
        return value;
    }
    report(Severity::Error, QStringLiteral("yaml-tag"),
           QStringLiteral("%1 is not what its tag !!%2 says")
               .arg(quotedKey(toText(event.text)), QString::fromLatin1(kind)),
           event.begin);
    return m_pool.text(event.text);
}

} // namespace

ReadText readYaml(const QByteArray &utf8, const ReadLimits &limits)
{
    ReadText result;
    result.sourceMap.setText(utf8);
    if (std::optional<Diagnostic> refusal = refuseText(utf8, result.sourceMap)) {
        result.diagnostics.append(*refusal);
        return result;
    }
    if (const std::optional<YamlTrap> trap = findYamlTrap(utf8)) {
        result.diagnostics.append(
            {Severity::Error, QStringLiteral("yaml-syntax"), trap->message, QString(),
             result.sourceMap.position(static_cast<quint32>(trap->offset)), NodeId::None});
        result.sourceMap = SourceMap();
        return result;
    }
    Loader(utf8, limits, result).load();
    if (result.value.isUndefined())
        result.sourceMap = SourceMap();
    return result;
}

ReadText readJsonOrYaml(const QByteArray &utf8, const ReadLimits &limits)
{
    qsizetype at = utf8.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < utf8.size() && QByteArrayView(" \t\r\n").contains(utf8.at(at)))
        ++at;
    const bool isJson = at < utf8.size() && (utf8.at(at) == '{' || utf8.at(at) == '[');
    return isJson ? readJson(utf8, limits) : readYaml(utf8, limits);
}

} // namespace Design
