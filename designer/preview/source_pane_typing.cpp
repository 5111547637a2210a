#include "designer/looks/code_editor.h"
#include "designer/looks/glyphs.h"
#include "designer/preview/place_names.h"
#include "designer/preview/source_pane.h"
#include "designer/storage/design_folder.h"
#include "designer/text/yaml/yaml_reader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

// What the user types, and what becomes of it.

namespace Design
{

// A text is looked at when the user pauses: half a word is wrong more often than not.
static constexpr int typingMilliseconds = 150;
// What such a text says is known in a moment, even when the user goes elsewhere.
static constexpr qsizetype largestReadAtOnce = 32 * 1024; // bytes

void SourcePane::connectTyping()
{
    m_typeTimer.setSingleShot(true);
    m_typeTimer.setInterval(typingMilliseconds);
    connect(&m_typeTimer, &QTimer::timeout, this, &SourcePane::readTyped);
    connect(m_view, &CodeEditor::typed, this, &SourcePane::noteTyping);
    connect(m_view, &CodeEditor::left, this, &SourcePane::left);
    connect(m_view, &CodeEditor::focusLost, this, [this] {
        finishTyping(m_view->length() <= largestReadAtOnce &&
                     m_document.wording().text.size() <= largestReadAtOnce);
        m_document.finishMerging();
    });
    connect(m_view, &CodeEditor::historyWanted, this, [this] { finishTyping(true); });
    connect(&m_document, &DesignDocument::typingToBeFinished, this, [this] { finishTyping(true); });
    connect(&m_document, &DesignDocument::wasReset, this, [this] {
        forgetTyping();
        m_words.reset();
    });
    connect(&m_document.drafts(), &TextDrafts::changed, this, &SourcePane::takeUpDraft);
}

void SourcePane::makeMessages()
{
    m_message->setObjectName(QStringLiteral("sourceMessage"));
    m_message->setAutoRaise(true);
    m_message->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_message->hide();
    connect(m_message, &QToolButton::clicked, this, [this] {
        if (!m_view->marks().isEmpty())
            m_view->goTo(m_view->marks().first());
    });
    m_choice->setObjectName(QStringLiteral("draftChoice"));
    auto *text = new QLabel(tr("The design was changed here while this text is not finished."));
    text->setWordWrap(true);
    auto *mine = new QPushButton(tr("&Keep Mine"));
    mine->setObjectName(QStringLiteral("keepDraft"));
    mine->setToolTip(tr("Go on with this text; once it is finished, it takes the place of what the "
                        "design says"));
    auto *design = new QPushButton(tr("&Take the Design’s"));
    design->setObjectName(QStringLiteral("dropDraft"));
    design->setToolTip(tr("Show what the design says, and forget this text"));
    const int gap = fontMetrics().height() / 4;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(mine);
    buttons->addWidget(design);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(m_choice);
    layout->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(text);
    layout->addLayout(buttons);
    m_choice->hide();
    connect(mine, &QPushButton::clicked, this, [this] {
        m_typedInstead = m_shown.text.value();
        keepDraft();
        showMarks();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(design, &QPushButton::clicked, this, [this] {
        m_document.drafts().remove({m_shown.item, m_shown.format});
        m_view->setFocus(Qt::OtherFocusReason);
    });
}

bool SourcePane::isOvertaken() const
{
    return isBroken() && m_typedInstead != m_shown.text.value();
}

void SourcePane::noteTyping()
{
    if (!std::exchange(m_isTyped, true))
        m_typedInstead = m_shown.text.value();
    m_isUnread = true;
    ++m_typeCount;
    m_typeTimer.start();
}

void SourcePane::forgetTyping()
{
    m_isTyped = false;
    m_isUnread = false;
    ++m_typeCount; // what is still being read of it is not wanted
    m_typeTimer.stop();
    m_errors.clear();
    m_view->setOwnHistory(false);
}

void SourcePane::finishTyping(bool now)
{
    if (!m_isUnread)
        return;
    m_typeTimer.stop();
    if (now)
        takeTyped(read(typing()));
    else
        readTyped();
}

SourcePane::Typing SourcePane::typing() const
{
    return {m_view->utf8(),
            m_document.api(),
            m_document.wording(),
            m_document.filePath(),
            m_document.isWrittenIn(m_shown.format),
            m_shown,
            m_document.revision(),
            m_typeCount};
}

SourcePane::Typed SourcePane::read(const Typing &typing)
{
    const Rendered &shown = typing.shown;
    const ReadText read =
        shown.format == FileFormat::Json ? readJson(typing.utf8) : readYaml(typing.utf8);
    const InclusionsPointer &inclusions = typing.wording.inclusions;
    DesignFolder files(typing.path,
                       inclusions ? inclusions->files : QMap<QString, SourceFilePointer>());
    FileSource *const source = typing.path.isEmpty() ? nullptr : &files;
    Typed typed{takeText(typing.api, shown.item, read, inclusions, source),
                typing.wording,
                {},
                shown.text.typed(typing.utf8, read),
                typing.revision,
                typing.count};
    const bool isSame = typing.utf8 == shown.text.text();
    if (typed.design.ok && !isSame)
        typed.wording.inclusions = typed.design.inclusions;
    if (typed.design.ok && typing.isWritten && !isSame) {
        typed.wording =
            typedWording(typed.wording, typed.design.api, shown.item, shown.format, typing.utf8);
    }
    if (typed.wording != typing.wording)
        typed.words = readWords(typed.wording);
    return typed;
}

void SourcePane::readTyped()
{
    m_typeJob.start([typing = typing()] { return read(typing); });
}

void SourcePane::takeTyped(const Typed &typed)
{
    if (typed.count != m_typeCount)
        return; // there is something newer
    if (typed.revision != m_document.revision())
        return readTyped();
    m_isUnread = false;
    m_errors = typed.design.ok ? Diagnostics() : typed.design.diagnostics;
    if (typed.design.ok) {
        const NodeId item = m_shown.item;
        const QString name = placeName(m_document.api(), m_document.index(), item);
        const SourceText before = std::exchange(m_shown.text, typed.text);
        const ReadWordsPointer wordsBefore = m_words;
        if (typed.words)
            m_words = typed.words;
        const bool isTaken = m_document.editText(
            name.isEmpty() ? tr("Edit the document as text") : tr("Edit %1 as text").arg(name),
            typed.design.api, typed.wording, {item, QStringLiteral("text")});
        m_typedRevision = m_document.revision();
        if (!isTaken) {
            m_shown.text = before;
            m_words = wordsBefore;
            m_errors = {{Severity::Error,
                         QStringLiteral("typed-text"),
                         m_document.errorString(),
                         {},
                         {1, 1},
                         NodeId::None}};
        }
    }
    m_view->setOwnHistory(isBroken());
    keepDraft();
    showMarks();
    barSelection(false);
}

/// A text that says no design waits for its author.
void SourcePane::keepDraft()
{
    const TextDrafts::Key key{m_shown.item, m_shown.format};
    if (isBroken())
        m_document.drafts().keep(key, {m_view->utf8(), m_typedInstead});
    else
        m_document.drafts().remove(key);
}

/// Somebody else took the draft away, or brought one.
void SourcePane::takeUpDraft()
{
    const auto draft = m_document.drafts().all().value({m_shown.item, m_shown.format});
    if (draft.text.isNull() ? !isBroken() : draft.text == m_view->utf8())
        return;
    forgetTyping();
    if (draft.text.isNull())
        m_view->replaceText(m_shown.text.text());
    else
        showOther(m_shown);
    showMarks();
}

void SourcePane::setProblems(const Diagnostics &problems)
{
    m_problems = problems;
    showMarks();
}

void SourcePane::showMarks()
{
    QList<CodeMark> marks;
    for (const Diagnostic &error : std::as_const(m_errors))
        marks.append({std::max(0, error.position.line - 1), std::max(0, error.position.column - 1),
                      true, error.message});
    for (const Diagnostic &problem : isBroken() ? Diagnostics() : m_problems) {
        const LineRange line = m_shown.text.nearestLine(problem.pointer);
        if (!line.isEmpty() && problem.severity != Severity::Hint)
            marks.append({line.first, 0, problem.severity == Severity::Error, problem.message});
    }
    m_view->setMarks(marks);
    m_choice->setVisible(isOvertaken());
    m_message->setVisible(isBroken());
    if (!isBroken())
        return;
    const CodeMark &first = marks.first();
    m_message->setIcon(glyphIcon(Glyph::Error, Tone::Bad));
    m_message->setText(tr("Line %L1: %2").arg(first.line + 1).arg(first.message));
    m_message->setToolTip(tr("%1 The design stays as it was.").arg(first.message));
}

} // namespace Design
