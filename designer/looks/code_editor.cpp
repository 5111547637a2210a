#include "designer/looks/code_editor.h"

#include "designer/looks/history_key.h"
#include "designer/looks/theme.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QToolTip>

namespace Design
{

namespace
{

enum Indicator : unsigned long { ErrorIndicator = 8, WarningIndicator = 9 };
constexpr int indentStep = 2;

} // namespace

CodeEditor::CodeEditor(QWidget *parent)
    : CodeView(parent)
{
    setReadOnly(false);
    setIndentationsUseTabs(false);
    setIndentationWidth(indentStep);
    setTabWidth(indentStep);
    setTabIndents(true);
    setBackspaceUnindents(true);
    for (const unsigned long indicator : {ErrorIndicator, WarningIndicator})
        SendScintilla(SCI_INDICSETSTYLE, indicator, static_cast<long>(INDIC_SQUIGGLE));
    applyMarkColors();
    setOwnHistory(false);
    SendScintilla(SCI_SETMOUSEDWELLTIME, 400UL);
    connect(this, &QsciScintillaBase::SCN_DWELLSTART, this, &CodeEditor::showMessageAt);
    connect(this, &QsciScintillaBase::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
    connect(this, &QsciScintilla::textChanged, this, [this] {
        m_areMarksInPlace = false;
        if (!m_isShowing)
            Q_EMIT typed();
    });
}

void CodeEditor::startText(const QByteArray &text)
{
    const QScopedValueRollback showing(m_isShowing, true);
    setText(QString::fromUtf8(text));
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    forgetWidth();
}

void CodeEditor::replaceText(const QByteArray &text)
{
    const QScopedValueRollback showing(m_isShowing, true);
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    const bool hadSelection = hasSelectedText();
    CodeView::replaceText(text);
    if (hadSelection || !hasFocus())
        return;
    const int atLine = std::min(line, lines() - 1);
    const int atColumn = std::min(column, lineLength(atLine));
    SendScintilla(SCI_SETEMPTYSELECTION,
                  static_cast<unsigned long>(positionFromLineIndex(atLine, atColumn)));
}

void CodeEditor::setMarks(const QList<CodeMark> &marks)
{
    if (std::exchange(m_areMarksInPlace, true) && marks == m_marks)
        return;
    m_marks = marks;
    markerDeleteAll(ErrorMark);
    const auto length = static_cast<long>(SendScintilla(SCI_GETLENGTH));
    for (const unsigned long indicator : {ErrorIndicator, WarningIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, indicator);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, length);
    }
    for (const CodeMark &mark : marks) {
        const QString shown = text(mark.line);
        auto end = static_cast<int>(shown.size());
        while (end > 0 && shown.at(end - 1).isSpace())
            --end;
        int begin = std::min(mark.column, end);
        while (begin < end && shown.at(begin).isSpace())
            ++begin;
        // A place behind the end is shown by what stands before it.
        if (begin == end)
            begin = std::max(0, end - 1);
        const int from = positionFromLineIndex(mark.line, begin);
        const int to = std::max(from + 1, positionFromLineIndex(mark.line, end));
        SendScintilla(SCI_SETINDICATORCURRENT, mark.isError ? ErrorIndicator : WarningIndicator);
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from),
                      static_cast<long>(to - from));
        if (mark.isError)
            markerAdd(mark.line, ErrorMark);
    }
}

void CodeEditor::goTo(const CodeMark &mark)
{
    setFocus(Qt::OtherFocusReason);
    setCursorPosition(mark.line, mark.column);
    ensureLineVisible(mark.line);
}

void CodeEditor::setOwnHistory(bool on)
{
    m_hasOwnHistory = on;
    if (!on)
        SendScintilla(SCI_EMPTYUNDOBUFFER);
}

void CodeEditor::showMessageAt(int position, int x, int y)
{
    if (position < 0)
        return;
    const int line =
        static_cast<int>(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(position)));
    QStringList messages;
    for (const CodeMark &mark : std::as_const(m_marks)) {
        if (mark.line == line)
            messages.append(mark.message.toHtmlEscaped());
    }
    if (!messages.isEmpty())
        QToolTip::showText(viewport()->mapToGlobal(QPoint(x, y)),
                           QStringLiteral("<p>%1</p>").arg(messages.join(QLatin1String("<br>"))),
                           this);
}

bool CodeEditor::event(QEvent *event)
{
    if (historyKey(event) == HistoryKey::None)
        return CodeView::event(event);
    if (event->type() == QEvent::ShortcutOverride)
        Q_EMIT historyWanted();
    return takeHistoryKey(event, {m_hasOwnHistory && isUndoAvailable(),
                                  m_hasOwnHistory && isRedoAvailable(), [this] { undo(); },
                                  [this] { redo(); }});
}

void CodeEditor::changeEvent(QEvent *event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyMarkColors();
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasSelection = hasSelectedText();
    menu->addAction(tr("Cu&t"), this, &CodeEditor::cut)->setEnabled(hasSelection);
    menu->addAction(tr("&Copy"), this, &CodeEditor::copy)->setEnabled(hasSelection);
    menu->addAction(tr("&Paste"), this, &CodeEditor::paste);
    menu->addSeparator();
    menu->addAction(tr("Select &All"), this, [this] { selectAll(true); });
    menu->popup(event->globalPos());
}

void CodeEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->ignore(); // a file is for the window to open
    else
        CodeView::dragEnterEvent(event);
}

void CodeEditor::focusOutEvent(QFocusEvent *event)
{
    CodeView::focusOutEvent(event);
    Q_EMIT focusLost();
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isListActive()) {
        CodeView::keyPressEvent(event); // Enter takes a word of the list, Esc closes it
    } else if (isPlain && event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else if (isPlain && event->key() == Qt::Key_F12) {
        int line = 0;
        int column = 0;
        getCursorPosition(&line, &column);
        Q_EMIT lineClicked(line, true);
    } else if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        breakLine();
    } else {
        CodeView::keyPressEvent(event);
    }
}

/// The next line begins where this one does, or deeper where this one opens something.
void CodeEditor::breakLine()
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    const QString before = text(line).left(column);
    const QString trimmed = before.trimmed();
    QString indent = before.first(std::max<qsizetype>(0, before.indexOf(trimmed)));
    if (trimmed.isEmpty())
        indent = before;
    else if (trimmed.endsWith(u':') || trimmed.endsWith(u'{') || trimmed.endsWith(u'['))
        indent += QString(indentStep, u' ');
    const QByteArray inserted = '\n' + indent.toUtf8();
    SendScintilla(SCI_REPLACESEL, inserted.constData());
    SendScintilla(SCI_SCROLLCARET);
}

void CodeEditor::applyMarkColors()
{
    const Theme &theme = Theme::current();
    setMarkerBackgroundColor(theme.bad, ErrorMark);
    setMarkerForegroundColor(theme.bad, ErrorMark);
    SendScintilla(SCI_INDICSETFORE, ErrorIndicator, theme.bad);
    SendScintilla(SCI_INDICSETFORE, WarningIndicator, theme.warning);
}

} // namespace Design
