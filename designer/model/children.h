#pragma once

#include "designer/model/operation_keys.h"
#include "designer/text/pointer.h"

namespace Design
{

/// Where a node stands in its parent: under a key, or under a name or at an index there.
/// Refers to strings of the design: valid until it changes.
struct StepView {
    const QString
        &key; ///< such as `schema`, `properties`, `components/schemas`; empty in callbacks
    qsizetype index = -1;          ///< in the list or map; -1 where the key has one value
    const QString *name = nullptr; ///< in a map
};

/// The same with strings of its own.
struct Step {
    QString key;
    qsizetype index = -1;
    QString name;
    bool isNamed = false;

    Step() = default;
    Step(const StepView &view)
        : key(view.key)
        , index(view.index)
        , name(view.name ? *view.name : QString())
        , isNamed(view.name)
    {
    }

    StepView view() const { return {key, index, isNamed ? &name : nullptr}; }
    /// What the step adds to the JSON Pointer of the parent.
    QString suffix() const;
};

/// Moves `at` behind the pointer tokens that the step takes; false when it leads elsewhere.
bool followStep(const StepView &step, const QStringList &tokens, qsizetype &at);

/// Where the operation stands in its Path Item.
inline StepView stepTo(const Operation &operation)
{
    if (isAdditional(operation))
        return {additionalOperationsKey(), -1, &operation.method};
    return {operation.method};
}

/// Objects of the specification that have an identity (the Api and schemas are apart).
template<class T>
concept NodeStruct = requires(const T &node)
{
    node.id;
}
&&!Is<T, Api>;

namespace Detail
{

template<class Visit, class T>
bool anyInField(const QString &, const T &, Visit &)
{
    return false; // strings, flags, plain JSON
}

template<class Visit>
bool anyInField(const QString &key, const Schema &schema, Visit &visit)
{
    return !schema.isAbsent() && visit(schema, StepView{key});
}

template<class Visit, class T>
bool anyInField(const QString &key, const std::optional<T> &value, Visit &visit)
{
    if constexpr (NodeStruct<T>)
        return value && visit(*value, StepView{key});
    return false;
}

template<class Visit, class T>
bool anyInField(const QString &key, const QList<T> &list, Visit &visit)
{
    if constexpr (NodeStruct<T>) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (visit(list.at(i), StepView{key, i}))
                return true;
        }
    }
    return false;
}

template<class Visit, class T>
bool anyInField(const QString &key, const NamedList<T> &list, Visit &visit)
{
    if constexpr (NodeStruct<T> || Is<T, Schema>) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Named<T> &member = list.at(i);
            if (!member.isRaw() && visit(member.value, StepView{key, i, &member.name}))
                return true;
        }
    }
    return false;
}

} // namespace Detail

/// Calls visit(child, step) for the direct child nodes until one call returns true.
template<class Parent, class Visit>
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
            done = done || visit(operation, stepTo(operation));
    } else if constexpr (Is<Parent, Callback>) {
        done = done || Detail::anyInField(QString(), parent.expressions, visit);
    }
    return done;
}

template<class Visit>
bool anyChild(const Schema &parent, Visit &&visit)
{
    for (const Schema::Entry &entry : parent.entries()) {
        const QString &key = entry.key();
        if (const auto *list = std::get_if<QList<Schema>>(&entry.payload)) {
            const bool isSingle = keywordShape(entry.keyword) == KeywordShape::OneSchema;
            for (qsizetype i = 0; i < list->size(); ++i) {
                if (visit(list->at(i), StepView{key, isSingle ? -1 : i}))
                    return true;
            }
        } else if (const auto *map = std::get_if<NamedList<Schema>>(&entry.payload)) {
            if (Detail::anyInField(key, *map, visit))
                return true;
        }
    }
    return false;
}

/// Calls visit(child, step) for all direct child nodes.
template<class Parent, class Visit>
void forEachChildNode(const Parent &parent, Visit &&visit)
{
    anyChild(parent, [&](const auto &child, const StepView &step) {
        visit(child, step);
        return false;
    });
}

namespace Detail
{

template<class Change, class T>
bool changeInField(T &, const Step &, Change &)
{
    return false;
}

template<class Change>
bool changeInField(Schema &schema, const Step &, Change &change)
{
    change(schema);
    return true;
}

template<class Change, class T>
bool changeInField(std::optional<T> &value, const Step &, Change &change)
{
    if constexpr (NodeStruct<T>) {
        if (value)
            change(*value);
        return value.has_value();
    }
    return false;
}

template<class Change, class T>
bool changeInField(QList<T> &list, const Step &step, Change &change)
{
    if constexpr (NodeStruct<T>) {
        if (step.index >= 0 && step.index < list.size()) {
            change(list[step.index]);
            return true;
        }
    }
    return false;
}

template<class Change, class T>
bool changeInField(NamedList<T> &list, const Step &step, Change &change)
{
    if constexpr (NodeStruct<T> || Is<T, Schema>) {
        if (step.index >= 0 && step.index < list.size()) {
            change(list[step.index].value);
            return true;
        }
    }
    return false;
}

} // namespace Detail

