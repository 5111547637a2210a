#include "app/studio/behaviour_actions.h"

#include "app/studio/tabs/editor_tabs.h"
#include "designer/model/edits/behaviour_edits.h"
#include "designer/model/edits/crud_edits.h"
#include "designer/model/locate.h"
#include "designer/preview/source_text.h"

using namespace Design;

BehaviourActions::BehaviourActions(DesignDocument &document, Selection &selection, EditorTabs &tabs,
                                   QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_tabs(tabs)
{
}

namespace
{

/// What a new thing of a kind begins as.
struct NewThing {
    BehaviourGroup group;
    QString words; ///< for undo
    QString name;
    Json design;
};

/// Of which model a new store keeps rows: of the one that is selected, else the first with fields.
QString modelForRows(const Api &api, NodeId selected)
{
    if (const Named<Schema> *model = findNamedSchema(api, selected))
        return model->name;
    const NamedList<Schema> &models = api.components.schemas;
    for (const Named<Schema> &model : models) {
        if (!model.value.members(Keyword::Properties).isEmpty() ||
            !model.value.schemas(Keyword::AllOf).isEmpty())
            return model.name;
    }
    return models.isEmpty() ? QString() : models.first().name;
}

/// Nothing where the design does not have what it takes.
std::optional<NewThing> newThing(BehaviourItem::Kind kind, const Api &api, NodeId selected)
{
    if (kind == BehaviourItem::Kind::Scheme) {
        return NewThing{BehaviourGroup::Schemes, BehaviourActions::tr("New Security Scheme"),
                        QStringLiteral("BearerAuth"),
                        JsonObject{{QStringLiteral("type"), QStringLiteral("http")},
                                   {QStringLiteral("scheme"), QStringLiteral("bearer")}}};
    }
    if (kind != BehaviourItem::Kind::Store) {
        return NewThing{BehaviourGroup::Dependencies, BehaviourActions::tr("New Dependency"),
                        QStringLiteral("dependency"), JsonObject{}};
    }
    const QString model = modelForRows(api, selected);
    if (model.isEmpty())
        return std::nullopt;
    return NewThing{BehaviourGroup::Stores, BehaviourActions::tr("New Store"),
                    storeNameFor(model), JsonObject{{QStringLiteral("model"), model}}};
}

} // namespace

void BehaviourActions::add(BehaviourItem::Kind kind)
{
    // Errors and routers are rows of a table: the new one is typed there.
    if (kind == BehaviourItem::Kind::Errors || kind == BehaviourItem::Kind::Routers ||
        kind == BehaviourItem::Kind::Tests) {
        m_selection.select(BehaviourItem{kind, {}});
        m_tabs.openNew(BehaviourItem{kind, {}});
        return;
    }
    const NodeId selected = itemAround(m_document.index(), m_selection.node()).node;
    const std::optional<NewThing> thing = newThing(kind, m_document.api(), selected);
    if (!thing) {
        Q_EMIT message(tr("A store keeps rows of a model. Make a model first."));
        return;
    }
    BehaviourItem item{
        kind == BehaviourItem::Kind::Dependencies ? BehaviourItem::Kind::Dependency : kind, {}};
    m_document.edit(thing->words, [&](Api &api) {
        item.name = uniqueBehaviourName(api, thing->group, thing->name);
        setBehaviourValue(api, {NodeId::None, {groupKey(thing->group), item.name}}, thing->design);
    });
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
