#pragma once

#include "designer/model/api.h"
#include "designer/openapi/files/document_part.h"
#include "designer/openapi/files/file_source.h"

#include <QMap>

namespace Design
{

class NodeIndex;

/// A part of a design that stands in another file than the design's own.
struct Inclusion {
    QString place;              ///< JSON Pointer in the design as it was read
    QString file;               ///< relative to the folder of the design
    QString pointer;            ///< in that file
    Json written = {};          ///< what the design's own file says there; undefined: the part is a
                                ///< component that was added because something refers to it
    NodeId node = NodeId::None; ///< of the design: the part, or what it stands in
    QString inside = {};        ///< pointer from the node; empty: the part is the node

    bool isComponent() const { return written.isUndefined(); } ///< one that was added
};

/// A place in one of the files of a design.
struct FilePlace {
    QString file; ///< relative to the folder of the design; empty: the design's own
    TextPosition position;
};

/// How one design was made of several files: which of its parts stand where, and how its own file
/// refers to them. The design itself knows nothing of it: there, references to files are
/// references to components. Not changed any more once the design has been read.
struct Inclusions {
    QString folder; ///< canonical path of the folder that the files are in
    QList<Inclusion> parts;
    QMap<QString, SourceFilePointer> files; ///< by name, read or not
    /// References in the design's own file, as written, and what they have become.
    QHash<QString, QString> references;
    /// Components of the design that other files refer to, by the pointers they had.
    QHash<QString, NodeId> usedByFiles;
    Json root; ///< what the design's own file says
    SourceMap rootMap;
    QHash<QString, QPair<QString, QString>> origins; ///< by place: file and pointer

    /// Where the text is that says what stands at the pointer of the design as it was read.
    FilePlace locate(const QString &pointer) const;
    /// The file and pointer of that; the file is empty for the design's own.
    QPair<QString, QString> origin(const QString &pointer) const;
    /// The names of the files that cannot be read.
    QStringList unreadable() const;
    /// Notes which nodes of the design the parts are.
    void bind(const Api &api);

    /// The same of a pointer of the design as it is now, which index is of.
    QPair<QString, QString> originNow(const NodeIndex &index, const QString &pointer) const;
    /// The file that the node of the design stands in; empty: the design's own. index: of the
    /// design as it is now.
    QString fileOf(const NodeIndex &index, NodeId node) const;

private:
    const Inclusion *around(const NodeIndex &index, NodeId node) const;

    QHash<NodeId, qsizetype> m_byNode; ///< parts that are nodes
};
using InclusionsPointer = std::shared_ptr<const Inclusions>;

/// A change that cannot be made in the design's own file.
struct RefusedChange {
    QString reason; ///< a sentence for people; empty: it can be made
    QString file;   ///< where it could be; empty: in several
};
/// Whether a change would change what stands in another file, or a name that one uses.
RefusedChange refusedChange(const Inclusions &inclusions, const Api &before, const Api &after);

/// The document of the design's own file: parts of other files are references again, spelled as
/// they were where they stand.
Json withFileReferences(const Json &document, const Api &api, const Inclusions &inclusions);

/// The same for one part of the document that stands in its own file, and the way back.
Json partWithFileReferences(const Json &value, DocumentPart part, const Api &api,
                            const Inclusions &inclusions);
Json partWithComponents(const Json &value, DocumentPart part, const Api &api,
                        const Inclusions &inclusions);

} // namespace Design
