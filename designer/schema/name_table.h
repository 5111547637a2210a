#pragma once

#include <QStringList>

#include <bit>
#include <cstring>
#include <vector>

namespace Design
{

/// Finds a name's index among names that are known beforehand, with one comparison of strings.
class NameTable
{
public:
    NameTable() = default;
    explicit NameTable(const QStringList &names); ///< of equal names the first counts

    int size() const { return static_cast<int>(m_names.size()); }
    const QString &name(int index) const { return m_names[static_cast<size_t>(index)]; }

    /// -1 when it is none of them.
    int indexOf(QStringView name) const
    {
        if (m_slots.empty())
            return -1;
        for (quint32 at = hash(name) >> m_shift;; at = (at + 1) & m_mask) {
            const int index = m_slots[at];
            if (index < 0 || isEqual(m_names[static_cast<size_t>(index)], name))
                return index;
        }
    }

private:
    static bool isEqual(const QString &a, QStringView b)
    {
        return a.size() == b.size() &&
               std::memcmp(a.constData(), b.data(), static_cast<size_t>(b.size()) * 2) == 0;
    }
    static quint64 load(const QChar *at)
    {
        quint64 value = 0;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    quint32 hash(QStringView name) const;

    std::vector<QString> m_names;
    std::vector<int> m_slots; ///< power of two, at most half full, -1 for empty
    quint32 m_mask = 0;
    int m_shift = 0;
    quint32 m_seed = 0;
};

// The length and the eight characters at both ends tell the properties of nearly every schema
// apart; the seed is chosen so that no two of them meet.
inline quint32 NameTable::hash(QStringView name) const
{
    const qsizetype size = name.size();
    quint64 mixed = static_cast<quint64>(size);
    if (size >= 4) {
        mixed ^= load(name.data()) * 0x9e3779b97f4a7c15U;
        mixed ^= std::rotl(load(name.data() + size - 4), 23) * 0xc2b2ae3d27d4eb4fU;
        if (size > 8)
            mixed ^= load(name.data() + size / 2 - 2) * 0x165667b19e3779f9U;
    } else {
        for (const QChar c : name)
            mixed = mixed * 0x1000193U + c.unicode();
    }
    mixed = (mixed ^ (mixed >> 29) ^ m_seed) * 0xbf58476d1ce4e5b9U;
    return static_cast<quint32>(mixed >> 32);
}

} // namespace Design
