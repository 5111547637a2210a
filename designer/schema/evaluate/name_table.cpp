#include "designer/schema/evaluate/name_table.h"

namespace Design
{

namespace
{

constexpr quint32 seedsToTry = 8;
constexpr size_t smallTable = 16; // names: these get more room, and so nearly never collide

} // namespace

NameTable::NameTable(const QStringList &names)
    : m_names(names.begin(), names.end())
{
    if (m_names.size() <= few) {
        for (size_t i = 0; i < m_names.size(); ++i) {
            if (indexOf(m_names[i]) < 0)
                m_slots.push_back({Ends(m_names[i]), static_cast<int>(i)});
        }
        return;
    }
    const quint32 room = m_names.size() <= smallTable ? 4 : 2;
    const quint32 size = std::bit_ceil(static_cast<quint32>(m_names.size()) * room);
    m_mask = size - 1;
    m_shift = 32 - std::countr_zero(size);
    size_t fewest = m_names.size() + 1;
    quint32 best = 0;
    for (m_seed = 0; m_seed < seedsToTry && fewest > 0; ++m_seed) {
        std::vector<bool> taken(size);
        size_t collisions = 0;
        for (const QString &each : m_names) {
            const quint32 at = hash(Ends(each), each) >> m_shift;
            collisions += taken[at] ? 1 : 0;
            taken[at] = true;
        }
        if (collisions < fewest) {
            fewest = collisions;
            best = m_seed;
        }
    }
    m_seed = best;
    m_slots.resize(size);
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (indexOf(m_names[i]) >= 0)
            continue;
        const Ends ends(m_names[i]);
        quint32 at = hash(ends, m_names[i]) >> m_shift;
        while (m_slots[at].index >= 0)
            at = (at + 1) & m_mask;
        m_slots[at] = {ends, static_cast<int>(i)};
    }
}

} // namespace Design
