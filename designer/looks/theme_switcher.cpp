#include "designer/looks/theme_switcher.h"

#include "designer/looks/looks_style.h"
#include "designer/looks/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleHints>
#include <QToolTip>

namespace Design
{

// Without a desktop that names a font, fontconfig's last resort is wide and dated: take a better
// one when it is there. What a desktop has set stays.
static void improveFont()
{
    const bool isLastResort =
        QFontInfo(QApplication::font()).family().startsWith(QLatin1String("DejaVu Sans"));
    if (!isLastResort)
        return;
    for (const QString &family : {QStringLiteral("Inter"), QStringLiteral("Noto Sans")}) {
        if (QFontDatabase::hasFamily(family)) {
            QFont font = QApplication::font();
            font.setFamily(family);
            QApplication::setFont(font);
            return;
        }
    }
}

ThemeSwitcher::ThemeSwitcher(QObject *parent)
    : QObject(parent)
    , m_systemPalette(QApplication::palette())
{
    improveFont();
    QApplication::setStyle(new LooksStyle);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &ThemeSwitcher::apply);
#endif
    apply();
}

void ThemeSwitcher::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
    Q_EMIT choiceChanged(choice);
}

bool ThemeSwitcher::isSystemDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_systemPalette.color(QPalette::Window).lightness() < 128;
}

void ThemeSwitcher::apply()
{
    const bool dark =
        m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && isSystemDark());
    const QPalette palette = (dark ? Theme::dark() : Theme::light()).palette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

ThemeChoice themeChoiceFromName(QStringView name)
{
    if (name.compare(QLatin1String("light"), Qt::CaseInsensitive) == 0)
        return ThemeChoice::Light;
    if (name.compare(QLatin1String("dark"), Qt::CaseInsensitive) == 0)
        return ThemeChoice::Dark;
    return ThemeChoice::System;
}

QString themeChoiceName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace Design
