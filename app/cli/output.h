#pragma once

#include <QByteArray>
#include <QString>

namespace Cli
{

/// Writes a verb's result to the file, or to the standard output when the path is empty. The file
/// is either the old or the new one, never a torn one. False, with the reason on stderr, if it
/// cannot be written.
bool writeOutput(const QString &verb, const QString &path, const QByteArray &text);

} // namespace Cli
