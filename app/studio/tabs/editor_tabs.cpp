#include "app/studio/tabs/editor_tabs.h"

#include "app/studio/side_pane.h"
#include "app/studio/tabs/editor_tab_bar.h"
#include "designer/editors/api_editor.h"
#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/route_editor.h"
#include "designer/editors/schema_editor.h"
#include "designer/looks/glyphs.h"
#include "designer/preview/source_text.h"

#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Design;

EditorTabs::EditorTabs(DesignDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_bar(new EditorTabBar(this))
    , m_stack(new QStackedWidget)
    , m_halves(new QSplitter(Qt::Horizontal))
    , m_sidePane(new SidePane)
    , m_nothing(
          new QLabel(tr("What you choose in the list is drawn here. Ctrl+K finds everything.")))
{
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setBackgroundRole(QPalette::Base);
    m_nothing->setAutoFillBackground(true);
    m_stack->addWidget(m_nothing);
    m_bar->setMovable(true);
    auto *tabs = new QWidget;
    auto *column = new QVBoxLayout(tabs);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    m_bar->hide();
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(tabs);
    m_halves->addWidget(m_sidePane);
    m_halves->setStretchFactor(0, 1);
    m_halves->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_halves);
    connect(m_sidePane, &SidePane::closeRequested, this, [this] { showAside(NodeId::None); });

    connect(m_bar, &QTabBar::currentChanged, this, &EditorTabs::showCurrent);
    connect(m_bar, &QTabBar::tabCloseRequested, this, &EditorTabs::close);
    connect(m_bar, &EditorTabBar::pinRequested, this, &EditorTabs::pin);
    connect(m_bar, &QTabBar::tabMoved, this, [this](int from, int to) { m_pages.move(from, to); });
    connect(&document, &DesignDocument::changed, this, &EditorTabs::noteChange);
    connect(&document, &DesignDocument::itemRenamed, this, &EditorTabs::follow);
    connect(&document, &DesignDocument::wasReset, this, &EditorTabs::closeAll);
}

void EditorTabs::setEmptyPage(QWidget *page)
{
    m_empty = page;
    m_stack->addWidget(page);
    showCurrent();
}

int EditorTabs::indexOf(NodeId item) const
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i).item == item && item != NodeId::None)
            return i;
    }
    return -1;
}

QString EditorTabs::titleOf(NodeId item) const
{
    if (item == m_document.api().id)
        return tr("About the API");
    if (const Named<Schema> *schema = findNamedSchema(m_document.api(), item))
        return schema->name;
    const Operation *operation = m_document.find<Operation>(item);
    const Named<PathItem> *path = findPathOf(m_document.api(), item);
    return operation && path ? operation->method.toUpper() + u' ' + path->name : QString();
}

EditorTabs::Page EditorTabs::makePage(NodeId item)
{
    Page page;
    page.item = item;
    if (m_document.index().kind(item) == NodeKind::Operation) {
        page.route = new RouteEditor(m_document, m_selection);
        page.route->setExpressionCheck(m_checkExpression);
        page.route->setOperation(item);
        connect(page.route, &RouteEditor::message, this, &EditorTabs::message);
        connect(page.route, &RouteEditor::sendRequested, this, &EditorTabs::sendRequested);
        page.widget = page.route;
    } else if (m_document.index().kind(item) == NodeKind::Api) {
        page.api = new ApiEditor(m_document, m_selection);
        page.widget = page.api;
    } else {
        page.schema = new SchemaEditor(m_document, m_selection);
        page.schema->setSchema(item);
        connect(page.schema, &SchemaEditor::message, this, &EditorTabs::message);
        page.widget = page.schema;
    }
    return page;
}

bool EditorTabs::reuse(Page &page, NodeId item)
{
    const NodeKind kind = m_document.index().kind(item);
    if (kind == NodeKind::Operation && page.route)
        page.route->setOperation(item);
    else if (kind == NodeKind::Schema && page.schema)
        page.schema->setSchema(item);
    else
        return false;
    page.item = item;
    return true;
}

