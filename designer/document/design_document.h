#pragma once

#include "designer/document/behaviour_item.h"
#include "designer/document/text_drafts.h"
#include "designer/model/api.h"
#include "designer/model/change_set.h"
#include "designer/model/locate.h"
#include "designer/storage/design_file.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace Design
{

/// Edits with the same key that follow one another within a second become one undo step.
struct MergeKey {
    NodeId node = NodeId::None;
    QString field;

    bool isNull() const { return node == NodeId::None && field.isEmpty(); }
    bool operator==(const MergeKey &) const = default;
};

/// The open design: its current value, the words it is written in, the history of both, and its
/// file.
/// Views read api() and listen to changed(); whatever changes the design goes through edit().
class DesignDocument : public QObject
{
    Q_OBJECT

public:
    using Edit = std::function<void(Api &)>;

    explicit DesignDocument(QObject *parent = nullptr);
    ~DesignDocument() override;

    const Api &api() const { return m_api; }
    /// Grows with every change of the value or of its words.
    quint64 revision() const { return m_revision; }
    /// What the next save writes the design into: the text of the file, or what was typed since.
    const Wording &wording() const { return m_wording; }
    /// Whether words of that format are what will be saved.
    bool isWrittenIn(FileFormat format) const;
    const NodeIndex &index() const; ///< of the current value; built when first asked for, then kept
    /// The node of the current value with this identity; null when there is none of this type.
    template<class Node>
    const Node *find(NodeId id) const
    {
        return findNode<Node>(m_api, index(), id);
    }

    /// The file that the node stands in, relative to the folder of the design: it is shown here and
    /// changed there. Empty: the design's own.
    QString fileOf(NodeId node) const;
    /// The path of that file.
    QString pathOf(const QString &file) const;

    /// Applies change to a copy and makes it the current value as one undoable step called text
    /// ("Rename Item"). A change that changes nothing leaves no step. place is what undo and redo
    /// reveal; without it that is the first node that differs. What stands in another file is not
    /// changed: refused() says so.
    void edit(const QString &text, const Edit &change, const MergeKey &key = {},
              NodeId place = NodeId::None);
    /// The same for a design that was written by hand: its words are part of the step, and words
    /// that say what was said before are a step too.
    /// False, with errorString(), where the change is refused.
    bool editText(const QString &text, const Api &api, const Wording &wording,
                  const MergeKey &key = {});
    /// The next edit starts a step of its own (an editor lost the focus).
    void finishMerging();
    QUndoStack *undoStack() { return &m_undoStack; }

    /// A file that was read, with what takes a moment to work out of it; may be made in any thread.
    struct ReadFile {
        OpenedDesign opened;
        NodeIndex index;
    };
    static ReadFile readFile(const QString &path);

    /// A new design without a file. The history is cleared.
    void reset(const Api &api, const Wording &wording = {});
    /// Opens a file; false leaves everything as it was and errorString() says why. What had to be
    /// converted (Swagger 2.0) has no file yet, so that saving cannot replace it.
    bool load(const QString &path);
    bool load(const QString &path, const ReadFile &file); ///< the same with what readFile() gave
    /// An edit changes its own lines of the file: comments, order and style of all others stay. The
    /// first time after a design was loaded, the file as it was stays beside it; see keepBackup().
    bool save();
    /// In another folder, what stands in other files is saved with it, in one file.
    bool saveAs(const QString &path);
    /// A design on its way into a file. Saving in three steps, of which the long one may be made in
    /// any thread: the design is taken as it is, written, and known to be in the file.
    struct Saving {
        Api api;
        QString path;
        FileFormat format = FileFormat::Yaml;
        Wording wording; ///< to write in
        Wording before;  ///< of the document
        bool keepsBackup = false;
        quint64 revision = 0;
        int generation = 0;

        bool isSmall() const; ///< written in a moment
    };
    struct Saved {
        QByteArray text;
        bool isGivenUp = false;
        QString errorString = {};
    };
    Saving startSaving(const QString &path);
    /// Asks mayWrite, once the text is there, and touches no file where that says no.
    static Saved write(const Saving &saving, const std::function<bool()> &mayWrite = {});
    /// Has to follow each start. False where nothing was written; errorString() says why. What has
    /// changed since the start is not saved.
    bool finishSaving(const Saving &saving, const Saved &saved);
    bool isSaving() const { return m_savings > 0; }
    QString errorString() const { return m_errorString; }
    QString filePath() const { return m_filePath; } ///< empty for a design without a file
    /// What the file says as far as is known here: as it was loaded or saved last.
    QByteArray fileText() const { return m_fileText; }
    QString displayName() const;
    bool isModified() const { return !m_undoStack.isClean(); }
    void forgetSaving() { m_undoStack.resetClean(); } ///< what was saved is there no longer
    TextDrafts &drafts() { return m_drafts; }
    /// What is being typed somewhere becomes part of the design before this returns.
    void finishTyping() { Q_EMIT typingToBeFinished(); }
    const Diagnostics &loadDiagnostics() const { return m_loadDiagnostics; }

Q_SIGNALS:
    void changed(const Design::ChangeSet &changes);
    void wordingChanged(); ///< other words for the design; it may have changed() before as well
    void typingToBeFinished();
    /// A change was not made; file: where it could be, empty where there is no such place.
    void refused(const QString &reason, const QString &file);
    /// Something that has a name and no node is called so from now on; comes before changed().
    void itemRenamed(const Design::BehaviourItem &item, const QString &name);
    void saved();    ///< what the file says is known
    void wasReset(); ///< another design altogether: reset() or load(); views start over
    void revealRequested(Design::NodeId node); ///< undo and redo show what they changed
    void itemRevealRequested(const Design::BehaviourItem &item);
    /// After one of these two, where one member is all that differs: of the route, or of the
    /// document (None); path: in what is written of it, from the outside in.
    void memberRevealRequested(Design::NodeId route, const QStringList &path);
    void mapRevealRequested(); ///< the same where only places on the map differ
    void modifiedChanged(bool modified);
    void filePathChanged(const QString &path);

private:
    friend class EditStep;
    bool isRefused(const Api &after, const Wording &wording);
    /// The words without references to files where the path is elsewhere.
    Wording wordingFor(const QString &path) const;
    void setState(const Api &api, const Wording &wording);
    void setApi(const Api &api);
    void start(const Api &api, const Wording &wording, const QString &path,
               const Diagnostics &diagnostics,
               const std::optional<NodeIndex> &index = std::nullopt);

    Api m_api;
    Wording m_wording;
    Wording m_stepWording; ///< as the last undo step left it: what these are changes of
    quint64 m_revision = 0;
    mutable std::optional<NodeIndex> m_index;
    QUndoStack m_undoStack;
    QString m_filePath;
    QByteArray m_fileText;
    int m_generation = 0; ///< counts the designs that were here
    int m_savings = 0;
    bool m_hasBackup = false; ///< of the file as it was when it was loaded
    QString m_errorString;
    Diagnostics m_loadDiagnostics;
    int m_mergeGroup = 0;
    TextDrafts m_drafts;
};

} // namespace Design
