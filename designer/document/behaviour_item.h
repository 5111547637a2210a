#pragma once

#include "designer/model/edits/behaviour_edits.h"

#include <optional>

namespace Design
{

/// Something of the x-menura extension, or a security scheme, that can be selected and has a page.
/// It has no node: it is found by its name.
struct BehaviourItem {
    enum class Kind {
        None,
        Errors,       ///< the table of named errors; name: the row that is meant
        Dependencies, ///< the matrix of routes and dependencies
        Dependency,
        Store,
        Routers, ///< the table of routers; name: the row that is meant
        Tests,   ///< the tests; name: the place of what is meant: `3`, `3/steps/1/expect/body`
        Server,  ///< latency, faults and CORS of the whole design
        Scheme,  ///< a security scheme
    };

    Kind kind = Kind::None;
    QString name;

    bool isNone() const { return kind == Kind::None; }
    /// Whether each name has a page of its own.
    bool hasOwnPage() const
    {
        return kind == Kind::Dependency || kind == Kind::Store || kind == Kind::Scheme;
    }
    /// What the page is known by.
    BehaviourItem page() const { return {kind, hasOwnPage() ? name : QString()}; }

    QString pointer() const; ///< its place in the document
    /// What has a page around a place in the document; none where that is a node's.
    static BehaviourItem around(const QString &pointer);
    /// What it is a kind of, where it has a name.
    std::optional<BehaviourGroup> group() const;
    /// Whether the design has such a thing.
    bool isIn(const Api &api) const;

    bool operator==(const BehaviourItem &) const = default;
};

/// What an edit did to the named things of the extension.
struct BehaviourChange {
    /// The one thing that has another name now; none: none.
    BehaviourItem renamed;
    QString newName;
    /// What a user would want to see of it; none: nothing of the extension has changed.
    BehaviourItem place;
    bool isNamesChanged = false; ///< things have come, gone or got another name
};

/// Compares what has names in two values of a design. One name that differs in its place, and no
/// other, is a new name of the same thing.
BehaviourChange compareBehaviour(const Api &before, const Api &after);

} // namespace Design
