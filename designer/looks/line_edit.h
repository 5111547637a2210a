#pragma once

#include <QLineEdit>

namespace Design
{

/// A line edit whose undo and redo are those of the text that is being typed, and then the
/// window's.
class LineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEdit(QWidget *parent = nullptr);

    /// The text is the design's now: from here, undo is the design's too.
    void settle();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void forgetHistory();
};

} // namespace Design
