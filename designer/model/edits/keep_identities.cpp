#include "designer/model/edits/keep_identities.h"

#include "designer/model/fields.h"

#include <QHash>

namespace Design
{

namespace
{

// Whether two members of a list are the same thing, whatever else is said about it.

template<class T>
bool isSame(const Named<T> &before, const Named<T> &fresh)
{
    return before.name == fresh.name && before.isRaw() == fresh.isRaw();
}

bool isSame(const Parameter &before, const Parameter &fresh)
{
    return before.name == fresh.name && before.in == fresh.in && before.ref.text == fresh.ref.text;
}

bool isSame(const Operation &before, const Operation &fresh)
{
    return before.method == fresh.method;
}

bool isSame(const Tag &before, const Tag &fresh)
{
    return before.name == fresh.name;
}

bool isSame(const Server &before, const Server &fresh)
{
    return before.url == fresh.url;
}

bool isSame(const Schema &before, const Schema &fresh)
{
    const Reference reference = fresh.reference();
    return !reference.isNull() && reference.text == before.reference().text;
}

/// For each member of fresh the index of its partner in before, or -1.
template<class T>
QList<qsizetype> partners(const QList<T> &before, const QList<T> &fresh)
{
    QList<qsizetype> result(fresh.size(), -1);
    QList<bool> isTaken(before.size(), false);
    qsizetype next = 0; // most lists keep their order
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        for (qsizetype step = 0; step < before.size(); ++step) {
            const qsizetype at = (next + step) % before.size();
            if (isTaken.at(at) || !isSame(before.at(at), fresh.at(i)))
                continue;
            result[i] = at;
            isTaken[at] = true;
            next = at + 1;
            break;
        }
    }
    // What was given another name stands where it stood, or is the only one that is left.
    const bool isOneLeft = isTaken.count(false) == 1 && result.count(-1) == 1;
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        if (result.at(i) >= 0)
            continue;
        if (isOneLeft)
            result[i] = isTaken.indexOf(false);
        else if (i < before.size() && !isTaken.at(i))
            result[i] = i;
    }
    return result;
}

/// Pointers to before may be null: then everything in fresh is new.
class IdentityKeeper
{
public:
    explicit IdentityKeeper(Api &api)
        : m_api(api)
    {
    }

    /// References may lead to components that are looked at later: these get their ids first.
    void keepComponents(const Components &before, const Components &fresh)
    {
        forEachMember(Table<Components>(), [&](const QString &, auto member) {
            const auto &from = before.*member;
            const auto &to = fresh.*member;
            const QList<qsizetype> indexes = partners(from, to);
            for (qsizetype i = 0; i < to.size(); ++i) {
                const qsizetype at = indexes.at(i);
                if (!to.at(i).isRaw())
                    m_ids.insert(id(to.at(i).value), at < 0 || from.at(at).isRaw()
                                                         ? m_api.newId()
                                                         : id(from.at(at).value));
            }
        });
    }

    void keep(const Schema *before, Schema &fresh)
    {
        if (fresh.isAbsent())
            return;
        if (before && before->isAbsent())
            before = nullptr;
        fresh.setId(identity(fresh.id(), before ? before->id() : NodeId::None));
        for (Schema::Entry &entry : fresh.entriesForChange()) {
            const Schema::Entry *old = before ? before->find(entry.keyword) : nullptr;
            if (auto *reference = std::get_if<Reference>(&entry.payload))
                bind(*reference);
            else if (auto *list = std::get_if<QList<Schema>>(&entry.payload))
                keep(old ? std::get_if<QList<Schema>>(&old->payload) : nullptr, *list);
            else if (auto *map = std::get_if<NamedList<Schema>>(&entry.payload))
                keep(old ? std::get_if<NamedList<Schema>>(&old->payload) : nullptr, *map);
        }
        if (before && *before == fresh)
            fresh = *before;
    }

    /// Objects of the specification; strings, flags and plain JSON have nothing to keep.
    template<class T>
    void keep(const T *before, T &fresh)
    {
        if constexpr (requires { forEachMember(Table<T>(), [](const QString &, auto) {}); }) {
            if constexpr (requires { fresh.id; })
                fresh.id = identity(fresh.id, before ? before->id : NodeId::None);
            if constexpr (requires { fresh.ref; })
                bind(fresh.ref);
            const auto keepMember = [&](const QString &, auto member) {
                keep(before ? &(before->*member) : nullptr, fresh.*member);
            };
            forEachMember(Table<T>(), keepMember);
            if constexpr (Is<T, PathItem>)
                keepMember({}, &PathItem::operations);
            else if constexpr (Is<T, Callback>)
                keepMember({}, &Callback::expressions);
            if (before && *before == fresh)
                fresh = *before;
        }
    }

    template<class T>
    void keep(const std::optional<T> *before, std::optional<T> &fresh)
    {
        if (fresh)
            keep(before && *before ? &**before : nullptr, *fresh);
    }

    template<class T>
    void keep(const QList<T> *before, QList<T> &fresh)
    {
        if constexpr (requires(const T &node) { isSame(node, node); }) {
            const QList<qsizetype> indexes = partners(before ? *before : QList<T>(), fresh);
            for (qsizetype i = 0; i < fresh.size(); ++i)
                keep(indexes.at(i) < 0 ? nullptr : &before->at(indexes.at(i)), fresh[i]);
            if (before && *before == fresh)
                fresh = *before;
        }
    }

    template<class T>
    void keep(const NamedList<T> *before, NamedList<T> &fresh)
    {
        const QList<qsizetype> indexes = partners(before ? *before : NamedList<T>(), fresh);
        for (qsizetype i = 0; i < fresh.size(); ++i) {
            const Named<T> *old = indexes.at(i) < 0 ? nullptr : &before->at(indexes.at(i));
            if (!fresh.at(i).isRaw())
                keep(old && !old->isRaw() ? &old->value : nullptr, fresh[i].value);
        }
        if (before && *before == fresh)
            fresh = *before;
    }

private:
    static NodeId id(const Schema &schema) { return schema.id(); }
    template<class T>
    static NodeId id(const T &node)
    {
        return node.id;
    }

    NodeId identity(NodeId fresh, NodeId before)
    {
        if (before != NodeId::None)
            return before;
        const NodeId component = m_ids.value(fresh);
        return component != NodeId::None ? component : m_api.newId();
    }

    void bind(Reference &reference) const
    {
        reference.component = m_ids.value(reference.component, reference.component);
    }

    Api &m_api;
    QHash<NodeId, NodeId> m_ids; ///< of components, by the ids that they were read with
};

} // namespace

void keepIdentities(const Api &before, Api &fresh)
{
    fresh.lastId = before.lastId;
    IdentityKeeper keeper(fresh);
    keeper.keepComponents(before.components, fresh.components);
    keeper.keep(&before, fresh);
}

void keepIdentities(const Schema &before, Schema &fresh, Api &api)
{
    IdentityKeeper(api).keep(&before, fresh);
}

void keepIdentities(const Operation &before, Operation &fresh, Api &api)
{
    IdentityKeeper(api).keep(&before, fresh);
}

} // namespace Design
