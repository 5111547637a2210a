#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace Design
{

/// Tells when one of some files was written, replaced or made: its time or size is another. Their
/// folders are watched as well, because many programs save by putting a new file in the place of
/// the old one. Changes within 50 ms are one.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(const QStringList &paths, QObject *parent = nullptr);

    /// Watches these files from now on; what is known of those that stay is kept.
    void setPaths(const QStringList &paths);
    /// What the files hold now is known: this program has just written or read them.
    void accept();
    /// False from the moment in which another program writes, before changed() tells of it.
    bool isAsKnown(const QString &path) const { return m_last.value(path) == stamp(path); }

Q_SIGNALS:
    void changed();
    /// For a second there has been no such file: nobody is just replacing it.
    void vanished(const QString &path);

private:
    struct Stamp {
        QDateTime written;
        qint64 size = 0; ///< bytes

        bool operator==(const Stamp &) const = default;
    };

    void look();
    void lookForLosses();
    /// None when the file cannot be read just now.
    static std::optional<Stamp> stamp(const QString &path);

    QMap<QString, std::optional<Stamp>> m_last; ///< by path
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
    QTimer m_absence;
};

} // namespace Design
