#pragma once

#include "tests/studio/window_test.h"

#include <QString>

#include <functional>

/// One of the window's main views, and how to get there from an open sample.
struct Screen {
    QString name;
    std::function<void(WindowTest &test)> show;
};

QList<Screen> allScreens();

// What somebody with good eyes would complain of; each finding names the widget and its text.

/// Texts that have less room than they need, and controls that stand out of their place.
QStringList cutTexts(const QWidget &window);
/// Texts with less contrast than 4.5:1 to what is behind them, by the pixels.
QStringList weakTexts(const QWidget &window);
/// Panes that are bright in the dark, or dark in the light.
QStringList strangePanes(const QWidget &window, bool isDark);
/// Largest contrast between any two pixels of a part of the widget.
double contrastIn(const QWidget &widget, const QRect &part);
