#pragma once

#include <QStringList>

#include <bit>
#include <cstring>
#include <vector>

namespace Design
{

/// Finds a name's index among names that are known beforehand. Names of up to eight characters are
/// compared where they are looked up, longer ones once more as a whole.
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
        const Ends ends(name);
        if (m_slots.size() <= few) { // nearly always an enum: looking at each is faster than a hash
            for (const Slot &slot : m_slots) {
                if (slot.ends == ends && isWhole(slot, name))
                    return slot.index;
            }
            return -1;
        }
        for (quint32 at = hash(ends, name) >> m_shift;; at = (at + 1) & m_mask) {
            const Slot &slot = m_slots[at];
            if (slot.index < 0 || (slot.ends == ends && isWhole(slot, name)))
                return slot.index;
        }
    }

private:
    /// The length and the four characters at both ends, all of a shorter name.
    struct Ends {
        quint64 head = 0;
        quint64 tail = 0;
        qsizetype size = 0;

        Ends() = default;
        explicit Ends(QStringView name)
            : size(name.size())
        {
            if (size >= loaded) {
                head = load(name.data());
                tail = load(name.data() + size - loaded);
            } else {
                for (const QChar c : name)
                    head = head << 16 | c.unicode();
            }
        }
        bool operator==(const Ends &) const = default;
    };
    struct Slot {
        Ends ends;
        int index = -1; ///< -1: empty
    };

    static constexpr qsizetype loaded = 4; // characters at a time
    static constexpr size_t few = 4;       // names, without empty slots between them

    static quint64 load(const QChar *at)
    {
        quint64 value = 0;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    bool isWhole(const Slot &slot, QStringView name) const
    {
        return name.size() <= 2 * loaded || m_names[static_cast<size_t>(slot.index)] == name;
    }
    quint32 hash(const Ends &ends, QStringView name) const;

    std::vector<QString> m_names;
    std::vector<Slot> m_slots; ///< those of a few names; else a power of two, at most half full
    quint32 m_mask = 0;
    int m_shift = 0;
    quint32 m_seed = 0;
};

// The length, both ends and the middle tell the properties of nearly every schema apart; the seed
// is chosen so that no two of them meet.
inline quint32 NameTable::hash(const Ends &ends, QStringView name) const
{
    quint64 mixed = static_cast<quint64>(ends.size);
    mixed ^= ends.head * 0x9e3779b97f4a7c15U;
    mixed ^= std::rotl(ends.tail, 23) * 0xc2b2ae3d27d4eb4fU;
    if (ends.size > 2 * loaded)
        mixed ^= load(name.data() + ends.size / 2 - 2) * 0x165667b19e3779f9U;
    mixed = (mixed ^ (mixed >> 29) ^ m_seed) * 0xbf58476d1ce4e5b9U;
    return static_cast<quint32>(mixed >> 32);
}

} // namespace Design
