#pragma once

#include "designer/text/json.h"

#include <QHash>
#include <QMultiHash>
#include <QStringList>

#include <map>

namespace Mock
{

/// The rows of one store in the order in which they were made, found by key and by unique fields.
class StoreTable
{
public:
    using Rows = std::map<quint64, Design::JsonObject>; ///< by order

    StoreTable() = default;
    StoreTable(const QString &key, const QList<QStringList> &unique);

    const Rows &rows() const { return m_rows; }
    /// The order of the row with this key; 0 without one.
    quint64 find(const Design::Json &key) const;
    const Design::JsonObject *row(quint64 order) const;
    /// The fields by which another row than `except` is equal already; empty: none are.
    QStringList taken(const Design::JsonObject &row, quint64 except = 0) const;

    quint64 newOrder() { return ++m_lastOrder; }
    void put(quint64 order, const Design::JsonObject &row); ///< adds or replaces
    void remove(quint64 order);

    /// The next value of a field that counts: one more than every value there was.
    qint64 nextCount(const QString &field);
    const QHash<QString, qint64> &counters() const { return m_counters; }
    void setCounters(const QHash<QString, qint64> &counters) { m_counters = counters; }

private:
    void index(quint64 order, const Design::JsonObject &row);
    void unindex(quint64 order, const Design::JsonObject &row);

    QString m_key;
    QList<QStringList> m_unique;
    Rows m_rows;
    QHash<QString, quint64> m_byKey;
    /// Several rows of one text are there when an edit of the design has made the fields unique.
    QList<QMultiHash<QString, quint64>> m_byUnique;
    QHash<QString, qint64> m_counters; ///< the last value given out
    quint64 m_lastOrder = 0;
};

/// A value as the text by which rows are found: 1, 1.0 and "1" are the same.
QString keyText(const Design::Json &value);

} // namespace Mock
