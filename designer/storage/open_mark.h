#pragma once

#include <QLockFile>

#include <memory>

namespace Design
{

/// Marks a file as open for as long as it lives, so that another program that opens it can say so.
/// A program that was killed leaves no mark behind.
class OpenMark
{
public:
    /// Marks stand in the folder, and not beside the file.
    OpenMark(const QString &folder, const QString &path);

    const QString &path() const { return m_path; }
    bool isElsewhere() const { return m_isElsewhere; } ///< somebody else marked it before

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    bool m_isElsewhere = false;
};

} // namespace Design
