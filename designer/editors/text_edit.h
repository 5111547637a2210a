#pragma once

#include <QPlainTextEdit>

namespace Design
{

/// An edit for longer texts, as high as its text within limits. Tab leaves it. Undo and redo are
/// those of the text that is being typed, and then the window's.
class TextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextEdit(QWidget *parent = nullptr);

    /// Shows a text that came from elsewhere, such as an undo; the cursor stays where it was.
    void showText(const QString &text);

    QSize sizeHint() const override;
    /// As high as its text, and narrow: the pages that it is in have to fit into small windows.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user has changed the text; setting it from the program does not count.
    void textEdited(const QString &text);
    void left();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace Design
