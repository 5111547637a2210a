#include "mockserver/panel/stores/store_rows_model.h"

#include <QGuiApplication>
#include <QPalette>
#include <QRandomGenerator>

using namespace Design;

namespace Mock
{

using Kind = StoreRow::Kind;

// More than anybody looks through; the others are counted.
static constexpr qsizetype mostShown = 1000;

static const QString draftKey = QStringLiteral(" draft");
static const QString newKey = QStringLiteral(" new");

void StoreRowsModel::setStore(const std::shared_ptr<State> &state, const QString &store,
                              const QList<MemberField> &fields)
{
    const auto keysOf = [](const QList<MemberField> &list) {
        QStringList keys;
        for (const MemberField &one : list)
            keys.append(one.key);
        return keys;
    };
    const bool isOther = state != m_state || store != m_store || keysOf(fields) != keysOf(m_fields);
    m_state = state;
    m_store = store;
    m_fields = fields;
    if (!isOther)
        return update();
    resetTree({});
    readPlan();
    update();
}

void StoreRowsModel::forgetTyped()
{
    m_typed.clear();
    update();
}

std::pair<QString, QString> StoreRowsModel::placeOf(const QModelIndex &index) const
{
    return {key(index), field(index.column()).key};
}

std::optional<StoreRowsModel::Refused> StoreRowsModel::refusedAt(const QModelIndex &index) const
{
    const auto &refused = m_typed.value(m_store).refused;
    const auto found = refused.constFind(placeOf(index));
    return found == refused.cend() ? std::nullopt : std::optional(*found);
}

/// The row that was typed into goes on as what it has become, with what was refused in it.
void StoreRowsModel::becomes(const QModelIndex &index, const QString &row)
{
    RefusedTexts &refused = typed().refused;
    const QString before = key(index);
    for (const MemberField &one : m_fields) {
        if (const auto found = refused.find({before, one.key}); found != refused.end()) {
            const Refused text = *found;
            refused.erase(found);
            refused.insert({row, one.key}, text);
        }
    }
    rekey(index.siblingAtColumn(0), row);
}

void StoreRowsModel::readPlan()
{
    m_key.clear();
    m_serverSet.clear();
    m_references.clear();
    if (!m_state)
        return;
    const StateSession session(*m_state, 0);
    const StorePlan *plan = session.plan(m_store);
    if (!plan)
        return;
    m_key = plan->key;
    for (const StorePlan::Field &set : plan->set)
        m_serverSet.append(set.name);
    for (const ForeignKey &foreign : plan->foreign)
        m_references.insert(foreign.field, foreign.store);
}

void StoreRowsModel::update()
{
    std::vector<Branch<StoreRow>> rows;
    const JsonArray all = m_state ? m_state->rows(m_store) : JsonArray();
    m_hiddenRows = static_cast<int>(qMax<qsizetype>(0, all.size() - mostShown));
    for (const Json &row : all.first(qMin(all.size(), mostShown)))
        rows.push_back({keyText(row.value(m_key)), {Kind::Row, row.object()}, {}});
    if (const JsonObject draft = this->draft(); !draft.isEmpty())
        rows.push_back({draftKey, {Kind::Draft, draft}, {}});
    if (m_state && !m_fields.isEmpty())
        rows.push_back({newKey, {Kind::New, {}}, {}});
    QSet<QString> keys;
    for (const Branch<StoreRow> &row : rows)
        keys.insert(row.key);
    setTree(std::move(rows));
    if (const auto found = m_typed.find(m_store); found != m_typed.end() && m_state)
        found->refused.removeIf(
            [&keys](RefusedTexts::iterator entry) { return !keys.contains(entry.key().first); });
}

int StoreRowsModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_fields.size());
}

QVariant StoreRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_fields.size())
        return {};
    return field(section).title;
}

QString StoreRowsModel::textOf(const QModelIndex &index) const
{
    return field(index.column()).text(Api(), Json(content(index).values));
}

QVariant StoreRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const StoreRow &row = content(index);
    const std::optional<Refused> refused = refusedAt(index);
    const bool isRefused = refused.has_value();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        if (isRefused)
            return refused->text;
        if (row.kind == Kind::New)
            return role == Qt::DisplayRole && index.column() == firstColumn() ? tr("Add a row…")
                                                                              : QString();
        return textOf(index);
    case Qt::ToolTipRole:
        return isRefused                 ? refused->error.message
               : row.kind == Kind::Draft ? draftProblem()
                                         : textOf(index);
    case Qt::ForegroundRole:
        if (row.kind != Kind::Row || !(flags(index) & Qt::ItemIsEditable))
            return QGuiApplication::palette().color(QPalette::PlaceholderText);
        return {};
    case Qt::AccessibleTextRole:
        if (isRefused)
            return tr("%1, refused: %2").arg(refused->text, refused->error.message);
        if (row.kind == Kind::Draft)
            return tr("%1, no row yet: %2").arg(textOf(index), draftProblem());
        return data(index, Qt::DisplayRole);
    case ErrorRole:
        return isRefused ? refused->error.message : QVariant();
    case PlaceholderRole:
        return m_serverSet.contains(field(index.column()).key) ? tr("the server sets it")
                                                               : QString();
    default:
        return {};
    }
}

Qt::ItemFlags StoreRowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    // What has a key is known by it, also to rows that refer to it.
    const bool isKey = field(index.column()).key == m_key;
    return content(index).kind == Kind::Row && isKey ? flags : flags | Qt::ItemIsEditable;
}

