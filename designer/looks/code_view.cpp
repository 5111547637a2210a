#include "designer/looks/code_view.h"

#include "designer/looks/line_diff.h"
#include "designer/looks/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMouseEvent>

namespace Design
{

namespace
{

// The places of the margins. (QsciScintilla has names like these.)
enum MarginPlace { NumbersAt, BarAt, FoldsAt };

constexpr int noteStyleNumber = 60; // beyond those of the lexers

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

void colorYaml(QsciLexer *lexer, const Theme &theme)
{
    lexer->setColor(theme.accent, QsciLexerYAML::Identifier);
    lexer->setColor(theme.literal, QsciLexerYAML::Keyword);
    lexer->setColor(theme.literal, QsciLexerYAML::Number);
    lexer->setColor(theme.dim, QsciLexerYAML::Comment);
    lexer->setColor(theme.literal, QsciLexerYAML::Reference);
    lexer->setColor(theme.dim, QsciLexerYAML::DocumentDelimiter);
    lexer->setColor(theme.text, QsciLexerYAML::TextBlockMarker);
    lexer->setColor(theme.dim, QsciLexerYAML::Operator);
    lexer->setColor(theme.text, QsciLexerYAML::SyntaxErrorMarker); // our text has no errors
}

void colorJson(QsciLexer *lexer, const Theme &theme)
{
    lexer->setColor(theme.accent, QsciLexerJSON::Property);
    lexer->setColor(theme.good, QsciLexerJSON::String);
    lexer->setColor(theme.good, QsciLexerJSON::UnclosedString);
    lexer->setColor(theme.good, QsciLexerJSON::IRI);
    lexer->setColor(theme.good, QsciLexerJSON::IRICompact);
    lexer->setColor(theme.good, QsciLexerJSON::EscapeSequence);
    lexer->setColor(theme.literal, QsciLexerJSON::Number);
    lexer->setColor(theme.literal, QsciLexerJSON::Keyword);
    lexer->setColor(theme.literal, QsciLexerJSON::KeywordLD);
    lexer->setColor(theme.dim, QsciLexerJSON::Operator);
    lexer->setColor(theme.bad, QsciLexerJSON::Error);
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QsciScintilla(parent)
    , m_noteStyle(noteStyleNumber)
{
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setEolMode(EolUnix);
    setReadOnly(true);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setExtraAscent(1);
    setExtraDescent(1);
    setBraceMatching(NoBraceMatch);
    SendScintilla(SCI_SETMARGINLEFT, 0, 4L);
    for (int margin = 0; margin < 5; ++margin)
        setMarginWidth(margin, 0);
    setMarginType(NumbersAt, QsciScintilla::NumberMargin);
    setMarginType(BarAt, QsciScintilla::SymbolMarginDefaultBackgroundColor);
    setMarginMarkerMask(NumbersAt, 0);
    setMarginMarkerMask(BarAt, 1 << BarMark | 1 << ErrorMark);
    markerDefine(QsciScintilla::FullRectangle, BarMark);
    markerDefine(QsciScintilla::Background, TintMark);
    markerDefine(QsciScintilla::FullRectangle, ErrorMark);
    for (const int mark : {BarMark, ErrorMark})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(mark), SC_MARK_FULLRECT);
    connect(this, &QsciScintilla::linesChanged, this, &CodeView::fitNumberMargin);
    applyColors();
}

void CodeView::setLanguage(CodeLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    delete lexer();
    if (language == CodeLanguage::Yaml)
        setLexer(new QsciLexerYAML(this));
    else if (language == CodeLanguage::Json)
        setLexer(new QsciLexerJSON(this));
    else
        setLexer(nullptr);
    applyColors();
}

void CodeView::showMargins(bool lineNumbers, bool folds)
{
    m_hasLineNumbers = lineNumbers;
    setMarginWidth(BarAt, 3);
    setFolding(folds ? PlainFoldStyle : NoFoldStyle, FoldsAt);
    if (folds) {
        SendScintilla(SCI_MARKERDEFINE, SC_MARKNUM_FOLDEROPEN, SC_MARK_ARROWDOWN);
        SendScintilla(SCI_MARKERDEFINE, SC_MARKNUM_FOLDER, SC_MARK_ARROW);
        setMarginWidth(FoldsAt, QFontMetrics(codeFont()).height());
    }
    applyColors();
    fitNumberMargin();
}

void CodeView::fitNumberMargin()
{
    if (!m_hasLineNumbers)
        return;
    const int digits = std::max(3, static_cast<int>(QString::number(lines()).size()));
    setMarginWidth(NumbersAt, QString(digits + 1, u'9'));
}

QByteArray CodeView::utf8() const
{
    const auto length = SendScintilla(SCI_GETLENGTH);
    const auto *bytes = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return bytes ? QByteArray(bytes, static_cast<qsizetype>(length)) : QByteArray();
}

void CodeView::replaceText(const QByteArray &utf8Text)
{
    const QByteArray old = utf8();
    if (old == utf8Text)
        return;
    const QList<QByteArrayView> before = linesOf(old);
    const QList<QByteArrayView> after = linesOf(utf8Text);
    const QList<LineChange> changes = lineChanges(before, after);
    const auto offset = [](const QList<QByteArrayView> &lines, QByteArrayView all, int line) {
        return line < lines.size() ? lines[line].data() - all.data() : all.size();
    };

    const bool wasReadOnly = isReadOnly();
    setReadOnly(false);
    // From bottom to top, so that the places above stay what they are.
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        const qsizetype begin = offset(before, old, change->at);
        const qsizetype end = offset(before, old, change->at + change->removed);
        const qsizetype from = offset(after, utf8Text, change->from);
        const qsizetype to = offset(after, utf8Text, change->from + change->added);
        SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(begin),
                      static_cast<long>(end));
        SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(to - from),
                      utf8Text.constData() + from);
    }
    setReadOnly(wasReadOnly);
    forgetWidth();
}

