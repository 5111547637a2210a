#pragma once

#include "designer/document/design_document.h"
#include "designer/document/latest_job.h"
#include "designer/document/selection.h"
#include "designer/openapi/typed_text.h"
#include "designer/preview/source_text.h"

#include <QHash>
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
/// change of the text the design as the text says it. A text that says no design is left alone,
/// with a mark where it is wrong, and so is the design. The lines of the selected place are barred;
/// a click on a line selects what it says, Ctrl+click or F12 opens it.
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
    /// What is being typed becomes part of the design now rather than in a moment.
    void finishTyping();
    /// Puts the cursor at what is selected.
    void editSelection();

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

    /// What a typed text means, for the design and the text that it was typed for.
    struct Typed {
        TypedText design;
        SourceText text;
        quint64 revision = 0;
        int count = 0;
    };
    /// A text that says no design, kept while its item is out of sight.
    struct Draft {
        QByteArray text;
        FileFormat format = FileFormat::Yaml;
        Json instead; ///< what the design said there
    };

    void scheduleUpdate();
    void update();
    void show(const Rendered &rendered);
    void showOther(const Rendered &rendered);
    void followSelection();
    LineRange selectedLines() const;
    void barSelection(bool andReveal);
    void openLine(int line, bool open);
    NodeId wantedItem() const; ///< None: the whole document

    void noteTyping();
    void readTyped();
    void takeTyped(const Typed &typed);
    void forgetTyping();
    void showMarks();

    DesignDocument &m_document;
    Selection &m_selection;
    CodeEditor *m_view;
    QToolButton *m_message; ///< the first error of a broken text
    QTimer m_updateTimer;
    LatestJob<Rendered> m_job;
    Rendered m_shown; ///< of a typed text the last that was good
    FileFormat m_format = FileFormat::Yaml;
    PreviewScope m_scope = PreviewScope::Item;
    bool m_isStale = true;

    QTimer m_typeTimer;
    LatestJob<Typed> m_typeJob;
    int m_typeCount = 0;    ///< of changes by the user
    bool m_isTyped = false; ///< the view has what the user typed
    Diagnostics m_errors;   ///< why a typed text is not the design
    Diagnostics m_problems;
    QHash<NodeId, Draft> m_drafts;
};

} // namespace Design
