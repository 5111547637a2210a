#pragma once

#include "designer/looks/line_edit.h"

namespace Design
{

/// A line to filter or find something with: a magnifying glass, and a button to clear it. Esc
/// clears it too.
class SearchField : public LineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &name, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Design
