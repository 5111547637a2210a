#pragma once

#include <QList>
#include <QString>

namespace Design
{

/// The text's code points; halves of surrogate pairs stay as they are.
inline QList<char32_t> codePoints(QStringView text)
{
    QList<char32_t> result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        result.append(c);
    }
    return result;
}

} // namespace Design
