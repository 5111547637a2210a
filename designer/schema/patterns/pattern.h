#pragma once

#include <QString>

#include <memory>

namespace Design
{

namespace Regex
{
struct Parsed;
}

/// A regular expression of JSON Schema: ECMA-262 with the `u` flag, without it where the text is
/// only valid so (Annex B), and PCRE's own syntax where it is no ECMA-262 at all.
/// Immutable and cheap to copy; matching is thread-safe.
class Pattern
{
public:
    enum class Syntax { Unicode, Legacy, Pcre, Invalid };
    enum class Match { Yes, No, TooCostly };

    Pattern() = default; ///< invalid
    explicit Pattern(const QString &text);

    bool isValid() const { return syntax() != Syntax::Invalid; }
    Syntax syntax() const;
    QString text() const;
    QString error() const; ///< why it is invalid, or no ECMA-262, with the offset

    /// Searches the text (patterns are not anchored). At most about 50 ms of work; adds it to the
    /// cost, in steps of ten nanoseconds, where it may be more than a moment.
    Match search(QStringView subject, qint64 *cost = nullptr) const;

    /// The syntax tree; null unless it is ECMA-262.
    const Regex::Parsed *parsed() const;

private:
    struct Data;
    std::shared_ptr<const Data> d;
};

} // namespace Design
