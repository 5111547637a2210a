#pragma once

#include "designer/looks/line_edit.h"

#include <functional>

namespace Design
{

class Suggestions;

/// The line edit inside a cell. It says what the keys mean instead of leaving the cell itself, and
/// completes the word before the cursor.
class CellEdit : public LineEdit
{
    Q_OBJECT

public:
    enum class Leave {
        Stay,     ///< Enter: another row may follow
        Next,     ///< Tab
        Previous, ///< Shift+Tab
        Done,     ///< taken as it stands, and nothing follows
        Cancel
    };
    Q_ENUM(Leave)

    explicit CellEdit(QWidget *parent = nullptr);

    /// Words to complete; asked for when typing begins. Without them nothing is completed.
    /// from: what comes before the first place where they are offered, such as the colon of
    /// `name: type`; empty for the whole text.
    void setWords(std::function<QStringList()> words, const QString &from = {});
    /// Whether the text is good as it stands: then Enter takes it, and not the first suggestion.
    void setIsGood(std::function<bool(const QString &)> isGood) { m_isGood = std::move(isGood); }

    bool isSuggesting() const;
    bool wasTyped() const { return m_wasTyped; }
    void setTyped() { m_wasTyped = true; }
    /// Something is about to be done with the design: what has been typed belongs to it.
    void finish();

Q_SIGNALS:
    void leaving(Design::CellEdit::Leave how);
    void backspaceOnEmpty();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool handleKey(QKeyEvent *event);
    static bool isEnter(const QKeyEvent &key);
    void suggest();
    void complete(const QString &word);
    bool completeFirst();
    std::pair<int, int> wordAtCursor() const;

    std::function<QStringList()> m_words;
    std::function<bool(const QString &)> m_isGood;
    Suggestions *m_suggestions = nullptr;
    QString m_wordsFrom;
    bool m_wasTyped = false;
};

} // namespace Design
