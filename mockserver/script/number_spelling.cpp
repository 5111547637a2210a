#include "mockserver/script/number_spelling.h"

#include <cmath>

using Design::Json;
using Design::JsonArray;
using Design::JsonObject;

namespace Mock
{

namespace
{

constexpr double exact = 9007199254740992; // 2^53

/// Whether JavaScript would write the number differently.
bool isLost(const Json &number)
{
    const double value = number.toDouble();
    return number.isNumber() &&
           (std::abs(value) >= exact || (!number.isInt64() && value == std::trunc(value)));
}

} // namespace

void NumberSpelling::note(const Json &value, const QString &member)
{
    if (value.isNumber()) {
        if (!member.isEmpty() && isLost(value) && !m_numbers.contains(member, value))
            m_numbers.insert(member, value);
        return;
    }
    for (const Json &item : value.array())
        note(item, member);
    for (const JsonObject::Member &part : value.object())
        note(part.value, part.key);
}

Json NumberSpelling::restored(const Json &value, const QString &member) const
{
    if (m_numbers.isEmpty())
        return value;
    if (value.isNumber()) {
        for (auto known = m_numbers.constFind(member);
             known != m_numbers.constEnd() && known.key() == member; ++known) {
            if (known->toDouble() == value.toDouble())
                return *known;
        }
        return value;
    }
    if (value.isArray()) {
        JsonArray list;
        for (const Json &item : value.array())
            list.append(restored(item, member));
        return Json(list);
    }
    if (value.isObject()) {
        JsonObject object;
        for (const JsonObject::Member &part : value.object())
            object.insert(part.key, restored(part.value, part.key));
        return Json(object);
    }
    return value;
}

} // namespace Mock
