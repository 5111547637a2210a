#pragma once

#include "designer/openapi/openapi_reader.h"

#include <QString>

namespace Cli
{

/// Writes one line and flushes, so that a program that reads a pipe sees it at once.
void print(const QString &line);
/// The same to stderr.
void complain(const QString &line);
/// Whether a person sits at the terminal who can be asked something.
bool canAsk();
/// Asks on stderr; whether the answer was yes.
bool ask(const QString &question);
/// Bytes as they are to stdout; false when they could not be written.
bool printBytes(const QByteArray &bytes);

/// Each as "file:line:column: severity: message" to stderr. Hints are left out.
void complain(const Design::Diagnostics &diagnostics, const QString &file);
/// The same about a design, whose own file has this path; what is about another one names that.
void complain(const Design::Diagnostics &diagnostics, const Design::LoadedApi &design,
              const QString &path);

} // namespace Cli
