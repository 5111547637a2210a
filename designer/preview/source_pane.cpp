#include "designer/preview/source_pane.h"

#include "designer/looks/code_editor.h"
#include "designer/looks/glyphs.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/preview/place_names.h"
#include "designer/text/pointer.h"
#include "designer/text/yaml_reader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>
#include <QVBoxLayout>

namespace Design
{

// Edits reach the pane within 250 ms: this is the part of it that waits for more of them.
static constexpr int quietMilliseconds = 80;
// A text is looked at when the user pauses: half a word is wrong more often than not.
static constexpr int typingMilliseconds = 150;

SourcePane::SourcePane(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_view(new CodeEditor(this))
    , m_message(new QToolButton(this))
    , m_job([this](const Rendered &rendered) { show(rendered); })
    , m_typeJob([this](const Typed &typed) { takeTyped(typed); })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_message);
    m_message->setObjectName(QStringLiteral("sourceMessage"));
    m_message->setAutoRaise(true);
    m_message->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_message->hide();
    connect(m_message, &QToolButton::clicked, this, [this] {
        if (!m_view->marks().isEmpty())
            m_view->goTo(m_view->marks().first());
    });
    m_view->setObjectName(QStringLiteral("openApiSource"));
    m_view->setAccessibleName(tr("OpenAPI source"));
    m_view->setAccessibleDescription(tr(
        "The design as an OpenAPI document, which can be edited here. F12 opens what the current "
        "line says, Esc leaves the text."));
    m_view->setLanguage(CodeLanguage::Yaml);
    m_view->showMargins(true, true);
    setFocusProxy(m_view);

    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(quietMilliseconds);
    connect(&m_updateTimer, &QTimer::timeout, this, &SourcePane::update);
    connect(&document, &DesignDocument::changed, this, &SourcePane::scheduleUpdate);
    connect(&document, &DesignDocument::wasReset, this, &SourcePane::scheduleUpdate);
    connect(&selection, &Selection::changed, this, &SourcePane::followSelection);
    connect(m_view, &CodeEditor::lineClicked, this, &SourcePane::openLine);

    m_typeTimer.setSingleShot(true);
    m_typeTimer.setInterval(typingMilliseconds);
    connect(&m_typeTimer, &QTimer::timeout, this, &SourcePane::readTyped);
    connect(m_view, &CodeEditor::typed, this, &SourcePane::noteTyping);
    connect(m_view, &CodeEditor::left, this, &SourcePane::left);
    connect(m_view, &CodeEditor::focusLost, this, [this] {
        finishTyping();
        m_document.finishMerging();
    });
    connect(&document, &DesignDocument::wasReset, this, [this] { m_drafts.clear(); });
}

void SourcePane::setFormat(FileFormat format)
{
    if (format == m_format)
        return;
    m_format = format;
    m_isStale = true;
    update();
}

void SourcePane::setScope(PreviewScope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_isStale = true;
    update();
}

void SourcePane::copyText() const
{
    QGuiApplication::clipboard()->setText(shownText());
}

QString SourcePane::shownText() const
{
    return QString::fromUtf8(m_view->utf8());
}

void SourcePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        update();
}

void SourcePane::scheduleUpdate()
{
    m_isStale = true;
    // Not restarted by the next edit: steady typing must not keep the pane from following.
    if (isVisible() && !m_updateTimer.isActive())
        m_updateTimer.start();
}

NodeId SourcePane::wantedItem() const
{
    if (m_scope == PreviewScope::Document)
        return NodeId::None;
    const NodeId item = itemAround(m_document.index(), m_selection.node()).node;
    return item == m_document.api().id ? NodeId::None : item; // the design itself is all of it
}

void SourcePane::update()
{
    if (!isVisible())
        return;
    m_isStale = false;
    const NodeId item = wantedItem();
    const FileFormat format = m_format;
    if (item != NodeId::None) {
        m_job.cancel();
        const SourceText text = SourceText::ofPart(writeNode(m_document.api(), item),
                                                   m_document.index().pointer(item), format);
        return show({text, item, format, m_document.revision()});
    }
    // What will be saved, where the file is of this format.
    const QString path = m_document.filePath();
    const QByteArray file =
        !path.isEmpty() && formatOfFile(path) == format ? m_document.fileText() : QByteArray();
    m_job.start([api = m_document.api(), format, file, revision = m_document.revision()] {
        return Rendered{SourceText::ofDocument(api, format, file), NodeId::None, format, revision};
    });
}

void SourcePane::show(const Rendered &rendered)
{
    const bool isOther = rendered.item != m_shown.item || rendered.format != m_shown.format;
    if (m_isTyped && !isOther && rendered.revision != m_document.revision())
        return; // what was typed since is not in it
    if (isOther) {
        showOther(rendered);
    } else if (m_isTyped && rendered.text.value() == m_shown.text.value()) {
        // The design says what the user has typed: the user's words for it stay.
    } else {
        forgetTyping();
        m_shown = rendered;
        m_view->replaceText(rendered.text.text());
    }
    showMarks();
    barSelection(isOther);
    Q_EMIT textChanged();
}

