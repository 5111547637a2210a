#pragma once

#include <QVarLengthArray>

namespace Design::Compiled
{

/// Which members or items of one value some keyword has evaluated, for unevaluatedProperties and
/// unevaluatedItems. Members count by their place in the value. No allocation up to 256 of them.
class Evaluated
{
public:
    void markAll() { m_all = true; }

    /// Everything before this place.
    void markUpTo(qsizetype end) { m_end = qMax(m_end, end); }

    void mark(qsizetype at)
    {
        const qsizetype word = at / 64;
        while (m_words.size() <= word)
            m_words.append(0);
        m_words[word] |= quint64{1} << (at % 64);
    }

    bool contains(qsizetype at) const
    {
        if (m_all || at < m_end)
            return true;
        return at / 64 < m_words.size() && (m_words[at / 64] >> (at % 64)) & 1;
    }

    void add(const Evaluated &other)
    {
        m_all |= other.m_all;
        markUpTo(other.m_end);
        while (m_words.size() < other.m_words.size())
            m_words.append(0);
        for (qsizetype i = 0; i < other.m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
    }

private:
    bool m_all = false;
    qsizetype m_end = 0;
    QVarLengthArray<quint64, 4> m_words;
};

} // namespace Design::Compiled
