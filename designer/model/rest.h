#pragma once

#include "designer/text/json.h"

namespace Design
{

/// What the typed members of an object do not say: the order in which its members were written,
/// and those that we do not know (extensions, mistakes), with their values.
struct Rest {
    struct Member {
        QString key;
        Json value; ///< undefined for a member that the struct itself holds
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
