#include "app/studio/palette/fuzzy_match.h"

#include <QChar>

#include <algorithm>

static bool beginsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(at).isUpper());
}

int fuzzyScore(QStringView pattern, QStringView text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        // The beginning of a word where there is one further on, else the next such letter.
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text.at(i).toCaseFolded() != wanted.toCaseFolded())
                continue;
            if (i == last + 1 || beginsWord(text, i)) {
                found = i;
                break;
            }
            if (found < 0)
                found = i;
        }
        if (found < 0)
            return -1;
        score += found == last + 1 ? 12 : beginsWord(text, found) ? 8 : 1;
        last = found;
        at = found + 1;
    }
    // Of two that fit alike the shorter one is meant.
    return score * 100 + static_cast<int>(std::max<qsizetype>(0, 99 - text.size()));
}
