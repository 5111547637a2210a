#include "designer/document/text_splice.h"

#include <algorithm>
#include <cstring>

namespace Design
{

// Far more than a line, so that a large text is looked through at the speed of the memory.
static constexpr qsizetype block = 4096;

static qsizetype sameAtStart(const QByteArray &a, const QByteArray &b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same + block <= most &&
           std::memcmp(a.constData() + same, b.constData() + same, block) == 0)
        same += block;
    while (same < most && a.at(same) == b.at(same))
        ++same;
    return same;
}

/// At most that many bytes.
static qsizetype sameAtEnd(const QByteArray &a, const QByteArray &b, qsizetype most)
{
    const char *const endOfA = a.constData() + a.size();
    const char *const endOfB = b.constData() + b.size();
    qsizetype same = 0;
    while (same + block <= most &&
           std::memcmp(endOfA - same - block, endOfB - same - block, block) == 0)
        same += block;
    while (same < most && *(endOfA - same - 1) == *(endOfB - same - 1))
        ++same;
    return same;
}

static QByteArray replaced(const QByteArray &text, qsizetype start, qsizetype length,
                           const QByteArray &with)
{
    QByteArray result;
    result.reserve(text.size() - length + with.size());
    result.append(text.constData(), start).append(with);
    return result.append(text.constData() + start + length, text.size() - start - length);
}

TextSplice::TextSplice(const QByteArray &before, const QByteArray &after)
{
    if (before.constData() == after.constData() && before.size() == after.size())
        return; // they are one: nothing has to be looked through
    m_start = sameAtStart(before, after);
    const qsizetype end = sameAtEnd(before, after, std::min(before.size(), after.size()) - m_start);
    m_removed = before.mid(m_start, before.size() - end - m_start);
    m_inserted = after.mid(m_start, after.size() - end - m_start);
}

QByteArray TextSplice::done(const QByteArray &before) const
{
    return isEmpty() ? before : replaced(before, m_start, m_removed.size(), m_inserted);
}

QByteArray TextSplice::undone(const QByteArray &after) const
{
    return isEmpty() ? after : replaced(after, m_start, m_inserted.size(), m_removed);
}

} // namespace Design
