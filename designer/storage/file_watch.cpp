#include "designer/storage/file_watch.h"

#include <QFileInfo>

#include <chrono>

namespace Design
{

using namespace std::chrono_literals;

FileWatch::FileWatch(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_last(stamp())
{
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
    m_watcher.addPath(m_path);
    m_settling.setSingleShot(true);
    m_settling.setInterval(50ms);
    const auto settle = [this] { m_settling.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settling, &QTimer::timeout, this, &FileWatch::look);
}

void FileWatch::look()
{
    if (!m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path); // a new file in the old one's place
    const std::optional<Stamp> now = stamp();
    if (!now || now == m_last)
        return; // another file of the folder, or it is just being replaced
    m_last = now;
    Q_EMIT changed();
}

std::optional<FileWatch::Stamp> FileWatch::stamp() const
{
    const QFileInfo file(m_path);
    return file.isReadable() ? std::optional(Stamp{file.lastModified(), file.size()})
                             : std::nullopt;
}

} // namespace Design
