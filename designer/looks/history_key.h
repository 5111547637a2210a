#pragma once

#include <QEvent>

#include <functional>

namespace Design
{

enum class HistoryKey { None, Undo, Redo };

/// Which of them a key means, as it is pressed or asked for by a ShortcutOverride; None for every
/// other event.
HistoryKey historyKey(const QEvent *event);

/// What a field can take back of the text that is being typed in it.
struct OwnHistory {
    bool canUndo = false;
    bool canRedo = false;
    std::function<void()> undo;
    std::function<void()> redo;
};

/// The rule of every field of the window: as long as the text that is being typed has something to
/// take back, the keys are the text's; then they are left to the window, for the design.
/// Returns whether the field has taken the key, which has to be one of the two.
bool takeHistoryKey(QEvent *event, const OwnHistory &own);

} // namespace Design
