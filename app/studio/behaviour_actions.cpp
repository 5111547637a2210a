#include "app/studio/behaviour_actions.h"

#include "app/studio/editor_tabs.h"
#include "designer/model/edits/behaviour_edits.h"

using namespace Design;

BehaviourActions::BehaviourActions(DesignDocument &document, Selection &selection, EditorTabs &tabs,
                                   QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_tabs(tabs)
{
}

void BehaviourActions::add(BehaviourItem::Kind kind)
{
    // Errors and routers are rows of a table: the new one is typed there.
    if (kind == BehaviourItem::Kind::Errors || kind == BehaviourItem::Kind::Routers ||
        kind == BehaviourItem::Kind::Tests) {
        m_selection.select(BehaviourItem{kind, {}});
        m_tabs.openNew(BehaviourItem{kind, {}});
        return;
    }
    const bool isStore = kind == BehaviourItem::Kind::Store;
    const BehaviourGroup group = isStore ? BehaviourGroup::Stores : BehaviourGroup::Dependencies;
    const Api &api = m_document.api();
    if (isStore && api.components.schemas.isEmpty()) {
        Q_EMIT message(tr("A store keeps rows of a model. Make a model first."));
        return;
    }
    QString name;
    m_document.edit(isStore ? tr("New Store") : tr("New Dependency"), [&](Api &changed) {
        name = uniqueBehaviourName(changed, group,
                                   isStore ? QStringLiteral("rows") : QStringLiteral("dependency"));
        const Json design = isStore ? Json(JsonObject{{QStringLiteral("model"),
                                                       changed.components.schemas.first().name}})
                                    : Json(JsonObject{});
        setBehaviourValue(changed, {NodeId::None, {groupKey(group), name}}, design);
    });
    const BehaviourItem item{isStore ? BehaviourItem::Kind::Store : BehaviourItem::Kind::Dependency,
                             name};
    m_selection.select(item);
    m_tabs.openNew(item);
}

bool BehaviourActions::hasItem() const
{
    return m_selection.item().group() && m_selection.item().isIn(m_document.api());
}

void BehaviourActions::deleteSelected()
{
    if (!hasItem())
        return;
    const BehaviourItem item = m_selection.item();
    const BehaviourGroup group = *item.group();
    const int uses = countBehaviourUses(m_document.api(), group, item.name);
    m_document.edit(tr("Delete %1").arg(item.name), [&](Api &api) {
        setBehaviourValue(api, {NodeId::None, {groupKey(group), item.name}}, {});
    });
    m_selection.select(item.hasOwnPage() ? BehaviourItem() : item.page());
    Q_EMIT message(
        uses > 0 ? tr("Deleted %1, which %n place(s) name. Undo brings it back.", nullptr, uses)
                       .arg(item.name)
                 : tr("Deleted %1. Undo brings it back.").arg(item.name));
}

void BehaviourActions::renameSelected()
{
    if (hasItem())
        m_tabs.rename(m_selection.item());
}

void BehaviourActions::duplicateSelected()
{
    if (!hasItem())
        return;
    const BehaviourItem item = m_selection.item();
    const BehaviourPlace group{NodeId::None, {groupKey(*item.group())}};
    BehaviourItem copy = item;
    m_document.edit(tr("Duplicate %1").arg(item.name), [&](Api &api) {
        copy.name = uniqueBehaviourName(api, *item.group(), item.name);
        setBehaviourValue(api, group.child(copy.name), behaviourValue(api, group.child(item.name)));
    });
    m_selection.select(copy);
    m_tabs.rename(copy); // with the cursor in the name, which nobody wants as it is
}
