#pragma once

#include <QFrame>

class QLabel;

namespace Design
{

class IconLabel;

/// The sentence under a cell that says why its text was refused.
class CellMessage : public QFrame
{
    Q_OBJECT

public:
    explicit CellMessage(QWidget *viewport);

    /// Shows the message below this place of the viewport, or above it where there is no room.
    void showBelow(const QRect &cell, const QString &text);
    QString text() const;

private:
    IconLabel *m_icon;
    QLabel *m_text;
};

} // namespace Design
