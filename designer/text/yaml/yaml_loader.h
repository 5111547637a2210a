#pragma once

#include "designer/text/json_builder.h"
#include "designer/text/text_pool.h"
#include "designer/text/yaml/yaml_events.h"

#include <QHash>

#include <vector>

namespace Design
{

/// Makes one value of the events of one document.
class YamlLoader
{
public:
    /// text and limits outlive this object; the result's map has the text already.
    YamlLoader(const QByteArray &text, const ReadLimits &limits, ReadText &result);

    /// Fills in the result's value, map and diagnostics.
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

    YamlEvents::Role nextRole() const;
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

} // namespace Design
