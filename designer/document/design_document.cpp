#include "designer/document/design_document.h"

#include "designer/document/background.h"
#include "designer/document/edit_step.h"

#include <QDir>
#include <QFileInfo>

namespace Design
{

DesignDocument::DesignDocument(QObject *parent)
    : QObject(parent)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this,
            [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
}

DesignDocument::~DesignDocument()
{
    m_undoStack.disconnect(this);
}

const NodeIndex &DesignDocument::index() const
{
    if (!m_index)
        m_index.emplace(m_api);
    return *m_index;
}

QString DesignDocument::fileOf(NodeId node) const
{
    return m_wording.inclusions ? m_wording.inclusions->fileOf(index(), node) : QString();
}

QString DesignDocument::pathOf(const QString &file) const
{
    return m_wording.inclusions ? QDir(m_wording.inclusions->folder).filePath(file) : QString();
}

bool DesignDocument::isRefused(const Api &after, const Wording &wording)
{
    // Words that were put together anew have everything from the files as they are.
    if (!m_wording.inclusions || wording.inclusions != m_wording.inclusions)
        return false;
    const RefusedChange refusal = refusedChange(*m_wording.inclusions, m_api, after);
    if (refusal.reason.isEmpty())
        return false;
    m_errorString = refusal.reason;
    Q_EMIT refused(refusal.reason, refusal.file);
    // Whoever has shown it already shows again what is so.
    ChangeSet back;
    back.changed = diff(after, m_api).changed;
    Q_EMIT changed(back);
    return true;
}

void DesignDocument::edit(const QString &text, const Edit &change, const MergeKey &key,
                          NodeId place)
{
    Api after = m_api;
    change(after);
    if (after == m_api || isRefused(after, m_wording))
        return;
    m_undoStack.push(new EditStep(*this, text, {m_api, m_wording}, {after, m_wording}, key,
                                  m_mergeGroup, place));
}

bool DesignDocument::editText(const QString &text, const Api &api, const Wording &wording,
                              const MergeKey &key)
{
    if (api == m_api && wording == m_wording)
        return true;
    if (isRefused(api, wording))
        return false;
    m_undoStack.push(new EditStep(*this, text, {m_api, m_wording}, {api, wording}, key,
                                  m_mergeGroup, NodeId::None));
    return true;
}

bool DesignDocument::isWrittenIn(FileFormat format) const
{
    if (!m_filePath.isEmpty())
        return formatOfFile(m_filePath) == format;
    // Comments, which only YAML has, are worth more than the white space of JSON.
    return m_wording.text.isEmpty() || m_wording.format == format || format == FileFormat::Yaml;
}

void DesignDocument::finishMerging()
{
    ++m_mergeGroup;
}

void DesignDocument::setState(const Api &api, const Wording &wording)
{
    // First, so that whoever is told of the new value finds its words.
    const bool isOtherWording = wording != m_wording;
    m_wording = wording;
    if (isOtherWording)
        ++m_revision;
    setApi(api);
    if (isOtherWording)
        Q_EMIT wordingChanged();
}

void DesignDocument::setApi(const Api &api)
{
    const ChangeSet changes = diff(m_api, api);
    const quint32 lastId = m_api.lastId;
    const BehaviourChange around = compareBehaviour(m_api, api);
    m_api = api;
    // Ids are never used twice, not even after an undo, so that nothing points at a stranger.
    m_api.lastId = std::max<quint32>(m_api.lastId, lastId);
    if (changes.isEmpty())
        return;
    ++m_revision;
    if (m_index)
        m_index->update(m_api, changes);
    if (!around.renamed.isNone())
        Q_EMIT itemRenamed(around.renamed, around.newName);
    Q_EMIT changed(changes);
}

void DesignDocument::start(const Api &api, const Wording &wording, const QString &path,
                           const Diagnostics &diagnostics, const std::optional<NodeIndex> &index)
{
    m_undoStack.clear();
    m_drafts.setAll({});
    // To take a large design apart takes long as well: nobody has to wait for that.
    constexpr quint32 large = 20000;
    if (m_api.lastId > large) {
        Background::start(
            [old = std::make_shared<Api>(std::exchange(m_api, Api())), index = m_index] {});
    }
    m_api = api;
    m_wording = wording;
    m_stepWording = wording;
    ++m_revision;
    m_index = index;
    m_loadDiagnostics = diagnostics;
    m_errorString.clear();
    m_filePath = path;
    m_hasBackup = false;
    ++m_generation;
    Q_EMIT wasReset();
    Q_EMIT filePathChanged(path);
    Q_EMIT modifiedChanged(false);
}

void DesignDocument::reset(const Api &api, const Wording &wording)
{
    m_fileText.clear();
    start(api, wording, {}, {});
}

bool DesignDocument::load(const QString &path)
{
    return load(path, readFile(path));
}

DesignDocument::ReadFile DesignDocument::readFile(const QString &path)
{
    ReadFile file;
    file.opened = openDesign(path);
    if (file.opened.ok)
        file.index = NodeIndex(file.opened.api);
    return file;
}

bool DesignDocument::load(const QString &path, const ReadFile &file)
{
    if (!file.opened.ok) {
        m_errorString = file.opened.errorString;
        return false;
    }
    const OpenedDesign &opened = file.opened;
    m_fileText = opened.isConverted ? QByteArray() : opened.text;
    start(opened.api,
          {m_fileText, formatOfFile(path), opened.isConverted ? nullptr : opened.inclusions},
          opened.isConverted ? QString() : path, opened.diagnostics, file.index);
    return true;
}

bool DesignDocument::save()
{
    return saveAs(m_filePath);
}

bool DesignDocument::saveAs(const QString &path)
{
    const Saving saving = startSaving(path);
    return finishSaving(saving, write(saving));
}

bool DesignDocument::Saving::isSmall() const
{
    constexpr qsizetype mostBytes = 256 * 1024;
    constexpr quint32 mostNodes = 10'000;
    return before.text.size() <= mostBytes && api.lastId <= mostNodes;
}

DesignDocument::Saving DesignDocument::startSaving(const QString &path)
{
    finishTyping();
    finishMerging();
    ++m_savings;
    return {m_api,
            path,
            formatOfFile(path),
            wordingFor(path),
            m_wording,
            path != m_filePath || !m_hasBackup,
            m_revision,
            m_generation};
}

DesignDocument::Saved DesignDocument::write(const Saving &saving,
                                            const std::function<bool()> &mayWrite)
{
    Saved saved;
    saved.text = designText(saving.api, saving.format, saving.wording);
    saved.isGivenUp = mayWrite && !mayWrite();
    if (saved.isGivenUp)
        return saved;
    if (saving.keepsBackup)
        keepBackup(saving.path);
    saved.errorString = saveText(saved.text, saving.path);
    return saved;
}

bool DesignDocument::finishSaving(const Saving &saving, const Saved &saved)
{
    --m_savings;
    m_errorString = saved.errorString;
    if (saved.isGivenUp || !m_errorString.isEmpty())
        return false;
    if (saving.generation != m_generation)
        return true; // another design is open by now
    m_hasBackup = true;
    m_fileText = saved.text;
    // What the next edits are written into. Undo has the words of its time.
    const bool isOneFileNow = m_wording.inclusions && !saving.wording.inclusions;
    if (m_wording == saving.before)
        m_wording = {saved.text, saving.format, saving.wording.inclusions};
    if (m_revision == saving.revision)
        m_undoStack.setClean();
    else
        m_undoStack.resetClean(); // no step of it is what the file says
    if (saving.path != m_filePath) {
        m_filePath = saving.path;
        Q_EMIT filePathChanged(saving.path);
    }
    if (isOneFileNow)
        Q_EMIT wordingChanged();
    Q_EMIT this->saved();
    return true;
}

Wording DesignDocument::wordingFor(const QString &path) const
{
    Wording wording = m_wording;
    if (wording.inclusions &&
        wording.inclusions->folder != QFileInfo(path).absoluteDir().canonicalPath())
        wording.inclusions.reset();
    return wording;
}

QString DesignDocument::displayName() const
{
    if (!m_filePath.isEmpty())
        return QFileInfo(m_filePath).fileName();
    return m_api.info.title.isEmpty() ? tr("Untitled") : m_api.info.title;
}

} // namespace Design