int EditorTabs::addPage(const Page &page, const QString &title)
{
    m_pages.append(page);
    m_stack->addWidget(page.widget);
    const int index = m_bar->addTab({});
    m_bar->setTitle(index, title);
    m_bar->setTabIcon(index, iconOf(page));
    m_bar->show();
    return index;
}

QIcon EditorTabs::iconOf(const Page &page)
{
    if (page.behaviour)
        return glyphIcon(behaviourGlyph(page.behaviour->item().kind));
    if (page.item == NodeId::None)
        return page.icon;
    return glyphIcon(page.route ? Glyph::Route : page.api ? Glyph::Docs : Glyph::Model);
}

int EditorTabs::show(NodeId node)
{
    const DesignItem item = itemAround(m_document.index(), node);
    if (item.node == NodeId::None)
        return -1;
    int index = indexOf(item.node);
    if (index < 0) {
        const int preview = m_bar->previewTab();
        if (preview >= 0 && reuse(m_pages[preview], item.node)) {
            index = preview;
            m_bar->setTitle(index, titleOf(item.node));
        } else {
            index = replacePreview(makePage(item.node), titleOf(item.node));
        }
    }
    m_bar->setCurrentIndex(index);
    showCurrent();
    return index;
}

/// Adds a page in the preview tab's stead.
int EditorTabs::replacePreview(const Page &page, const QString &title)
{
    const int preview = m_bar->previewTab();
    int index = addPage(page, title);
    if (preview >= 0) {
        close(preview);
        --index; // it was added behind the one that went
    }
    m_bar->setPreviewTab(index);
    return index;
}

bool EditorTabs::look(NodeId node)
{
    return show(node) >= 0;
}

bool EditorTabs::open(NodeId node, Keyword keyword)
{
    // What stands beside the tabs is in view already.
    if (m_aside.item != NodeId::None && m_aside.item != currentItem() &&
        itemAround(m_document.index(), node).node == m_aside.item)
        return reveal(m_aside, node, keyword);
    const int index = show(node);
    if (index < 0)
        return false;
    if (node == m_pages.at(index).item && keyword == Keyword::Unknown)
        pin(index);
    return reveal(m_pages.at(index), node, keyword);
}

bool EditorTabs::reveal(const Page &page, NodeId node, Keyword keyword)
{
    if (node == page.item && keyword == Keyword::Unknown) {
        page.widget->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    const bool isShown = page.route ? page.route->reveal(node, keyword)
                         : page.api ? page.api->reveal(node)
                                    : page.schema->reveal(node, keyword);
    m_selection.select(node, keyword); // the cell that was gone to knows its node only
    return isShown;
}

bool EditorTabs::showAside(NodeId node)
{
    const DesignItem item = itemAround(m_document.index(), node);
    const bool wasShown = m_aside.item != NodeId::None;
    m_aside = {};
    if (item.node == NodeId::None) {
        m_sidePane->clear();
        if (wasShown)
            Q_EMIT asideChanged(false);
        return false;
    }
    m_aside = makePage(item.node);
    m_sidePane->setPage(m_aside.widget, iconOf(m_aside), titleOf(item.node));
    if (!wasShown) {
        Q_EMIT asideChanged(true);
        m_halves->setSizes({width(), width()}); // in equal parts
    }
    return true;
}

QList<EditorTabs::OpenTab> EditorTabs::openTabs() const
{
    QList<OpenTab> result;
    for (int i = 0; i < count(); ++i) {
        const Page &page = m_pages.at(i);
        const BehaviourItem item = page.behaviour ? page.behaviour->item() : BehaviourItem();
        if (page.canReturn())
            result.append({page.item, item, page.name, isPreview(i)});
    }
    return result;
}

int EditorTabs::current() const
{
    int index = 0;
    for (int i = 0; i < std::min(count(), m_bar->currentIndex()); ++i)
        index += m_pages.at(i).canReturn();
    return index;
}

void EditorTabs::setCurrent(int index)
{
    m_bar->setCurrentIndex(index);
}

void EditorTabs::pinCurrent()
{
    pin(m_bar->currentIndex());
}

void EditorTabs::openNew(NodeId node)
{
    const int index = show(node);
    if (index < 0)
        return;
    pin(index);
    if (SchemaEditor *schema = m_pages.at(index).schema)
        schema->editName();
    else if (ApiEditor *api = m_pages.at(index).api)
        api->editTitle();
    else
        m_pages.at(index).widget->setFocus(Qt::ShortcutFocusReason);
}

void EditorTabs::rename(NodeId node)
{
    openNew(node);
    if (const Page page = m_pages.value(indexOf(node)); page.route)
        page.route->editPath();
}

void EditorTabs::showPage(const QString &name, const QString &title, const QIcon &icon,
                          const std::function<QWidget *()> &make)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i).item == NodeId::None && !m_pages.at(i).behaviour &&
            m_bar->title(i) == title)
            return m_bar->setCurrentIndex(i);
    }
    Page page;
    page.name = name;
    page.icon = icon;
    page.widget = make();
    m_bar->setCurrentIndex(addPage(page, title));
    showCurrent();
    page.widget->setFocus();
}

