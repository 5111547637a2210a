#include "mockserver/state/store_table.h"

#include "designer/text/json_writer.h"

#include <algorithm>
#include <cmath>

using Design::Json;
using Design::JsonObject;

namespace Mock
{

namespace
{

/// Null when one of the fields is absent or null: nothing equals nothing.
QString uniqueText(const JsonObject &row, const QStringList &fields)
{
    QString text;
    for (const QString &field : fields) {
        const Json value = row.value(field);
        if (value.isUndefined() || value.isNull())
            return {};
        const QString part = keyText(value);
        text += QString::number(part.size()) + u':' + part;
    }
    return text;
}

} // namespace

QString keyText(const Json &value)
{
    if (value.isString())
        return value.string();
    if (value.isNumber() && !value.isInteger()) {
        const double number = value.toDouble();
        constexpr double exact = 9007199254740992.0;
        if (std::trunc(number) == number && std::abs(number) < exact)
            return QString::number(static_cast<qint64>(number));
    }
    return QString::fromUtf8(Design::writeJson(value));
}

StoreTable::StoreTable(const QString &key, const QList<QStringList> &unique)
    : m_key(key)
    , m_unique(unique)
    , m_byUnique(unique.size())
{
}

quint64 StoreTable::find(const Json &key) const
{
    return key.isUndefined() || key.isNull() ? 0 : m_byKey.value(keyText(key));
}

const JsonObject *StoreTable::row(quint64 order) const
{
    const auto it = m_rows.find(order);
    return it == m_rows.end() ? nullptr : &it->second;
}

QStringList StoreTable::taken(const JsonObject &row, quint64 except) const
{
    const quint64 sameKey = find(row.value(m_key));
    if (sameKey != 0 && sameKey != except)
        return {m_key};
    for (qsizetype i = 0; i < m_unique.size(); ++i) {
        const QString text = uniqueText(row, m_unique[i]);
        const auto [begin, end] = m_byUnique[i].equal_range(text);
        const auto isOther = [except](quint64 order) { return order != except; };
        if (!text.isNull() && std::any_of(begin, end, isOther))
            return m_unique[i];
    }
    return {};
}

void StoreTable::put(quint64 order, const JsonObject &row)
{
    remove(order);
    m_rows.insert_or_assign(order, row);
    m_lastOrder = std::max(m_lastOrder, order);
    index(order, row);
}

void StoreTable::remove(quint64 order)
{
    const auto it = m_rows.find(order);
    if (it == m_rows.end())
        return;
    unindex(order, it->second);
    m_rows.erase(it);
}

void StoreTable::index(quint64 order, const JsonObject &row)
{
    const Json key = row.value(m_key);
    if (!key.isUndefined() && !key.isNull())
        m_byKey.insert(keyText(key), order);
    for (qsizetype i = 0; i < m_unique.size(); ++i) {
        const QString text = uniqueText(row, m_unique[i]);
        if (!text.isNull())
            m_byUnique[i].insert(text, order);
    }
    for (const JsonObject::Member &member : row) {
        if (member.value.isInt64()) {
            qint64 &last = m_counters[member.key];
            last = std::max(last, member.value.toInt64());
        }
    }
}

void StoreTable::unindex(quint64 order, const JsonObject &row)
{
    const Json key = row.value(m_key);
    if (!key.isUndefined() && !key.isNull())
        m_byKey.remove(keyText(key));
    for (qsizetype i = 0; i < m_unique.size(); ++i) {
        const QString text = uniqueText(row, m_unique[i]);
        if (!text.isNull())
            m_byUnique[i].remove(text, order);
    }
}

qint64 StoreTable::nextCount(const QString &field)
{
    return ++m_counters[field];
}

} // namespace Mock
