#include "designer/editors/field_delegate.h"

#include "designer/editors/cell_message.h"
#include "designer/itemmodels/parameter_model.h"
#include "designer/looks/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusEvent>
#include <QPainter>

namespace Design
{

using Column = SchemaTableModel::Column;

namespace
{

const SchemaTableModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const SchemaTableModel *>(index.model());
}

} // namespace

FieldDelegate::FieldDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QString FieldDelegate::shownMessage() const
{
    return m_message ? m_message->text() : QString();
}

QStringList FieldDelegate::words(const SchemaTableModel &model) const
{
    QStringList words;
    for (const Named<Schema> &schema : model.document().api().components.schemas)
        words.append(schema.name);
    return words + typeWords();
}

QWidget *FieldDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    auto *editor = new CellEdit(parent);
    const SchemaTableModel &model = modelOf(index);
    const Column column = model.column(index);
    const QString heading =
        model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const QString row = index.siblingAtColumn(0).data(Qt::EditRole).toString();
    editor->setAccessibleName(row.isEmpty() ? heading : tr("%1 of %2").arg(heading, row));
    editor->setPlaceholderText(index.data(SchemaTableModel::PlaceholderRole).toString());
    editor->setMaxLength(100'000);

    const QPersistentModelIndex cell = index;
    const bool isNewRow = model.isNewRow(index);
    if (column == Column::Type || isNewRow) {
        editor->setWords(
            [this, cell] { return cell.isValid() ? words(modelOf(cell)) : QStringList(); },
            isNewRow && !model.newRowBeginsWithType() ? QStringLiteral(":") : QString());
    } else if (column == Column::Place) {
        editor->setWords([] { return ParameterModel::places(); });
    }
    editor->setIsGood([cell](const QString &text) {
        return !cell.isValid() || !modelOf(cell).check(cell, text);
    });

    auto *self = const_cast<FieldDelegate *>(this);
    connect(editor, &CellEdit::leaving, self,
            [self, editor, cell](CellEdit::Leave how) { self->leave(editor, cell, how); });
    connect(editor, &CellEdit::backspaceOnEmpty, self,
            [self, cell] { Q_EMIT self->backspaceOnEmpty(cell); });
    connect(editor, &QLineEdit::textEdited, self, [self] {
        self->m_offered.clear();
        self->hideError();
    });
    connect(editor, &QLineEdit::textChanged, self,
            [self, editor, cell] { self->place(*editor, cell); });
    connect(editor, &QObject::destroyed, self, [self] { self->hideError(); });
    // Notes reach the design with every key; the keys in a row make one step to undo.
    if (column == Column::Notes) {
        editor->setProperty("before", index.data(Qt::EditRole));
        connect(editor, &QLineEdit::textEdited, self, [cell](const QString &text) {
            if (cell.isValid())
                const_cast<QAbstractItemModel *>(cell.model())->setData(cell, text);
        });
        connect(editor, &QObject::destroyed, self, [cell] {
            if (cell.isValid())
                modelOf(cell).document().finishMerging();
        });
    }
    return editor;
}

void FieldDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<CellEdit *>(editor);
    if (edit->wasTyped()) // what is being typed is never overwritten
        return;
    const QString text = index.data(Qt::EditRole).toString();
    if (edit->text() == text)
        return;
    edit->setText(text);
    edit->selectAll();
}

void FieldDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                 const QModelIndex &index) const
{
    model->setData(index, static_cast<CellEdit *>(editor)->text());
}

void FieldDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &,
                                         const QModelIndex &index) const
{
    place(*static_cast<CellEdit *>(editor), index);
}

