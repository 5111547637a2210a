#include "designer/openapi/object_writer.h"

#include "designer/model/operation_keys.h"

#include <QVarLengthArray>

namespace Design
{

namespace
{

/// Puts the members of one object into their places.
class MemberOrder
{
public:
    struct Member {
        QString key;
        Json value;
        bool isPlaced = false;
    };

    /// A member of the table, in the order of the table; undefined where it has its default value.
    void add(const QString &key, const Json &value) { m_known.append({key, value, false}); }
    /// A member whose key is not in the table (an operation, an expression).
    void addSlotted(const QString &key, const Json &value)
    {
        m_slotted.append({key, value, false});
    }

    /// isSlot(key) tells which keys of rest are places for slotted members.
    template<class IsSlot>
    JsonObject object(const Rest &rest, IsSlot &&isSlot);

private:
    void placeRemaining(JsonObject &object);

    QVarLengthArray<Member, 16> m_known;
    QVarLengthArray<Member, 8> m_slotted;
};

template<class IsSlot>
JsonObject MemberOrder::object(const Rest &rest, IsSlot &&isSlot)
{
    JsonObject object;
    qsizetype nextSlotted = 0;
    qsizetype afterSlots = -1;
    for (const Rest::Member &written : rest.members) {
        const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const Member &member) {
            return member.key == written.key;
        });
        if (known != m_known.end() && !known->value.isUndefined()) {
            object.insert(known->key, known->value);
            known->isPlaced = true;
        } else if (!written.value.isUndefined()) {
            object.insert(written.key, written.value);
        } else if (nextSlotted < m_slotted.size() && isSlot(written.key)) {
            object.insert(m_slotted.at(nextSlotted).key, m_slotted.at(nextSlotted).value);
            ++nextSlotted;
            afterSlots = object.size();
        }
    }
    for (; nextSlotted < m_slotted.size(); ++nextSlotted) {
        const Member &member = m_slotted.at(nextSlotted);
        if (afterSlots < 0)
            object.insert(member.key, member.value);
        else
            object.insert(afterSlots++, member.key, member.value);
    }
    placeRemaining(object);
    return object;
}

/// A member that was not there before goes behind the nearest one before it in the table.
void MemberOrder::placeRemaining(JsonObject &object)
{
    const bool isNew = object.isEmpty();
    for (qsizetype i = 0; i < m_known.size(); ++i) {
        const Member &member = m_known.at(i);
        if (member.isPlaced || member.value.isUndefined())
            continue;
        if (isNew) {
            object.insert(member.key, member.value);
            continue;
        }
        qsizetype behind = -1;
        for (qsizetype before = i; before > 0 && behind < 0; --before)
            behind = object.indexOf(m_known.at(before - 1).key);
        object.insert(behind + 1, member.key, member.value);
    }
}

} // namespace

ObjectWriter::ObjectWriter(const Api &api)
    : m_components(api)
{
    m_linkText = [this](const Reference &reference) { return m_components.text(reference); };
}

Json ObjectWriter::write(const QStringList &value) const
{
    JsonArray array;
    array.reserve(value.size());
    for (const QString &item : value)
        array.append(item);
    return array;
}

Json ObjectWriter::write(const SecurityRequirement &value) const
{
    JsonObject object;
    for (const Named<QStringList> &member : value.schemes)
        object.insert(member.name, member.isRaw() ? member.raw : write(member.value));
    return object;
}

template<class T>
Json ObjectWriter::write(const std::optional<T> &value) const
{
    return write(*value);
}

template<class T>
Json ObjectWriter::write(const QList<T> &value) const
{
    JsonArray array;
    array.reserve(value.size());
    for (const T &item : value)
        array.append(write(item));
    return array;
}

template<class T>
Json ObjectWriter::write(const NamedList<T> &value) const
{
    JsonObject object;
    for (const Named<T> &member : value)
        object.insert(member.name, member.isRaw() ? member.raw : write(member.value));
    return object;
}

template<class T>
Json ObjectWriter::write(const T &value) const
{
    MemberOrder members;
    const auto add = [&](const QString &key, const auto &member) {
        members.add(key, isDefault(member) ? Json() : write(member));
    };
    if constexpr (requires { value.ref; })
        add(QStringLiteral("$ref"), value.ref);
    forEachField(value, add);
    if constexpr (Is<T, PathItem>) {
        JsonObject additional;
        for (const Operation &operation : value.operations) {
            if (isAdditional(operation))
                additional.insert(operation.method, write(operation));
            else
                members.addSlotted(operation.method, write(operation));
        }
        members.add(additionalOperationsKey(), additional.isEmpty() ? Json() : Json(additional));
        return members.object(value.rest,
                              [](const QString &key) { return operationKeys().contains(key); });
    } else if constexpr (Is<T, Callback>) {
        for (const Named<PathItem> &member : value.expressions)
            members.addSlotted(member.name, member.isRaw() ? member.raw : write(member.value));
        return members.object(value.rest,
                              [](const QString &key) { return key != QLatin1String("$ref"); });
    } else {
        return members.object(value.rest, [](const QString &) { return false; });
    }
}

template Json ObjectWriter::write(const Api &) const;
template Json ObjectWriter::write(const Example &) const;
template Json ObjectWriter::write(const MediaType &) const;
template Json ObjectWriter::write(const Header &) const;
template Json ObjectWriter::write(const Parameter &) const;
template Json ObjectWriter::write(const RequestBody &) const;
template Json ObjectWriter::write(const Link &) const;
template Json ObjectWriter::write(const Response &) const;
template Json ObjectWriter::write(const SecurityScheme &) const;
template Json ObjectWriter::write(const Server &) const;
template Json ObjectWriter::write(const Tag &) const;
template Json ObjectWriter::write(const Callback &) const;
template Json ObjectWriter::write(const Operation &) const;
template Json ObjectWriter::write(const PathItem &) const;

} // namespace Design
