#include "designer/preview/source_pane.h"

#include "designer/looks/code_editor.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/pointer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScopeGuard>
#include <QToolButton>
#include <QVBoxLayout>

namespace Design
{

// Edits reach the pane within 250 ms: this is the part of it that waits for more of them.
static constexpr int quietMilliseconds = 80;
// Words of this size are read in a moment, without anyone waiting for them.
static constexpr qsizetype largestReadAtOnce = 32 * 1024; // bytes

SourcePane::SourcePane(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_view(new CodeEditor(this))
    , m_message(new QToolButton(this))
    , m_choice(new QWidget(this))
    , m_job([this](const Rendered &rendered) { show(rendered); })
    , m_wordsJob([this](const ReadWordsPointer &words) {
        m_words = words;
        update();
    })
    , m_typeJob([this](const Typed &typed) { takeTyped(typed); })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_choice);
    layout->addWidget(m_message);
    makeMessages();
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

    connect(&document, &DesignDocument::wordingChanged, this, &SourcePane::scheduleUpdate);
    connectTyping();
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
    return itemAround(m_document.index(), m_selection.node()).node;
}

void SourcePane::update()
{
    if (!isVisible())
        return;
    m_isStale = false;
    const NodeId item = wantedItem();
    const FileFormat format = m_format;
    const Api &api = m_document.api();
    if (item != NodeId::None && item != api.id) {
        m_job.cancel();
        return updateItem(item);
    }
    // All of it is written for these two.
    Wording wording = m_document.wording();
    if (!m_document.isWrittenIn(format))
        wording.text.clear();
    m_job.start([api, item, format, revision = m_document.revision(), wording] {
        const SourceText text = item == NodeId::None ? SourceText::ofDocument(api, format, wording)
                                                     : headInWords(api, format, wording);
        return Rendered{text, item, format, revision};
    });
}

void SourcePane::updateItem(NodeId item)
{
    const Api &api = m_document.api();
    const Wording &wording = m_document.wording();
    const quint64 revision = m_document.revision();
    const SourceText plain = SourceText::ofPart(itemDocument(api, item, wording.inclusions),
                                                m_document.index().pointer(item), m_format);
    if (!m_document.isWrittenIn(m_format) || !wording.isKept() || wording.format != m_format)
        return show({plain, item, m_format, revision});
    if (!m_words || m_words->wording != wording) {
        if (wording.text.size() > largestReadAtOnce)
            return m_wordsJob.start([wording] { return readWords(wording); });
        m_words = readWords(wording);
    }
    std::optional<SourceText> text = itemInWords(plain, *m_words, api, item);
    if (!text && m_words->revision != revision) { // new, or called something else there
        if (wording.text.size() > largestReadAtOnce)
            return m_wordsJob.start(
                [wording, api, revision] { return readWords(wording, api, revision); });
        m_words = readWords(wording, api, revision);
        text = itemInWords(plain, *m_words, api, item);
    }
    show({text.value_or(plain), item, m_format, revision});
}

void SourcePane::show(const Rendered &rendered)
{
    const bool isOther = rendered.item != m_shown.item || rendered.format != m_shown.format;
    m_view->setReadOnly(false);
    const auto protect =
        qScopeGuard([this] { m_view->setReadOnly(!m_document.fileOf(m_shown.item).isEmpty()); });
    if (isOther) {
        finishTyping(true);
        if (rendered.revision != m_document.revision())
            return; // an update is on its way
        showOther(rendered);
    } else if (m_isUnread || (m_isTyped && rendered.revision != m_document.revision())) {
        return; // what was typed since is not in it
    } else if (isBroken()) {
        m_shown = rendered; // and the draft stays
    } else if (m_isTyped && (rendered.revision == m_typedRevision ||
                             (!m_document.isWrittenIn(m_format) &&
                              rendered.text.value() == m_shown.text.value()))) {
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
    forgetTyping();
    m_shown = rendered;
    m_view->setLanguage(rendered.format == FileFormat::Json ? CodeLanguage::Json
                                                            : CodeLanguage::Yaml);
    const TextDrafts::Map &drafts = m_document.drafts().all();
    const auto draft = drafts.find({rendered.item, rendered.format});
    const bool isDraft = draft != drafts.end();
    m_view->startText(isDraft ? draft->text : rendered.text.text());
    if (!isDraft)
        return;
    m_typedInstead = draft->instead;
    m_isTyped = true;
    noteTyping();
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
    putCursor(std::max(0, selectedLines().first));
}

void SourcePane::goToLine(int line)
{
    // The empty one behind the last line says nothing of its own.
    const int last = m_view->lines() - (m_view->text().endsWith(u'\n') ? 2 : 1);
    const int wanted = std::clamp(line, 0, std::max(0, last));
    putCursor(wanted);
    openLine(wanted, false);
}

void SourcePane::putCursor(int line)
{
    m_view->setFocus(Qt::ShortcutFocusReason);
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
