#pragma once

#include "designer/text/json.h"

namespace Design
{

/// What the typed members of an object do not say: the order in which its members were written,
/// those that we do not know (extensions, mistakes) with their values, and what was written where
/// the struct's member has its default value (`required: false`, `tags: []`, a malformed value):
/// it is written again for as long as that member keeps its default value.
struct Rest {
    struct Member {
        QString key;
        Json value; ///< undefined where the struct's own member says it
        bool operator==(const Member &) const = default;
    };
    QList<Member> members;

    /// The value of a member that the struct does not hold; undefined when absent.
    Json value(QStringView key) const;
    /// Sets, replaces or (undefined) removes such a member.
    void set(const QString &key, const Json &value);
    /// Whether the member was in the document, known or not.
    bool wasWritten(QStringView key) const;

    bool operator==(const Rest &) const = default;
};

} // namespace Design
