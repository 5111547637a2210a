#include "designer/editors/cell_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>

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
    setFrame(false);
    setAutoFillBackground(true);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_wasTyped = true;
        suggest();
    });
}

void CellEdit::setWords(std::function<QStringList()> words)
{
    m_words = std::move(words);
    m_completions = new QStringListModel(this);
    m_completer = new QCompleter(m_completions, this);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(10);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &CellEdit::complete);
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
    if (!m_completer)
        return;
    const auto [from, to] = wordAtCursor();
    const QString word = text().mid(from, cursorPosition() - from);
    const bool isInQuotes = text().left(from).count(QLatin1Char('"')) % 2 == 1;
    if (word.isEmpty() || !(word.at(0).isLetter() || word.at(0) == QLatin1Char('_')) ||
        isInQuotes || cursorPosition() != to) {
        m_completer->popup()->hide();
        return;
    }
    if (m_completions->rowCount() == 0)
        m_completions->setStringList(m_words());
    m_completer->setCompletionPrefix(word);
    const int count = m_completer->completionCount();
    if (count == 0 || (count == 1 && m_completer->currentCompletion() == word)) {
        m_completer->popup()->hide();
        return;
    }
    QAbstractItemView *popup = m_completer->popup();
    popup->setCurrentIndex({});
    QRect place = cursorRect();
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() +
                   4 * fontMetrics().averageCharWidth());
    m_completer->complete(place);
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
    QAbstractItemView *popup = m_completer ? m_completer->popup() : nullptr;
    if (!popup || !popup->isVisible())
        return false;
    const QModelIndex chosen = popup->currentIndex();
    // What is good as it stands is taken, unless somebody went down into the list.
    if (!chosen.isValid() && (!m_isGood || m_isGood(text()))) {
        popup->hide();
        return false;
    }
    const QModelIndex index =
        chosen.isValid() ? chosen : m_completer->completionModel()->index(0, 0);
    popup->hide();
    complete(index.data().toString());
    return true;
}

bool CellEdit::handleKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & ~Qt::KeypadModifier)
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
        if (m_completer && m_completer->popup()->isVisible()) {
            m_completer->popup()->hide();
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
        if (m_completer && event->modifiers() == Qt::ControlModifier) {
            m_completions->setStringList(m_words());
            m_completer->setCompletionPrefix(QString());
            m_completer->complete();
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool CellEdit::event(QEvent *event)
{
    // Here and not in keyPressEvent: Tab would be gone, and the list of suggestions sends keys
    // past all event filters.
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key)) {
            key->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return ||
            key->key() == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return LineEdit::event(event);
}

} // namespace Design
