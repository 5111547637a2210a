#include "designer/editors/behaviour/members_delegate.h"

#include "designer/editors/cell_message.h"
#include "designer/looks/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusEvent>
#include <QFontDatabase>
#include <QScrollArea>

namespace Design
{

using Look = MemberField::Look;

// Long enough not to cry at every half of a word, short enough to be said at the cell.
static constexpr int quietMilliseconds = 250;

static const MembersModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const MembersModel *>(index.model());
}

static Look lookOf(const QModelIndex &index)
{
    return static_cast<Look>(index.data(MembersModel::LookRole).toInt());
}

MembersDelegate::MembersDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMilliseconds);
    connect(&m_quiet, &QTimer::timeout, this, &MembersDelegate::checkTyped);
}

QString MembersDelegate::shownMessage() const
{
    return m_message ? m_message->text() : QString();
}

QWidget *MembersDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &index) const
{
    auto *editor = new CellEdit(parent);
    const QPersistentModelIndex cell = index;
    const QString heading =
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const QString row = index.siblingAtColumn(0).data(Qt::EditRole).toString();
    editor->setAccessibleName(row.isEmpty() ? heading : tr("%1 of %2").arg(heading, row));
    editor->setPlaceholderText(index.data(MembersModel::PlaceholderRole).toString());
    editor->setMaxLength(100'000);
    const Look look = lookOf(index);
    if (!modelOf(index).words(index).isEmpty()) {
        editor->setWords(
            [cell] { return cell.isValid() ? modelOf(cell).words(cell) : QStringList(); },
            look == Look::Template ? QStringLiteral("{{") : QString());
    }
    editor->setIsGood([cell](const QString &text) {
        return !cell.isValid() || !modelOf(cell).check(cell, text.trimmed());
    });
    auto *self = const_cast<MembersDelegate *>(this);
    connect(editor, &CellEdit::leaving, self,
            [self, editor, cell](CellEdit::Leave how) { self->leave(editor, cell, how); });
    connect(editor, &QLineEdit::textEdited, self, [self] {
        self->hideError();
        self->m_quiet.start();
    });
    connect(editor, &QLineEdit::textChanged, self,
            [self, editor, cell] { self->place(*editor, cell); });
    connect(editor, &QObject::destroyed, self, [self] {
        self->m_quiet.stop();
        self->hideError();
    });
    m_typing = editor;
    m_typingAt = cell;
    return editor;
}

void MembersDelegate::checkTyped()
{
    if (!m_typing || !m_typingAt.isValid() || m_typing->text().trimmed().isEmpty())
        return;
    if (const auto error = modelOf(m_typingAt).check(m_typingAt, m_typing->text().trimmed()))
        showError(m_typing, error->message);
}

void MembersDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
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

void MembersDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                   const QModelIndex &index) const
{
    model->setData(index, static_cast<CellEdit *>(editor)->text());
}

void MembersDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &,
                                           const QModelIndex &index) const
{
    place(*static_cast<CellEdit *>(editor), index);
}

/// Over the cell; a long text gets the room to the right.
void MembersDelegate::place(CellEdit &editor, const QModelIndex &index) const
{
    const auto *view =
        qobject_cast<const QAbstractItemView *>(editor.parentWidget()->parentWidget());
    if (!view || !index.isValid())
        return;
    QRect rect = view->visualRect(index);
    const int letter = editor.fontMetrics().averageCharWidth();
    const int wanted = editor.fontMetrics().horizontalAdvance(editor.text()) + 4 * letter;
    rect.setWidth(qMax(rect.width(), qMin(wanted, view->viewport()->width() - rect.left())));
    if (editor.geometry() != rect)
        editor.setGeometry(rect);
}

QSize MembersDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() * 3 / 2));
    size.rwidth() += option.fontMetrics.averageCharWidth();
    return size;
}

void MembersDelegate::leave(CellEdit *editor, const QPersistentModelIndex &index,
                            CellEdit::Leave how)
{
    if (!index.isValid())
        return;
    auto *model = const_cast<MembersModel *>(&modelOf(index));
    const QString text = editor->text().trimmed();
    if (how == CellEdit::Leave::Cancel) {
        model->forgetRefused(index);
    } else if (!(model->isNewRow(index) && text.isEmpty())) {
        if (const auto error = model->check(index, text)) {
            if (error->length > 0)
                editor->setSelection(static_cast<int>(error->column),
                                     static_cast<int>(error->length));
            showError(editor, error->message);
            return;
        }
        Q_EMIT commitData(editor);
        model->document().finishMerging();
    }
    Q_EMIT closeEditor(editor, NoHint);
    Q_EMIT left(index, how);
}

void MembersDelegate::showError(CellEdit *editor, const QString &message) const
{
    // These tables are as high as their rows: there is room only in the page around them.
    QWidget *page = editor->parentWidget();
    while (page->parentWidget() &&
           !qobject_cast<QScrollArea *>(page->parentWidget()->parentWidget()))
        page = page->parentWidget();
    if (m_message && m_message->parentWidget() != page)
        delete m_message;
    if (!m_message)
        m_message = new CellMessage(page);
    editor->setAccessibleDescription(message);
    m_message->showBelow(QRect(editor->mapTo(page, QPoint()), editor->size()), message);
}

void MembersDelegate::hideError() const
{
    if (m_message)
        m_message->hide();
}

bool MembersDelegate::eventFilter(QObject *object, QEvent *event)
{
    // Keys are the editor's own affair, see CellEdit.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        return false;
    // A list of suggestions, a menu or another window takes the focus for a while only.
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason ||
            reason == Qt::MenuBarFocusReason || QApplication::activePopupWidget())
            return false;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

void MembersDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Look look = lookOf(index);
    const bool isSaid = !index.data(Qt::EditRole).toString().isEmpty();
    if (look == Look::Status && isSaid)
        option->palette.setColor(QPalette::Text,
                                 Theme::current().forStatus(option->text.left(3).toInt()));
    if ((look == Look::Expression || look == Look::Template) && isSaid)
        option->font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    if (!index.data(MembersModel::ErrorRole).isNull())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::BrightText));
}

} // namespace Design
