#pragma once

#include "designer/text/source_map.h"

#include <QHash>

namespace Design::Swagger2
{

/// A part while it is converted: its JSON Pointer in the document that is read, and in the new one.
struct Place {
    QString from;
    QString to;

    Place child(const QString &token) const;
    Place child(qsizetype index) const;
};

/// Where the parts of a converted document come from. Only what has got another place is noted:
/// a member that keeps its name under its parent is found by that.
class Origins
{
public:
    void add(const Place &place);

    /// Where the thing has gone that stood at the pointer; of several copies, the first.
    QString target(const QString &from) const;
    /// Where the thing came from that is at the pointer now.
    QString source(const QString &to) const;

    /// The map of the converted document onto the text of the one that was read: what has no
    /// origin is where its parent is. Entries are in the order of the converted document.
    SourceMap sourceMap(const Json &converted, const Json &source, const SourceMap &map) const;

private:
    QHash<QString, QString> m_origins; ///< pointers, new to old
    QHash<QString, QString> m_targets; ///< and old to new
};

} // namespace Design::Swagger2
