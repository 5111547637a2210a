#pragma once

#include <QColor>
#include <QPalette>
#include <QStringView>

namespace Design
{

/// Every colour of the program. Text colours keep a contrast of 4.5:1 to window, base, raised and
/// selection, the outline keeps 3:1 (WCAG 2.1, 1.4.3 and 1.4.11).
struct Theme {
    QColor window;  ///< bars and side panes: what lies behind
    QColor base;    ///< lists, forms and texts: what is worked in
    QColor raised;  ///< table headers, buttons, chips, the row under the pointer
    QColor border;  ///< lines between regions
    QColor outline; ///< frames of controls, empty check boxes
    QColor text;
    QColor dim;       ///< what is said beside
    QColor accent;    ///< links, keys, the focus, the one main button
    QColor onAccent;  ///< text on accent
    QColor selection; ///< selected rows and text
    QColor good;
    QColor warning;
    QColor bad;
    QColor literal; ///< numbers and words such as `true` in source texts

    static const Theme &light();
    static const Theme &dark();
    /// The one that the application's palette was made from.
    static const Theme &current();

    bool isDark() const;
    QPalette palette() const;
    /// For the head of an HTML page that QTextDocument shows.
    QString styleSheet() const;
    QColor forMethod(QStringView method) const; ///< GET, post ...
    QColor forStatus(int status) const;
};

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1).
double contrast(const QColor &a, const QColor &b);

/// The colour that amount (0 to 1) of `over` on `under` gives.
QColor mixed(const QColor &under, const QColor &over, double amount);

} // namespace Design
