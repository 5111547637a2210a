#include "designer/text/utf8.h"
#include "designer/text/yaml/yaml_loader.h"
#include "designer/text/yaml/yaml_scalar.h"

// What YamlLoader makes of single nodes: scalars, tags, anchors and aliases.

namespace Design
{

Json YamlLoader::scalar(const YamlEvent &event)
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

Json YamlLoader::taggedScalar(const YamlEvent &event, const QByteArray &kind)
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

void YamlLoader::checkCollectionTag(const YamlEvent &event)
{
    const bool isMapping = event.type == YamlEvent::Type::MappingStart;
    if (event.tag.isEmpty() || event.tag == "!")
        return;
    if (event.tag != (isMapping ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq"))
        reportTag(event);
}

void YamlLoader::reportTag(const YamlEvent &event)
{
    report(Severity::Warning, QStringLiteral("yaml-tag"),
           QStringLiteral("The tag %1 does nothing here").arg(toText(event.tag)), event.begin);
}

YamlLoader::Anchor &YamlLoader::addAnchor(const YamlEvent &event)
{
    m_anchorPlaces.insert(event.anchor, m_anchors.size());
    Anchor &anchor = m_anchors.emplace_back();
    anchor.begin = event.begin;
    return anchor;
}

bool YamlLoader::takeAlias(const YamlEvent &event)
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

} // namespace Design
