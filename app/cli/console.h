#pragma once

#include "designer/text/diagnostic.h"

#include <QString>

namespace Cli
{

/// Writes one line and flushes, so that a program that reads a pipe sees it at once.
void print(const QString &line);
/// The same to stderr.
void complain(const QString &line);
/// Bytes as they are to stdout; false when they could not be written.
bool printBytes(const QByteArray &bytes);

/// Each as "file:line:column: severity: message" to stderr. Hints are left out.
void complain(const Design::Diagnostics &diagnostics, const QString &file);

} // namespace Cli
