#include "designer/editors/field_delegate.h"

#include "designer/itemmodels/parameter_model.h"
#include "designer/looks/theme.h"

#include <QApplication>
#include <QPainter>

namespace Design
{

using Column = SchemaTableModel::Column;

FieldDelegate::FieldDelegate(SchemaTableModel &model, QObject *parent)
    : CellDelegate(model, parent)
    , m_model(model)
{
}

QStringList FieldDelegate::words() const
{
    QStringList words;
    for (const Named<Schema> &schema : m_model.document().api().components.schemas)
        words.append(schema.name);
    return words + typeWords();
}

void FieldDelegate::prepare(CellEdit *editor, const QPersistentModelIndex &cell)
{
    const Column column = m_model.column(cell);
    const bool isNewRow = m_model.isNewRow(cell);
    if (column == Column::Type || isNewRow) {
        editor->setWords([this] { return words(); }, isNewRow && !m_model.newRowBeginsWithType()
                                                         ? QStringLiteral(":")
                                                         : QString());
    } else if (column == Column::Place) {
        editor->setWords([] { return ParameterModel::places(); });
    }
    connect(editor, &CellEdit::backspaceOnEmpty, this,
            [this, cell] { Q_EMIT backspaceOnEmpty(cell); });
    connect(editor, &QLineEdit::textEdited, this, [this] { m_offered.clear(); });
    if (column == Column::Notes)
        writeAtOnce(editor, cell);
}

/// Notes reach the design with every key; the keys in a row make one step to undo.
void FieldDelegate::writeAtOnce(CellEdit *editor, const QPersistentModelIndex &cell)
{
    editor->setProperty("before", cell.data(Qt::EditRole));
    connect(editor, &QLineEdit::textEdited, this, [this, cell](const QString &text) {
        if (cell.isValid())
            m_model.setData(cell, text);
    });
    // When the window goes, the model may have gone before the editor.
    connect(editor, &QObject::destroyed, &m_model, [this] { m_model.finishEdit(); });
}

void FieldDelegate::cancel(CellEdit *editor, const QPersistentModelIndex &cell)
{
    CellDelegate::cancel(editor, cell);
    if (const QVariant before = editor->property("before"); before.isValid() && editor->wasTyped())
        m_model.setData(cell, before);
}

bool FieldDelegate::help(const NotationError &error, CellEdit::Leave how)
{
    const bool isOffered = !error.missingModel.isEmpty() && error.missingModel == m_offered;
    if (!isOffered || how != CellEdit::Leave::Stay) {
        m_offered = error.missingModel;
        return false;
    }
    m_model.createModel(m_offered);
    m_offered.clear();
    return true;
}

QString FieldDelegate::messageOf(const NotationError &error) const
{
    if (error.missingModel.isEmpty())
        return error.message;
    return error.message + QLatin1Char(' ') +
           tr("Press Enter again to create the model %1.").arg(error.missingModel);
}

void FieldDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    if (!index.data(CellTable::ErrorRole).isNull())
        return;
    if (index.data(SchemaTableModel::NamesModelRole).toBool())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::Link));
    if (index.column() == 0 &&
        index.data(SchemaTableModel::KindRole).toInt() == static_cast<int>(SchemaRow::Kind::Answer))
        option->palette.setColor(QPalette::Text,
                                 Theme::current().forStatus(option->text.left(1).toInt() * 100));
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const bool isChips =
        m_model.column(index) == Column::Rules && index.data(CellTable::ErrorRole).isNull();
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    if (isChips)
        full.text.clear();
    const QStyle *style = full.widget ? full.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &full, painter, full.widget);
    if (isChips)
        paintChips(painter, full, index);
}

void FieldDelegate::paintChips(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStringList chips = index.data(SchemaTableModel::ChipsRole).toStringList();
    const qsizetype said = chips.size();
    for (const QString &keyword : index.data(SchemaTableModel::UnsaidRole).toStringList())
        chips.append(QLatin1Char('+') + keyword);
    if (chips.isEmpty())
        return;
    const QFontMetrics &metrics = option.fontMetrics;
    const int padding = metrics.averageCharWidth() * 3 / 4;
    const int gap = padding;
    QRect room = option.rect.adjusted(gap / 2, 0, -gap, 0);
    int height = metrics.height() + metrics.height() / 8;
    height -= (room.height() - height) % 2; // in the middle to the pixel
    const bool isInherited = index.data(SchemaTableModel::KindRole).toInt() ==
                             static_cast<int>(SchemaRow::Kind::Inherited);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    for (qsizetype i = 0; i < chips.size() && room.width() > 3 * padding; ++i) {
        const QString text =
            metrics.elidedText(chips.at(i), Qt::ElideRight, room.width() - 2 * padding);
        QRect chip(room.left(), room.top() + (room.height() - height) / 2,
                   metrics.horizontalAdvance(text) + 2 * padding, height);
        const QRect shown = QStyle::visualRect(option.direction, option.rect, chip);
        painter->setPen(Qt::NoPen);
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->setBrush(option.palette.color(isSelected ? QPalette::Base : QPalette::Button));
        painter->drawRoundedRect(shown, height / 4.0, height / 4.0);
        const bool isDim = isInherited || i >= said;
        painter->setPen(option.palette.color(isDim ? QPalette::PlaceholderText : QPalette::Text));
        painter->drawText(shown, Qt::AlignCenter, text);
        room.setLeft(chip.right() + gap);
    }
    painter->restore();
}

} // namespace Design
