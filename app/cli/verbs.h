#pragma once

#include <QStringList>

namespace Cli
{

/// One subcommand. `arguments` is what stands after its name; returns an ExitCode.
struct Verb {
    const char *name = "";
    const char *summary = "";
    int (*run)(const QStringList &arguments) = nullptr;
};

int serve(const QStringList &arguments);
int exportDesign(const QStringList &arguments);
int lintDesign(const QStringList &arguments);
int compareDesigns(const QStringList &arguments);
int testDesign(const QStringList &arguments);
int writeDocs(const QStringList &arguments);
int writeFastApi(const QStringList &arguments);
int validateData(const QStringList &arguments);

} // namespace Cli
