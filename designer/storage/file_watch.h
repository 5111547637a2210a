#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace Design
{

/// Tells when the content of a file has changed. The folder is watched as well, because many
/// programs save by putting a new file in the place of the old one. Changes within 50 ms are one.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(const QString &path, QObject *parent = nullptr);

    /// What the file holds now is known: this program has just written or read it.
    void accept() { m_last = fingerprint(); }

Q_SIGNALS:
    void changed();

private:
    void look();
    QByteArray fingerprint() const; ///< empty when the file cannot be read just now

    QString m_path;
    QByteArray m_last;
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
};

} // namespace Design
