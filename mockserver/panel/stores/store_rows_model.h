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
/// until it is a good one. Drafts and refused texts wait in their store while another one is shown.
class StoreRowsModel : public Design::TreeModel<StoreRow>, public Design::RowTable
{
    Q_OBJECT

public:
    using TreeModel::TreeModel;

    /// `fields` are those of the store's model; others that rows have come after them.
    void setStore(const std::shared_ptr<State> &state, const QString &store,
                  const QList<Design::MemberField> &fields);
    const QString &store() const { return m_store; }
    void update(); ///< follows the store
    /// Another design: what was typed for the stores of the last one is nobody's.
    void forgetTyped();
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
    using RefusedTexts = QHash<std::pair<QString, QString>, Refused>; ///< by row and field
    /// What was typed and is in no row.
    struct Typed {
        Design::JsonObject draft;
        RefusedTexts refused;
    };
    Typed &typed() { return m_typed[m_store]; }
    Design::JsonObject draft() const { return m_typed.value(m_store).draft; }
    QString draftProblem() const;
    std::optional<Refused> refusedAt(const QModelIndex &index) const;
    std::pair<QString, QString> placeOf(const QModelIndex &index) const;
    void becomes(const QModelIndex &index, const QString &row);
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
    QHash<QString, Typed> m_typed; ///< by store
    int m_hiddenRows = 0;
};

} // namespace Mock
