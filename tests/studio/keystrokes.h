#pragma once

#include <QString>

class QWidget;

/// Plays what a person does at the keyboard: text is typed into whatever has the focus, and what
/// stands in angle brackets is a key (`<Return>`, `<Ctrl+Shift+M>`) or a way to the control of that
/// name (`<to:Summary>`), in a table to its last row. No Return is added at the end of a line.
/// Lines that begin with `#` and empty lines are for the reader.
class Keystrokes
{
public:
    explicit Keystrokes(QWidget &window)
        : m_window(window)
    {
    }

    /// Empty when all was played, else what could not be, with the number of its line.
    QString play(const QString &script);

private:
    QString playLine(const QString &line);
    QString playToken(const QString &token);
    QString goTo(const QString &name);
    QWidget *target() const;

    QWidget &m_window;
};
