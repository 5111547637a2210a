#pragma once

#include <QWidget>

namespace Design
{

/// Hides a widget before it is destroyed, as its last member. Otherwise ~QWidget() takes the focus
/// from a field inside it; that ends what is being typed there, and slots would run in what is left
/// of the widget.
class HideGuard
{
public:
    explicit HideGuard(QWidget &widget)
        : m_widget(widget)
    {
    }
    HideGuard(const HideGuard &) = delete;
    HideGuard &operator=(const HideGuard &) = delete;
    ~HideGuard() { m_widget.hide(); }

private:
    QWidget &m_widget;
};

} // namespace Design
