#include "app/studio/file_control.h"

#include "designer/codegen/project_folder.h"
#include "designer/model/edits/new_design.h"
#include "designer/openapi/openapi_reader.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/place_names.h"
#include "designer/storage/design_file.h"
#include "designer/text/json_writer.h"
#include "designer/text/yaml_writer.h"
#include "mockserver/panel/har.h"
#include "mockserver/panel/server_control.h"
#include "mockserver/panel/traffic_panel.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

using namespace Design;

/// Files up to this size are read in a moment.
static constexpr qint64 largestReadAtOnce = 256 * 1024;
static constexpr int patienceMilliseconds = 500;

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
    , m_exportJob([this](const Exported &exported) {
        cancel();
        write(exported);
    })
    , m_projectJob([this](const MadeProject &made) {
        cancel();
        write(made);
    })
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT progressChanged(m_doing); });
}

QString FileControl::folder() const
{
    if (!m_document.filePath().isEmpty())
        return QFileInfo(m_document.filePath()).absolutePath();
    return m_settings.value(folderKey()).toString();
}

void FileControl::remember(const QString &path)
{
    m_settings.addRecentFile(path);
    m_settings.setValue(folderKey(), QFileInfo(path).absolutePath());
    Q_EMIT recentFilesChanged();
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
        return save();
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
    const QFileInfo info(path);
    cancel();
    if (!info.isFile() || info.size() <= largestReadAtOnce)
        return show({path, DesignDocument::readFile(path)});
    m_revisionBefore = m_document.revision();
    begin(tr("Reading %1 …").arg(info.fileName()));
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

void FileControl::begin(const QString &doing)
{
    m_doing = doing;
    m_patience.start();
}

void FileControl::cancel()
{
    m_readJob.cancel();
    m_exportJob.cancel();
    m_projectJob.cancel();
    m_patience.stop();
    Q_EMIT progressChanged({});
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
    if (!m_document.save()) {
        Q_EMIT failed(m_document.errorString());
        return false;
    }
    remember(m_document.filePath());
    Q_EMIT message(savedMessage());
    return true;
}

bool FileControl::saveAs()
{
    QFileDialog dialog(m_window, tr("Save Design"), folder());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(
        {tr("OpenAPI document, YAML (*.yaml *.yml)"), tr("OpenAPI document, JSON (*.json)")});
    dialog.setDefaultSuffix(QStringLiteral("yaml"));
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &filter) {
        dialog.setDefaultSuffix(filter.contains(QLatin1String("json")) ? QStringLiteral("json")
                                                                       : QStringLiteral("yaml"));
    });
    dialog.selectFile(
        QFileInfo(m_document.displayName()).completeBaseName().toLower().replace(u' ', u'-'));
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const QString path = dialog.selectedFiles().value(0);
    if (!m_document.saveAs(path)) {
        Q_EMIT failed(m_document.errorString());
        return false;
    }
    remember(path);
    Q_EMIT message(savedMessage());
    return true;
}

void FileControl::exportOpenApi()
{
    struct Choice {
        QString filter;
        ExportVersion version;
        FileFormat format;
    };
    const Choice choices[] = {
        {tr("OpenAPI 3.1, YAML (*.yaml)"), ExportVersion::OpenApi31, FileFormat::Yaml},
        {tr("OpenAPI 3.1, JSON (*.json)"), ExportVersion::OpenApi31, FileFormat::Json},
        {tr("OpenAPI 3.0, YAML (*.yaml)"), ExportVersion::OpenApi30, FileFormat::Yaml},
        {tr("OpenAPI 3.0, JSON (*.json)"), ExportVersion::OpenApi30, FileFormat::Json},
    };
    QStringList filters;
    for (const Choice &choice : choices)
        filters.append(choice.filter);
    QString filter = filters.first();
    QString path = QFileDialog::getSaveFileName(m_window, tr("Export OpenAPI"),
                                                folder() + QStringLiteral("/openapi.yaml"),
                                                filters.join(QStringLiteral(";;")), &filter);
    if (path.isEmpty())
        return;
    const Choice &choice = choices[std::max<qsizetype>(0, filters.indexOf(filter))];
    if (QFileInfo(path).suffix().isEmpty())
        path +=
            choice.format == FileFormat::Json ? QStringLiteral(".json") : QStringLiteral(".yaml");
    cancel();
    begin(tr("Exporting %1 …").arg(QFileInfo(path).fileName()));
    m_exportJob.start([api = m_document.api(), path, version = choice.version] {
        Exported exported{path, {}, {}};
        const Json document = Design::exportOpenApi(api, version, &exported.lost);
        exported.text =
            formatOfFile(path) == FileFormat::Json ? writeJson(document, 2) : writeYaml(document);
        return exported;
    });
}

/// Only here, so that an export that was cancelled leaves no file behind.
void FileControl::write(const Exported &exported)
{
    const QString name = QFileInfo(exported.path).fileName();
    QSaveFile file(exported.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(exported.text) != exported.text.size() ||
        !file.commit())
        return Q_EMIT failed(
            tr("%1 cannot be written: %2.").arg(exported.path, file.errorString()));
    if (exported.lost.isEmpty())
        Q_EMIT message(tr("Exported %1").arg(name));
    else
        Q_EMIT failed(tr("Exported %1, but not all of it can be said in this version: %2")
                          .arg(name, exported.lost.first().message));
}

void FileControl::exportProject()
{
    const QString path =
        QFileDialog::getExistingDirectory(m_window, tr("Folder of the FastAPI Project"), folder());
    if (path.isEmpty())
        return;
    cancel();
    begin(tr("Exporting %1 …").arg(QFileInfo(path).fileName()));
    m_projectJob.start([api = m_document.api(), path] {
        return MadeProject{path, fastApiProject(api)};
    });
}

void FileControl::write(const MadeProject &made)
{
    ProjectWriting writing = writeProject(made.project, made.folder);
    if (!writing.inTheWay.isEmpty()) {
        QMessageBox box(QMessageBox::Warning, tr("Files in the Way"),
                        tr("%1 has files that Menura did not write, or that were changed since.")
                            .arg(QFileInfo(made.folder).fileName()),
                        QMessageBox::Cancel, m_window);
        box.setInformativeText(writing.inTheWay.mid(0, 10).join(u'\n'));
        QPushButton *overwrite = box.addButton(tr("Overwrite Them"), QMessageBox::DestructiveRole);
        box.exec();
        if (box.clickedButton() != overwrite)
            return;
        writing = writeProject(made.project, made.folder, Overwriting::Allow);
    }
    if (!writing.ok())
        return Q_EMIT failed(writing.errorString);
    const QString name = QFileInfo(made.folder).fileName();
    if (made.project.findings.isEmpty())
        Q_EMIT message(tr("Exported %1").arg(name));
    else
        Q_EMIT failed(tr("Exported %1. What a FastAPI project cannot do stands in its README; "
                         "first: %2")
                          .arg(name, made.project.findings.first().message));
}

void FileControl::exportTraffic(const Mock::TrafficPanel &traffic,
                                const Mock::ServerControl &server)
{
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Export HAR"),
                                                      folder() + QStringLiteral("/traffic.har"),
                                                      tr("HTTP archive (*.har)"));
    if (path.isEmpty())
        return;
    const QByteArray text = writeJson(Mock::harLog(traffic.shownExchanges(), server.url()), 2);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Q_EMIT failed(tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    Q_EMIT message(tr("Exported %1").arg(QFileInfo(path).fileName()));
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
