#include "mockserver/panel/stores/stores_panel.h"

#include "designer/editors/behaviour/rows_view.h"
#include "designer/itemmodels/members/behaviour_tables.h"
#include "mockserver/panel/stores/store_rows_model.h"
#include "mockserver/state/state.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Design;

namespace Mock
{

// Rows are looked at while they are shown, however many requests change them.
static constexpr int lookMilliseconds = 200;

StoresPanel::StoresPanel(const DesignDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_stores(new QComboBox)
    , m_head(new QWidget)
    , m_empty(new QWidget)
    , m_more(new QLabel)
    , m_model(new StoreRowsModel(this))
    , m_table(new RowsView(*m_model, *m_model, tr("Rows of the store")))
    , m_back(new QPushButton(tr("Step &Back")))
    , m_restore(new QPushButton(tr("&Restore Snapshot")))
    , m_reset(new QPushButton(tr("Rese&t")))
    , m_take(new QPushButton(tr("Take S&napshot")))
{
    m_stores->setAccessibleName(tr("Store"));
    m_stores->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_reset->setToolTip(tr("All stores get the rows of the file again"));
    m_table->setObjectName(QStringLiteral("storeRows"));
    m_more->setForegroundRole(QPalette::PlaceholderText);
    auto *sentence = new QLabel(tr("The rows that the stores of the design hold are shown here."));
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    auto *add = new QPushButton(tr("New Store"));
    add->setObjectName(QStringLiteral("newStore"));
    connect(add, &QPushButton::clicked, this, &StoresPanel::storeWanted);
    const int gap = fontMetrics().height() / 4;
    auto *middle = new QVBoxLayout(m_empty);
    middle->setSpacing(3 * gap);
    middle->addStretch();
    middle->addWidget(sentence);
    middle->addWidget(add, 0, Qt::AlignCenter);
    middle->addStretch();
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    head->setSpacing(2 * gap);
    head->addWidget(m_stores);
    head->addWidget(m_more);
    head->addStretch();
    for (QPushButton *button : {m_back, m_take, m_restore, m_reset})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    setFocusProxy(m_table);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(&document, &DesignDocument::wasReset, m_model, &StoreRowsModel::forgetTyped);
    connect(m_model, &StoreRowsModel::message, this, &StoresPanel::message);
    connect(m_stores, &QComboBox::currentIndexChanged, this, &StoresPanel::update);
    connect(m_back, &QPushButton::clicked, this, &StoresPanel::stepBack);
    connect(m_reset, &QPushButton::clicked, this, &StoresPanel::reset);
    connect(m_take, &QPushButton::clicked, this, &StoresPanel::takeSnapshot);
    connect(m_restore, &QPushButton::clicked, this, &StoresPanel::restoreSnapshot);
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &StoresPanel::follow);
    m_timer.start();
    update();
}

void StoresPanel::setCompiled(const CompiledApiPointer &compiled)
{
    const std::shared_ptr<State> state = compiled ? compiled->state() : nullptr;
    if (state != m_state)
        m_snapshot = {};
    m_state = state;
    const QStringList stores = state ? state->stores() : QStringList();
    QStringList shown;
    for (int i = 0; i < m_stores->count(); ++i)
        shown.append(m_stores->itemText(i));
    if (shown != stores) {
        const QString current = m_stores->currentText();
        const QSignalBlocker blocker(m_stores);
        m_stores->clear();
        m_stores->addItems(stores);
        m_stores->setCurrentIndex(qMax(0, m_stores->findText(current)));
    }
    update();
}

void StoresPanel::showStore(const QString &store)
{
    if (const int at = m_stores->findText(store); at >= 0)
        m_stores->setCurrentIndex(at);
}

QString StoresPanel::shownStore() const
{
    return m_stores->currentText();
}

void StoresPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    update();
}

void StoresPanel::follow()
{
    if (isVisible() && m_state && m_state->revision() != m_revision)
        update();
}

void StoresPanel::update()
{
    const bool hasStores = m_stores->count() > 0;
    m_head->setVisible(hasStores);
    m_table->setVisible(hasStores);
    m_empty->setVisible(!hasStores);
    const QStringList steps = m_state ? m_state->steps() : QStringList();
    m_back->setEnabled(!steps.isEmpty());
    m_back->setToolTip(steps.isEmpty() ? tr("Nothing has changed a row yet")
                                       : tr("Take back what %1 changed").arg(steps.last()));
    m_reset->setEnabled(hasStores);
    m_take->setEnabled(hasStores);
    m_restore->setEnabled(!m_snapshot.isUndefined());
    if (m_state)
        m_revision = m_state->revision();
    const QString store = m_stores->currentText();
    if (store != m_model->store())
        m_table->takeTyped();
    m_model->setStore(m_state, store, fixturesTable(m_document.api(), store).fields);
    m_more->setText(tr("and %n more row(s)", nullptr, m_model->hiddenRows()));
    m_more->setVisible(m_model->hiddenRows() > 0);
}

void StoresPanel::reset()
{
    if (!m_state)
        return;
    m_state->reset();
    update();
    Q_EMIT message(tr("All stores have the rows of the file again."));
}

void StoresPanel::takeSnapshot()
{
    if (!m_state)
        return;
    m_snapshot = m_state->snapshot();
    update();
    Q_EMIT message(tr("Took a snapshot of all stores."));
}

void StoresPanel::restoreSnapshot()
{
    if (!m_state || m_snapshot.isUndefined())
        return;
    m_state->restore(m_snapshot);
    update();
    Q_EMIT message(tr("The stores are as they were in the snapshot."));
}

bool StoresPanel::stepBack()
{
    const QString step = m_state ? m_state->steps().value(m_state->steps().size() - 1) : QString();
    const bool isBack = m_state && m_state->stepBack();
    update();
    if (isBack)
        Q_EMIT message(tr("Took back %1.").arg(step));
    return isBack;
}

} // namespace Mock
