#include "mockserver/panel/traffic/traffic_model.h"

#include <QLocale>

#include <algorithm>

namespace Mock
{

TrafficModel::TrafficModel(const Design::DesignDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
}

qsizetype TrafficModel::bytesOf(const Exchange &exchange)
{
    return exchange.request.body.size() + exchange.response.body.size();
}

void TrafficModel::append(const QList<Exchange> &batch)
{
    QList<Exchange> fresh;
    for (const Exchange &exchange : batch) {
        if (m_underWay.contains(exchange.number))
            replace(exchange);
        else
            fresh.append(exchange);
    }
    insert(fresh);
}

void TrafficModel::insert(const QList<Exchange> &batch)
{
    // Of a batch that would not fit, only its end comes in.
    qsizetype first = batch.size();
    qsizetype bytes = 0;
    while (first > 0 && batch.size() - first < mostRows &&
           bytes + bytesOf(batch.at(first - 1)) <= mostBytes) {
        --first;
        bytes += bytesOf(batch.at(first));
    }
    const auto fresh = static_cast<int>(batch.size() - first);
    if (fresh == 0)
        return;

    int gone = 0;
    qsizetype left = m_bytes;
    const auto count = static_cast<int>(m_rows.size());
    while (gone < count && (count - gone + fresh > mostRows || left + bytes > mostBytes)) {
        const Exchange &oldest = m_rows[static_cast<size_t>(gone)].exchange;
        left -= bytesOf(oldest);
        m_underWay.remove(oldest.number);
        ++gone;
    }
    if (gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + gone);
        endRemoveRows();
    }
    const auto at = static_cast<int>(m_rows.size());
    beginInsertRows({}, at, at + fresh - 1);
    for (const Exchange &exchange : batch.sliced(first)) {
        m_rows.push_back({exchange, Mock::why(exchange, m_document.api(), m_document.index())});
        if (exchange.isUnderWay)
            m_underWay.insert(exchange.number);
    }
    m_bytes = left + bytes;
    endInsertRows();
}

void TrafficModel::update(const QList<Exchange> &batch)
{
    for (const Exchange &exchange : batch)
        replace(exchange);
}

void TrafficModel::replace(const Exchange &exchange)
{
    const auto found = std::find_if(m_rows.rbegin(), m_rows.rend(), [&exchange](const Row &row) {
        return row.exchange.number == exchange.number;
    });
    if (found == m_rows.rend())
        return; // it was cleared, or is too old
    if (found->exchange.isUnderWay)
        found->why = Mock::why(exchange, m_document.api(), m_document.index());
    if (!exchange.isUnderWay)
        m_underWay.remove(exchange.number);
    m_bytes += bytesOf(exchange) - bytesOf(found->exchange);
    found->exchange = exchange;
    const auto row = static_cast<int>(std::distance(found, m_rows.rend())) - 1;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TrafficModel::clear()
{
    if (m_rows.empty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
    m_rows.clear();
    m_underWay.clear();
    m_bytes = 0;
    endRemoveRows();
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TrafficModel::text(const Row &row, int column) const
{
    const Exchange &exchange = row.exchange;
    switch (column) {
    case TimeColumn:
        return exchange.time.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    case MethodColumn:
        return QString::fromLatin1(exchange.request.method);
    case PathColumn:
        return QString::fromUtf8(exchange.request.target);
    case StatusColumn:
        if (exchange.isUnderWay)
            return exchange.response.status > 0
                       ? QString::number(exchange.response.status) + QStringLiteral(" …")
                       : QStringLiteral("…");
        return QString::number(exchange.response.status);
    case WhyColumn:
        return row.why.sentence;
    case DurationColumn:
        if (exchange.isUnderWay)
            return {};
        return QLocale().toString(static_cast<double>(exchange.nanoseconds) / 1e6, 'f', 1);
    default:
        return {};
    }
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == StatusColumn)
            return statusWords(row.exchange);
        if (index.column() == WhyColumn && !row.why.place.isEmpty())
            return tr("%1. The rule: %2").arg(row.why.sentence, row.why.place);
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == StatusColumn)
            return statusWords(row.exchange);
        if (index.column() == TimeColumn)
            return tr("Request %1 at %2, answered by revision %3 of the design")
                .arg(QLocale().toString(row.exchange.number),
                     QLocale().toString(row.exchange.time.toLocalTime()),
                     QLocale().toString(row.exchange.revision));
        return index.column() == WhyColumn || index.column() == PathColumn
                   ? text(row, index.column())
                   : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == DurationColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                : QVariant();
    case PlaceRole:
        return row.why.place;
    case StatusRole:
        return row.exchange.response.status;
    default:
        return {};
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == DurationColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case MethodColumn:
        return tr("Method");
    case PathColumn:
        return tr("Path");
    case StatusColumn:
        return tr("Status");
    case WhyColumn:
        return tr("Why");
    case DurationColumn:
        return tr("ms");
    default:
        return {};
    }
}

} // namespace Mock
