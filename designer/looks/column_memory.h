#pragma once

#include <QHash>
#include <QObject>
#include <QVariantMap>

namespace Design
{

/// The widths that somebody has given to the columns of tables, by kind of table: all tables of a
/// kind have the same, in every window.
class ColumnMemory : public QObject
{
    Q_OBJECT

public:
    static ColumnMemory &shared();

    /// In pixels, by column; 0 for one that was hidden. Empty as long as nobody has chosen any.
    QList<int> widths(const QString &kind) const { return m_widths.value(kind); }
    void setWidths(const QString &kind, const QList<int> &widths); ///< an empty list forgets

    bool isEmpty() const { return m_widths.isEmpty(); }
    /// All of them, to be kept for the next time.
    QVariantMap state() const;
    void restore(const QVariantMap &state);

Q_SIGNALS:
    void changed(const QString &kind);

private:
    QHash<QString, QList<int>> m_widths;
};

} // namespace Design
