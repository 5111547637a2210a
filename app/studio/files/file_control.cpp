#include "app/studio/files/file_control.h"

#include "designer/looks/save_dialog.h"
#include "designer/model/edits/new_design.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/preview/place_names.h"
#include "designer/storage/design_file.h"
#include "designer/storage/design_folder.h"

#include <QEventLoop>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStandardPaths>

using namespace Design;

static QString folderKey()
{
    return QStringLiteral("folder");
}

FileControl::FileControl(DesignDocument &document, Settings &settings, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_window(window)
    , m_readJob([this](const Reading &reading) {
        cancel();
        // The design that is still open may have been worked on meanwhile.
        if (m_document.revision() == m_revisionBefore || mayDiscard())
            show(reading);
    })
    , m_saveJob([this](const Written &written) { finishSaving(written); })
    , m_exportJob([this](const Exported &exported) {
        cancel();
        tell(exported);
    })
    , m_projectJob([this](const MadeProject &made) {
        cancel();
        write(made);
    })
{
    for (const Patience *patience : {&m_patience, &m_savePatience})
        connect(patience, &Patience::changed, this, &FileControl::progressChanged);
}

QString FileControl::folder() const
{
    if (!m_document.filePath().isEmpty())
        return QFileInfo(m_document.filePath()).absolutePath();
    const QString last = m_settings.value(folderKey()).toString();
    return QFileInfo(last).isDir() && !last.isEmpty()
               ? last
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString FileControl::proposedPath() const
{
    if (!m_document.filePath().isEmpty())
        return folder() + u'/' + QFileInfo(m_document.filePath()).completeBaseName();
    static const QRegularExpression unusual(QStringLiteral("[^\\w.-]+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return folder() + u'/' +
           m_document.displayName().toLower().replace(unusual, QStringLiteral("-"));
}

void FileControl::remember(const QString &path)
{
    m_settings.addRecentFile(path);
    m_settings.setValue(folderKey(), QFileInfo(path).absolutePath());
    Q_EMIT recentFilesChanged();
    if (const QString problem = m_settings.newProblem(); !problem.isEmpty())
        Q_EMIT failed(problem);
}

QString FileControl::nameOf(const TextDrafts::Key &draft) const
{
    const QString name = placeName(m_document.api(), m_document.index(), draft.item);
    return name.isEmpty() ? m_document.displayName() : name;
}

bool FileControl::mayDropDrafts()
{
    const TextDrafts::Map &drafts = m_document.drafts().all();
    if (drafts.isEmpty())
        return true;
    const TextDrafts::Key draft = drafts.firstKey();
    QMessageBox box(QMessageBox::Warning, tr("Unfinished Text"),
                    tr("The text of %1 is not finished.").arg(nameOf(draft)), QMessageBox::NoButton,
                    m_window);
    box.setObjectName(QStringLiteral("unfinishedText"));
    box.setInformativeText(
        tr("It says no design yet, so it cannot be saved: once it is closed, it is gone."));
    box.addButton(tr("Throw Away"), QMessageBox::DestructiveRole);
    QPushButton *back = box.addButton(tr("Go On with It"), QMessageBox::RejectRole);
    box.setDefaultButton(back);
    box.setEscapeButton(back);
    box.exec();
    if (box.clickedButton() != back)
        return true;
    Q_EMIT draftWanted(draft);
    return false;
}

bool FileControl::mayDiscard()
{
    if (!waitForSaving())
        return false;
    m_document.finishTyping();
    if (!mayDropDrafts())
        return false;
    if (!m_document.isModified())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Unsaved Changes"),
                    tr("Save the changes to %1?").arg(m_document.displayName()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("unsavedChanges"));
    box.setInformativeText(tr("Without saving, they are gone."));
    box.setDefaultButton(QMessageBox::Save);
    box.button(QMessageBox::Discard)->setText(tr("Do Not Save"));
    switch (box.exec()) {
    case QMessageBox::Save:
        return save() && waitForSaving() && !m_document.isModified();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void FileControl::newDesign()
{
    if (!mayDiscard())
        return;
    m_document.reset(Design::newDesign(tr("New API")));
}

void FileControl::open()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Open Design"), folder(),
                                     tr("OpenAPI documents (*.yaml *.yml *.json);;All files (*)"));
    if (!path.isEmpty() && !isElsewhere(path) && mayDiscard())
        openFile(path);
}

bool FileControl::openFile(const QString &path)
{
    cancel();
    if (isReadAtOnce(path))
        return show({path, DesignDocument::readFile(path)});
    m_revisionBefore = m_document.revision();
    m_patience.begin(tr("Reading %1 …").arg(QFileInfo(path).fileName()));
    m_readJob.start([path] { return Reading{path, DesignDocument::readFile(path)}; });
    return true;
}

bool FileControl::show(const Reading &reading)
{
    if (!m_document.load(reading.path, reading.file)) {
        Q_EMIT failed(m_document.errorString());
        return false;
    }
    remember(reading.path);
    const QString name = QFileInfo(reading.path).fileName();
    Q_EMIT message(
        reading.file.opened.isConverted
            ? tr("Opened %1, converted to OpenAPI 3.1: save it under another name").arg(name)
            : tr("Opened %1").arg(name));
    return true;
}

void FileControl::cancel()
{
    m_readJob.cancel();
    if (m_exporting && m_exporting->cancel())
        m_exportJob.cancel();
    m_projectJob.cancel();
    m_patience.end();
}

void FileControl::giveUp()
{
    cancel();
    if (m_saving)
        m_saving->cancel();
    m_savePatience.end();
}

void FileControl::openRecent(const QString &path)
{
    if (isElsewhere(path) || !mayDiscard())
        return;
    if (!openFile(path) && !QFile::exists(path)) {
        m_settings.removeRecentFile(path);
        Q_EMIT recentFilesChanged();
    }
}

void FileControl::openTemplate(const QString &path)
{
    if (!mayDiscard())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Q_EMIT failed(tr("This design is not part of the program."));
    const QByteArray text = file.readAll();
    // Without a file: the template itself stays as it is.
    m_document.reset(readOpenApi(text).api, {text, formatOfFile(path)});
    Q_EMIT message(tr("Opened a copy: save it where you like"));
}

QString FileControl::savedMessage() const
{
    const TextDrafts::Map &drafts = m_document.drafts().all();
    if (drafts.isEmpty())
        return tr("Saved %1").arg(m_document.displayName());
    return tr("Saved %1, without the text of %2: it is not finished")
        .arg(m_document.displayName(), nameOf(drafts.firstKey()));
}

bool FileControl::save()
{
    if (m_document.filePath().isEmpty())
        return saveAs();
    if (m_maySave && !isSaving() && !m_maySave()) {
        Q_EMIT message(
            tr("Not saved: another program has changed %1").arg(m_document.displayName()));
        return false;
    }
    return saveTo(m_document.filePath());
}

bool FileControl::saveTo(const QString &path)
{
    if (isSaving()) {
        m_saveNext = path;
        return true;
    }
    const DesignDocument::Saving saving = m_document.startSaving(path);
    if (saving.isSmall())
        return finishSaving({saving, DesignDocument::write(saving)});
    m_saving = std::make_shared<Cancellation>();
    m_savePatience.begin(tr("Saving %1 …").arg(QFileInfo(path).fileName()));
    m_saveJob.start([saving, cancellation = m_saving] {
        return Written{saving, DesignDocument::write(
                                   saving, [cancellation] { return cancellation->commit(); })};
    });
    return true;
}

bool FileControl::finishSaving(const Written &written)
{
    m_savePatience.end();
    const QString next = std::exchange(m_saveNext, {});
    const bool isSaved = m_document.finishSaving(written.saving, written.saved);
    if (isSaved) {
        remember(written.saving.path);
        Q_EMIT message(savedMessage());
    } else if (written.saved.isGivenUp) {
        Q_EMIT message(tr("Not saved: %1 is as it was").arg(m_document.displayName()));
    } else {
        Q_EMIT failed(m_document.errorString());
    }
    if (isSaved && next == m_document.filePath() && m_document.isModified())
        save();
    else if (isSaved && !next.isEmpty() && next != m_document.filePath())
        saveTo(next);
    if (!isSaving())
        Q_EMIT savingEnded();
    return isSaved;
}

bool FileControl::waitForSaving()
{
    if (m_isWaiting)
        return false;
    if (!isSaving())
        return true;
    const QScopedValueRollback waiting(m_isWaiting, true);
    QEventLoop loop;
    connect(this, &FileControl::savingEnded, &loop, &QEventLoop::quit);
    loop.exec();
    return true;
}

bool FileControl::saveAs()
{
    SaveDialog dialog(m_window, tr("Save Design"), proposedPath(),
                      {{tr("OpenAPI document, YAML (*.yaml *.yml)"),
                        {QStringLiteral("yaml"), QStringLiteral("yml")}},
                       {tr("OpenAPI document, JSON (*.json)"), {QStringLiteral("json")}}});
    const QString path = dialog.ask();
    return !path.isEmpty() && saveTo(path);
}

void FileControl::fillRecentMenu(QMenu *menu)
{
    menu->clear();
    const QStringList recent = m_settings.recentFiles();
    for (const QString &path : recent) {
        QAction *action = menu->addAction(
            QString(QFileInfo(path).fileName()).replace(u'&', QStringLiteral("&&")));
        action->setStatusTip(path);
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openRecent(path); });
    }
    menu->setEnabled(!recent.isEmpty());
}
