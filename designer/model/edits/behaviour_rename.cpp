#include "designer/model/edits/behaviour_edits.h"
#include "designer/model/expressions/extension_walk.h"
#include "designer/model/rename/script_rename.h"

namespace Design
{

namespace
{

using Kind = ExtensionWalk::Kind;

Kind kindOf(BehaviourGroup group)
{
    switch (group) {
    case BehaviourGroup::Errors:
        return Kind::Error;
    case BehaviourGroup::Dependencies:
        return Kind::Dependency;
    case BehaviourGroup::Stores:
        return Kind::Store;
    case BehaviourGroup::Routers:
        return Kind::Router;
    case BehaviourGroup::Schemes:
        break;
    }
    return Kind::Scheme;
}

/// Gives what names one thing another name: by itself, or in expressions (`deps.user`).
class Renaming : public ExtensionWalk
{
public:
    Renaming(BehaviourGroup group, const QString &from, const QString &to)
        : m_kind(kindOf(group))
        , m_from(from)
        , m_to(to)
    {
        ScriptValue holder;
        holder.from = from;
        holder.to = to;
        if (m_kind == Kind::Dependency)
            m_scope.insert(QStringLiteral("deps"), holder);
        else if (m_kind == Kind::Store)
            m_scope.insert(QStringLiteral("store"), holder);
    }

    int count() const { return m_count; }

private:
    Json met(const Json &value, const Place &place) override
    {
        if (place.kind == m_kind)
            return renamed(value.string());
        if (place.kind == Kind::Action && m_kind == Kind::Store) {
            const QString store = value.string().section(u' ', 1).trimmed();
            return QString(value.string().section(u' ', 0, 0) + u' ' + renamed(store));
        }
        if (m_scope.isEmpty())
            return value;
        ScriptRename rename(m_scope, nullptr);
        const Json changed = rename.inPlace(value, place);
        m_count += rename.count();
        return changed;
    }

    QString metKey(const QString &key, const Place &place) override
    {
        return place.kind == m_kind ? renamed(key) : key;
    }

    QString renamed(const QString &name)
    {
        m_count += name == m_from ? 1 : 0;
        return name == m_from ? m_to : name;
    }

    Kind m_kind;
    QString m_from;
    QString m_to;
    ScriptScope m_scope;
    int m_count = 0;
};

/// Security requirements name schemes.
int renameRequirements(QList<SecurityRequirement> &requirements, const QString &from,
                       const QString &to)
{
    int count = 0;
    for (SecurityRequirement &requirement : requirements) {
        for (Named<QStringList> &scheme : requirement.schemes) {
            if (scheme.name == from) {
                scheme.name = to;
                ++count;
            }
        }
    }
    return count;
}

/// What names the thing in an operation, in those that it calls back too.
int renameIn(Operation &operation, BehaviourGroup group, Renaming &renaming, const QString &from,
             const QString &to)
{
    int count = 0;
    if (group == BehaviourGroup::Schemes && operation.security)
        count += renameRequirements(*operation.security, from, to);
    const Json before = operation.rest.value(u"x-menura");
    if (before.isUndefined())
        return count;
    const Json after = renaming.route(before);
    if (!(after == before))
        operation.rest.set(QStringLiteral("x-menura"), after);
    return count;
}

int rename(Api &api, BehaviourGroup group, const QString &from, const QString &to)
{
    Renaming renaming(group, from, to);
    api.menura = renaming.document(api.menura);
    int count = group == BehaviourGroup::Schemes ? renameRequirements(api.security, from, to) : 0;
    for (NamedList<PathItem> *list : {&api.paths, &api.webhooks}) {
        for (Named<PathItem> &path : *list) {
            for (Operation &operation : path.value.operations)
                count += renameIn(operation, group, renaming, from, to);
        }
    }
    return count + renaming.count();
}

/// Gives the thing itself its new name, in its place.
void renameThing(Api &api, BehaviourGroup group, const QString &from, const QString &to)
{
    if (group == BehaviourGroup::Schemes) {
        for (Named<SecurityScheme> &scheme : api.components.securitySchemes) {
            if (scheme.name == from)
                scheme.name = to;
        }
        return;
    }
    JsonObject menura = api.menura.object();
    JsonObject members = menura.value(groupKey(group)).object();
    members.rename(from, to);
    menura.insert(groupKey(group), members);
    api.menura = menura;
}

} // namespace

int renameBehaviour(Api &api, BehaviourGroup group, const QString &from, const QString &to)
{
    const QStringList names = behaviourNames(api, group);
    if (!names.contains(from) || names.contains(to) || !isBehaviourName(to))
        return -1;
    const int count = rename(api, group, from, to);
    renameThing(api, group, from, to);
    return count;
}

int countBehaviourUses(const Api &api, BehaviourGroup group, const QString &name)
{
    Api copy = api;
    return rename(copy, group, name, name);
}

} // namespace Design
