#include "app/studio/settings.h"

#include "designer/storage/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

static constexpr qsizetype mostRecentFiles = 10;

/// A full disk makes Qt leave the file empty. What it said when a program began is beside it.
static void restoreFromCopy(QSettings &settings)
{
    QFile file(settings.fileName());
    const QString copy = settings.fileName() + QStringLiteral(".copy");
    if (!file.exists())
        return; // the first time, or somebody wanted to begin anew
    if (file.size() > 0) {
        if (file.open(QIODevice::ReadOnly))
            Design::writeWholeFile(copy, file.readAll());
        return;
    }
    const QSettings kept(copy, QSettings::IniFormat);
    for (const QString &key : kept.allKeys())
        settings.setValue(key, kept.value(key));
}

Settings::Settings()
{
    restoreFromCopy(m_settings);
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
