#include "app/cli/output.h"

#include "app/cli/console.h"

#include <QSaveFile>

namespace Cli
{

bool writeOutput(const QString &verb, const QString &path, const QByteArray &text)
{
    if (path.isEmpty())
        return printBytes(text);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    complain(
        QStringLiteral("menura %1: %2 cannot be written: %3").arg(verb, path, file.errorString()));
    return false;
}

} // namespace Cli
