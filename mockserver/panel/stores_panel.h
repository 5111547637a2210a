#pragma once

#include "mockserver/engine/engine.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace Mock
{

class State;

/// The rows of one store as they are now. Columns: the fields, in the order of their first use.
class StoreRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const Design::JsonArray &rows);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Design::JsonArray m_rows;
    QStringList m_columns;
};

/// What the stores of the served design hold now, and the way back: to a snapshot, by a step, to
/// the rows of the file.
class StoresPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StoresPanel(QWidget *parent = nullptr);

    void setCompiled(const CompiledApiPointer &compiled);
    void showStore(const QString &store);
    QString shownStore() const;
    StoreRowsModel &model() { return *m_model; }
    void reset();
    void takeSnapshot();
    void restoreSnapshot();
    bool stepBack();

Q_SIGNALS:
    void countChanged(int rows); ///< of all stores
    void message(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow();
    void update();

    std::shared_ptr<State> m_state;
    quint64 m_revision = 0;
    Design::Json m_snapshot;
    QComboBox *m_stores;
    QLabel *m_empty;
    QTreeView *m_table;
    StoreRowsModel *m_model;
    QPushButton *m_back;
    QPushButton *m_restore;
    QPushButton *m_reset;
    QPushButton *m_take;
    QTimer m_timer;
};

} // namespace Mock
