#include "designer/looks/history_key.h"

#include <QKeyEvent>

namespace Design
{

HistoryKey historyKey(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return HistoryKey::None;
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (key->matches(QKeySequence::Undo))
        return HistoryKey::Undo;
    const bool isRedo = key->matches(QKeySequence::Redo) ||
                        key->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_Y);
    return isRedo ? HistoryKey::Redo : HistoryKey::None;
}

bool takeHistoryKey(QEvent *event, const OwnHistory &own)
{
    const bool isUndo = historyKey(event) == HistoryKey::Undo;
    const bool isOwn = isUndo ? own.canUndo : own.canRedo;
    // Whoever takes the override gets the key; the shortcuts of the window get it otherwise.
    event->setAccepted(isOwn);
    if (isOwn && event->type() == QEvent::KeyPress)
        isUndo ? own.undo() : own.redo();
    return isOwn;
}

} // namespace Design