/// Writes a row as it would be with these values; without a title only to see whether it is good.
StoreOutcome StoreRowsModel::tryWrite(const StoreRow &row, const JsonObject &values,
                                      const QString &title) const
{
    StateSession session(*m_state, QRandomGenerator::global()->generate64());
    ScriptScope scope;
    scope.host = &session;
    const StoreOutcome outcome =
        row.kind == Kind::Row ? session.patch(m_store, row.values.value(m_key), values, scope)
                              : session.create(m_store, values, scope);
    if (outcome.ok() && !title.isEmpty())
        session.commit(title);
    return outcome;
}

static QString reasonOf(const StoreOutcome &outcome)
{
    if (outcome.problem == StoreOutcome::Missing)
        return StoreRowsModel::tr("The row is gone.");
    return outcome.check.problem.isEmpty() ? outcome.text : outcome.check.problem;
}

/// Why the draft is no row yet.
QString StoreRowsModel::draftProblem() const
{
    return m_state ? reasonOf(tryWrite({Kind::Draft, {}}, draft(), {})) : QString();
}

std::optional<NotationError> StoreRowsModel::check(const QModelIndex &index,
                                                   const QString &text) const
{
    if (!index.isValid() || !m_state || text == textOf(index))
        return std::nullopt;
    const MemberField &cell = field(index.column());
    if (cell.check) {
        if (const auto error = cell.check(Api(), {}, text))
            return error;
    }
    const StoreRow &row = content(index);
    if (row.kind != Kind::Row)
        return std::nullopt; // as a draft it may be anything until it is whole
    const Json changed = cell.write(Api(), Json(row.values), text);
    const Json value = changed.value(cell.key);
    const StoreOutcome outcome =
        tryWrite(row, {{cell.key, value.isUndefined() ? Json(nullptr) : value}}, {});
    return outcome.ok() ? std::nullopt : std::optional(refusal(text, reasonOf(outcome)));
}

bool StoreRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !m_state ||
        !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    if (const auto error = check(index, text)) {
        typed().refused.insert(placeOf(index), {text, *error});
        Q_EMIT dataChanged(index, index);
        return false;
    }
    forgetRefused(index);
    const StoreRow row = content(index);
    if (text == textOf(index))
        return true;
    const MemberField &cell = field(index.column());
    const JsonObject values = cell.write(Api(), Json(row.values), text).object();
    if (row.kind != Kind::Row)
        return writeDraft(index, values);
    const Json changed = values.value(cell.key);
    const QString name = QStringLiteral("%1 %2").arg(m_store, keyText(row.values.value(m_key)));
    const StoreOutcome outcome =
        tryWrite(row, {{cell.key, changed.isUndefined() ? Json(nullptr) : changed}},
                 tr("an edit of %1").arg(name));
    update();
    return outcome.ok();
}

bool StoreRowsModel::writeDraft(const QModelIndex &index, const JsonObject &values)
{
    const StoreOutcome outcome =
        tryWrite({Kind::Draft, {}}, values, tr("a new row of %1").arg(m_store));
    if (outcome.ok()) {
        const QString name = keyText(outcome.row.value(m_key));
        becomes(index, name);
        typed().draft = {};
        update();
        Q_EMIT message(tr("Added the row %1 to %2.").arg(name, m_store));
        return true;
    }
    typed().draft = values;
    becomes(index, draftKey);
    update();
    Q_EMIT message(tr("No row yet: %1").arg(reasonOf(outcome)));
    return true;
}

void StoreRowsModel::forgetRefused(const QModelIndex &index)
{
    if (index.isValid() && typed().refused.remove(placeOf(index)) > 0)
        Q_EMIT dataChanged(index, index);
}

bool StoreRowsModel::isNewRow(const QModelIndex &index) const
{
    return index.isValid() && content(index).kind == Kind::New;
}

/// The first that somebody has to fill in.
int StoreRowsModel::firstColumn() const
{
    for (int column = 0; column < m_fields.size(); ++column) {
        if (!m_serverSet.contains(field(column).key))
            return column;
    }
    return 0;
}

/// Of a draft that is there already, if there is one.
QModelIndex StoreRowsModel::newRow() const
{
    const QModelIndex draft = findRow([](const StoreRow &row) { return row.kind == Kind::Draft; });
    const QModelIndex row =
        draft.isValid() ? draft
                        : findRow([](const StoreRow &one) { return one.kind == Kind::New; });
    return row.siblingAtColumn(firstColumn());
}

QStringList StoreRowsModel::words(const QModelIndex &index) const
{
    const QString target =
        index.isValid() ? m_references.value(field(index.column()).key) : QString();
    if (target.isEmpty() || !m_state)
        return {};
    const StateSession session(*m_state, 0);
    const StorePlan *plan = session.plan(target);
    QStringList keys;
    for (const Json &row : session.list(target, {}))
        keys.append(keyText(row.value(plan ? plan->key : QString())));
    return keys;
}

bool StoreRowsModel::canRemove(const QModelIndex &index) const
{
    return index.isValid() && content(index).kind != Kind::New;
}

bool StoreRowsModel::removeMember(const QModelIndex &index)
{
    if (!canRemove(index) || !m_state)
        return false;
    const StoreRow row = content(index);
    if (row.kind == Kind::Draft) {
        typed().draft = {};
        update();
        return true;
    }
    const QString name = keyText(row.values.value(m_key));
    StoreOutcome outcome;
    {
        StateSession session(*m_state, 0);
        outcome = session.remove(m_store, row.values.value(m_key));
        if (outcome.ok())
            session.commit(tr("the removal of %1 %2").arg(m_store, name));
    }
    update();
    Q_EMIT message(outcome.ok() ? tr("Removed the row %1. Step Back brings it back.").arg(name)
                                : reasonOf(outcome));
    return outcome.ok();
}

} // namespace Mock
