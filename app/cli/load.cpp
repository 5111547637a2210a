#include "app/cli/load.h"

#include "app/cli/console.h"

namespace Cli
{

std::optional<Design::OpenedDesign> loadDesign(const QString &path)
{
    Design::OpenedDesign opened = Design::openDesign(path);
    if (!opened.ok) {
        complainOfUnusable(opened, path);
        return {};
    }
    complain(opened.diagnostics, opened, path);
    return opened;
}

void complainOfUnusable(const Design::OpenedDesign &opened, const QString &path)
{
    complain(opened.diagnostics, opened, path);
    if (!Design::hasErrors(opened.diagnostics)) // else the lines above have said it
        complain(QStringLiteral("menura: ") + opened.errorString);
}

} // namespace Cli
