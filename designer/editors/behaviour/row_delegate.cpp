#include "designer/editors/behaviour/row_delegate.h"

#include "designer/itemmodels/members/member_field.h"
#include "designer/looks/theme.h"

#include <QFontDatabase>

namespace Design
{

using Look = MemberField::Look;

static Look lookOf(const QModelIndex &index)
{
    return static_cast<Look>(index.data(CellTable::LookRole).toInt());
}

RowDelegate::RowDelegate(RowTable &table, QObject *parent)
    : CellDelegate(table, parent)
    , m_table(table)
{
}

void RowDelegate::prepare(CellEdit *editor, const QPersistentModelIndex &cell)
{
    if (m_table.words(cell).isEmpty())
        return;
    editor->setWords([this, cell] { return cell.isValid() ? m_table.words(cell) : QStringList(); },
                     lookOf(cell) == Look::Template ? QStringLiteral("{{") : QString());
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    if (index.data(Qt::EditRole).toString().isEmpty())
        return;
    const Look look = lookOf(index);
    if (look == Look::Expression || look == Look::Template)
        option->font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    if (look == Look::Status && index.data(CellTable::ErrorRole).isNull())
        option->palette.setColor(QPalette::Text,
                                 Theme::current().forStatus(option->text.left(3).toInt()));
}

} // namespace Design
