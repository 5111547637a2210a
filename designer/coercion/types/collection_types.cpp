#include "designer/coercion/types/collection_types.h"

#include "designer/coercion/reading.h"
#include "designer/coercion/texts/python_text.h"
#include "designer/coercion/types/choice_types.h"

#include <QMultiHash>

namespace Design
{

namespace
{

Json tooShort(const char *what, qsizetype size, const LengthLimit &limit, const Json &input,
              Reading &reading)
{
    return reading.refuse(ErrorType::TooShort, input, limit.node, limit.keyword,
                          {{QStringLiteral("field_type"), QString::fromLatin1(what)},
                           {QStringLiteral("min_length"), limit.value},
                           {QStringLiteral("actual_length"), qint64{size}}});
}

/// A negative size stands for "more": the reader did not count on.
Json tooLong(const char *what, qsizetype size, const LengthLimit &limit, const Json &input,
             Reading &reading)
{
    return reading.refuse(
        ErrorType::TooLong, input, limit.node, limit.keyword,
        {{QStringLiteral("field_type"), QString::fromLatin1(what)},
         {QStringLiteral("max_length"), limit.value},
         {QStringLiteral("actual_length"), size < 0 ? Json(nullptr) : Json(qint64{size})}});
}

/// Values that Python's set would hold, in the order of their first appearance.
class UniqueValues
{
public:
    void add(const Json &value)
    {
        const size_t hash = pythonHash(value);
        for (auto it = m_places.constFind(hash); it != m_places.cend() && it.key() == hash; ++it) {
            if (pythonEquals(m_values[*it], value))
                return;
        }
        m_places.insert(hash, m_values.size());
        m_values.append(value);
    }

    const JsonArray &values() const { return m_values; }

private:
    JsonArray m_values;
    QMultiHash<size_t, qsizetype> m_places;
};

} // namespace

ListType::ListType(NodeId node, const Type *item, const SizeLimits &limits)
    : Type(node)
    , m_item(item)
    , m_limits(limits)
{
}

Json ListType::read(const Json &input, Reading &reading) const
{
    if (!input.isArray())
        return reading.refuse(ErrorType::ListType, input, node(), Keyword::Type);
    const JsonArray &items = input.array();
    // A list that is too long is reported alone, whatever is wrong with its items.
    if (m_limits.most.isSet() && items.size() > m_limits.most.value)
        return tooLong("List", items.size(), m_limits.most, input, reading);
    const qsizetype errors = reading.errorCount();
    JsonArray values;
    values.reserve(items.size());
    for (qsizetype i = 0; i < items.size() && !reading.isExhausted(); ++i)
        values.append(reading.readAt(Json(qint64{i}), *m_item, items[i]));
    if (reading.errorCount() > errors)
        return {};
    if (m_limits.least.isSet() && values.size() < m_limits.least.value)
        return tooShort("List", values.size(), m_limits.least, input, reading);
    return Json(std::move(values));
}

QString ListType::name() const
{
    return QStringLiteral("list[%1]").arg(m_item->name());
}

SetType::SetType(NodeId node, const Type *item, const SizeLimits &limits, bool isFrozen)
    : Type(node)
    , m_item(item)
    , m_limits(limits)
    , m_isFrozen(isFrozen)
{
}

Json SetType::read(const Json &input, Reading &reading) const
{
    if (!input.isArray())
        return reading.refuse(m_isFrozen ? ErrorType::FrozenSetType : ErrorType::SetType, input,
                              node(), Keyword::Type);
    reading.atMost(Exactness::Lax);
    const JsonArray &items = input.array();
    const qsizetype errors = reading.errorCount();
    const char *what = m_isFrozen ? "Frozenset" : "Set";
    UniqueValues values;
    for (qsizetype i = 0; i < items.size() && !reading.isExhausted(); ++i) {
        const Json value = reading.readAt(Json(qint64{i}), *m_item, items[i]);
        if (value.isUndefined())
            continue;
        if (!m_item->isHashable(value)) {
            reading.refuseAt(Json(qint64{i}), ErrorType::SetItemNotHashable, items[i],
                             m_item->node(), Keyword::UniqueItems);
            continue;
        }
        values.add(value);
        if (m_limits.most.isSet() && values.values().size() > m_limits.most.value) {
            reading.dropErrors(errors);
            return tooLong(what, -1, m_limits.most, input, reading);
        }
    }
    if (reading.errorCount() > errors)
        return {};
    if (m_limits.least.isSet() && values.values().size() < m_limits.least.value)
        return tooShort(what, values.values().size(), m_limits.least, input, reading);
    return Json(values.values());
}

QString SetType::name() const
{
    return (m_isFrozen ? QStringLiteral("frozenset[%1]") : QStringLiteral("set[%1]"))
        .arg(m_item->name());
}

TupleType::TupleType(NodeId node, const QList<const Type *> &items, const Type *rest,
                     const SizeLimits &limits)
    : Type(node)
    , m_items(items)
    , m_rest(rest)
    , m_limits(limits)
{
}

Json TupleType::read(const Json &input, Reading &reading) const
{
    if (!input.isArray())
        return reading.refuse(ErrorType::TupleType, input, node(), Keyword::Type);
    reading.atMost(Exactness::Lax);
    const JsonArray &items = input.array();
    const qsizetype errors = reading.errorCount();
    if (!m_rest && items.size() > m_items.size()) {
        const LengthLimit most{m_items.size(), node(), Keyword::PrefixItems};
        return tooLong("Tuple", items.size(), m_limits.most.isSet() ? m_limits.most : most, input,
                       reading);
    }
    JsonArray values;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (i < items.size())
            values.append(reading.readAt(Json(qint64{i}), *m_items[i], items[i]));
        else
            reading.refuseAt(Json(qint64{i}), ErrorType::Missing, input, node(),
                             Keyword::PrefixItems);
    }
    for (qsizetype i = m_items.size(); i < items.size(); ++i)
        values.append(reading.readAt(Json(qint64{i}), *m_rest, items[i]));
    return reading.errorCount() > errors ? Json() : Json(std::move(values));
}

