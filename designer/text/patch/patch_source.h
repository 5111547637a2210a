#pragma once

#include "designer/text/json_reader.h"

namespace Design
{

/// A text that was read, by the places of its values. Offsets are in bytes.
class PatchSource
{
public:
    /// One member of an object or item of a list, and the text around it.
    struct Part {
        qsizetype entry = 0;   ///< in the source map
        qsizetype start = 0;   ///< of its key, or of the dash or value of an item
        qsizetype value = 0;   ///< where the value begins
        qsizetype end = 0;     ///< of the value
        /// In block style: of the line where it ends, with the comments that follow it on the line
        /// and below, as long as these are indented deeper than its key.
        qsizetype lineEnd = 0;
    };

    PatchSource(const QByteArray &text, const ReadText &read);

    const QByteArray &text() const { return m_text; }
    QByteArray newLine() const { return m_newLine; }
    QByteArray slice(qsizetype from, qsizetype to) const { return m_text.mid(from, to - from); }
    const SourceMap::Entry &entry(qsizetype at) const { return m_map.entries().at(at); }
    /// Where the value ends: of a block collection with the comments of its last part.
    qsizetype end(qsizetype entry) const;
    int column(qsizetype offset) const; ///< bytes since the line began
    bool isFlow(qsizetype entry) const;
    bool isBlockText(qsizetype entry) const; ///< `|` or `>`
    qsizetype lineEnd(qsizetype offset) const;

    /// The parts of a collection in their order; none where they do not stand there one after
    /// another: an alias, or members that a merge key took over.
    QList<Part> parts(qsizetype entry, bool isBlockList) const;
    /// Behind the key that begins here: where its colon stands; -1 when there is none.
    qsizetype colon(qsizetype key) const;

private:
    qsizetype dash(qsizetype from, qsizetype to) const;
    qsizetype endWithComments(qsizetype entry) const;

    const QByteArray &m_text;
    const SourceMap &m_map;
    QByteArray m_newLine;
};

} // namespace Design