/// Over the cell, its text where the cell's text was; a long text gets the room to the right.
void FieldDelegate::place(CellEdit &editor, const QModelIndex &index) const
{
    const auto *view =
        qobject_cast<const QAbstractItemView *>(editor.parentWidget()->parentWidget());
    if (!view || !index.isValid())
        return;
    QStyleOptionViewItem option;
    option.initFrom(view);
    option.rect = view->visualRect(index);
    initStyleOption(&option, index);
    const QStyle *style = view->style();
    const int textMargin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, view) + 1;
    const int textAt =
        style->subElementRect(QStyle::SE_ItemViewItemText, &option, view).left() + textMargin;
    constexpr int ownMargin = 2; // of every QLineEdit, besides its frame
    const int frame = style->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &editor);
    const int margin = qMax(0, textAt - option.rect.left() - ownMargin - frame);
    editor.setTextMargins(margin, 0, 0, 0);

    QRect rect = option.rect;
    const int wanted = editor.fontMetrics().horizontalAdvance(editor.text()) +
                       2 * (margin + ownMargin + frame) +
                       2 * editor.fontMetrics().averageCharWidth();
    const int room = view->viewport()->width() - rect.left();
    rect.setWidth(qMax(rect.width(), qMin(wanted, room)));
    if (editor.geometry() != rect)
        editor.setGeometry(rect);
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() * 3 / 2));
    size.rwidth() += option.fontMetrics.averageCharWidth();
    return size;
}

void FieldDelegate::leave(CellEdit *editor, const QPersistentModelIndex &index, CellEdit::Leave how)
{
    if (!index.isValid())
        return;
    auto *model = const_cast<SchemaTableModel *>(&modelOf(index));
    if (how == CellEdit::Leave::Cancel) {
        model->forgetRefused(index);
        if (const QVariant before = editor->property("before");
            before.isValid() && editor->wasTyped())
            model->setData(index, before);
        Q_EMIT closeEditor(editor, NoHint);
        Q_EMIT left(index, how);
        return;
    }
    const bool isUntouchedNewRow = model->isNewRow(index) && editor->text().trimmed().isEmpty();
    if (!isUntouchedNewRow) {
        auto error = model->check(index, editor->text().trimmed());
        if (error && !error->missingModel.isEmpty() && error->missingModel == m_offered &&
            how == CellEdit::Leave::Stay) {
            model->createModel(m_offered);
            m_offered.clear();
            error = model->check(index, editor->text().trimmed());
        }
        if (error) {
            m_offered = error->missingModel;
            showError(editor, *error);
            return;
        }
        Q_EMIT commitData(editor);
        model->document().finishMerging();
    }
    Q_EMIT closeEditor(editor, NoHint);
    Q_EMIT left(index, how);
}

void FieldDelegate::showError(QWidget *editor, const NotationError &error) const
{
    if (!m_message)
        m_message = new CellMessage(editor->parentWidget());
    QString text = error.message;
    if (!error.missingModel.isEmpty())
        text += QLatin1Char(' ') +
                tr("Press Enter again to create the model %1.").arg(error.missingModel);
    auto *edit = static_cast<CellEdit *>(editor);
    if (error.length > 0)
        edit->setSelection(static_cast<int>(error.column), static_cast<int>(error.length));
    else
        edit->setCursorPosition(static_cast<int>(error.column));
    edit->setAccessibleDescription(text);
    m_message->showBelow(editor->geometry(), text);
}

void FieldDelegate::hideError() const
{
    if (m_message)
        m_message->hide();
}

bool FieldDelegate::eventFilter(QObject *object, QEvent *event)
{
    // Keys are the editor's own affair, see CellEdit.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        return false;
    // A list of suggestions, a menu or another window takes the focus for a while only: what is
    // half typed waits. Elsewhere in the window commits it; a text that is refused stays in the
    // cell.
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason ||
            reason == Qt::MenuBarFocusReason || QApplication::activePopupWidget())
            return false;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

void FieldDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(SchemaTableModel::NamesModelRole).toBool())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::Link));
    if (index.column() == 0 &&
        index.data(SchemaTableModel::KindRole).toInt() == static_cast<int>(SchemaRow::Kind::Answer))
        option->palette.setColor(QPalette::Text,
                                 Theme::current().forStatus(option->text.left(1).toInt() * 100));
    if (!index.data(SchemaTableModel::ErrorRole).isNull())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::BrightText));
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const bool isChips = modelOf(index).column(index) == Column::Rules &&
                         index.data(SchemaTableModel::ErrorRole).isNull();
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
