#include "designer/storage/whole_file.h"

#include <QSaveFile>

namespace Design
{

QString writeWholeFile(const QString &path, const QByteArray &content,
                       std::optional<QFileDevice::Permissions> permissions)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (permissions)
        file.setPermissions(*permissions);
    // commit() alone would not notice that the last part found no room.
    const bool isWritten = file.write(content) == content.size() && file.flush() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace Design
