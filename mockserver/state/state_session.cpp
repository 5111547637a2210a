#include "mockserver/state/state_session.h"

#include "designer/coercion/reading.h"
#include "designer/coercion/type.h"
#include "mockserver/script/script_template.h"

#include <QDateTime>

#include <algorithm>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr size_t mostRows = 100'000;

StoreOutcome problem(StoreOutcome::Problem kind, const QString &text)
{
    StoreOutcome outcome;
    outcome.problem = kind;
    outcome.text = text;
    return outcome;
}

bool contains(const JsonObject &row, const QStringList &fields, const QString &text)
{
    return std::any_of(row.begin(), row.end(), [&](const JsonObject::Member &member) {
        return (fields.isEmpty() || fields.contains(member.key)) && member.value.isString() &&
               member.value.string().contains(text, Qt::CaseInsensitive);
    });
}

bool fits(const JsonObject &row, const JsonObject &filter)
{
    return std::all_of(filter.begin(), filter.end(), [&](const JsonObject::Member &wanted) {
        const Json *value = row.find(wanted.key);
        return value && jsonEquals(*value, wanted.value);
    });
}

/// Numbers before texts before everything else; what is not there comes last.
int compareValues(const Json &left, const Json &right)
{
    const auto rank = [](const Json &value) {
        return value.isNumber() ? 0 : value.isBool() ? 1 : value.isString() ? 2 : 3;
    };
    if (rank(left) != rank(right))
        return rank(left) - rank(right);
    if (left.isNumber())
        return Design::compareNumbers(left, right);
    if (left.isBool())
        return int{left.toBool()} - int{right.toBool()};
    return left.isString() ? QString::compare(left.string(), right.string()) : 0;
}

void sortRows(JsonArray *rows, const QString &sort)
{
    const QStringList keys = sort.split(u',', Qt::SkipEmptyParts);
    if (keys.isEmpty())
        return;
    std::stable_sort(rows->begin(), rows->end(), [&](const Json &left, const Json &right) {
        for (const QString &part : keys) {
            const QString key = part.trimmed();
            const bool isDown = key.startsWith(u'-');
            const QString field = isDown || key.startsWith(u'+') ? key.sliced(1) : key;
            const int order = compareValues(left.value(field), right.value(field));
            if (order != 0)
                return isDown ? order > 0 : order < 0;
        }
        return false;
    });
}

} // namespace

RowCheck checkRow(const StorePlan &plan, const JsonObject &row)
{
    RowCheck check;
    check.row = row;
    if (plan.type) {
        Design::Reading reading(JsonArray{Json(plan.name)});
        const Json read = reading.read(*plan.type, Json(row));
        if (read.isObject() && reading.errors().isEmpty()) {
            check.row = read.object();
            return check;
        }
        check.problem = QStringLiteral("it is no object");
        if (!reading.errors().isEmpty()) {
            const Design::ReadError &error = reading.errors().first();
            QStringList place;
            for (const Json &step : error.location.mid(1))
                place.append(textOf(step));
            check.problem = place.join(u'.') + QLatin1String(": ") + error.message();
            check.type = errorName(error.type);
            check.node = error.node;
            check.keyword = error.keyword;
        }
        return check;
    }
    // In the order of the model, as FastAPI's types give it.
    JsonObject ordered;
    for (const QString &field : plan.fields) {
        if (const Json *value = row.find(field))
            ordered.insert(field, *value);
    }
    for (const JsonObject::Member &member : row)
        ordered.insert(member.key, member.value);
    check.row = ordered;
    const Design::Validation found = validate(plan.schema, Json(row));
    if (!found.isValid() && !found.errors.isEmpty()) {
        const Design::SchemaError &error = rootCause(found.errors.first());
        check.problem = error.instance + u' ' + error.message;
        check.type = QStringLiteral("value_error");
        check.node = error.schema;
        check.keyword = error.keyword;
    }
    return check;
}

StateSession::StateSession(State &state, quint64 seed, std::optional<qint64> clock)
    : m_state(state)
    , m_lock(state.m_mutex)
    , m_seed(seed)
    , m_clock(clock)
{
}

StateSession::~StateSession()
{
    for (auto change = m_changes.crbegin(); change != m_changes.crend(); ++change)
        m_state.apply(*change, true);
    for (auto counters = m_counters.cbegin(); counters != m_counters.cend(); ++counters)
        table(counters.key()).setCounters(*counters);
}

void StateSession::commit(const QString &title)
{
    m_counters.clear();
    if (m_changes.isEmpty())
        return;
    m_state.remember({title, std::exchange(m_changes, {})});
}

void StateSession::undoCounts()
{
    for (const QString &id : std::as_const(m_counted))
        --m_state.m_counts[id];
    m_counted.clear();
}

Json StateSession::find(const QString &store, const Json &key) const
{
    const auto table = m_state.m_tables.constFind(store);
    if (table == m_state.m_tables.constEnd())
        return {};
    const JsonObject *row = table->row(table->find(key));
    return row ? Json(*row) : Json();
}

JsonArray StateSession::list(const QString &store, const Listing &listing) const
{
    JsonArray rows;
    const auto table = m_state.m_tables.constFind(store);
    const StorePlan *stored = plan(store);
    if (table == m_state.m_tables.constEnd() || !stored)
        return rows;
    for (const auto &[order, row] : table->rows()) {
        if (fits(row, listing.filter) &&
            (listing.search.isEmpty() || contains(row, stored->search, listing.search)))
            rows.append(Json(row));
    }
    sortRows(&rows, listing.sort);
    const qsizetype skip = std::clamp<qint64>(listing.skip, 0, rows.size());
    return rows.mid(skip, listing.limit < 0 ? -1 : listing.limit);
}

