#pragma once

#include "designer/model/fields.h"
#include "designer/text/pointer.h"

namespace Design
{

/// Where a node stands in its parent: under a key, or under a name or at an index there.
struct Step {
    enum class Kind : quint8 { Key, Name, Index };

    Kind kind = Kind::Key;
    QString key; ///< such as `schema`, `properties`, `components/schemas`; empty in a callback
    QString name;
    qsizetype index = -1;

    static Step at(const QString &key) { return {Kind::Key, key, {}, -1}; }
    static Step at(const QString &key, const QString &name) { return {Kind::Name, key, name, -1}; }
    static Step at(const QString &key, qsizetype index) { return {Kind::Index, key, {}, index}; }

    /// What the step adds to the JSON Pointer of the parent.
    QString suffix() const
    {
        const QString start = key.isEmpty() ? QString() : u'/' + key;
        switch (kind) {
        case Kind::Key:
            return start;
        case Kind::Name:
            return childPointer(start, name);
        case Kind::Index:
            return childPointer(start, index);
        }
        return start;
    }
    bool operator==(const Step &) const = default;
};

/// Objects of the specification that have an identity (the Api and schemas are apart).
template <class T>
concept NodeStruct = requires(const T &node)
{
    node.id;
}
&&!Is<T, Api>;

namespace Detail
{

template <class Visit, class T>
bool anyInField(const QString &, const T &, Visit &)
{
    return false; // strings, flags, plain JSON
}

template <class Visit>
bool anyInField(const QString &key, const Schema &schema, Visit &visit)
{
    return !schema.isAbsent() && visit(schema, Step::at(key));
}

template <class Visit, class T>
bool anyInField(const QString &key, const std::optional<T> &value, Visit &visit)
{
    if constexpr (NodeStruct<T>)
        return value && visit(*value, Step::at(key));
    return false;
}

template <class Visit, class T>
bool anyInField(const QString &key, const QList<T> &list, Visit &visit)
{
    if constexpr (NodeStruct<T>) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (visit(list.at(i), Step::at(key, i)))
                return true;
        }
    }
    return false;
}

template <class Visit, class T>
bool anyInField(const QString &key, const NamedList<T> &list, Visit &visit)
{
    if constexpr (NodeStruct<T> || Is<T, Schema>) {
        for (const Named<T> &member : list) {
            if (!member.isRaw() && visit(member.value, Step::at(key, member.name)))
                return true;
        }
    }
    return false;
}

} // namespace Detail

/// Calls visit(child, step) for the direct child nodes until one call returns true.
template <class Parent, class Visit>
bool anyChild(const Parent &parent, Visit &&visit)
{
    bool done = false;
    forEachField(parent, [&](const QString &key, const auto &member) {
        if constexpr (Is<std::remove_cvref_t<decltype(member)>, Components>) {
            forEachField(member, [&](const QString &section, const auto &list) {
                done = done || Detail::anyInField(key + u'/' + section, list, visit);
            });
        } else {
            done = done || Detail::anyInField(key, member, visit);
        }
    });
    if constexpr (Is<Parent, PathItem>) {
        for (const Operation &operation : parent.operations)
            done = done || visit(operation, Step::at(operation.method));
    } else if constexpr (Is<Parent, Callback>) {
        for (const Named<PathItem> &member : parent.expressions)
            done = done || (!member.isRaw() && visit(member.value, Step::at({}, member.name)));
    }
    return done;
}

template <class Visit>
bool anyChild(const Schema &parent, Visit &&visit)
{
    for (const Schema::Entry &entry : parent.entries()) {
        const QString &key = entry.key();
        if (const auto *list = std::get_if<QList<Schema>>(&entry.payload)) {
            const bool isSingle = keywordShape(entry.keyword) == KeywordShape::OneSchema;
            for (qsizetype i = 0; i < list->size(); ++i) {
                if (visit(list->at(i), isSingle ? Step::at(key) : Step::at(key, i)))
                    return true;
            }
        } else if (const auto *map = std::get_if<NamedList<Schema>>(&entry.payload)) {
            for (const Named<Schema> &member : *map) {
                if (!member.isRaw() && visit(member.value, Step::at(key, member.name)))
                    return true;
            }
        }
    }
    return false;
}

/// Calls visit(child, step) for all direct child nodes.
template <class Parent, class Visit>
void forEachChildNode(const Parent &parent, Visit &&visit)
{
    anyChild(parent, [&](const auto &child, const Step &step) {
        visit(child, step);
        return false;
    });
}

inline NodeId idOf(const Schema &schema)
{
    return schema.id();
}
template <class T>
NodeId idOf(const T &node)
{
    return node.id;
}

} // namespace Design
