#include "designer/storage/open_mark.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace Design
{

OpenMark::OpenMark(const QString &folder, const QString &path)
    : m_path(path)
{
    if (!QDir().mkpath(folder))
        return; // nothing can be said then
    const QByteArray name = QFileInfo(path).canonicalFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
    m_lock = std::make_unique<QLockFile>(folder + u'/' + QString::fromLatin1(hash) +
                                         QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // only the death of a program makes it stale
    m_isElsewhere = !m_lock->tryLock() && m_lock->error() == QLockFile::LockFailedError;
}

} // namespace Design
