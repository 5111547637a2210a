#include "app/studio/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

static constexpr qsizetype mostRecentFiles = 10;

Settings::Settings()
{
    m_settings.beginGroup(QStringLiteral("ui/1"));
}

QVariant Settings::value(const QString &key, const QVariant &otherwise) const
{
    return m_settings.value(key, otherwise);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
}

void Settings::clear()
{
    const QStringList recent = recentFiles();
    m_settings.remove(QString());
    setValue(QStringLiteral("recent"), recent);
}

QStringList Settings::recentFiles() const
{
    return value(QStringLiteral("recent")).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList recent = recentFiles();
    recent.removeAll(whole);
    recent.prepend(whole);
    setValue(QStringLiteral("recent"), recent.first(std::min(mostRecentFiles, recent.size())));
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    setValue(QStringLiteral("recent"), recent);
}

QString Settings::newProblem()
{
    m_settings.sync();
    // Qt does not notice a full disk.
    const bool isKept =
        m_settings.status() == QSettings::NoError && QFileInfo(m_settings.fileName()).size() > 0;
    if (std::exchange(m_hasComplained, !isKept) || isKept)
        return {};
    return QCoreApplication::translate("Settings",
                                       "What the window remembers for the next time cannot be "
                                       "kept: %1 cannot be written.")
        .arg(QDir::toNativeSeparators(m_settings.fileName()));
}

QString Settings::recoveryFolder() const
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/recovery");
}
