#pragma once

#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/document/selection.h"
#include "designer/openapi/typed_text.h"
#include "designer/preview/item_words.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace Design
{

class CodeEditor;
struct CodeMark;

/// How much a preview shows: the selected route or model, or everything.
enum class PreviewScope { Item, Document };

/// The OpenAPI text of the design as it stands, a moment after each edit, and a moment after each
/// change of the text the design as the text says it, in the words that were typed. A text that
/// says no design is left alone, with a mark where it is wrong, and so is the design: it is a draft
/// until it says one, or until the user takes what the design says instead. The lines of the
/// selected place are barred; a click on a line selects what it says, Ctrl+click or F12 opens it.
class SourcePane : public QWidget
{
    Q_OBJECT

public:
    SourcePane(DesignDocument &document, Selection &selection, QWidget *parent = nullptr);

    FileFormat format() const { return m_format; }
    void setFormat(FileFormat format);
    PreviewScope scope() const { return m_scope; }
    void setScope(PreviewScope scope);
    void copyText() const;
    QString shownText() const;
    CodeEditor *view() const { return m_view; }

    /// What is wrong with the design is marked in its text.
    void setProblems(const Diagnostics &problems);
    /// Whether what was typed says no design.
    bool isBroken() const { return !m_errors.isEmpty(); }
    /// Whether the design says something else by now than when the broken text was typed.
    bool isOvertaken() const;
    /// Puts the cursor at what is selected.
    void editSelection();
    /// Puts the cursor into this line (from 0) and selects what it says.
    void goToLine(int line);

Q_SIGNALS:
    void textChanged();
    void left(); ///< Esc

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Rendered {
        SourceText text;
        NodeId item = NodeId::None;
        FileFormat format = FileFormat::Yaml;
        quint64 revision = 0;
    };

    /// A text that was typed, and what it was typed for.
    struct Typing {
        QByteArray utf8;
        Api api;
        Wording wording;
        QString path;           ///< of the design
        bool isWritten = false; ///< its words are those of the design
        Rendered shown;
        quint64 revision = 0;
        int count = 0;
    };
    /// What it means.
    struct Typed {
        TypedText design;
        Wording wording;
        ReadWordsPointer words; ///< the same read, where they are new
        SourceText text;
        quint64 revision = 0;
        int count = 0;
    };

    void scheduleUpdate();
    void update();
    void updateItem(NodeId item);
    void show(const Rendered &rendered);
    void showOther(const Rendered &rendered);
    void followSelection();
    LineRange selectedLines() const;
    void barSelection(bool andReveal);
    void openLine(int line, bool open);
    void putCursor(int line);
    NodeId wantedItem() const; ///< None: the whole document

    void makeMessages();
    void connectTyping();
    void noteTyping();
    void finishTyping(bool now);
    Typing typing() const;
    static Typed read(const Typing &typing);
    void readTyped();
    void takeTyped(const Typed &typed);
    void forgetTyping();
    void keepDraft();
    void takeUpDraft();
    void showMarks();

    DesignDocument &m_document;
    Selection &m_selection;
    CodeEditor *m_view;
    QToolButton *m_message; ///< the first error of a broken text
    QWidget *m_choice;      ///< what to do where the design was changed beside a broken text
    QTimer m_updateTimer;
    LatestJob<Rendered> m_job;
    LatestJob<ReadWordsPointer> m_wordsJob;
    ReadWordsPointer m_words;
    Rendered m_shown; ///< of a typed text the last that was good
    FileFormat m_format = FileFormat::Yaml;
    PreviewScope m_scope = PreviewScope::Item;
    bool m_isStale = true;

    QTimer m_typeTimer;
    LatestJob<Typed> m_typeJob;
    int m_typeCount = 0;         ///< of changes by the user
    bool m_isTyped = false;      ///< the view has what the user typed
    bool m_isUnread = false;     ///< it is not known yet what that says
    quint64 m_typedRevision = 0; ///< of the design that came from what was typed
    Json m_typedInstead;         ///< what the design said when it was typed
    Diagnostics m_errors;        ///< why a typed text is not the design
    Diagnostics m_problems;
};

} // namespace Design
