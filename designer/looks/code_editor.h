#pragma once

#include "designer/looks/code_view.h"

namespace Design
{

/// Something to be said about a line of a text.
struct CodeMark {
    int line = 0;   ///< from 0
    int column = 0; ///< in characters from 0; it is underlined from there to the end of the line
    bool isError = true;
    QString message;

    bool operator==(const CodeMark &) const = default;
};

/// A source text that can be typed in. It has no history of its own: undo and redo are the
/// window's, except while what was typed is not in the design yet.
class CodeEditor : public CodeView
{
    Q_OBJECT

public:
    explicit CodeEditor(QWidget *parent = nullptr);

    /// Another text altogether.
    void startText(const QByteArray &utf8);
    /// As in CodeView; the cursor stays in its line and column.
    void replaceText(const QByteArray &utf8);

    void setMarks(const QList<CodeMark> &marks);
    const QList<CodeMark> &marks() const { return m_marks; }
    void goTo(const CodeMark &mark);

    /// On: undo and redo go back through what was typed since, as far as it goes. Off: the window
    /// has them.
    void setOwnHistory(bool on);

Q_SIGNALS:
    void typed(); ///< the user has changed the text
    void left();  ///< Esc
    void focusLost();
    void historyWanted(); ///< undo or redo is about to be done, here or by the window

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyMarkColors();
    void breakLine();
    void showMessageAt(int position, int x, int y);

    QList<CodeMark> m_marks;
    bool m_areMarksInPlace = true; ///< else the text below them has changed
    bool m_isShowing = false;
    bool m_hasOwnHistory = false;
};

} // namespace Design