void SourcePane::showOther(const Rendered &rendered)
{
    if (isBroken())
        m_drafts.insert(m_shown.item, {m_view->utf8(), m_shown.format, m_shown.text.value()});
    forgetTyping();
    m_shown = rendered;
    m_view->setLanguage(rendered.format == FileFormat::Json ? CodeLanguage::Json
                                                            : CodeLanguage::Yaml);
    const Draft draft = m_drafts.take(rendered.item);
    const bool isDraft = !draft.text.isNull() && draft.format == rendered.format &&
                         draft.instead == rendered.text.value();
    m_view->startText(isDraft ? draft.text : rendered.text.text());
    if (isDraft)
        noteTyping();
}

void SourcePane::noteTyping()
{
    m_isTyped = true;
    ++m_typeCount;
    m_typeTimer.start();
}

void SourcePane::forgetTyping()
{
    m_isTyped = false;
    ++m_typeCount; // what is still being read of it is not wanted
    m_typeTimer.stop();
    m_errors.clear();
    m_view->setOwnHistory(false);
}

void SourcePane::finishTyping()
{
    if (!m_typeTimer.isActive())
        return;
    m_typeTimer.stop();
    readTyped();
}

void SourcePane::readTyped()
{
    m_typeJob.start([api = m_document.api(), shown = m_shown, utf8 = m_view->utf8(),
                     revision = m_document.revision(), count = m_typeCount] {
        const ReadText read = shown.format == FileFormat::Json ? readJson(utf8) : readYaml(utf8);
        return Typed{takeText(api, shown.item, read), shown.text.typed(utf8, read), revision,
                     count};
    });
}

void SourcePane::takeTyped(const Typed &typed)
{
    if (typed.count != m_typeCount)
        return; // there is something newer
    if (typed.revision != m_document.revision())
        return readTyped();
    m_errors = typed.design.ok ? Diagnostics() : typed.design.diagnostics;
    m_view->setOwnHistory(isBroken());
    if (typed.design.ok) {
        m_shown.text = typed.text;
        const NodeId item = m_shown.item;
        const QString name = placeName(m_document.api(), m_document.index(), item);
        m_document.edit(
            name.isEmpty() ? tr("Edit the document as text") : tr("Edit %1 as text").arg(name),
            [&typed](Api &api) { api = typed.design.api; }, {item, QStringLiteral("text")});
    }
    showMarks();
    barSelection(false);
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
    m_message->setVisible(isBroken());
    if (!isBroken())
        return;
    const CodeMark &first = marks.first();
    m_message->setIcon(glyphIcon(Glyph::Error, Tone::Bad));
    m_message->setText(tr("Line %L1: %2").arg(first.line + 1).arg(first.message));
    m_message->setToolTip(tr("%1 The design stays as it was.").arg(first.message));
}

void SourcePane::followSelection()
{
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    if (m_isStale || wantedItem() != m_shown.item)
        update();
    else
        barSelection(true);
}

LineRange SourcePane::selectedLines() const
{
    if (!m_selection.item().isNone())
        return m_shown.text.linesOf(m_selection.item().pointer());
    const NodeIndex &index = m_document.index();
    const NodeId node = m_selection.node();
    if (node == NodeId::None || !index.contains(node))
        return {};
    const QString pointer = index.pointer(node);
    if (m_selection.keyword() != Keyword::Unknown) {
        const LineRange lines =
            m_shown.text.linesOf(childPointer(pointer, keywordName(m_selection.keyword())));
        if (!lines.isEmpty())
            return lines;
    }
    return m_shown.text.linesOf(pointer);
}

void SourcePane::barSelection(bool andReveal)
{
    LineRange lines = selectedLines();
    // What is shown whole needs no bar beside all of its lines.
    const NodeId whole = m_shown.item == NodeId::None ? m_document.api().id : m_shown.item;
    if (m_selection.node() == whole && m_selection.keyword() == Keyword::Unknown &&
        m_selection.item().isNone())
        lines = {};
    m_view->barLines(lines.first, lines.last);
    if (andReveal && !lines.isEmpty())
        m_view->revealLines(lines.first, lines.last);
}

void SourcePane::editSelection()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    const int line = std::max(0, selectedLines().first);
    m_view->setCursorPosition(line, m_view->indentation(line));
    m_view->ensureLineVisible(line);
}

void SourcePane::openLine(int line, bool open)
{
    const QString pointer = m_shown.text.pointerAtLine(line);
    const NodeIndex &index = m_document.index();
    const NodeId node = index.nodeAt(pointer);
    if (node == NodeId::None)
        return;
    // The line of a keyword is about that constraint of the schema.
    Keyword keyword = Keyword::Unknown;
    const QString rest = pointer.sliced(std::min(index.pointer(node).size(), pointer.size()));
    const QStringList tokens = pointerTokens(rest);
    if (index.kind(node) == NodeKind::Schema && !tokens.isEmpty())
        keyword = keywordFromName(tokens.first());
    if (open)
        m_selection.open(node, keyword);
    else
        m_selection.select(node, keyword);
}

} // namespace Design
