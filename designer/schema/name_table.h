#pragma once

#include <QStringList>

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
            if (index < 0 || m_names[static_cast<size_t>(index)] == name)
                return index;
        }
    }

private:
    quint32 hash(QStringView name) const;

    std::vector<QString> m_names;
    std::vector<int> m_slots; ///< power of two, at most half full, -1 for empty
    quint32 m_mask = 0;
    int m_shift = 0;
    quint32 m_seed = 0;
};

} // namespace Design
