#pragma once

#include "designer/itemmodels/cell_table.h"
#include "designer/itemmodels/tree_model.h"
#include "designer/model/api.h"
#include "mockserver/panel/requests/named_parts.h"

namespace Mock
{

/// A row of the table below.
struct RequestPartRow {
    QString in; ///< path, query, header, cookie; empty: the place for a new one
    QString name;
    QString value;
    bool isSent = true; ///< else the route takes it and the request does without
    qsizetype at = -1;  ///< its place among those that are sent and stand in the same
    bool isRequired = false;
    QString type; ///< what the design says about the value
    QStringList words;
    bool operator==(const RequestPartRow &) const = default;
};

/// What a request has beside its body, a row each, and what the route could take beyond that.
/// `name=value` or `Name: value` adds something; a value that is emptied is not sent.
class RequestPartsModel : public Design::TreeModel<RequestPartRow>, public Design::RowTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, InColumn, ValueColumn, ColumnCount };
    explicit RequestPartsModel(QObject *parent = nullptr);

    /// What the route takes. The design gives the types of its values their words.
    void setRoute(const Design::Api &api, const QString &path,
                  const QList<Design::Parameter> &parameters);
    void setTarget(const QByteArray &target);
    void setHeaders(const QList<HeaderField> &headers);
    QByteArray target() const { return m_parts.target(); }
    QList<HeaderField> headers() const { return m_parts.headers(); }

    QString kind() const override { return QStringLiteral("requestParts"); }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    std::optional<Design::NotationError> check(const QModelIndex &index,
                                               const QString &text) const override;
    void forgetRefused(const QModelIndex &) override {} ///< the editor holds on to such a text
    bool isNewRow(const QModelIndex &index) const override;
    QModelIndex newRow() const override;
    QStringList words(const QModelIndex &index) const override;
    bool canRemove(const QModelIndex &index) const override;
    bool removeMember(const QModelIndex &index) override;

Q_SIGNALS:
    void edited(); ///< by the user

private:
    void update();
    void write(const RequestPartRow &row, const NamedParts::Part &part);

    NamedParts m_parts;
    QList<RequestPartRow> m_declared;
};

} // namespace Mock
