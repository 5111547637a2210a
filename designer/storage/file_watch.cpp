#include "designer/storage/file_watch.h"

#include <QFileInfo>

#include <chrono>

namespace Design
{

using namespace std::chrono_literals;

FileWatch::FileWatch(const QStringList &paths, QObject *parent)
    : QObject(parent)
{
    setPaths(paths);
    m_settling.setSingleShot(true);
    m_settling.setInterval(50ms);
    const auto settle = [this] { m_settling.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settling, &QTimer::timeout, this, &FileWatch::look);
    m_absence.setSingleShot(true);
    m_absence.setInterval(1s);
    connect(&m_absence, &QTimer::timeout, this, &FileWatch::lookForLosses);
}

void FileWatch::setPaths(const QStringList &paths)
{
    QMap<QString, std::optional<Stamp>> last;
    QStringList places = paths;
    for (const QString &path : paths) {
        last.insert(path, m_last.contains(path) ? m_last.value(path) : stamp(path));
        places.append(QFileInfo(path).absolutePath());
    }
    m_last = last;
    places.removeDuplicates();
    const QStringList before = m_watcher.files() + m_watcher.directories();
    for (const QString &place : before) {
        if (!places.contains(place))
            m_watcher.removePath(place);
    }
    for (const QString &place : std::as_const(places)) {
        if (!before.contains(place) && QFileInfo::exists(place))
            m_watcher.addPath(place);
    }
}

void FileWatch::accept()
{
    for (auto file = m_last.begin(); file != m_last.end(); ++file)
        file.value() = stamp(file.key());
}

void FileWatch::look()
{
    bool isChanged = false;
    const QStringList watched = m_watcher.files();
    for (auto file = m_last.begin(); file != m_last.end(); ++file) {
        const std::optional<Stamp> now = stamp(file.key());
        if (now && !watched.contains(file.key()))
            m_watcher.addPath(file.key()); // a new file in the old one's place
        if (!now && file.value() && !m_absence.isActive())
            m_absence.start();
        if (!now || now == file.value())
            continue; // another file of the folder, or it is just being replaced
        file.value() = now;
        isChanged = true;
    }
    if (isChanged)
        Q_EMIT changed();
}

void FileWatch::lookForLosses()
{
    QStringList lost;
    for (auto file = m_last.begin(); file != m_last.end(); ++file) {
        if (!file.value() || QFileInfo::exists(file.key()))
            continue;
        file.value().reset();
        lost.append(file.key());
    }
    for (const QString &path : std::as_const(lost))
        Q_EMIT vanished(path);
}

std::optional<FileWatch::Stamp> FileWatch::stamp(const QString &path)
{
    const QFileInfo file(path);
    return file.isReadable() ? std::optional(Stamp{file.lastModified(), file.size()})
                             : std::nullopt;
}

} // namespace Design
