#include "designer/text/text_pool.h"

#include "designer/text/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace Design
{

TextPool::TextPool(qsizetype documentSize)
{
    if (documentSize > 1024)
        m_slots.resize(
            std::bit_ceil(static_cast<size_t>(std::min(documentSize / 16, qsizetype{8192}))));
}

QString TextPool::asciiText(QByteArrayView ascii)
{
    if (ascii.isEmpty())
        return QStringLiteral("");
    constexpr qsizetype longest = 64;
    if (m_slots.empty() || ascii.size() > longest)
        return QString::fromLatin1(ascii);
    constexpr quint64 odd = 0x9E3779B97F4A7C15U;
    auto hash = static_cast<quint64>(ascii.size());
    const char *at = ascii.data();
    const char *const end = at + ascii.size();
    for (; end - at >= 8; at += 8) {
        quint64 eight = 0;
        std::memcpy(&eight, at, 8);
        hash = (hash ^ eight) * odd;
        hash ^= hash >> 32;
    }
    quint64 rest = 0;
    std::memcpy(&rest, at, static_cast<size_t>(end - at));
    hash = (hash ^ rest) * odd;
    QString &slot = m_slots[(hash >> 40) & (m_slots.size() - 1)];
    if (slot != QLatin1String(ascii.data(), ascii.size()))
        slot = QString::fromLatin1(ascii);
    return slot;
}

QString TextPool::text(QByteArrayView utf8)
{
    return isAscii(utf8) ? asciiText(utf8) : toText(utf8);
}

} // namespace Design
