#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Design
{

/// Tells when a file was written or replaced: its time or size is another. The folder is watched as
/// well, because many programs save by putting a new file in the place of the old one. Changes
/// within 50 ms are one.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(const QString &path, QObject *parent = nullptr);

    /// What the file holds now is known: this program has just written or read it.
    void accept() { m_last = stamp(); }

Q_SIGNALS:
    void changed();

private:
    struct Stamp {
        QDateTime written;
        qint64 size = 0; ///< bytes

        bool operator==(const Stamp &) const = default;
    };

    void look();
    std::optional<Stamp> stamp() const; ///< none when the file cannot be read just now

    QString m_path;
    std::optional<Stamp> m_last;
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
};

} // namespace Design
