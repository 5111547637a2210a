#include "designer/editors/cell_delegate.h"

#include "designer/editors/cell_message.h"
#include "designer/editors/cell_view.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusEvent>

namespace Design
{

// Long enough not to cry at every half of a word, short enough to be said at the cell.
static constexpr int quietMilliseconds = 250;
static constexpr int mostLetters = 100'000;

CellDelegate::CellDelegate(CellTable &table, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_table(table)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMilliseconds);
    connect(&m_quiet, &QTimer::timeout, this, &CellDelegate::checkTyped);
}

QString CellDelegate::shownMessage() const
{
    return m_message ? m_message->text() : QString();
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *editor = new CellEdit(parent);
    const QString heading =
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const QString row = index.siblingAtColumn(0).data(Qt::EditRole).toString();
    editor->setAccessibleName(row.isEmpty() ? heading : tr("%1 of %2").arg(heading, row));
    editor->setPlaceholderText(index.data(CellTable::PlaceholderRole).toString());
    editor->setMaxLength(mostLetters);
    const_cast<CellDelegate *>(this)->open(editor, index);
    return editor;
}

void CellDelegate::open(CellEdit *editor, const QPersistentModelIndex &cell)
{
    editor->setIsGood([this, editor, cell](const QString &text) {
        if (!cell.isValid())
            return true;
        const auto error = m_table.check(cell, text.trimmed());
        return !error || (error->isWarning && !editor->isSuggesting());
    });
    connect(editor, &CellEdit::leaving, this,
            [this, editor, cell](CellEdit::Leave how) { leave(editor, cell, how); });
    connect(editor, &QLineEdit::textEdited, this, [this] {
        hideError();
        if (saysAtOnce())
            m_quiet.start();
    });
    connect(editor, &QLineEdit::textChanged, this, [this, editor, cell] { place(*editor, cell); });
    connect(editor, &QObject::destroyed, this, [this] {
        m_quiet.stop();
        hideError();
    });
    m_typing = editor;
    m_typingAt = cell;
    prepare(editor, cell);
}

void CellDelegate::checkTyped()
{
    if (!m_typing || !m_typingAt.isValid() || m_typing->isSuggesting())
        return;
    const QString text = m_typing->text().trimmed();
    if (text.isEmpty())
        return;
    if (const auto error = m_table.check(m_typingAt, text))
        showError(m_typing, *error);
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
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

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                const QModelIndex &index) const
{
    model->setData(index, static_cast<CellEdit *>(editor)->text());
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &,
                                        const QModelIndex &index) const
{
    place(*static_cast<CellEdit *>(editor), index);
}

/// Over the cell, its text where the cell's text was; a long text gets the room to the right.
void CellDelegate::place(CellEdit &editor, const QModelIndex &index) const
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

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() * 3 / 2));
    size.rwidth() += option.fontMetrics.averageCharWidth();
    return size;
}

void CellDelegate::cancel(CellEdit *, const QPersistentModelIndex &cell)
{
    m_table.forgetRefused(cell);
}

/// Whether the table still has the editor: what was committed may have taken its row away.
static bool isOpen(const CellEdit &editor, const QModelIndex &cell)
{
    const auto *view =
        qobject_cast<const QAbstractItemView *>(editor.parentWidget()->parentWidget());
    return view && cell.isValid() && view->indexWidget(cell) == &editor;
}

void CellDelegate::leave(CellEdit *editor, const QPersistentModelIndex &cell, CellEdit::Leave how)
{
    if (!cell.isValid())
        return;
    const QString text = editor->text().trimmed();
    if (how == CellEdit::Leave::Cancel) {
        if (editor->wasTyped() && !text.isEmpty())
            Q_EMIT dropped(cell, editor->text());
        cancel(editor, cell);
    } else if (!(m_table.isNewRow(cell) && text.isEmpty())) {
        auto error = m_table.check(cell, text);
        while (error && help(*error, how)) // what was in the way now may be offered as well
            error = m_table.check(cell, text);
        if (error && !error->isWarning) {
            if (error->length > 0)
                editor->setSelection(static_cast<int>(error->column),
                                     static_cast<int>(error->length));
            else
                editor->setCursorPosition(static_cast<int>(error->column));
            showError(editor, *error);
            return;
        }
        Q_EMIT commitData(editor);
        m_table.finishEdit();
    }
    if (isOpen(*editor, cell))
        Q_EMIT closeEditor(editor, NoHint);
    Q_EMIT left(cell, how);
}

/// Where a message below the cell has room: a table as high as its rows has none, but the page that
/// it is in has.
static QWidget *roomAround(const CellEdit &editor)
{
    QWidget *viewport = editor.parentWidget();
    const auto *view = qobject_cast<const CellView *>(viewport->parentWidget());
    QWidget *page = view ? view->page() : nullptr;
    return page ? page : viewport;
}

void CellDelegate::showError(CellEdit *editor, const NotationError &error)
{
    QWidget *room = roomAround(*editor);
    if (m_message && m_message->parentWidget() != room)
        delete m_message;
    if (!m_message)
        m_message = new CellMessage(room);
    const QString text = messageOf(error);
    editor->setAccessibleDescription(text);
    m_message->showBelow(QRect(editor->mapTo(room, QPoint()), editor->size()), text);
}

void CellDelegate::hideError()
{
    if (m_message)
        m_message->hide();
}

bool CellDelegate::eventFilter(QObject *object, QEvent *event)
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

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(CellTable::ErrorRole).isNull())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::BrightText));
}

} // namespace Design