/// Calls change(child) for the child at this step; copies nothing but what leads there.
/// False when there is no such child.
template<class Parent, class Change>
bool changeChild(Parent &parent, const Step &step, Change &&change)
{
    bool done = false;
    if constexpr (Is<Parent, PathItem>) {
        const QString &method = step.key == additionalOperationsKey() ? step.name : step.key;
        for (qsizetype i = 0; i < parent.operations.size() && !done; ++i) {
            done = parent.operations.at(i).method == method;
            if (done)
                change(parent.operations[i]);
        }
    } else if constexpr (Is<Parent, Callback>) {
        return Detail::changeInField(parent.expressions, step, change);
    }
    forEachField(parent, [&](const QString &key, auto &member) {
        if (done)
            return;
        if constexpr (Is<std::remove_cvref_t<decltype(member)>, Components>) {
            forEachField(member, [&](const QString &section, auto &list) {
                if (!done && step.key == key + u'/' + section)
                    done = Detail::changeInField(list, step, change);
            });
        } else if (key == step.key) {
            done = Detail::changeInField(member, step, change);
        }
    });
    return done;
}

template<class Change>
bool changeChild(Schema &parent, const Step &step, Change &&change)
{
    for (qsizetype i = 0; i < parent.entries().size(); ++i) {
        if (parent.entries().at(i).key() != step.key)
            continue;
        Schema::Payload &payload = parent.entriesForChange()[i].payload;
        if (auto *map = std::get_if<NamedList<Schema>>(&payload))
            return Detail::changeInField(*map, step, change);
        auto *list = std::get_if<QList<Schema>>(&payload);
        const qsizetype at = qMax(step.index, qsizetype{0});
        if (!list || at >= list->size())
            return false;
        change((*list)[at]);
        return true;
    }
    return false;
}

namespace Detail
{

template<class Change, class T>
bool changeEachInField(T &, Change &)
{
    return false;
}

template<class Change, class T>
bool changeValue(T &value, Change &change)
{
    T copy = value;
    const bool isChanged = change(copy);
    if (isChanged)
        value = copy;
    return isChanged;
}

template<class Change>
bool changeEachInField(Schema &schema, Change &change)
{
    return !schema.isAbsent() && changeValue(schema, change);
}

template<class Change, class T>
bool changeEachInField(std::optional<T> &value, Change &change)
{
    if constexpr (NodeStruct<T>)
        return value && changeValue(*value, change);
    return false;
}

template<class Change, class T>
bool changeEachInField(QList<T> &list, Change &change)
{
    bool isChanged = false;
    if constexpr (NodeStruct<T> || Is<T, Schema>) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            T copy = list.at(i);
            if (!change(copy))
                continue;
            list[i] = copy;
            isChanged = true;
        }
    }
    return isChanged;
}

template<class Change, class T>
bool changeEachInField(NamedList<T> &list, Change &change)
{
    bool isChanged = false;
    if constexpr (NodeStruct<T> || Is<T, Schema>) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (list.at(i).isRaw())
                continue;
            T copy = list.at(i).value;
            if (!change(copy))
                continue;
            list[i].value = copy;
            isChanged = true;
        }
    }
    return isChanged;
}

} // namespace Detail

/// Calls change(child), which tells whether it changed the child, for each direct child. What it
/// left alone stays shared with other values of the design. True if any child was changed.
template<class Parent, class Change>
bool changeEachChild(Parent &parent, Change &&change)
{
    bool isChanged = false;
    forEachField(parent, [&](const QString &, auto &member) {
        if constexpr (Is<std::remove_cvref_t<decltype(member)>, Components>) {
            forEachField(member, [&](const QString &, auto &list) {
                isChanged = Detail::changeEachInField(list, change) || isChanged;
            });
        } else {
            isChanged = Detail::changeEachInField(member, change) || isChanged;
        }
    });
    if constexpr (Is<Parent, PathItem>)
        isChanged = Detail::changeEachInField(parent.operations, change) || isChanged;
    else if constexpr (Is<Parent, Callback>)
        isChanged = Detail::changeEachInField(parent.expressions, change) || isChanged;
    return isChanged;
}

template<class Change>
bool changeEachChild(Schema &parent, Change &&change)
{
    bool isChanged = false;
    for (qsizetype i = 0; i < parent.entries().size(); ++i) {
        Schema::Payload payload = parent.entries().at(i).payload;
        bool isPayloadChanged = false;
        if (auto *list = std::get_if<QList<Schema>>(&payload))
            isPayloadChanged = Detail::changeEachInField(*list, change);
        else if (auto *map = std::get_if<NamedList<Schema>>(&payload))
            isPayloadChanged = Detail::changeEachInField(*map, change);
        if (isPayloadChanged)
            parent.entriesForChange()[i].payload = payload;
        isChanged = isChanged || isPayloadChanged;
    }
    return isChanged;
}

inline NodeId idOf(const Schema &schema)
{
    return schema.id();
}
template<class T>
NodeId idOf(const T &node)
{
    return node.id;
}

} // namespace Design
