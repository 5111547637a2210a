#include "designer/looks/line_edit.h"

#include "designer/looks/history_key.h"

#include <QFocusEvent>

namespace Design
{

LineEdit::LineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    // Where there is not room for all of a text, its beginning says more than its end.
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!hasFocus() && !isModified())
            setCursorPosition(0);
    });
}

void LineEdit::settle()
{
    forgetHistory();
    setModified(false);
}

void LineEdit::forgetHistory()
{
    if (!isUndoAvailable() && !isRedoAvailable())
        return;
    const bool wasModified = isModified();
    const int cursor = cursorPosition();
    const int selected = selectionStart();
    const auto length = static_cast<int>(selectionLength());
    setText(text());
    setModified(wasModified);
    if (selected < 0)
        setCursorPosition(cursor);
    else if (cursor == selected)
        setSelection(selected + length, -length);
    else
        setSelection(selected, length);
}

void LineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    forgetHistory();
    setCursorPosition(0);
}

bool LineEdit::event(QEvent *event)
{
    if (historyKey(event) != HistoryKey::None)
        return takeHistoryKey(
            event, {isUndoAvailable(), isRedoAvailable(), [this] { undo(); }, [this] { redo(); }});
    return QLineEdit::event(event);
}

} // namespace Design