void EditorTabs::pin(int index)
{
    if (index == m_bar->previewTab())
        m_bar->setPreviewTab(-1);
}

void EditorTabs::close(int index)
{
    QWidget *widget = m_pages.at(index).widget;
    m_pages.removeAt(index);
    m_stack->removeWidget(widget);
    widget->deleteLater();
    m_bar->removeTab(index);
    m_bar->setVisible(!m_pages.isEmpty());
    showCurrent();
}

void EditorTabs::closeCurrent()
{
    if (m_bar->currentIndex() >= 0)
        close(m_bar->currentIndex());
}

void EditorTabs::closeAll()
{
    showAside(NodeId::None);
    while (!m_pages.isEmpty())
        close(count() - 1);
}

void EditorTabs::step(int by)
{
    if (count() > 0)
        m_bar->setCurrentIndex((m_bar->currentIndex() + by + count()) % count());
}

void EditorTabs::showCurrent()
{
    const int index = m_bar->currentIndex();
    if (index >= 0 && index < count())
        m_stack->setCurrentWidget(m_pages.at(index).widget);
    else if (m_document.api().id != NodeId::None)
        m_stack->setCurrentWidget(m_nothing);
    else if (m_empty)
        m_stack->setCurrentWidget(m_empty);
    setFocusProxy(m_stack->currentWidget());
    Q_EMIT currentChanged();
}

NodeId EditorTabs::currentItem() const
{
    return m_pages.value(m_bar->currentIndex()).item;
}

bool EditorTabs::isCurrentPreview() const
{
    return isPreview(m_bar->currentIndex());
}

bool EditorTabs::canShowUses() const
{
    return m_pages.value(m_bar->currentIndex()).schema;
}

void EditorTabs::showUses()
{
    if (canShowUses())
        m_pages.at(m_bar->currentIndex()).schema->showUses();
}

QModelIndex EditorTabs::currentCell() const
{
    const Page page = m_pages.value(m_bar->currentIndex());
    if (page.route)
        return page.route->currentCell();
    if (page.api)
        return page.api->currentCell();
    return page.schema ? page.schema->currentCell() : QModelIndex();
}

QString EditorTabs::title(int index) const
{
    return m_bar->title(index);
}

bool EditorTabs::isPreview(int index) const
{
    return index >= 0 && index == m_bar->previewTab();
}

void EditorTabs::noteChange(const ChangeSet &changes)
{
    for (int i = count() - 1; i >= 0; --i) {
        const NodeId item = m_pages.at(i).item;
        if (item != NodeId::None && changes.removed.contains(item))
            close(i);
    }
    if (changes.removed.contains(m_aside.item))
        showAside(NodeId::None);
    closeGone();
    // What is worked on stays.
    const int preview = m_bar->previewTab();
    if (preview >= 0 && preview == m_bar->currentIndex() &&
        changes.touches(m_pages.at(preview).item))
        pin(preview);
    updateTitles();
}

void EditorTabs::updateTitles()
{
    for (int i = 0; i < count(); ++i) {
        if (m_pages.at(i).item == NodeId::None && !m_pages.at(i).behaviour)
            continue;
        m_bar->setTitle(i, titleOf(m_pages.at(i)));
    }
    if (m_aside.item != NodeId::None)
        m_sidePane->setTitle(titleOf(m_aside.item));
}
