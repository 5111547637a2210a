#include "app/studio/files/file_guard.h"

#include "app/studio/message_bar.h"
#include "designer/model/edits/keep_identities.h"
#include "designer/model/edits/new_design.h"
#include "designer/openapi/typed_text.h"
#include "designer/text/yaml/yaml_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

using namespace Design;
using namespace std::chrono_literals;

FileGuard::FileGuard(DesignDocument &document, Selection &selection, MessageBar &messages,
                     const QString &folder, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_messages(messages)
    , m_store(std::make_shared<RecoveryStore>(folder))
    , m_job([this](const QString &error) {
        if (std::exchange(m_hasComplained, !error.isEmpty()) || error.isEmpty())
            return;
        if (m_messages.isHidden()) // a question there is worth more
            m_messages.showError(error);
        else
            Q_EMIT message(error);
    })
    , m_reading([this](const Reading &reading) {
        m_patience.end();
        show(reading);
    })
    , m_readingOthers([this](const Others &others) { show(others); })
    , m_comparing([this](const Comparison &comparison) {
        m_patience.end();
        show(comparison);
    })
    , m_recovering([this](const Recovery &recovery) {
        m_patience.end();
        show(recovery);
    })
{
    connect(&m_patience, &Patience::changed, this, [this](const QString &doing) {
        if (doing.isEmpty())
            m_messages.hideProgress();
        else
            m_messages.showProgress(doing, [this] { giveUp(); });
    });
    m_folder = folder;
    m_delay.setSingleShot(true);
    m_delay.setInterval(5s);
    connect(&m_delay, &QTimer::timeout, this, &FileGuard::writeCopy);
    connect(&document, &DesignDocument::changed, this, &FileGuard::noteChange);
    connect(&document, &DesignDocument::wordingChanged, this, &FileGuard::noteChange);
    connect(&document.drafts(), &TextDrafts::changed, this, [this] {
        if (isUnsaved())
            noteChange();
        else
            forgetCopy();
    });
    connect(&document, &DesignDocument::modifiedChanged, this, [this](bool modified) {
        if (modified)
            return;
        m_isAsked = false;
        if (isUnsaved())
            writeCopy(); // what is typed beside the saved design is not in its file
        else
            forgetCopy();
    });
    connect(&document, &DesignDocument::saved, this, [this] {
        m_isAsked = false;
        if (m_watch)
            m_watch->accept();
    });
    connect(&document, &DesignDocument::wasReset, this, &FileGuard::forgetCopy);
    connect(&document, &DesignDocument::filePathChanged, this, &FileGuard::watch);
    connect(&document, &DesignDocument::wordingChanged, this, &FileGuard::followFiles);
    watch();
}

void FileGuard::noteChange()
{
    if (!m_delay.isActive())
        m_delay.start(); // whether anything is unsaved shows when it ends
}

void FileGuard::forgetCopy()
{
    m_delay.stop();
    m_job.cancel();
    m_store->clear();
}

void FileGuard::watch()
{
    m_watch.reset();
    m_isAsked = false;
    if (m_document.filePath().isEmpty())
        return m_mark.reset();
    m_watch = std::make_unique<FileWatch>(
        pathsOf(m_document.filePath(), m_document.wording().inclusions));
    connect(m_watch.get(), &FileWatch::changed, this, &FileGuard::noticeOutsideChange);
    connect(m_watch.get(), &FileWatch::vanished, this, &FileGuard::noticeLoss);
    if (m_mark && m_mark->path() == m_document.filePath())
        return; // only read again
    m_mark = std::make_unique<OpenMark>(m_folder + QStringLiteral("/open"), m_document.filePath());
    if (m_mark->isElsewhere())
        m_messages.showQuestion(tr("%1 is open in another Menura as well. What is saved there is "
                                   "read here, unless it was changed here too.")
                                    .arg(m_document.displayName()),
                                {});
}

/// What was typed may refer to other files than before.
void FileGuard::followFiles()
{
    if (m_watch)
        m_watch->setPaths(pathsOf(m_document.filePath(), m_document.wording().inclusions));
}

RecoveryCopy FileGuard::copy() const
{
    return {m_document.api(), m_document.wording(), m_document.filePath(), m_document.displayName(),
            m_document.drafts().byPlace(m_document.index())};
}

void FileGuard::writeCopy()
{
    if (!isUnsaved())
        return;
    m_job.start([store = m_store, copy = copy(), ticket = m_store->ticket()] {
        return store->write(copy, ticket);
    });
}

bool FileGuard::isUnsaved() const
{
    return m_document.isModified() || !m_document.drafts().all().isEmpty();
}

bool FileGuard::hasOwnWork() const
{
    m_document.finishTyping();
    return isUnsaved();
}

bool FileGuard::isOtherInFile() const
{
    QFile file(m_document.filePath());
    return file.open(QIODevice::ReadOnly) && file.readAll() != m_document.fileText();
}

bool FileGuard::maySave()
{
    if (!m_watch || (m_watch->isAsKnown(m_document.filePath()) && !m_isAsked) || !isOtherInFile())
        return true;
    noticeOutsideChange();
    return false;
}

/// What is open stays, and counts as not saved.
void FileGuard::noticeLoss(const QString &path)
{
    if (path != m_document.filePath() || m_document.isSaving())
        return; // of the other files of the design the list of problems tells
    m_document.forgetSaving();
    m_messages.showChoice(
        tr("%1 is gone: it was deleted, moved or renamed. What is open stays until it is closed.")
            .arg(m_document.displayName()),
        {{tr("Save It Again"), [this] { Q_EMIT saveRequested(); }}});
}

void FileGuard::noticeOutsideChange()
{
    if (m_document.isSaving() || !QFileInfo(m_document.filePath()).isReadable())
        return;           // what is being written here is no other program's
    if (!isOtherInFile()) // written, but not changed
        return noticeFilesOfDesign();
    if (!hasOwnWork())
        return reload();
    m_isAsked = true;
    m_messages.showChoice(tr("%1 was changed by another program, and it was changed here.")
                              .arg(m_document.displayName()),
                          {{tr("Reload"), [this] { reload(copy()); }},
                           {tr("Keep Mine"),
                            [this] {
                                m_isAsked = false;
                                if (m_watch)
                                    m_watch->accept();
                                Q_EMIT message(
                                    tr("Saving now writes over what the other program wrote"));
                            }},
                           {tr("Compare"), [this] { compare(); }}});
}

/// The other files of the design. What was changed here stands in its own, so both are kept.
void FileGuard::noticeFilesOfDesign()
{
    const InclusionsPointer inclusions = m_document.wording().inclusions;
    if (!inclusions)
        return;
    m_readingOthers.start([path = m_document.filePath(), inclusions] {
        auto files = std::make_shared<DesignFolder>(path);
        return Others{inclusions, files, filesNow(*inclusions, *files)};
    });
}

void FileGuard::show(const Others &others)
{
    const auto &[before, files, now] = others;
    if (before != m_document.wording().inclusions)
        return; // read again, or another design, by now
    if (!now.broken.isEmpty())
        return m_messages.showError(
            tr("%1 was changed by another program, but what is there now cannot be read: %2 What "
               "is open stays.")
                .arg(now.broken, files->file(now.broken)->problem));
    if (!now.isChanged)
        return;
    if (!hasOwnWork())
        return reload();
    const Wording &wording = m_document.wording();
    const QByteArray text = designText(m_document.api(), wording.format, wording);
    const TypedText taken =
        takeText(m_document.api(), NodeId::None, readJsonOrYaml(text), before, files.get());
    if (!taken.ok)
        return;
    m_document.editText(tr("Read the files of the design again"), taken.api,
                        {wording.text, wording.format, taken.inclusions});
    Q_EMIT message(tr("The files of the design were changed by another program and read again"));
}

void FileGuard::reload(const std::optional<RecoveryCopy> &mine)
{
    begin(tr("Reading %1 again …").arg(m_document.displayName()));
    m_reading.start([path = m_document.filePath(), mine] {
        return Reading{path, mine, DesignDocument::readFile(path)};
    });
}

void FileGuard::show(const Reading &reading)
{
    if (reading.path != m_document.filePath())
        return; // another design is open by now
    if (!reading.mine && hasOwnWork())
        return noticeOutsideChange(); // while the file was read
    const QString place = m_document.index().pointer(m_selection.node());
    if (!m_document.load(reading.path, reading.file)) {
        m_messages.showError(tr("Another program changed the file, but what is there now cannot be "
                                "read; what is open stays. %1")
                                 .arg(m_document.errorString()));
        return;
    }
    const NodeId node = m_document.index().nodeAt(place);
    if (node != NodeId::None)
        m_selection.open(node);
    Q_EMIT message(
        tr("%1 was changed by another program and read again").arg(m_document.displayName()));
    if (!reading.mine)
        return;
    m_messages.showChoice(tr("What was changed here is kept until this message is closed."),
                          {{tr("Bring Mine Back"), [this, kept = *reading.mine] {
                                bringBack(tr("Bring back what was changed here"), kept);
                            }}});
}

void FileGuard::begin(const QString &doing)
{
    cancel();
    m_patience.begin(doing);
}

void FileGuard::giveUp()
{
    const bool wasReading = m_reading.isBusy();
    const bool wasComparing = m_comparing.isBusy();
    const bool wasRecovering = m_recovering.isBusy();
    cancel();
    m_isAsked = m_isAsked || wasReading; // saving must not write over what nobody has seen
    if (wasComparing)
        noticeOutsideChange();
    if (wasRecovering)
        offerRecovery();
}

void FileGuard::cancel()
{
    m_reading.cancel();
    m_comparing.cancel();
    m_recovering.cancel();
    m_patience.end();
}

void FileGuard::compare()
{
    begin(tr("Comparing with %1 …").arg(m_document.displayName()));
    m_comparing.start([mine = m_document.api(), path = m_document.filePath()] {
        const OpenedDesign other = openDesign(path);
        return Comparison{other.ok ? QString() : other.errorString,
                          other.ok ? compareDesigns(other.api, mine) : QList<Change>()};
    });
}

void FileGuard::show(const Comparison &comparison)
{
    if (!comparison.errorString.isEmpty())
        return m_messages.showError(comparison.errorString);
    QString rows;
    for (const Change &change : comparison.changes)
        rows += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
                    .arg(change.place.toHtmlEscaped(), change.message.toHtmlEscaped());
    const QString what =
        rows.isEmpty()
            ? QStringLiteral("<p>%1</p>").arg(tr("They differ in words and examples only."))
            : QStringLiteral("<table cellpadding=4>%1</table>").arg(rows);
    const QString title = tr("Mine and the File");
    Q_EMIT pageRequested(title, QStringLiteral("<h2>%1</h2><p>%2</p>%3")
                                    .arg(title, tr("What is different here from the file:"), what));
    noticeOutsideChange(); // the choice is still to be made
}

void FileGuard::offerRecovery()
{
    const QList<RecoveryStore::Orphan> orphans = m_store->orphans();
    if (orphans.isEmpty())
        return;
    const RecoveryStore::Orphan orphan = orphans.first();
    const QString name = orphan.name.isEmpty() ? tr("A design") : orphan.name;
    m_messages.showChoice(
        tr("%1 has changes that were never saved, from %2.")
            .arg(name, QLocale().toString(orphan.time, QLocale::ShortFormat)),
        {{tr("Recover"), [this, orphan] { recover(orphan); }}, {tr("Throw Away"), [this, orphan] {
                                                                    m_store->discard(orphan);
                                                                    offerRecovery();
                                                                }}});
}

/// As one step. It was read by itself, or stems from before the file was read again: its parts are
/// given the identities of those that are open, so that tabs and selection stay with them.
void FileGuard::bringBack(const QString &step, RecoveryCopy kept)
{
    keepIdentities(m_document.api(), kept.api);
    if (kept.wording.inclusions) {
        const auto inclusions = std::make_shared<Inclusions>(*kept.wording.inclusions);
        inclusions->bind(kept.api);
        kept.wording.inclusions = inclusions;
    }
    m_document.editText(step, kept.api, kept.wording);
    m_document.drafts().setAll(TextDrafts::fromPlaces(kept.unfinished, m_document.index()));
}

void FileGuard::recover(const RecoveryStore::Orphan &orphan)
{
    begin(tr("Recovering %1 …").arg(orphan.name));
    m_recovering.start([orphan] {
        Recovery recovery{orphan, RecoveryStore::read(orphan), {}};
        if (!orphan.path.isEmpty())
            recovery.file = DesignDocument::readFile(orphan.path);
        return recovery;
    });
}

void FileGuard::show(const Recovery &recovery)
{
    const auto &[orphan, kept, file] = recovery;
    if (!kept.ok)
        return m_messages.showError(kept.errorString);
    // On top of what was saved, so that one undo leads there, and nothing is written over.
    const bool isOpen = !orphan.path.isEmpty() && m_document.filePath() == orphan.path &&
                        !isUnsaved() && !isOtherInFile();
    if (!isOpen && (!file || !m_document.load(orphan.path, *file)))
        m_document.reset(newDesign(kept.api.info.title));
    const FileFormat format = kept.text.startsWith('{') ? FileFormat::Json : FileFormat::Yaml;
    bringBack(
        tr("Recover what was not saved"),
        {kept.api,
         {kept.text, orphan.path.isEmpty() ? format : formatOfFile(orphan.path), kept.inclusions},
         orphan.path,
         orphan.name,
         orphan.unfinished});
    const QString error = m_store->write(copy(), m_store->ticket());
    if (error.isEmpty())
        m_store->discard(orphan);
    if (const TextDrafts::Map &drafts = m_document.drafts().all(); !drafts.isEmpty())
        Q_EMIT draftWanted(drafts.firstKey());
    const QString what = m_document.isModified() ? tr("Recovered %1: save it to keep it")
                                                 : tr("Recovered the text of %1 that was typed");
    Q_EMIT message(what.arg(m_document.displayName()));
}
