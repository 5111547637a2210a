#include "app/studio/editor_tab_bar.h"
#include "app/studio/editor_tabs.h"
#include "designer/editors/behaviour/behaviour_page.h"
#include "designer/looks/glyphs.h"
#include "designer/model/edits/behaviour_edits.h"

#include <QStackedWidget>

using namespace Design;

// The tabs of what runs around routes, which has names and no nodes: the other half of EditorTabs.

static constexpr BehaviourGroup allGroups[] = {BehaviourGroup::Errors, BehaviourGroup::Dependencies,
                                               BehaviourGroup::Stores, BehaviourGroup::Routers};

static BehaviourGroup groupOf(BehaviourItem::Kind kind)
{
    return kind == BehaviourItem::Kind::Store ? BehaviourGroup::Stores
                                              : BehaviourGroup::Dependencies;
}

static bool isThere(const Api &api, const BehaviourItem &item)
{
    if (item.isNone())
        return false;
    return !item.hasOwnPage() || behaviourNames(api, groupOf(item.kind)).contains(item.name);
}

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
    if (!isThere(m_document.api(), item))
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

void EditorTabs::openNew(const BehaviourItem &item)
{
    const int index = show(item);
    if (index < 0)
        return;
    pin(index);
    m_pages.at(index).behaviour->editName();
}

BehaviourItem EditorTabs::currentBehaviour() const
{
    const Page page = m_pages.value(m_bar->currentIndex());
    return page.behaviour ? page.behaviour->item() : BehaviourItem();
}

/// Things without nodes are known by their names. One name that changed in its place, and nothing
/// else, is a new name of the same thing.
void EditorTabs::followNames()
{
    const Api &api = m_document.api();
    for (const BehaviourGroup group : allGroups) {
        const QStringList now = behaviourNames(api, group);
        const QStringList before = std::exchange(m_names[static_cast<int>(group)], now);
        if (now == before)
            continue;
        QList<std::pair<QString, QString>> renamed;
        for (qsizetype i = 0; i < now.size() && now.size() == before.size(); ++i) {
            if (now.at(i) != before.at(i))
                renamed.append({before.at(i), now.at(i)});
        }
        for (const Page &page : std::as_const(m_pages)) {
            if (!page.behaviour || !page.behaviour->item().hasOwnPage() ||
                groupOf(page.behaviour->item().kind) != group || renamed.size() != 1)
                continue;
            BehaviourItem item = page.behaviour->item();
            if (item.name == renamed.first().first) {
                item.name = renamed.first().second;
                page.behaviour->setItem(item);
            }
        }
    }
    for (int i = count() - 1; i >= 0; --i) {
        if (m_pages.at(i).behaviour && !isThere(api, m_pages.at(i).behaviour->item()))
            close(i);
    }
}
