#include "designer/looks/column_memory.h"

namespace Design
{

ColumnMemory &ColumnMemory::shared()
{
    static ColumnMemory memory;
    return memory;
}

void ColumnMemory::setWidths(const QString &kind, const QList<int> &widths)
{
    if (m_widths.value(kind) == widths)
        return;
    if (widths.isEmpty())
        m_widths.remove(kind);
    else
        m_widths.insert(kind, widths);
    Q_EMIT changed(kind);
}

QVariantMap ColumnMemory::state() const
{
    QVariantMap state;
    for (auto it = m_widths.cbegin(); it != m_widths.cend(); ++it) {
        QVariantList widths;
        for (const int width : *it)
            widths.append(width);
        state.insert(it.key(), widths);
    }
    return state;
}

void ColumnMemory::restore(const QVariantMap &state)
{
    QHash<QString, QList<int>> before = std::exchange(m_widths, {});
    for (auto it = state.cbegin(); it != state.cend(); ++it) {
        QList<int> widths;
        for (const QVariant &width : it->toList())
            widths.append(width.toInt());
        m_widths.insert(it.key(), widths);
        before.remove(it.key());
        Q_EMIT changed(it.key());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        Q_EMIT changed(it.key());
}

} // namespace Design
