#include "designer/editors/line_edit.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace Design
{

static bool isHistoryKey(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo) ||
           event->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_Y);
}

LineEdit::LineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    // Where there is not room for all of a text, its beginning says more than its end.
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!hasFocus())
            setCursorPosition(0);
    });
}

void LineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setCursorPosition(0);
}

bool LineEdit::event(QEvent *event)
{
    // Whoever takes the override gets the key; we leave both to the window's actions.
    if ((event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) &&
        isHistoryKey(static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void LineEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The first two entries are an undo and a redo that would know nothing of the document's.
    for (QAction *action : menu->actions()) {
        const bool isSeparator = action->isSeparator();
        menu->removeAction(action);
        if (isSeparator)
            break;
    }
    menu->popup(event->globalPos());
}

} // namespace Design
