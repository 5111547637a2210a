#pragma once

#include <QObject>
#include <QPalette>

namespace Design
{

enum class ThemeChoice { System, Light, Dark };

/// Gives the application its style, fonts and palette, and follows the system where it is asked
/// to. Widgets learn of a change as of any change of the palette (QEvent::PaletteChange).
class ThemeSwitcher : public QObject
{
    Q_OBJECT

public:
    /// Call once, after the QApplication and before the first widget.
    explicit ThemeSwitcher(QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

Q_SIGNALS:
    void choiceChanged(Design::ThemeChoice choice);

private:
    bool isSystemDark() const;
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    QPalette m_systemPalette; ///< as the desktop gave it, before we put ours in
};

/// "system", "light", "dark"; anything else gives System.
ThemeChoice themeChoiceFromName(QStringView name);
QString themeChoiceName(ThemeChoice choice);

} // namespace Design
