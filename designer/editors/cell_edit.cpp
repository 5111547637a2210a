#include "designer/editors/cell_edit.h"

#include "designer/editors/suggestions.h"

#include <QKeyEvent>

namespace Design
{

namespace
{

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') ||
           c == QLatin1Char('.');
}

} // namespace

CellEdit::CellEdit(QWidget *parent)
    : LineEdit(parent)
{
    setAutoFillBackground(true);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_wasTyped = true;
        suggest();
    });
}

void CellEdit::setWords(std::function<QStringList()> words, const QString &from)
{
    m_words = std::move(words);
    m_wordsFrom = from;
    m_suggestions = new Suggestions(this);
    connect(m_suggestions, &Suggestions::chosen, this, &CellEdit::complete);
}

bool CellEdit::isSuggesting() const
{
    return m_suggestions && m_suggestions->isVisible();
}

std::pair<int, int> CellEdit::wordAtCursor() const
{
    const QString all = text();
    int from = cursorPosition();
    while (from > 0 && isWordPart(all.at(from - 1)))
        --from;
    // "1.." is a limit, and "Tag." no word to complete either.
    int to = cursorPosition();
    while (to < all.size() && isWordPart(all.at(to)))
        ++to;
    return {from, to};
}

void CellEdit::suggest()
{
    if (!m_suggestions)
        return;
    const auto [from, to] = wordAtCursor();
    const QString word = text().mid(from, cursorPosition() - from);
    const QString before = text().left(from);
    const bool isInQuotes =
        before.count(QLatin1Char('"')) % 2 == 1 || before.count(QLatin1Char('/')) % 2 == 1;
    const bool isTooEarly = !before.contains(m_wordsFrom);
    if (word.isEmpty() || !(word.at(0).isLetter() || word.at(0) == QLatin1Char('_')) ||
        isInQuotes || isTooEarly || cursorPosition() != to) {
        m_suggestions->hide();
        return;
    }
    if (!m_suggestions->hasWords())
        m_suggestions->setWords(m_words());
    m_suggestions->suggest(word, cursorRect());
}

void CellEdit::complete(const QString &word)
{
    const auto [from, to] = wordAtCursor();
    setSelection(from, to - from);
    insert(word);
    m_wasTyped = true;
}

bool CellEdit::completeFirst()
{
    if (!isSuggesting())
        return false;
    // What is good as it stands is taken, unless somebody went down into the list.
    const bool isGood = !m_isGood || m_isGood(text());
    m_suggestions->hide();
    const QString choice = m_suggestions->choice();
    if (choice.isEmpty() && isGood)
        return false;
    complete(choice.isEmpty() ? m_suggestions->first() : choice);
    return true;
}

void CellEdit::finish()
{
    if (!m_wasTyped)
        return;
    if (m_suggestions)
        m_suggestions->hide();
    Q_EMIT leaving(Leave::Done);
}

/// With Ctrl it is the window's: it sends a request, from within a cell as well.
bool CellEdit::isEnter(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) &&
           !(key.modifiers() & ~Qt::KeypadModifier);
}

bool CellEdit::handleKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isEnter(*event))
            return false;
        if (completeFirst() && !(m_isGood && m_isGood(text())))
            return true;
        Q_EMIT leaving(Leave::Stay);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (event->modifiers() & Qt::ControlModifier)
            return false;
        if (completeFirst() && !(m_isGood && m_isGood(text())))
            return true;
        Q_EMIT leaving(event->key() == Qt::Key_Tab ? Leave::Next : Leave::Previous);
        return true;
    case Qt::Key_Escape:
        if (isSuggesting()) {
            m_suggestions->hide();
            return true;
        }
        Q_EMIT leaving(Leave::Cancel);
        return true;
    case Qt::Key_Backspace:
        if (text().isEmpty()) {
            Q_EMIT backspaceOnEmpty();
            return true;
        }
        return false;
    case Qt::Key_Space:
        if (m_suggestions && event->modifiers() == Qt::ControlModifier) {
            m_suggestions->setWords(m_words());
            m_suggestions->suggest({}, cursorRect());
            return true;
        }
        return false;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return isSuggesting() && m_suggestions->moveChoice(event->key());
    default:
        return false;
    }
}

bool CellEdit::event(QEvent *event)
{
    // Here and not in keyPressEvent, where Tab would be gone.
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key)) {
            key->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || isEnter(*key)) {
            event->accept();
            return true;
        }
    }
    return LineEdit::event(event);
}

void CellEdit::focusOutEvent(QFocusEvent *event)
{
    if (m_suggestions)
        m_suggestions->hide();
    LineEdit::focusOutEvent(event);
}

void CellEdit::hideEvent(QHideEvent *event)
{
    if (m_suggestions)
        m_suggestions->hide();
    LineEdit::hideEvent(event);
}

} // namespace Design
