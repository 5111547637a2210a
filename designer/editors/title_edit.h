#pragma once

#include "designer/looks/line_edit.h"

namespace Design
{

/// The name of what a page shows, as large as a heading, and changed where it stands: a line below
/// it appears under the mouse and with the cursor.
class TitleEdit : public LineEdit
{
    Q_OBJECT

public:
    explicit TitleEdit(QWidget *parent = nullptr);

    static QFont titleFont(const QWidget *widget); ///< also of headings that nobody changes

Q_SIGNALS:
    void entered(); ///< Enter: the name is to be taken
    void escaped(); ///< Esc: the name is to be as it was

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Design
