#pragma once

#include <QVariantMap>

class MainWindow;

// What is remembered of a window for the next time: its file, its place, its tabs and what was
// selected. Nodes are remembered by their JSON Pointers, since ids are given out anew.

QVariantMap sessionOf(MainWindow &window);
QString sessionFile(const QVariantMap &session);
/// Opens the file; tabs and selection follow as soon as it has been read.
void restoreWindow(MainWindow &window, const QVariantMap &session);
