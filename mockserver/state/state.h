#pragma once

#include "designer/text/diagnostic.h"
#include "mockserver/state/store_plan.h"
#include "mockserver/state/store_table.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace Mock
{

/// One row before and after; undefined where there was or is none.
struct RowChange {
    QString store;
    quint64 order = 0;
    Design::Json before;
    Design::Json after;
};

/// What one request (or one step of somebody else) changed.
struct StateStep {
    QString title; ///< "POST /items/"
    QList<RowChange> changes;
};

/// The rows of all stores of a served design. It outlives the compiled design: an edit keeps the
/// rows. Safe on any thread; a StateSession has it for itself.
class State
{
public:
    State();
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    /// Goes on with the stores of a design. Rows stay where the name, key and fixtures of the store
    /// do; other stores begin with their fixtures. Fixtures that break the model are reported and
    /// left out.
    void setPlans(const std::shared_ptr<const StorePlans> &plans,
                  Design::Diagnostics *diagnostics = nullptr);

    QStringList stores() const;
    Design::JsonArray rows(const QString &store) const; ///< in their order
    /// Counts up with every change, whoever made it.
    quint64 revision() const;
    /// Counts the answers that something may go wrong with, from 1: by it and the seed, the same
    /// faults meet the same requests. Begins again with reset().
    quint64 nextFault() { return m_faults.fetch_add(1, std::memory_order_relaxed) + 1; }

    /// Everything as JSON: `{"items": {"rows": [...], "counters": {"id": 3}}}`, and in `$drawn` how
    /// many numbers were drawn by chance.
    Design::Json snapshot() const;
    /// The rows of a snapshot, as far as there are such stores. Undoes nothing: it is a step.
    void restore(const Design::Json &snapshot);
    /// Back to the fixtures, or to the rows that are given for a store. What is wrong with those is
    /// said, at places such as `/given/items/0`.
    void reset(const Design::JsonObject &given = {}, Design::Diagnostics *problems = nullptr);
    /// Takes the last step back; false when there is none that is remembered (the last 200 are).
    bool stepBack();
    QStringList steps() const; ///< titles, the oldest first

private:
    friend class StateSession;
    /// `place` is that of the fixtures.
    void fill(const StorePlan &plan, const QString &place, Design::Diagnostics *diagnostics);
    void forgetSteps(const QSet<QString> &kept);
    void remember(StateStep &&step);
    void apply(const RowChange &change, bool isBack);

    mutable std::mutex m_mutex;
    std::shared_ptr<const StorePlans> m_plans;
    QHash<QString, StoreTable> m_tables;
    std::deque<StateStep> m_steps;
    quint64 m_revision = 0;
    QHash<QString, quint64> m_counts; ///< of counted rules
    quint64 m_chance = 0;             ///< numbers drawn so far
    std::atomic<quint64> m_faults = 0;
};

} // namespace Mock
