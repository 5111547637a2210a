#pragma once

#include <QWidget>

namespace Design
{

/// The focus proxy of a widget, as a member of it: let go while the widget is still whole.
/// ~QWidget() takes the focus from the proxy, which ends what is being typed there, and slots would
/// run in what is left of the widget.
class FocusProxyGuard
{
public:
    explicit FocusProxyGuard(QWidget &widget)
        : m_widget(widget)
    {
    }
    FocusProxyGuard(const FocusProxyGuard &) = delete;
    FocusProxyGuard &operator=(const FocusProxyGuard &) = delete;
    ~FocusProxyGuard() { m_widget.setFocusProxy(nullptr); }

private:
    QWidget &m_widget;
};

} // namespace Design
