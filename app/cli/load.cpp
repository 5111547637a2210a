#include "app/cli/load.h"

#include "app/cli/console.h"

namespace Cli
{

std::optional<Design::OpenedDesign> loadDesign(const QString &path)
{
    Design::OpenedDesign opened = Design::openDesign(path);
    complain(opened.diagnostics, path);
    if (opened.ok)
        return opened;
    if (!Design::hasErrors(opened.diagnostics)) // else the lines above have said it
        complain(QStringLiteral("menura: ") + opened.errorString);
    return {};
}

} // namespace Cli
