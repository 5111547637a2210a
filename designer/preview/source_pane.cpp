#include "designer/preview/source_pane.h"

#include "designer/looks/code_view.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/pointer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace Design
{

// Edits reach the pane within 250 ms: this is the part of it that waits for more of them.
static constexpr int quietMilliseconds = 80;

SourcePane::SourcePane(const DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_view(new CodeView(this))
    , m_job([this](const Rendered &rendered) { show(rendered); })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    m_view->setObjectName(QStringLiteral("openApiSource"));
    m_view->setAccessibleName(tr("OpenAPI source"));
    m_view->setAccessibleDescription(
        tr("The design as an OpenAPI document. Enter opens what the current line says."));
    m_view->setLanguage(CodeLanguage::Yaml);
    m_view->showMargins(true, true);
    setFocusProxy(m_view);

    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(quietMilliseconds);
    connect(&m_updateTimer, &QTimer::timeout, this, &SourcePane::update);
    connect(&document, &DesignDocument::changed, this, &SourcePane::scheduleUpdate);
    connect(&document, &DesignDocument::wasReset, this, &SourcePane::scheduleUpdate);
    connect(&selection, &Selection::changed, this, &SourcePane::followSelection);
    connect(m_view, &CodeView::lineClicked, this, &SourcePane::openLine);
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
    return QString::fromUtf8(m_shown.text.text());
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
    const DesignItem item = itemAround(m_document.index(), m_selection.node());
    return item.node;
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
        return show({text, item, format});
    }
    m_job.start([api = m_document.api(), format] {
        return Rendered{SourceText::ofDocument(api, format), NodeId::None, format};
    });
}

void SourcePane::show(const Rendered &rendered)
{
    const bool isOther = rendered.item != m_shown.item || rendered.format != m_shown.format;
    m_shown = rendered;
    if (isOther) {
        m_view->setLanguage(rendered.format == FileFormat::Json ? CodeLanguage::Json
                                                                : CodeLanguage::Yaml);
        m_view->setReadOnly(false);
        m_view->setText(QString::fromUtf8(rendered.text.text()));
        m_view->setReadOnly(true);
    } else {
        m_view->replaceText(rendered.text.text());
    }
    barSelection(isOther);
    Q_EMIT textChanged();
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

void SourcePane::barSelection(bool andReveal)
{
    const NodeIndex &index = m_document.index();
    const NodeId node = m_selection.node();
    LineRange lines;
    // The item that is shown needs no bar beside all of its lines.
    if (node != NodeId::None && index.contains(node)) {
        const QString pointer = index.pointer(node);
        if (m_selection.keyword() != Keyword::Unknown)
            lines = m_shown.text.linesOf(childPointer(pointer, keywordName(m_selection.keyword())));
        if (lines.isEmpty() && node != m_shown.item)
            lines = m_shown.text.linesOf(pointer);
    }
    if (!m_selection.item().isNone())
        lines = m_shown.text.linesOf(m_selection.item().pointer());
    m_view->barLines(lines.first, lines.last);
    if (andReveal && !lines.isEmpty())
        m_view->revealLines(lines.first, lines.last);
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
