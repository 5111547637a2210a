#include "designer/looks/theme.h"

#include <QGuiApplication>

#include <cmath>

namespace Design
{

const Theme &Theme::light()
{
    static const Theme theme{
        .window = QColor(0xf2, 0xf3, 0xf7),
        .base = QColor(0xff, 0xff, 0xff),
        .raised = QColor(0xe7, 0xe9, 0xef),
        .border = QColor(0xd9, 0xdc, 0xe4),
        .outline = QColor(0x78, 0x80, 0x90),
        .text = QColor(0x1c, 0x20, 0x29),
        .dim = QColor(0x56, 0x5d, 0x6b),
        .accent = QColor(0x3d, 0x4f, 0xd0),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .selection = QColor(0xdd, 0xe3, 0xfb),
        .good = QColor(0x17, 0x70, 0x3a),
        .warning = QColor(0x84, 0x50, 0x00),
        .bad = QColor(0xb8, 0x23, 0x2b),
        .literal = QColor(0x84, 0x38, 0xa3),
    };
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme{
        .window = QColor(0x16, 0x18, 0x1d),
        .base = QColor(0x1d, 0x20, 0x26),
        .raised = QColor(0x29, 0x2d, 0x35),
        .border = QColor(0x31, 0x35, 0x3e),
        .outline = QColor(0x80, 0x87, 0x96),
        .text = QColor(0xe3, 0xe6, 0xec),
        .dim = QColor(0xa4, 0xab, 0xb8),
        .accent = QColor(0x93, 0xa5, 0xff),
        .onAccent = QColor(0x11, 0x15, 0x2a),
        .selection = QColor(0x2d, 0x37, 0x61),
        .good = QColor(0x72, 0xd2, 0x94),
        .warning = QColor(0xe6, 0xb4, 0x5c),
        .bad = QColor(0xff, 0x95, 0x90),
        .literal = QColor(0xd5, 0xa6, 0xf2),
    };
    return theme;
}

const Theme &Theme::current()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? dark() : light();
}

bool Theme::isDark() const
{
    return window.lightness() < 128;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, mixed(base, window, 0.6));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, dim);
    palette.setColor(QPalette::Button, raised);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::ToolTipBase, raised);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, selection);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, raised);
    palette.setColor(QPalette::Midlight, raised);
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, outline);
    palette.setColor(QPalette::Shadow, isDark() ? QColor(Qt::black) : outline);
    const QColor faint = mixed(window, dim, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Base, mixed(window, base, 0.5));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, raised);
    return palette;
}

QString Theme::styleSheet() const
{
    return QStringLiteral("body, td, th, li, p { color: %1; }"
                          "a { color: %2; text-decoration: none; }"
                          "th { color: %3; font-weight: normal; text-align: left; }"
                          "code, pre { color: %1; background-color: %4; }"
                          "pre { white-space: pre-wrap; }"
                          ".dim { color: %3; } .good { color: %5; } .warning { color: %6; }"
                          ".bad { color: %7; } .literal { color: %8; }")
        .arg(text.name(), accent.name(), dim.name(), raised.name(), good.name(), warning.name(),
             bad.name(), literal.name());
}

QColor Theme::forMethod(QStringView method) const
{
    const auto is = [method](QLatin1String name) {
        return method.compare(name, Qt::CaseInsensitive) == 0;
    };
    if (is(QLatin1String("get")))
        return good;
    if (is(QLatin1String("post")))
        return accent;
    if (is(QLatin1String("put")) || is(QLatin1String("patch")))
        return warning;
    if (is(QLatin1String("delete")))
        return bad;
    return dim;
}

QColor Theme::forStatus(int status) const
{
    if (status >= 500)
        return bad;
    if (status >= 400)
        return warning;
    if (status >= 300)
        return accent;
    return status >= 200 ? good : dim;
}

static double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QColor mixed(const QColor &under, const QColor &over, double amount)
{
    const auto mix = [amount](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * amount));
    };
    return QColor(mix(under.red(), over.red()), mix(under.green(), over.green()),
                  mix(under.blue(), over.blue()));
}

} // namespace Design
