#pragma once

#include "designer/storage/design_file.h"

#include <QDateTime>
#include <QMutex>

#include <memory>
#include <optional>

class QLockFile;

namespace Design
{

/// A text that was being typed and that says no design yet.
struct UnfinishedText {
    std::optional<QString> place; ///< pointer of what is said there; none: the whole document
    FileFormat format = FileFormat::Yaml;
    QByteArray text;
    Json instead; ///< what the design said there when it was typed

    bool operator==(const UnfinishedText &) const = default;
};

/// What is kept of an open design: how it stands, and what is typed beside it.
struct RecoveryCopy {
    Api api;
    Wording wording;
    QString path; ///< of the design's file; empty for one that was never saved
    QString name; ///< what it is called in the window
    QList<UnfinishedText> unfinished;
};

/// Copies of a design that is being worked on, so that a program that dies loses only what was done
/// since the last of them. They stand in a folder of their own, readable by their owner only; the
/// file of the design itself is not touched. A store belongs to one open design.
class RecoveryStore
{
public:
    /// The folder is made when something is written.
    explicit RecoveryStore(const QString &folder);
    ~RecoveryStore(); ///< takes the own copy away: whoever gets here has not died

    /// A copy that another program has left behind.
    struct Orphan {
        QString id;
        QString path; ///< see RecoveryCopy
        QString name;
        QList<UnfinishedText> unfinished;
        QDateTime time; ///< of the last copy, in local time
        QString copy;   ///< the path of the file that it stands in
    };

    /// Writes the copy, in its own words, in place of the last one; from any thread. Does nothing
    /// when clear() was called after the ticket was taken. Returns an empty string, or what went
    /// wrong as a sentence for people.
    QString write(const RecoveryCopy &copy, int ticket);
    int ticket() const;
    void clear(); ///< the design was saved, or is not wanted any more

    /// Newest first. Copies of programs that still run are not among them.
    QList<Orphan> orphans() const;
    static OpenedDesign read(const Orphan &orphan);
    void discard(const Orphan &orphan);

private:
    QString file(const QString &id, const char *suffix) const;
    bool begin();

    QString m_folder;
    QString m_id;
    mutable QMutex m_mutex; ///< of everything below and of the copy itself
    std::unique_ptr<QLockFile> m_lock;
    int m_ticket = 0;
};

} // namespace Design
