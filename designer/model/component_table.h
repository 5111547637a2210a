#pragma once

#include "designer/model/api.h"

#include <QHash>

namespace Design
{

/// The components of one design by name and by identity, for binding references and printing them.
/// Valid for as long as no component is added, removed or renamed.
class ComponentTable
{
public:
    ComponentTable() = default;
    explicit ComponentTable(const Api &api);

    /// section is a key of the Components Object, such as `schemas`.
    void insert(const QString &section, const QString &name, NodeId id);

    /// The component that `#/components/<section>/<name>` or a place inside one names (RFC 6901,
    /// percent-encoding undone); None when there is none.
    NodeId find(const QString &referenceText) const;
    NodeId find(const QString &section, const QString &name) const;

    /// The text for the current name: as written where that still leads there.
    QString text(const Reference &reference) const;
    /// `#/components/schemas/Item`, escaped where that is needed.
    QString textFor(NodeId component) const;
    /// Key of the Components Object and name; empty for other ids.
    QString section(NodeId component) const { return m_names.value(component).section; }
    QString name(NodeId component) const { return m_names.value(component).name; }

private:
    struct Name {
        QString section;
        QString name;
    };
    QHash<QString, NodeId> m_ids; ///< by unescaped text
    QHash<NodeId, Name> m_names;
};

/// A reference of the form `#/components/<section>/<name><rest>`, decoded.
struct ComponentPath {
    QString section;
    QString name;
    QString rest; ///< as written: empty, or a pointer that goes on into the component

    bool isNull() const { return section.isEmpty(); }
};
ComponentPath componentPath(const QString &referenceText);

/// The JSON Pointer of a reference within its own document ("" is the whole document), with
/// percent-encoding undone; a null string for references to elsewhere and for anchors.
QString localPointer(const QString &referenceText);

/// `#` and the pointer, percent-encoded where a URI fragment needs it (RFC 3986 section 3.5).
QString fragmentText(const QString &pointer);

} // namespace Design
