#pragma once

#include "designer/coercion/compile/flat_schema.h"

#include <QHash>

#include <memory>

namespace Mock
{

/// How the values of a schema are named in XML (OpenAPI 3.1, section 4.8.26). Immutable.
struct XmlForm {
    using Pointer = std::shared_ptr<const XmlForm>;

    QString name; ///< of its element or attribute; empty: that of the property
    QString prefix;
    QString namespaceUri;
    bool isAttribute = false;
    bool isWrapped = false; ///< a list in an element of its own
    QHash<QString, Pointer> members;
    Pointer item; ///< of a list

    /// Form of a member; never null.
    const XmlForm &member(const QString &key) const;
    const XmlForm &items() const;
};

/// The form of the root, which is named after its component where its `xml` names it not.
XmlForm::Pointer xmlFormOf(const Design::Schema &schema, const QString &component,
                           const Design::FindSchema &find);

} // namespace Mock
