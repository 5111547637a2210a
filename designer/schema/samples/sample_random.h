#pragma once

#include <QStringView>

namespace Design
{

/// A key for one place in a sample: the same place always gets the same numbers. FNV-1a, because
/// qHash() may differ between machines.
inline quint64 keyBelow(quint64 key, QStringView step)
{
    constexpr quint64 prime = 0x100000001b3U;
    key = (key ^ 0x2fU) * prime;
    for (const QChar c : step)
        key = (key ^ c.unicode()) * prime;
    return key;
}

/// Numbers that look random and follow from the key alone (SplitMix64).
class SampleRandom
{
public:
    explicit SampleRandom(quint64 key)
        : m_state(key)
    {
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31);
    }

    /// 0 up to bound - 1; 0 for a bound below 1.
    qint64 below(qint64 bound)
    {
        return bound < 1 ? 0 : static_cast<qint64>(next() % static_cast<quint64>(bound));
    }

    qint64 between(qint64 least, qint64 most) { return least + below(most - least + 1); }

    template<class List>
    const auto &pick(const List &list)
    {
        return list[static_cast<typename List::size_type>(
            below(static_cast<qint64>(std::size(list))))];
    }

private:
    quint64 m_state;
};

} // namespace Design
