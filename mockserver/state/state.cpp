#include "mockserver/state/state.h"

#include "designer/coercion/reading.h"
#include "designer/coercion/type.h"
#include "designer/model/behaviour/members_reader.h"
#include "designer/text/pointer.h"
#include "mockserver/state/state_session.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr size_t mostSteps = 200;

/// Beside the stores of a snapshot, none of which can be called so by a design that means it.
QString drawnMember()
{
    return QStringLiteral("$drawn");
}

bool hasSameRows(const StorePlan &before, const StorePlan &after)
{
    return before.key == after.key && before.fixtures == after.fixtures;
}

} // namespace

State::State()
    : m_plans(std::make_shared<const StorePlans>())
{
}

State::~State() = default;

void State::setPlans(const std::shared_ptr<const StorePlans> &plans,
                     Design::Diagnostics *diagnostics)
{
    const std::shared_ptr<const StorePlans> last = m_plans; // its types are still in use below
    const std::lock_guard lock(m_mutex);
    m_plans = plans;
    QHash<QString, StoreTable> old;
    old.swap(m_tables);
    QSet<QString> kept;
    for (const StorePlan &plan : plans->stores) {
        fill(plan, plan.pointer + QLatin1String("/fixtures"), diagnostics);
        const StorePlan *before = last->find(plan.name);
        if (!before || !hasSameRows(*before, plan))
            continue;
        kept.insert(plan.name);
        const StoreTable &rows = old[plan.name];
        StoreTable table(plan.key, plan.unique);
        for (const auto &[order, row] : rows.rows())
            table.put(order, row);
        table.setCounters(rows.counters());
        m_tables.insert(plan.name, table);
    }
    forgetSteps(kept);
    ++m_revision;
}

/// What happened to rows that are gone cannot be taken back.
void State::forgetSteps(const QSet<QString> &kept)
{
    for (StateStep &step : m_steps)
        step.changes.removeIf([&](const RowChange &one) { return !kept.contains(one.store); });
    m_steps.erase(std::remove_if(m_steps.begin(), m_steps.end(),
                                 [](const StateStep &step) { return step.changes.isEmpty(); }),
                  m_steps.end());
}

void State::fill(const StorePlan &plan, const QString &place, Design::Diagnostics *diagnostics)
{
    m_tables.insert(plan.name, StoreTable(plan.key, plan.unique));
    StoreTable &table = m_tables[plan.name];
    // Keys that are there come first, so that those that are made up do not meet them.
    for (const Json &fixture : plan.fixtures) {
        for (const JsonObject::Member &member : fixture.object()) {
            QHash<QString, qint64> counters = table.counters();
            qint64 &last = counters[member.key];
            if (member.value.isInt64() && member.value.toInt64() > last) {
                last = member.value.toInt64();
                table.setCounters(counters);
            }
        }
    }
    for (qsizetype i = 0; i < plan.fixtures.size(); ++i) {
        JsonObject row = plan.fixtures[i].object();
        for (const StorePlan::Field &field : plan.set) {
            if (row.contains(field.name))
                continue;
            if (field.kind == Design::ServerField::Kind::Counter)
                row.insert(field.name, table.nextCount(field.name));
            else if (field.kind == Design::ServerField::Kind::Now)
                row.insert(field.name, QStringLiteral("2026-01-01T00:00:00Z"));
        }
        const RowCheck check = checkRow(plan, row);
        const QStringList taken = check.problem.isEmpty() ? table.taken(check.row) : QStringList();
        if (check.problem.isEmpty() && taken.isEmpty() && plan.fixtures[i].isObject()) {
            table.put(table.newOrder(), check.row);
            continue;
        }
        if (!diagnostics)
            continue;
        Design::Diagnostic diagnostic;
        diagnostic.rule = QStringLiteral("fixture-not-valid");
        diagnostic.message =
            !plan.fixtures[i].isObject() ? QStringLiteral("A row must be an object.")
            : !taken.isEmpty()
                ? QStringLiteral("This row has the same %1 as another one; it is left out.")
                      .arg(taken.join(QStringLiteral(" and ")))
                : QStringLiteral("This row breaks its model and is left out: %1")
                      .arg(check.problem);
        diagnostic.pointer = Design::childPointer(place, i);
        diagnostics->append(diagnostic);
    }
}

