#pragma once

#include <QFrame>

class QLineEdit;

/// A small panel that floats over the upper middle of its parent, with one line to type into.
/// Esc, a click elsewhere and losing the focus close it; the focus goes back to where it was.
class Overlay : public QFrame
{
    Q_OBJECT

public:
    explicit Overlay(QWidget *parent);

    QLineEdit *field() const { return m_field; }
    /// Hangs below this one, which lives as long, and not in the middle of the window.
    void setAnchor(const QWidget *anchor) { m_anchor = anchor; }

protected:
    void open();
    void close();
    /// Gives the panel its place; call when its size hint changed.
    void place();
    virtual bool handleKey(int key) = 0; ///< true: the field need not see it
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *m_field;
    const QWidget *m_anchor = nullptr;
    QWidget *m_before = nullptr; ///< had the focus
};
