#include "app/studio/palette/palette_items.h"

#include "app/studio/tabs/editor_tabs.h"
#include "designer/looks/glyphs.h"
#include "designer/model/notation.h"

#include <QCoreApplication>

using namespace Design;

namespace
{

using Kind = NavigatorRow::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

Glyph glyphOf(const NavigatorRow &row)
{
    switch (row.kind) {
    case Kind::Api:
        return Glyph::Docs;
    case Kind::Route:
        return Glyph::Route;
    case Kind::Model:
        return Glyph::Model;
    default:
        return EditorTabs::behaviourGlyph(row.item.kind);
    }
}

/// The rows below this one, in their order.
void addRows(const NavigatorModel &navigator, const QModelIndex &parent, Selection &selection,
             const History &history, QList<PaletteItem> &items)
{
    for (int i = 0; i < navigator.rowCount(parent); ++i) {
        const QModelIndex index = navigator.index(i, 0, parent);
        const NavigatorRow &row = navigator.content(index);
        const bool isThing =
            row.kind != Kind::RoutesGroup && row.kind != Kind::ModelsGroup && row.kind != Kind::Tag;
        if (isThing) {
            const bool isApi = row.kind == Kind::Api;
            const QString group = parent.isValid() ? navigator.content(parent).text : QString();
            const bool isNamed = row.kind == Kind::Behaviour;
            PaletteItem item;
            item.title = isApi ? Words::tr("About the API") : row.text;
            item.detail = isApi ? row.text : isNamed ? group : row.toolTip;
            item.icon = glyphIcon(glyphOf(row));
            item.run = [&selection, node = row.node, behaviour = row.item] {
                if (behaviour.isNone())
                    selection.open(node);
                else
                    selection.open(behaviour);
            };
            item.recency = history.recency(row.node, row.item);
            items.append(item);
        }
        addRows(navigator, index, selection, history, items);
    }
}

void addFields(const Api &api, Selection &selection, QList<PaletteItem> &items)
{
    const QIcon icon = glyphIcon(Glyph::Tag);
    for (const Named<Schema> &model : api.components.schemas) {
        if (model.isRaw())
            continue;
        for (const Named<Schema> &field : propertyHost(model.value).members(Keyword::Properties)) {
            if (!field.isRaw())
                items.append({field.name, model.name, icon, false,
                              [&selection, id = field.value.id()] { selection.open(id); }, true});
        }
    }
}

void addTests(const Api &api, Selection &selection, QList<PaletteItem> &items)
{
    const JsonArray tests = api.menura.value(u"tests").array();
    for (qsizetype i = 0; i < tests.size(); ++i) {
        const QString name = tests.at(i).value(u"name").string();
        if (name.isEmpty())
            continue;
        const BehaviourItem item{BehaviourItem::Kind::Tests, QString::number(i)};
        items.append({name, Words::tr("Test"), glyphIcon(Glyph::CheckCircle), false,
                      [&selection, item] { selection.open(item); }, true});
    }
}

} // namespace

QList<PaletteItem> paletteItems(const DesignDocument &document, Selection &selection,
                                const NavigatorModel &navigator, const Actions &actions,
                                const History &history)
{
    QList<PaletteItem> items;
    if (document.api().id != NodeId::None)
        addRows(navigator, {}, selection, history, items);
    addTests(document.api(), selection, items);
    addFields(document.api(), selection, items);
    for (QAction *action : actions.all()) {
        if (action->isEnabled())
            items.append({plainText(action), action->shortcut().toString(QKeySequence::NativeText),
                          action->icon().isNull() ? glyphIcon(Glyph::ChevronRight) : action->icon(),
                          true, [action] { action->trigger(); }});
    }
    return items;
}
