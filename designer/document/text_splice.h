#pragma once

#include <QByteArray>

namespace Design
{

/// What makes one text of another, both ways, and no more of either than where they differ: what
/// stands between the bytes that both begin with and those that both end with.
class TextSplice
{
public:
    TextSplice() = default;
    TextSplice(const QByteArray &before, const QByteArray &after);

    bool isEmpty() const { return m_removed.isEmpty() && m_inserted.isEmpty(); }
    QByteArray done(const QByteArray &before) const;
    QByteArray undone(const QByteArray &after) const;

private:
    qsizetype m_start = 0; ///< in bytes, of either text
    QByteArray m_removed;
    QByteArray m_inserted;
};

} // namespace Design
