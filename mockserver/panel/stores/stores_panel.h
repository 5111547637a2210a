#pragma once

#include "designer/document/design_document.h"
#include "mockserver/engine/engine.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace Design
{
class RowsView;
}

namespace Mock
{

class State;
class StoreRowsModel;

/// What the stores of the served design hold now, and the way back: to a snapshot, by a step, to
/// the rows of the file.
class StoresPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StoresPanel(const Design::DesignDocument &document, QWidget *parent = nullptr);

    void setCompiled(const CompiledApiPointer &compiled);
    void showStore(const QString &store);
    QString shownStore() const;
    StoreRowsModel &model() { return *m_model; }
    Design::RowsView *table() const { return m_table; }
    void reset();
    void takeSnapshot();
    void restoreSnapshot();
    bool stepBack();

Q_SIGNALS:
    void storeWanted(); ///< there is none yet
    void message(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow();
    void update();

    const Design::DesignDocument &m_document;
    std::shared_ptr<State> m_state;
    quint64 m_revision = 0;
    Design::Json m_snapshot;
    QComboBox *m_stores;
    QWidget *m_head;
    QWidget *m_empty;
    QLabel *m_more; ///< how many rows are not shown
    StoreRowsModel *m_model;
    Design::RowsView *m_table;
    QPushButton *m_back;
    QPushButton *m_restore;
    QPushButton *m_reset;
    QPushButton *m_take;
    QTimer m_timer;
};

} // namespace Mock
