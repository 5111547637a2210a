#include "designer/editors/text_edit.h"

#include "designer/looks/history_key.h"

#include <QFocusEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOption>

namespace Design
{

static constexpr int fewestLines = 2;
static constexpr int mostLines = 12;

TextEdit::TextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setViewportMargins(1, 1, 1, 1); // with those of a document as much as a line edit has
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (hasFocus())
            Q_EMIT textEdited(toPlainText());
    });
}

void TextEdit::showText(const QString &text)
{
    const int at = textCursor().position();
    {
        const QSignalBlocker blocker(this);
        setPlainText(text);
    }
    if (hasFocus()) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMin(at, static_cast<int>(text.size())));
        setTextCursor(cursor);
    }
    updateGeometry();
}

QSize TextEdit::sizeHint() const
{
    const int lines = qBound(fewestLines, blockCount(), mostLines);
    const int margins = 2 * (frameWidth() + static_cast<int>(document()->documentMargin()));
    return {QPlainTextEdit::sizeHint().width(), lines * fontMetrics().lineSpacing() + margins + 2};
}

QSize TextEdit::minimumSizeHint() const
{
    constexpr int fewestLetters = 12;
    return {fewestLetters * fontMetrics().averageCharWidth(), sizeHint().height()};
}

bool TextEdit::event(QEvent *event)
{
    // The frame of a line edit, which shows where the focus is, in place of that of a pane.
    if (event->type() == QEvent::Paint) {
        QPainter painter(this);
        QStyleOptionFrame option;
        option.initFrom(this);
        option.lineWidth = 1;
        option.state.setFlag(QStyle::State_HasFocus, hasFocus());
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
        return true;
    }
    if (historyKey(event) != HistoryKey::None)
        return takeHistoryKey(event, {document()->isUndoAvailable(), document()->isRedoAvailable(),
                                      [this] { undo(); }, [this] { redo(); }});
    return QPlainTextEdit::event(event);
}

void TextEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        document()->clearUndoRedoStacks();
    Q_EMIT left();
}

} // namespace Design