QString TupleType::name() const
{
    QStringList names;
    for (const Type *item : m_items)
        names.append(item->name());
    if (m_rest)
        names.append(m_rest->name() + QLatin1String(", ..."));
    return QStringLiteral("tuple[%1]").arg(names.join(QLatin1String(", ")));
}

DictType::DictType(NodeId node, const Type *key, const Type *value, const SizeLimits &limits)
    : Type(node)
    , m_key(key)
    , m_value(value)
    , m_limits(limits)
{
}

Json DictType::read(const Json &input, Reading &reading) const
{
    if (!input.isObject())
        return reading.refuse(ErrorType::DictType, input, node(), Keyword::Type);
    const qsizetype errors = reading.errorCount();
    JsonObject values;
    for (const JsonObject::Member &member : input.object()) {
        if (reading.isExhausted())
            return {};
        reading.push(Json(member.key));
        const Json key = reading.readAt(Json(QStringLiteral("[key]")), *m_key, Json(member.key));
        const Json value = reading.read(*m_value, member.value);
        reading.pop();
        if (!key.isUndefined() && !value.isUndefined())
            values.insert(pythonStr(key), value);
    }
    if (reading.errorCount() > errors)
        return {};
    if (m_limits.least.isSet() && values.size() < m_limits.least.value)
        return tooShort("Dictionary", values.size(), m_limits.least, input, reading);
    if (m_limits.most.isSet() && values.size() > m_limits.most.value)
        return tooLong("Dictionary", values.size(), m_limits.most, input, reading);
    return Json(std::move(values));
}

QString DictType::name() const
{
    return QStringLiteral("dict[%1,%2]").arg(m_key->name(), m_value->name());
}

} // namespace Design