StoreOutcome StateSession::create(const QString &store, const JsonObject &fields,
                                  ScriptScope &scope)
{
    const StorePlan *stored = plan(store);
    if (!stored)
        return problem(StoreOutcome::Failed, QStringLiteral("There is no store %1.").arg(store));
    if (table(store).rows().size() >= mostRows)
        return problem(StoreOutcome::Full, QStringLiteral("The store %1 is full.").arg(store));
    // A row that is refused uses up no number.
    const QHash<QString, qint64> counters = table(store).counters();
    if (!m_counters.contains(store))
        m_counters.insert(store, counters);
    JsonObject row = fields;
    const QString error = setFields(*stored, true, &row, scope);
    const StoreOutcome outcome =
        error.isEmpty() ? write(*stored, row, 0, scope) : problem(StoreOutcome::Failed, error);
    if (!outcome.ok())
        table(store).setCounters(counters);
    return outcome;
}

StoreOutcome StateSession::update(const QString &store, const Json &key, const JsonObject &fields,
                                  ScriptScope &scope)
{
    const StorePlan *stored = plan(store);
    const Json before = find(store, key);
    if (!stored || before.isUndefined())
        return problem(StoreOutcome::Missing, {});
    JsonObject row = fields;
    row.insert(stored->key, before.value(stored->key));
    for (const StorePlan::Field &field : stored->set) {
        if (before.object().contains(field.name) && !fields.contains(field.name))
            row.insert(field.name, before.value(field.name));
    }
    return write(*stored, row, table(store).find(key), scope);
}

StoreOutcome StateSession::patch(const QString &store, const Json &key, const JsonObject &fields,
                                 ScriptScope &scope)
{
    const StorePlan *stored = plan(store);
    const Json before = find(store, key);
    if (!stored || before.isUndefined())
        return problem(StoreOutcome::Missing, {});
    JsonObject row = before.object();
    for (const JsonObject::Member &member : fields)
        row.insert(member.key, member.value);
    return write(*stored, row, table(store).find(key), scope);
}

StoreOutcome StateSession::remove(const QString &store, const Json &key)
{
    const StorePlan *stored = plan(store);
    const Json before = find(store, key);
    if (!stored || before.isUndefined())
        return problem(StoreOutcome::Missing, {});
    const QString referring = referringStore(*stored, before.value(stored->key));
    if (!referring.isEmpty()) {
        return problem(
            StoreOutcome::Reference,
            QStringLiteral("%1 is still referred to by %2").arg(stored->label, referring));
    }
    change(store, table(store).find(key), {});
    StoreOutcome outcome;
    outcome.row = before;
    return outcome;
}

StoreOutcome StateSession::write(const StorePlan &plan, JsonObject row, quint64 order,
                                 ScriptScope &scope)
{
    if (order != 0) {
        const QString error = setFields(plan, false, &row, scope);
        if (!error.isEmpty())
            return problem(StoreOutcome::Failed, error);
    }
    StoreOutcome outcome;
    outcome.check = checkRow(plan, row);
    if (!outcome.check.problem.isEmpty()) {
        outcome.problem = StoreOutcome::Invalid;
        outcome.text = QStringLiteral("The row breaks the model of the store %1: %2")
                           .arg(plan.name, outcome.check.problem);
        return outcome;
    }
    row = outcome.check.row;
    StoreTable &rows = table(plan.name);
    outcome.fields = rows.taken(row, order);
    if (!outcome.fields.isEmpty()) {
        outcome.problem = StoreOutcome::Conflict;
        outcome.text = QStringLiteral("%1 with this %2 already exists")
                           .arg(plan.label, outcome.fields.join(QStringLiteral(" and ")));
        return outcome;
    }
    outcome.text = brokenReference(plan, row);
    if (!outcome.text.isEmpty()) {
        outcome.problem = StoreOutcome::Reference;
        return outcome;
    }
    change(plan.name, order == 0 ? rows.newOrder() : order, Json(row));
    outcome.row = Json(row);
    return outcome;
}

QString StateSession::brokenReference(const StorePlan &plan, const JsonObject &row) const
{
    for (const Design::ForeignKey &foreign : plan.foreign) {
        const Json value = row.value(foreign.field);
        if (value.isUndefined() || value.isNull() || !find(foreign.store, value).isUndefined())
            continue;
        const StorePlan *target = this->plan(foreign.store);
        return QStringLiteral("%1 not found").arg(target ? target->label : foreign.store);
    }
    return {};
}

QString StateSession::referringStore(const StorePlan &plan, const Json &key) const
{
    for (const StorePlan &other : m_state.m_plans->stores) {
        for (const Design::ForeignKey &foreign : other.foreign) {
            if (foreign.store != plan.name)
                continue;
            const StoreTable::Rows &rows = m_state.m_tables.constFind(other.name)->rows();
            if (std::any_of(rows.begin(), rows.end(), [&](const auto &entry) {
                    const Json value = entry.second.value(foreign.field);
                    return !value.isUndefined() && keyText(value) == keyText(key);
                }))
                return other.name;
        }
    }
    return {};
}

void StateSession::change(const QString &store, quint64 order, const Json &after)
{
    const JsonObject *before = table(store).row(order);
    const RowChange made{store, order, before ? Json(*before) : Json(), after};
    m_changes.append(made);
    m_state.apply(made, false);
}

} // namespace Mock
