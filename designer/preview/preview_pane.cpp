#include "designer/preview/preview_pane.h"

#include "designer/looks/glyphs.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

namespace Design
{

PreviewPane::PreviewPane(DesignDocument &document, Selection &selection, QWidget *parent)
    : QTabWidget(parent)
    , m_source(new SourcePane(document, selection))
    , m_docs(new DocsPane(document, selection))
{
    setDocumentMode(true);
    tabBar()->setAccessibleName(tr("OpenAPI and documentation"));
    tabBar()->setDrawBase(false);
    addTab(m_source, tr("OpenAPI"));
    addTab(m_docs, tr("Docs"));
    setCornerWidget(makeCorner());
    connect(this, &QTabWidget::currentChanged, this, &PreviewPane::updateCorner);
    updateCorner();
}

static QToolButton *makeMenuButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setMenu(new QMenu(button));
    return button;
}

QWidget *PreviewPane::makeCorner()
{
    auto *corner = new QWidget(this);
    auto *layout = new QHBoxLayout(corner);
    const int gap = fontMetrics().height() / 4;
    layout->setContentsMargins(0, 0, gap, 0);
    layout->setSpacing(0);
    layout->addStrut(tabBar()->sizeHint().height()); // its texts stand on the line of the tabs

    m_scopeButton = makeMenuButton(tr("How much is shown"), corner);
    m_scopeButton->menu()->addAction(tr("This Item"), this,
                                     [this] { setScope(PreviewScope::Item); });
    m_scopeButton->menu()->addAction(tr("Whole Document"), this,
                                     [this] { setScope(PreviewScope::Document); });
    m_formatButton = makeMenuButton(tr("Format of the source"), corner);
    m_formatButton->menu()->addAction(tr("YAML"), this, [this] { setFormat(FileFormat::Yaml); });
    m_formatButton->menu()->addAction(tr("JSON"), this, [this] { setFormat(FileFormat::Json); });
    m_copyButton = new QToolButton(corner);
    m_copyButton->setAutoRaise(true);
    m_copyButton->setIcon(glyphIcon(Glyph::Copy));
    m_copyButton->setToolTip(tr("Copy the source shown"));
    m_copyButton->setAccessibleName(m_copyButton->toolTip());
    connect(m_copyButton, &QToolButton::clicked, m_source, &SourcePane::copyText);

    layout->addWidget(m_scopeButton);
    layout->addWidget(m_formatButton);
    layout->addWidget(m_copyButton);
    return corner;
}

void PreviewPane::setScope(PreviewScope scope)
{
    m_source->setScope(scope);
    m_docs->setScope(scope);
    updateCorner();
    Q_EMIT choicesChanged();
}

void PreviewPane::setFormat(FileFormat format)
{
    m_source->setFormat(format);
    updateCorner();
    Q_EMIT choicesChanged();
}

QSize PreviewPane::minimumSizeHint() const
{
    const int gap = fontMetrics().height() / 4;
    const int width = tabBar()->sizeHint().width() + cornerWidget()->sizeHint().width() + gap;
    return {width, QTabWidget::minimumSizeHint().height()};
}

void PreviewPane::editSelection()
{
    setCurrentWidget(m_source);
    m_source->editSelection();
}

void PreviewPane::updateCorner()
{
    const bool isSource = currentWidget() == m_source;
    m_scopeButton->setText(scope() == PreviewScope::Item ? tr("Item") : tr("All"));
    m_formatButton->setText(format() == FileFormat::Json ? tr("JSON") : tr("YAML"));
    m_formatButton->setVisible(isSource);
    m_copyButton->setVisible(isSource);
}

} // namespace Design