void CodeView::showText(const QString &text)
{
    const bool wasReadOnly = isReadOnly();
    setReadOnly(false);
    SendScintilla(SCI_SETXOFFSET, 0UL);
    setText(text);
    setReadOnly(wasReadOnly);
    forgetWidth();
}

void CodeView::forgetWidth()
{
    if (SendScintilla(SCI_GETXOFFSET) == 0)
        setScrollWidth(1); // it grows with what is painted
}

void CodeView::noteBelow(int line, const QString &text)
{
    clearAnnotations();
    if (text.isEmpty())
        return;
    const QString indent(indentation(line), u' ');
    annotate(line, indent + text, m_noteStyle);
    setAnnotationDisplay(AnnotationStandard);
}

void CodeView::barLines(int first, int last)
{
    markerDeleteAll(BarMark);
    markerDeleteAll(TintMark);
    for (int line = std::max(0, first); line <= last; ++line) {
        markerAdd(line, BarMark);
        markerAdd(line, TintMark);
    }
}

void CodeView::revealLines(int first, int last)
{
    const auto top = static_cast<int>(SendScintilla(SCI_GETFIRSTVISIBLELINE));
    const auto height = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    SendScintilla(SCI_ENSUREVISIBLE, static_cast<unsigned long>(first), 0L);
    const auto shownFirst = static_cast<int>(
        SendScintilla(SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(first), 0L));
    const auto shownLast = static_cast<int>(
        SendScintilla(SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(last), 0L));
    const int fitting = std::min(shownLast, shownFirst + std::max(0, height - 3));
    if (shownFirst >= top && fitting < top + height)
        return;
    SendScintilla(SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(std::max(0, shownFirst - 2)),
                  0L);
}

void CodeView::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void CodeView::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    QsciScintilla::mousePressEvent(event);
}

void CodeView::mouseReleaseEvent(QMouseEvent *event)
{
    QsciScintilla::mouseReleaseEvent(event);
    const bool isClick =
        event->button() == Qt::LeftButton &&
        (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    int margins = 0;
    for (int margin = 0; margin < 5; ++margin)
        margins += marginWidth(margin);
    if (!isClick || event->pos().x() < margins)
        return;
    if (const int line = lineAt(event->pos()); line >= 0)
        Q_EMIT lineClicked(line, event->modifiers() & Qt::ControlModifier);
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        int line = 0;
        int column = 0;
        getCursorPosition(&line, &column);
        Q_EMIT lineClicked(line, true);
        return;
    }
    if (isReadOnly() && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        event->ignore(); // moves the focus on: there is nothing to indent here
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

void CodeView::applyColors()
{
    if (m_isApplyingColors)
        return;
    m_isApplyingColors = true;
    const Theme &theme = Theme::current();
    const QFont font = codeFont();
    setFont(font);
    setMarginsFont(font);
    setPaper(theme.base);
    setColor(theme.text);
    m_noteStyle.setFont(font);
    m_noteStyle.setPaper(theme.base);
    m_noteStyle.setColor(theme.good);
    m_noteStyle.apply(this);
    setCaretForegroundColor(theme.text);
    setSelectionBackgroundColor(theme.selection);
    resetSelectionForegroundColor();
    setMarginsBackgroundColor(theme.base);
    setMarginsForegroundColor(theme.dim);
    setFoldMarginColors(theme.base, theme.base);
    setMarkerBackgroundColor(theme.accent, BarMark);
    setMarkerForegroundColor(theme.accent, BarMark);
    setMarkerBackgroundColor(mixed(theme.base, theme.selection, 0.55), TintMark);
    constexpr int lastFoldMarker = SC_MARKNUM_FOLDEROPEN;
    for (int marker = SC_MARKNUM_FOLDEREND; marker <= lastFoldMarker; ++marker) {
        // Not through QScintilla, which leaves marks alone that it did not give out.
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), theme.outline);
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), theme.outline);
    }
    if (QsciLexer *source = lexer()) {
        source->setDefaultFont(font);
        source->setFont(font);
        source->setDefaultPaper(theme.base);
        source->setPaper(theme.base);
        source->setDefaultColor(theme.text);
        source->setColor(theme.text);
        if (m_language == CodeLanguage::Yaml)
            colorYaml(source, theme);
        else
            colorJson(source, theme);
    }
    m_isApplyingColors = false;
}

} // namespace Design
