#pragma once

#include <QFileDevice>

#include <optional>

namespace Design
{

/// Writes a file so that it is either the old or the new one, never a torn one, and the old one
/// where the disk is full. Returns an empty string, or what went wrong in the system's words.
QString writeWholeFile(const QString &path, const QByteArray &content,
                       std::optional<QFileDevice::Permissions> permissions = std::nullopt);

} // namespace Design
