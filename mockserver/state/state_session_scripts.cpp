#include "mockserver/state/chance.h"
#include "mockserver/state/state_session.h"

#include <QDateTime>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

QString uuidFrom(quint64 high, quint64 low)
{
    high = (high & ~quint64{0xf000}) | 0x4000;              // version 4
    low = (low & ~(quint64{3} << 62)) | (quint64{2} << 62); // RFC 9562's variant
    const QString digits =
        QStringLiteral("%1%2").arg(high, 16, 16, QChar(u'0')).arg(low, 16, 16, QChar(u'0'));
    return digits.mid(0, 8) + u'-' + digits.mid(8, 4) + u'-' + digits.mid(12, 4) + u'-' +
           digits.mid(16, 4) + u'-' + digits.mid(20);
}

QString timeText(qint64 milliseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    return time.toString(milliseconds % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

} // namespace

qint64 StateSession::now()
{
    return m_clock ? *m_clock : QDateTime::currentMSecsSinceEpoch();
}

quint64 StateSession::random()
{
    return mixed(mixed(m_seed) + ++m_state.m_chance);
}

QString StateSession::setFields(const StorePlan &plan, bool isNew, JsonObject *row,
                                ScriptScope &scope)
{
    scope.host = this;
    for (const StorePlan::Field &field : plan.set) {
        if (!isNew && !field.onUpdate)
            continue;
        switch (field.kind) {
        case Design::ServerField::Kind::Counter:
            row->insert(field.name, table(plan.name).nextCount(field.name));
            break;
        case Design::ServerField::Kind::Uuid: {
            const quint64 high = random();
            row->insert(field.name, uuidFrom(high, random()));
            break;
        }
        case Design::ServerField::Kind::Now:
            row->insert(field.name, timeText(now()));
            break;
        case Design::ServerField::Kind::Expression: {
            scope.set(ScriptName::Item, Json(*row));
            const ScriptResult result = evaluate(field.script, scope);
            if (!result.ok())
                return result.error;
            row->insert(field.name, result.value.isUndefined() ? Json(nullptr) : result.value);
            break;
        }
        }
    }
    return {};
}

Json StateSession::callStore(const QString &store, const QString &operation,
                             const JsonArray &arguments, QString *error)
{
    if (!plan(store)) {
        *error = QStringLiteral("there is no store “%1”").arg(store);
        return {};
    }
    const Json first = arguments.value(0);
    if (operation == u"get")
        return find(store, first);
    if (operation == u"has")
        return !find(store, first).isUndefined();
    if (operation == u"all")
        return list(store, {});
    if (operation == u"count")
        return qint64{static_cast<qint64>(table(store).rows().size())};
    ScriptScope scope; // expressions of server-set fields cannot see the request from here
    StoreOutcome outcome;
    if (operation == u"add")
        outcome = create(store, first.object(), scope);
    else if (operation == u"update")
        outcome = patch(store, first, arguments.value(1).object(), scope);
    else if (operation == u"remove")
        outcome = remove(store, first);
    else
        *error = QStringLiteral("stores have no “%1”").arg(operation);
    if (outcome.problem == StoreOutcome::Missing)
        return {};
    if (!outcome.ok())
        *error = outcome.text;
    return outcome.row;
}

} // namespace Mock
