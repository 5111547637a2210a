#include "designer/storage/host_consents.h"

#include "designer/storage/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>

namespace Design
{

namespace
{

/// One design, however its file is called at the moment.
QString keyOf(const QString &design)
{
    const QFileInfo file(design);
    const QString canonical = file.canonicalFilePath();
    return canonical.isEmpty() ? file.absoluteFilePath() : canonical;
}

QJsonObject readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

} // namespace

HostConsents::HostConsents(const QString &file)
    : m_file(file)
{
}

QString HostConsents::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/menura/allowed-hosts.json");
}

QStringList HostConsents::allowed(const QString &design) const
{
    QStringList hosts;
    if (design.isEmpty())
        return hosts;
    const QJsonArray kept = readAll(m_file).value(keyOf(design)).toArray();
    for (const QJsonValue &host : kept)
        hosts.append(host.toString());
    return hosts;
}

QStringList HostConsents::missing(const QString &design, const QStringList &wanted) const
{
    const QStringList known = allowed(design);
    QStringList result;
    for (const QString &host : wanted) {
        if (!known.contains(host, Qt::CaseInsensitive))
            result.append(host);
    }
    return result;
}

bool HostConsents::allow(const QString &design, const QStringList &hosts)
{
    return keep(design, allowed(design) + missing(design, hosts));
}

bool HostConsents::forget(const QString &design)
{
    return keep(design, {});
}

bool HostConsents::keep(const QString &design, const QStringList &hosts)
{
    if (design.isEmpty() || !QDir().mkpath(QFileInfo(m_file).path()))
        return false;
    QLockFile lock(m_file + QStringLiteral(".lock"));
    if (!lock.tryLock(2'000))
        return false;
    QJsonObject all = readAll(m_file);
    if (hosts.isEmpty())
        all.remove(keyOf(design));
    else
        all.insert(keyOf(design), QJsonArray::fromStringList(hosts));
    return writeWholeFile(m_file, QJsonDocument(all).toJson()).isEmpty();
}

} // namespace Design
