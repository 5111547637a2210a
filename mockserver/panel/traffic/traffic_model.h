#pragma once

#include "designer/document/design_document.h"
#include "mockserver/panel/traffic/exchange_words.h"

#include <QAbstractTableModel>
#include <QSet>

#include <deque>

namespace Mock
{

/// The last requests and their answers, oldest first: at most 5,000 of them and at most 64 MiB of
/// bodies. Why a request was refused is put into words when it comes in, so that an old row does
/// not change its mind with the design.
class TrafficModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        MethodColumn,
        PathColumn,
        StatusColumn,
        WhyColumn,
        DurationColumn,
        ColumnCount
    };
    enum Role { PlaceRole = Qt::UserRole + 1, StatusRole };
    static constexpr int mostRows = 5000;
    static constexpr qsizetype mostBytes = 64 * 1024 * 1024;

    explicit TrafficModel(const Design::DesignDocument &document, QObject *parent = nullptr);

    /// Those that were under way take the places that they have.
    void append(const QList<Exchange> &batch);
    /// Exchanges that are shown already, with what their tasks have come to since.
    void update(const QList<Exchange> &batch);
    void clear();
    const Exchange &exchange(int row) const { return m_rows[static_cast<size_t>(row)].exchange; }
    const Why &why(int row) const { return m_rows[static_cast<size_t>(row)].why; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Row {
        Exchange exchange;
        Why why;
    };
    static qsizetype bytesOf(const Exchange &exchange);
    QString text(const Row &row, int column) const;
    void insert(const QList<Exchange> &batch);
    void replace(const Exchange &exchange);

    const Design::DesignDocument &m_document;
    std::deque<Row> m_rows;
    QSet<quint64> m_underWay; ///< the numbers of those shown that are
    qsizetype m_bytes = 0;
};

} // namespace Mock
