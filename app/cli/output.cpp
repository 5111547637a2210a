#include "app/cli/output.h"

#include "app/cli/console.h"
#include "designer/storage/whole_file.h"

namespace Cli
{

bool writeOutput(const QString &verb, const QString &path, const QByteArray &text)
{
    if (path.isEmpty())
        return printBytes(text);
    const QString failure = Design::writeWholeFile(path, text);
    if (!failure.isEmpty())
        complain(QStringLiteral("menura %1: %2 cannot be written: %3").arg(verb, path, failure));
    return failure.isEmpty();
}

} // namespace Cli
