#pragma once

#include "designer/looks/qscintilla.h"

namespace Design
{

enum class CodeLanguage { Plain, Yaml, Json };

/// A source text in the colours of the theme, read-only unless told otherwise.
class CodeView : public QsciScintilla
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);

    void setLanguage(CodeLanguage language);
    void showMargins(bool lineNumbers, bool folds);

    /// Makes this the text by changing only the lines that differ, so that folds, scroll position
    /// and selection stay where they are.
    void replaceText(const QByteArray &utf8);
    /// Another text altogether.
    void showText(const QString &text);
    QByteArray utf8() const;

    /// Bars these lines (from 0, last included) at their left; first > last bars none.
    void barLines(int first, int last);
    /// Says something below a line (from 0), in place of what was said before; nothing ends it.
    void noteBelow(int line, const QString &text);
    /// Scrolls only when the lines are out of view.
    void revealLines(int first, int last);

Q_SIGNALS:
    /// A line (from 0) was clicked. open: with Ctrl held, or the Enter key was pressed on it.
    void lineClicked(int line, bool open);

protected:
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    /// The numbers of the marks of a line.
    enum Mark { BarMark = 8, TintMark = 9, ErrorMark = 10 };

    /// For another text: the longest line is one of it.
    void forgetWidth();

private:
    void applyColors();
    void fitNumberMargin();

    QsciStyle m_noteStyle;
    CodeLanguage m_language = CodeLanguage::Plain;
    QPoint m_pressedAt;
    bool m_hasLineNumbers = false;
    bool m_isApplyingColors = false;
};

} // namespace Design
