#include "app/studio/tabs/editor_tab_bar.h"
#include "app/studio/tabs/editor_tabs.h"
#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/editors/behaviour/member_place.h"
#include "designer/editors/route_editor.h"
#include "designer/looks/glyphs.h"

#include <QStackedWidget>

using namespace Design;

// The tabs of what runs around routes, which has names and no nodes: the other half of EditorTabs.

Glyph EditorTabs::behaviourGlyph(BehaviourItem::Kind kind)
{
    switch (kind) {
    case BehaviourItem::Kind::Errors:
        return Glyph::Error;
    case BehaviourItem::Kind::Store:
        return Glyph::Server;
    case BehaviourItem::Kind::Routers:
        return Glyph::Router;
    case BehaviourItem::Kind::Tests:
        return Glyph::CheckCircle;
    case BehaviourItem::Kind::Server:
        return Glyph::Settings;
    default:
        return Glyph::Shield;
    }
}

QString EditorTabs::titleOf(const Page &page) const
{
    if (!page.behaviour)
        return titleOf(page.item);
    const BehaviourItem &item = page.behaviour->item();
    switch (item.kind) {
    case BehaviourItem::Kind::Errors:
        return tr("Errors");
    case BehaviourItem::Kind::Dependencies:
        return tr("Dependencies");
    case BehaviourItem::Kind::Routers:
        return tr("Routers");
    case BehaviourItem::Kind::Tests:
        return tr("Tests");
    case BehaviourItem::Kind::Server:
        return tr("Latency and CORS");
    default:
        return item.name;
    }
}

int EditorTabs::show(const BehaviourItem &item)
{
    if (!item.isIn(m_document.api()))
        return -1;
    int index = -1;
    for (int i = 0; i < count() && index < 0; ++i) {
        if (m_pages.at(i).behaviour && m_pages.at(i).behaviour->item() == item.page())
            index = i;
    }
    if (index < 0) {
        Page page;
        page.behaviour = makeBehaviourPage(item.kind, {m_document, m_selection, m_checkExpression});
        page.behaviour->setItem(item.page());
        page.widget = page.behaviour;
        connect(page.behaviour, &BehaviourPage::message, this, &EditorTabs::message);
        index = replacePreview(page, titleOf(page));
    }
    m_bar->setCurrentIndex(index);
    showCurrent();
    return index;
}

bool EditorTabs::look(const BehaviourItem &item)
{
    return show(item) >= 0;
}

bool EditorTabs::open(const BehaviourItem &item)
{
    const int index = show(item);
    if (index < 0)
        return false;
    pin(index);
    m_pages.at(index).behaviour->reveal(item);
    return true;
}

void EditorTabs::revealMember(NodeId route, const QStringList &path)
{
    const Page current = m_pages.value(m_bar->currentIndex());
    const Page &page = route != NodeId::None && m_aside.item == route ? m_aside : current;
    if (page.route && page.item == route)
        page.route->revealMember(path);
    else if (page.behaviour && route == NodeId::None)
        goToMember(*page.behaviour, {route, path.sliced(1)});
}

void EditorTabs::openNew(const BehaviourItem &item)
{
    const int index = show(item);
    if (index < 0)
        return;
    pin(index);
    m_pages.at(index).behaviour->editName(item);
}

BehaviourItem EditorTabs::currentBehaviour() const
{
    const Page page = m_pages.value(m_bar->currentIndex());
    return page.behaviour ? page.behaviour->item() : BehaviourItem();
}

void EditorTabs::follow(const BehaviourItem &item, const QString &name)
{
    for (const Page &page : std::as_const(m_pages)) {
        if (page.behaviour && page.behaviour->item() == item && item.hasOwnPage())
            page.behaviour->setItem({item.kind, name});
    }
}

void EditorTabs::closeGone()
{
    for (int i = count() - 1; i >= 0; --i) {
        if (m_pages.at(i).behaviour && !m_pages.at(i).behaviour->item().isIn(m_document.api()))
            close(i);
    }
}
