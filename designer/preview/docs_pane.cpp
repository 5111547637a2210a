#include "designer/preview/docs_pane.h"

#include "designer/docs/html_docs.h"
#include "designer/looks/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QScrollBar>

namespace Design
{

static constexpr int quietMilliseconds = 120;
static constexpr qsizetype largestShown = 500'000; ///< letters, which Qt lays out in a moment

DocsPane::DocsPane(const DesignDocument &document, Selection &selection, QWidget *parent)
    : QTextBrowser(parent)
    , m_document(document)
    , m_selection(selection)
    , m_job([this](const Rendered &rendered) { show(rendered); })
{
    setObjectName(QStringLiteral("docs"));
    setAccessibleName(tr("Documentation"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    this->document()->setDocumentMargin(fontMetrics().height());
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(quietMilliseconds);
    connect(&m_updateTimer, &QTimer::timeout, this, &DocsPane::update);
    connect(&document, &DesignDocument::changed, this, &DocsPane::scheduleUpdate);
    connect(&document, &DesignDocument::wasReset, this, &DocsPane::scheduleUpdate);
    connect(&selection, &Selection::changed, this, [this] {
        if (m_isStale || wantedItem() != m_shown.item)
            scheduleUpdate();
    });
    connect(this, &QTextBrowser::anchorClicked, this, &DocsPane::openLink);
}

void DocsPane::setScope(PreviewScope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_isStale = true;
    update();
}

void DocsPane::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    if (m_isStale)
        update();
}

void DocsPane::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_isStale = true;
        update();
    }
}

void DocsPane::scheduleUpdate()
{
    m_isStale = true;
    if (isVisible() && !m_updateTimer.isActive())
        m_updateTimer.start();
}

NodeId DocsPane::wantedItem() const
{
    if (m_scope == PreviewScope::Document)
        return NodeId::None;
    return itemAround(m_document.index(), m_selection.node()).node;
}

void DocsPane::update()
{
    if (!isVisible())
        return;
    m_isStale = false;
    const NodeId item = wantedItem();
    const DocsOptions options{DocsTarget::Window, DocsLanguage::Program};
    if (m_scope == PreviewScope::Item) {
        m_job.cancel();
        return show({docsForNode(m_document.api(), m_document.index(), item, options), item});
    }
    const QString tooLarge =
        tr("All of it would be too much to show at once. Choose from the list, or export the "
           "documentation.");
    m_job.start([api = m_document.api(), options, tooLarge] {
        QString html = docsPage(api, options);
        if (html.size() > largestShown)
            html = QStringLiteral("<p class=\"warning\">%1</p>").arg(tooLarge) +
                   docsForNode(api, NodeIndex(api), NodeId::None, options);
        return Rendered{html, NodeId::None};
    });
}

void DocsPane::show(const Rendered &rendered)
{
    const Theme &theme = Theme::current();
    const int scroll = rendered.item == m_shown.item ? verticalScrollBar()->value() : 0;
    m_shown = rendered;
    document()->setDefaultStyleSheet(theme.styleSheet());
    setHtml(rendered.html);
    verticalScrollBar()->setValue(scroll);
}

void DocsPane::openLink(const QUrl &url)
{
    if (url.scheme() == QLatin1String("node")) {
        bool isNumber = false;
        const uint id = url.path().toUInt(&isNumber);
        if (isNumber)
            m_selection.open(static_cast<NodeId>(id));
    } else if (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) {
        QDesktopServices::openUrl(url);
    } else if (url.isRelative() && url.hasFragment()) {
        scrollToAnchor(url.fragment());
    }
}

} // namespace Design
