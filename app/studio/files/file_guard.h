#pragma once

#include "app/studio/files/patience.h"
#include "designer/compare/compare.h"
#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/document/selection.h"
#include "designer/storage/design_folder.h"
#include "designer/storage/file_watch.h"
#include "designer/storage/open_mark.h"
#include "designer/storage/recovery_store.h"

#include <QTimer>

class MessageBar;

/// Sees to it that no work is lost: keeps a copy for a crash, offers what a crash has left behind,
/// and notices when another program changes the file that is open.
class FileGuard : public QObject
{
    Q_OBJECT

public:
    /// Copies stand in the folder.
    FileGuard(Design::DesignDocument &document, Design::Selection &selection, MessageBar &messages,
              const QString &folder, QObject *parent);

    /// Offers the newest copy that a crash has left behind, if there is one.
    void offerRecovery();
    /// Whether saving would destroy nothing that another program wrote meanwhile; asks what is to
    /// be done where it would.
    bool maySave();
    /// How long after a change its copy is written; 5 s.
    void setDelay(std::chrono::milliseconds delay) { m_delay.setInterval(delay); }

Q_SIGNALS:
    void message(const QString &text); ///< for the status bar
    void saveRequested();
    void draftWanted(const Design::TextDrafts::Key &draft); ///< somebody wants to go on with it
    void pageRequested(const QString &title, const QString &html);

private:
    /// The file as another program left it.
    struct Reading {
        QString path;
        std::optional<Design::RecoveryCopy> mine; ///< to be kept aside
        Design::DesignDocument::ReadFile file;
    };
    /// The other files of the design as another program left them.
    struct Others {
        Design::InclusionsPointer before;
        std::shared_ptr<Design::DesignFolder> files;
        Design::FilesNow now;
    };
    /// Mine and the file.
    struct Comparison {
        QString errorString;
        QList<Design::Change> changes;
    };
    struct Recovery {
        Design::RecoveryStore::Orphan orphan;
        Design::OpenedDesign kept;
        /// What was saved before, where there is a file.
        std::optional<Design::DesignDocument::ReadFile> file;
    };

    void show(const Others &others);
    void show(const Comparison &comparison);
    void show(const Recovery &recovery);
    void watch();
    void noteChange();
    void forgetCopy();
    Design::RecoveryCopy copy() const;
    void writeCopy();
    bool isUnsaved() const;
    void noticeOutsideChange();
    void noticeFilesOfDesign();
    void followFiles();
    void noticeLoss(const QString &path);
    bool isOtherInFile() const;
    bool hasOwnWork() const;
    void reload(const std::optional<Design::RecoveryCopy> &mine = std::nullopt);
    void show(const Reading &reading);
    void compare();
    void bringBack(const QString &step, Design::RecoveryCopy kept);
    void recover(const Design::RecoveryStore::Orphan &orphan);
    /// Work of that job has begun, which can be cancelled.
    void begin(const QString &doing);
    void cancel();
    void giveUp(); ///< cancels, and asks again where that leaves a question open

    Design::DesignDocument &m_document;
    Design::Selection &m_selection;
    MessageBar &m_messages;
    /// A worker that writes a copy may hold it longer than this object is.
    std::shared_ptr<Design::RecoveryStore> m_store;
    Design::LatestJob<QString> m_job;
    Design::LatestJob<Reading> m_reading;
    Design::LatestJob<Others> m_readingOthers;
    Design::LatestJob<Comparison> m_comparing;
    Design::LatestJob<Recovery> m_recovering;
    Patience m_patience; ///< with these three
    QTimer m_delay;
    QString m_folder;
    std::unique_ptr<Design::FileWatch> m_watch;
    std::unique_ptr<Design::OpenMark> m_mark;
    bool m_isAsked = false; ///< which of the file and what is here is to be kept
    bool m_hasComplained = false;
};
