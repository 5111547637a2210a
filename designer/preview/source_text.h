#pragma once

#include "designer/model/api.h"
#include "designer/storage/design_file.h"
#include "designer/text/json_reader.h"

namespace Design
{

/// Lines of a text, from 0, last included; first > last: none.
struct LineRange {
    int first = 0;
    int last = -1;

    bool isEmpty() const { return first > last; }
    bool operator==(const LineRange &) const = default;
};

/// The OpenAPI text of a design, or of one route or model of it, and which lines say what.
class SourceText
{
public:
    SourceText() = default;

    /// The whole document, as it would be saved.
    static SourceText ofDocument(const Api &api, FileFormat format, const Wording &wording = {});
    /// One part, under its own name: `ItemCreate:`, or `/items/:` with `post:` below it.
    /// pointer is its place in the document. Empty when it leads nowhere.
    /// Of the design itself: all but its paths and components.
    static SourceText ofPart(const Json &part, const QString &pointer, FileFormat format);

    /// What a user made of this one: the same place of the document, in the words of the user.
    SourceText typed(const QByteArray &text, const ReadText &read) const;

    const QByteArray &text() const { return m_text; }
    const Json &value() const { return m_shown; }
    int lineCount() const;

    /// The lines of a place of the document, its key included; none when the text has no such
    /// place.
    LineRange linesOf(const QString &pointer) const;
    /// The same of the innermost place on the way there that the text has; the line of its key.
    LineRange nearestLine(const QString &pointer) const;
    /// The innermost place of the document that the line belongs to.
    QString pointerAtLine(int line) const;

private:
    SourceText(const Json &shown, const QString &above, FileFormat format);

    Json m_shown;
    QString m_above; ///< pointer, in the document, of what is shown
    SourceMap m_sourceMap;
    QByteArray m_text;
};

/// The route or model that a node belongs to: its operation, or its component schema, each with
/// its pointer; the design itself for what is said about the whole; None for everything else.
struct DesignItem {
    NodeId node = NodeId::None;
    QString pointer;
};
class NodeIndex;
DesignItem itemAround(const NodeIndex &index, NodeId node);

} // namespace Design
