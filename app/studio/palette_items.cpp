#include "app/studio/palette_items.h"

#include "designer/looks/glyphs.h"
#include "designer/model/edits/behaviour_edits.h"

#include <QCoreApplication>

using namespace Design;

QList<PaletteItem> paletteItems(const DesignDocument &document, Selection &selection,
                                const Actions &actions)
{
    QList<PaletteItem> items;
    const Api &api = document.api();
    if (api.id != NodeId::None)
        items.append({QCoreApplication::translate("Palette", "About the API"), api.info.title,
                      glyphIcon(Glyph::Docs), false,
                      [&selection, id = api.id] { selection.open(id); }});
    for (const Named<PathItem> &path : api.paths) {
        for (const Operation &operation : path.value.operations)
            items.append({operation.method.toUpper() + u' ' + path.name, operation.summary,
                          glyphIcon(Glyph::Route), false,
                          [&selection, id = operation.id] { selection.open(id); }});
    }
    for (const Named<Schema> &schema : api.components.schemas) {
        if (!schema.isRaw())
            items.append({schema.name, schema.value.text(Keyword::Description),
                          glyphIcon(Glyph::Model), false,
                          [&selection, id = schema.value.id()] { selection.open(id); }});
    }
    const std::pair<BehaviourGroup, BehaviourItem::Kind> groups[] = {
        {BehaviourGroup::Dependencies, BehaviourItem::Kind::Dependency},
        {BehaviourGroup::Errors, BehaviourItem::Kind::Errors},
        {BehaviourGroup::Stores, BehaviourItem::Kind::Store},
        {BehaviourGroup::Routers, BehaviourItem::Kind::Routers},
        {BehaviourGroup::Schemes, BehaviourItem::Kind::Scheme}};
    for (const auto &[group, kind] : groups) {
        for (const QString &name : behaviourNames(api, group)) {
            const BehaviourItem item{kind, name};
            items.append({name, groupKey(group), glyphIcon(Glyph::Shield), false,
                          [&selection, item] { selection.open(item); }});
        }
    }
    for (QAction *action : actions.all()) {
        if (action->isEnabled())
            items.append({plainText(action), action->shortcut().toString(QKeySequence::NativeText),
                          action->icon().isNull() ? glyphIcon(Glyph::ChevronRight) : action->icon(),
                          true, [action] { action->trigger(); }});
    }
    return items;
}
