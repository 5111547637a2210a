#pragma once

#include "app/studio/files/patience.h"
#include "app/studio/settings.h"
#include "designer/codegen/fastapi_project.h"
#include "designer/document/cancellation.h"
#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"

#include <QObject>

class QMenu;

namespace Design
{
class MapPane;
}

namespace Mock
{
class ServerControl;
class TrafficPanel;
} // namespace Mock

/// New, open, save and export, with the questions that go with them.
class FileControl : public QObject
{
    Q_OBJECT

public:
    /// Dialogs are shown above this window.
    FileControl(Design::DesignDocument &document, Settings &settings, QWidget *window);

    void newDesign();
    void open();
    /// Without asking about unsaved changes. A large file, or one of several, is read beside: true
    /// then says that reading has begun.
    bool openFile(const QString &path);
    /// What shows a file where it is open already, in another window; false where it is not.
    using Elsewhere = std::function<bool(const QString &path)>;
    void setElsewhere(const Elsewhere &elsewhere) { m_elsewhere = elsewhere; }
    /// Says whether the file may be written over; tells the user why where it may not.
    void setMaySave(const std::function<bool()> &maySave) { m_maySave = maySave; }
    bool isReading() const { return m_readJob.isBusy(); }
    void cancel(); ///< reading, which leaves the design that is open, and exporting
    void giveUp(); ///< these and saving, which leaves the file as it is
    void openRecent(const QString &path);
    void openTemplate(const QString &path); ///< of a resource; the design has no file then
    /// A large design is written beside: true then says that saving has begun. What is asked for
    /// meanwhile is saved after it.
    bool save();
    bool saveAs();
    bool saveTo(const QString &path); ///< without a question
    bool isSaving() const { return m_saveJob.isBusy(); }
    void exportOpenApi();
    void exportDocs();    ///< as a page for people
    void exportProject(); ///< of FastAPI, into a folder
    void exportTraffic(const Mock::TrafficPanel &traffic, const Mock::ServerControl &server);
    void exportMap(const Design::MapPane &map);
    /// Asks when there are unsaved changes or unfinished texts; true when the design may go.
    bool mayDiscard();
    void fillRecentMenu(QMenu *menu);

Q_SIGNALS:
    void message(const QString &text); ///< for the status bar
    void failed(const QString &text);  ///< as sentences, to be shown until they are closed
    void recentFilesChanged();
    void savingEnded();
    /// The user wants to go on with this unfinished text.
    void draftWanted(const Design::TextDrafts::Key &draft);
    /// What is under way and takes long; empty: it is over.
    void progressChanged(const QString &doing);

private:
    struct Reading {
        QString path;
        Design::DesignDocument::ReadFile file;
    };
    struct Exported {
        QString path;
        QString failure;
        Design::Diagnostics lost; ///< what the version cannot say
        bool isGivenUp = false;
    };
    struct Written {
        Design::DesignDocument::Saving saving;
        Design::DesignDocument::Saved saved;
    };
    struct MadeProject {
        QString folder;
        Design::FastApiProject project;
    };
    bool finishSaving(const Written &written);
    bool waitForSaving(); ///< false: somebody waits already
    /// Makes the text aside and writes it; nothing without a path.
    void exportTo(const QString &path,
                  const std::function<QByteArray(Design::Diagnostics *lost)> &make);
    bool mayOverwrite(const QStringList &files, const QString &folder);
    void tell(const Exported &exported);
    void write(const MadeProject &made);
    bool show(const Reading &reading);
    bool isElsewhere(const QString &path) const { return m_elsewhere && m_elsewhere(path); }
    bool mayDropDrafts();
    QString nameOf(const Design::TextDrafts::Key &draft) const;
    QString savedMessage() const;
    QString folder() const;
    QString proposedPath() const; ///< for saving, without a suffix
    void remember(const QString &path);

    Design::DesignDocument &m_document;
    Settings &m_settings;
    QWidget *m_window;
    Elsewhere m_elsewhere;
    std::function<bool()> m_maySave;
    Design::LatestJob<Reading> m_readJob;
    Design::LatestJob<Written> m_saveJob;
    Design::LatestJob<Exported> m_exportJob;
    Design::LatestJob<MadeProject> m_projectJob;
    std::shared_ptr<Design::Cancellation> m_saving;
    std::shared_ptr<Design::Cancellation> m_exporting;
    QString m_saveNext; ///< where to, once what is being saved is
    bool m_isWaiting = false;
    Patience m_patience;
    Patience m_savePatience;
    quint64 m_revisionBefore = 0;
};
