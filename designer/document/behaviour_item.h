#pragma once

#include "designer/text/pointer.h"

namespace Design
{

/// Something of the x-menura extension that can be selected and has a page of its own. It has no
/// node: it is found by its name.
struct BehaviourItem {
    enum class Kind {
        None,
        Errors,       ///< the table of named errors; name: the row that is meant
        Dependencies, ///< the matrix of routes and dependencies
        Dependency,
        Store,
        Routers, ///< the table of routers; name: the row that is meant
        Tests,   ///< the table of tests; name: the index of the row that is meant
        Server,  ///< latency, faults and CORS of the whole design
    };

    Kind kind = Kind::None;
    QString name;

    bool isNone() const { return kind == Kind::None; }
    /// Whether each name has a page of its own.
    bool hasOwnPage() const { return kind == Kind::Dependency || kind == Kind::Store; }
    /// What the page is known by.
    BehaviourItem page() const { return {kind, hasOwnPage() ? name : QString()}; }

    /// Its place in the document.
    QString pointer() const
    {
        static const char *const keys[] = {"",       "errors",  "dependencies", "dependencies",
                                           "stores", "routers", "tests",        ""};
        const QString key = QString::fromLatin1(keys[static_cast<int>(kind)]);
        QString pointer = QStringLiteral("/x-menura");
        if (!key.isEmpty())
            pointer = childPointer(pointer, key);
        return name.isEmpty() ? pointer : childPointer(pointer, name);
    }

    bool operator==(const BehaviourItem &) const = default;
};

} // namespace Design
