#pragma once

#include <QString>

#include <memory>

namespace Design
{

/// A regular expression as pydantic means it: Rust's regex crate, which searches, knows Unicode
/// classes, and whose `$` does not match before a final line break. Look-around and references,
/// which Rust lacks, work here as they do in Python's `re`. Cheap to copy; matching is thread-safe.
class RustPattern
{
public:
    enum class Match { Yes, No, TooCostly };

    RustPattern() = default; ///< matches everything
    explicit RustPattern(const QString &pattern);

    bool isValid() const { return m_error.isEmpty(); }
    QString error() const { return m_error; } ///< empty when it is valid
    Match search(QStringView subject) const;  ///< an invalid pattern matches everything

private:
    struct Code;
    std::shared_ptr<const Code> m_code;
    QString m_error;
};

} // namespace Design