QStringList State::stores() const
{
    const std::lock_guard lock(m_mutex);
    QStringList names;
    for (const StorePlan &plan : m_plans->stores)
        names.append(plan.name);
    return names;
}

JsonArray State::rows(const QString &store) const
{
    const std::lock_guard lock(m_mutex);
    JsonArray rows;
    const auto table = m_tables.constFind(store);
    if (table == m_tables.constEnd())
        return rows;
    for (const auto &[order, row] : table->rows())
        rows.append(Json(row));
    return rows;
}

quint64 State::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

Json State::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    JsonObject all;
    for (const StorePlan &plan : m_plans->stores) {
        const StoreTable table = m_tables.value(plan.name);
        JsonArray rows;
        for (const auto &[order, row] : table.rows())
            rows.append(Json(row));
        JsonObject counters;
        for (const StorePlan::Field &field : plan.set) {
            if (field.kind == Design::ServerField::Kind::Counter)
                counters.insert(field.name, table.counters().value(field.name));
        }
        all.insert(plan.name, JsonObject{{QStringLiteral("rows"), rows},
                                         {QStringLiteral("counters"), counters}});
    }
    if (m_chance > 0)
        all.insert(drawnMember(), static_cast<qint64>(m_chance));
    return all;
}

void State::restore(const Json &snapshot)
{
    const std::lock_guard lock(m_mutex);
    for (const StorePlan &plan : m_plans->stores) {
        const Json *saved = snapshot.find(plan.name);
        if (!saved)
            continue;
        StoreTable table(plan.key, plan.unique);
        for (const Json &row : saved->value(u"rows").array()) {
            if (row.isObject() && table.taken(row.object()).isEmpty())
                table.put(table.newOrder(), row.object());
        }
        QHash<QString, qint64> counters = table.counters();
        for (const JsonObject::Member &counter : saved->value(u"counters").object())
            counters[counter.key] = std::max(counters[counter.key], counter.value.toInt64());
        table.setCounters(counters);
        m_tables.insert(plan.name, table);
    }
    // What is drawn from here on was not drawn for these rows before.
    const qint64 drawn = snapshot.value(drawnMember()).toInt64();
    m_chance = std::max(m_chance, static_cast<quint64>(std::max<qint64>(drawn, 0)));
    m_steps.clear();
    ++m_revision;
}

void State::reset(const JsonObject &given, Design::Diagnostics *problems)
{
    const std::lock_guard lock(m_mutex);
    m_chance = 0;
    m_faults = 0;
    m_counts.clear();
    m_steps.clear();
    for (StorePlan plan : m_plans->stores) {
        const Json *rows = given.find(plan.name);
        if (rows)
            plan.fixtures = rows->array();
        fill(plan, QStringLiteral("/given/") + plan.name, rows ? problems : nullptr);
    }
    for (const JsonObject::Member &store : given) {
        if (!m_plans->find(store.key))
            Design::reportAt(problems, QStringLiteral("/given/") + store.key,
                             QStringLiteral("fixture-not-valid"),
                             QStringLiteral("There is no store of this name."));
    }
    ++m_revision;
}

bool State::stepBack()
{
    const std::lock_guard lock(m_mutex);
    if (m_steps.empty())
        return false;
    const StateStep step = std::move(m_steps.back());
    m_steps.pop_back();
    for (auto change = step.changes.rbegin(); change != step.changes.rend(); ++change)
        apply(*change, true);
    ++m_revision;
    return true;
}

QStringList State::steps() const
{
    const std::lock_guard lock(m_mutex);
    QStringList titles;
    for (const StateStep &step : m_steps)
        titles.append(step.title);
    return titles;
}

void State::remember(StateStep &&step)
{
    m_steps.push_back(std::move(step));
    if (m_steps.size() > mostSteps)
        m_steps.pop_front();
    ++m_revision;
}

void State::apply(const RowChange &change, bool isBack)
{
    const auto table = m_tables.find(change.store);
    if (table == m_tables.end())
        return;
    const Json &row = isBack ? change.before : change.after;
    if (row.isObject())
        table->put(change.order, row.object());
    else
        table->remove(change.order);
}

} // namespace Mock
