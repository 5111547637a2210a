#include "designer/document/design_document.h"

#include "designer/document/edit_step.h"

#include <QFileInfo>
#include <QThreadPool>

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

void DesignDocument::edit(const QString &text, const Edit &change, const MergeKey &key,
                          NodeId place)
{
    Api after = m_api;
    change(after);
    if (after == m_api)
        return;
    m_undoStack.push(new EditStep(*this, text, m_api, after, key, m_mergeGroup, place));
}

void DesignDocument::finishMerging()
{
    ++m_mergeGroup;
}

void DesignDocument::setApi(const Api &api)
{
    const ChangeSet changes = diff(m_api, api);
    const quint32 lastId = m_api.lastId;
    const BehaviourChange around = compareBehaviour(m_api.menura, api.menura);
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

void DesignDocument::start(const Api &api, const QString &path, const Diagnostics &diagnostics,
                           const std::optional<NodeIndex> &index)
{
    m_undoStack.clear();
    // To take a large design apart takes long as well: nobody has to wait for that.
    constexpr quint32 large = 20000;
    if (m_api.lastId > large) {
        QThreadPool::globalInstance()->start(
            [old = std::make_shared<Api>(std::exchange(m_api, Api())), index = m_index] {});
    }
    m_api = api;
    ++m_revision;
    m_index = index;
    m_loadDiagnostics = diagnostics;
    m_errorString.clear();
    m_filePath = path;
    m_hasBackup = false;
    Q_EMIT wasReset();
    Q_EMIT filePathChanged(path);
    Q_EMIT modifiedChanged(false);
}

void DesignDocument::reset(const Api &api)
{
    m_fileText.clear();
    start(api, {}, {});
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
    m_fileText = file.opened.isConverted ? QByteArray() : file.opened.text;
    start(file.opened.api, file.opened.isConverted ? QString() : path, file.opened.diagnostics,
          file.index);
    return true;
}

bool DesignDocument::save()
{
    return saveAs(m_filePath);
}

bool DesignDocument::saveAs(const QString &path)
{
    finishMerging();
    const FileFormat format = formatOfFile(path);
    const bool isSameFormat = path == m_filePath || format == formatOfFile(m_filePath);
    const QByteArray text = designText(m_api, format, isSameFormat ? m_fileText : QByteArray());
    if (path != m_filePath || !std::exchange(m_hasBackup, true))
        keepBackup(path);
    m_errorString = saveText(text, path);
    if (!m_errorString.isEmpty())
        return false;
    m_fileText = text;
    m_undoStack.setClean();
    if (path != m_filePath) {
        m_filePath = path;
        Q_EMIT filePathChanged(path);
    }
    return true;
}

QString DesignDocument::displayName() const
{
    if (!m_filePath.isEmpty())
        return QFileInfo(m_filePath).fileName();
    return m_api.info.title.isEmpty() ? tr("Untitled") : m_api.info.title;
}

} // namespace Design
