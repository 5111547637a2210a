#pragma once

#include "designer/itemmodels/cell_table.h"
#include "designer/itemmodels/members/columns_kind.h"
#include "designer/itemmodels/tree_model.h"
#include "mockserver/state/state_session.h"

#include <QHash>

namespace Mock
{

/// A row of a store, one that is being typed and no row yet, or the place for a new one.
struct StoreRow {
    enum class Kind { Row, Draft, New };

    Kind kind = Kind::Row;
    Design::JsonObject values;
    bool operator==(const StoreRow &) const = default;
};

/// The rows of one store as they are now, to be changed by hand as requests change them: what
/// breaks the model, a unique field or a reference is refused with the reason. A new row is a draft
/// until it is a good one.
class StoreRowsModel : public Design::TreeModel<StoreRow>, public Design::RowTable
{
    Q_OBJECT

public:
    using TreeModel::TreeModel;

    /// `fields` are those of the store's model; others that rows have come after them.
    void setStore(const std::shared_ptr<State> &state, const QString &store,
                  const QList<Design::MemberField> &fields);
    void update();                                  ///< follows the store
    int hiddenRows() const { return m_hiddenRows; } ///< beyond those that are shown

    QString kind() const override { return Design::kindOfColumns(m_fields); }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    std::optional<Design::NotationError> check(const QModelIndex &index,
                                               const QString &text) const override;
    void forgetRefused(const QModelIndex &index) override;
    bool isNewRow(const QModelIndex &index) const override;
    QModelIndex newRow() const override;
    QStringList words(const QModelIndex &index) const override;
    bool canRemove(const QModelIndex &index) const override;
    bool removeMember(const QModelIndex &index) override;

Q_SIGNALS:
    void message(const QString &text);

private:
    struct Refused {
        QString text;
        Design::NotationError error;
    };
    StoreOutcome tryWrite(const StoreRow &row, const Design::JsonObject &values,
                          const QString &title) const;
    bool writeDraft(const QModelIndex &index, const Design::JsonObject &values);
    void readPlan();
    int firstColumn() const;
    QString textOf(const QModelIndex &index) const;
    const Design::MemberField &field(int column) const { return m_fields.at(column); }

    std::shared_ptr<State> m_state;
    QString m_store;
    QString m_key;
    QStringList m_serverSet;
    QHash<QString, QString> m_references; ///< stores that fields refer to
    QList<Design::MemberField> m_fields;
    Design::JsonObject m_draft;
    QString m_draftProblem;
    QHash<QPersistentModelIndex, Refused> m_refused;
    int m_hiddenRows = 0;
};

} // namespace Mock
