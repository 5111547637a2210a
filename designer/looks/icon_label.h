#pragma once

#include <QIcon>
#include <QWidget>

namespace Design
{

/// An icon as large as a line of text. Unlike the picture of a QLabel it follows a change of the
/// theme and of the screen.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace Design
