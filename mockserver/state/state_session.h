#pragma once

#include "designer/schema/validator.h"
#include "mockserver/script/script_host.h"
#include "mockserver/state/state.h"

#include <optional>

namespace Mock
{

/// A row as its model has it, or what is wrong with it.
struct RowCheck {
    Design::JsonObject row;
    QString problem;                            ///< for people; empty: it is valid
    QString type;                               ///< of the problem, as in a Violation
    Design::NodeId node = Design::NodeId::None; ///< that says so
    Design::Keyword keyword = Design::Keyword::Unknown;
};
RowCheck checkRow(const StorePlan &plan, const Design::JsonObject &row);

/// Which rows to list, in this order: filter, search, sort, skip, limit.
struct Listing {
    Design::JsonObject filter; ///< fields and the values they must have
    QString search;            ///< text that one of the fields must contain, in any case
    QString sort;              ///< "price", "-price", "category,-price"
    qint64 skip = 0;
    qint64 limit = -1; ///< negative: all
};

/// What came of a change.
struct StoreOutcome {
    enum Problem {
        None,
        Missing,   ///< there is no such row
        Conflict,  ///< a unique field is taken; see fields
        Reference, ///< a row that is referred to is not there, or would not be
        Invalid,   ///< the row breaks its model; see check
        Failed,    ///< an expression did; see text
        Full
    };
    Problem problem = None;
    Design::Json row;
    QStringList fields;
    QString text; ///< why, for people
    RowCheck check;

    bool ok() const { return problem == None; }
};

/// The state, for one request alone. What it changes stays only after commit().
class StateSession : public ScriptHost
{
public:
    /// `seed` decides uuid() and random(); `clock` is the time in milliseconds since 1970, or the
    /// real one.
    StateSession(State &state, quint64 seed, std::optional<qint64> clock = {});
    ~StateSession() override; ///< takes back what was not committed

    void commit(const QString &title);
    /// How often this was called for the id, this time included. Not undone, only reset().
    quint64 count(const QString &id)
    {
        m_counted.append(id);
        return ++m_state.m_counts[id];
    }
    /// Takes back what this session has counted: the request will come again.
    void undoCounts();
    bool hasChanges() const { return !m_changes.isEmpty(); }

    const StorePlan *plan(const QString &store) const { return m_state.m_plans->find(store); }
    /// The row, or undefined.
    Design::Json find(const QString &store, const Design::Json &key) const;
    Design::JsonArray list(const QString &store, const Listing &listing) const;

    /// `scope` serves the expressions of fields that the server sets.
    StoreOutcome create(const QString &store, const Design::JsonObject &fields, ScriptScope &scope);
    /// Replaces the row, but for the fields that the server sets.
    StoreOutcome update(const QString &store, const Design::Json &key,
                        const Design::JsonObject &fields, ScriptScope &scope);
    /// Changes these fields only.
    StoreOutcome patch(const QString &store, const Design::Json &key,
                       const Design::JsonObject &fields, ScriptScope &scope);
    StoreOutcome remove(const QString &store, const Design::Json &key);

    Design::Json callStore(const QString &store, const QString &operation,
                           const Design::JsonArray &arguments, QString *error) override;
    qint64 now() override;
    quint64 random() override;

private:
    StoreOutcome write(const StorePlan &plan, Design::JsonObject row, quint64 order,
                       ScriptScope &scope);
    /// Sets what the server sets; the reason when an expression failed.
    QString setFields(const StorePlan &plan, bool isNew, Design::JsonObject *row,
                      ScriptScope &scope);
    QString brokenReference(const StorePlan &plan, const Design::JsonObject &row) const;
    QString referringStore(const StorePlan &plan, const Design::Json &key) const;
    void change(const QString &store, quint64 order, const Design::Json &after);
    StoreTable &table(const QString &store) { return m_state.m_tables[store]; }

    State &m_state;
    const std::unique_lock<std::mutex> m_lock;
    quint64 m_seed;
    std::optional<qint64> m_clock;
    QList<RowChange> m_changes;
    QStringList m_counted;
    QHash<QString, QHash<QString, qint64>> m_counters; ///< as they were, by store
};

} // namespace Mock
