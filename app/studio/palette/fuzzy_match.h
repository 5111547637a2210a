#pragma once

#include <QStringView>

/// How well the letters of the pattern, in their order, fit into the text: higher is better, -1
/// when they do not. Case does not matter; beginnings of words and runs of letters count more.
int fuzzyScore(QStringView pattern, QStringView text);
