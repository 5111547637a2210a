#include "designer/editors/behaviour/member_place.h"

#include "designer/editors/behaviour/member_form.h"
#include "designer/editors/behaviour/members_view.h"
#include "designer/editors/section.h"

#include <QLayout>
#include <QScrollArea>

#include <algorithm>

namespace Design
{

/// The way from the object to the place; empty where that is elsewhere.
static QStringList wayFrom(const BehaviourPlace &object, const BehaviourPlace &place)
{
    const bool isInside =
        object.owner == place.owner &&
        place.path.first(qMin(object.path.size(), place.path.size())) == object.path;
    return isInside ? place.path.sliced(object.path.size()) : QStringList();
}

/// Fields may stand for a member of a member, and for the whole of what has a short form.
static bool isAbout(const MemberField &field, const QStringList &way)
{
    const QString member = way.join(u'/') + u'/';
    const QString key = field.key + u'/';
    return !way.isEmpty() && (member.startsWith(key) || key.startsWith(member));
}

static QModelIndex cellAt(const MembersModel &model, const BehaviourPlace &place)
{
    const MembersTable &table = model.table();
    const QString name = wayFrom(table.place, place).value(0);
    if (name.isNull() || table.place.path.isEmpty())
        return {};
    const QModelIndex row = model.rowOf(name);
    if (!row.isValid()) // taken away: its place is where a new one would come
        return model.index(model.rowCount() - 1, 0);
    const QStringList way = wayFrom(table.place.child(name), place);
    const auto field = std::find_if(table.fields.begin(), table.fields.end(),
                                    [&way](const MemberField &one) { return isAbout(one, way); });
    const bool hasColumn = field != table.fields.end();
    return hasColumn ? row.siblingAtColumn(static_cast<int>(field - table.fields.begin()) +
                                           (table.isNamed ? 1 : 0))
                     : row;
}

void goToPart(QWidget &part)
{
    for (QWidget *around = part.parentWidget(); around; around = around->parentWidget()) {
        if (auto *section = qobject_cast<Section *>(around))
            section->setOpen(true);
    }
    part.setFocus(Qt::OtherFocusReason);
    for (QWidget *around = part.parentWidget(); around; around = around->parentWidget()) {
        auto *scroll = qobject_cast<QScrollArea *>(around);
        if (!scroll)
            continue;
        if (QLayout *layout = scroll->widget()->layout())
            layout->activate(); // what was opened has its place now
        scroll->ensureWidgetVisible(&part);
    }
}

bool goToMember(const QWidget &page, const BehaviourPlace &place)
{
    for (auto *view : page.findChildren<QAbstractItemView *>()) {
        auto *table = dynamic_cast<MembersView *>(view);
        const QModelIndex cell = table ? cellAt(table->table(), place) : QModelIndex();
        if (!cell.isValid())
            continue;
        goToPart(*table);
        table->goTo(cell);
        return true;
    }
    for (const MemberForm *form : page.findChildren<MemberForm *>()) {
        for (MemberEdit *edit : form->edits()) {
            if (edit->isHidden() || !isAbout(edit->field(), wayFrom(form->place(), place)))
                continue;
            goToPart(*edit);
            return true;
        }
    }
    return false;
}

} // namespace Design
