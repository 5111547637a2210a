#include "designer/model/behaviour/behaviour.h"
#include "designer/model/behaviour/members_reader.h"
#include "designer/model/design_text.h"
#include "designer/model/expressions/extension_walk.h"
#include "designer/model/expressions/name_check.h"

#include <QRegularExpression>

#include <functional>
#include <utility>

namespace Design
{

namespace
{

/// Whether following `next` from a name leads back to it.
template<class Next>
bool isInCircle(const QString &start, Next next)
{
    QStringList open = next(start);
    QStringList seen;
    while (!open.isEmpty()) {
        const QString name = open.takeLast();
        if (name == start)
            return true;
        if (seen.contains(name))
            continue;
        seen.append(name);
        open += next(name);
    }
    return false;
}

/// What tests name: they give rows, take the place of dependencies and expect models and stores.
class TestNames : public ExtensionWalk
{
public:
    using Unknown =
        std::function<void(const QString &pointer, const QString &kind, const QString &name)>;

    TestNames(const Api &api, const Behaviour &behaviour, Unknown unknown)
        : m_api(api)
        , m_behaviour(behaviour)
        , m_unknown(std::move(unknown))
    {
    }

protected:
    Json met(const Json &value, const Place &place) override
    {
        if (value.isString())
            check(value.string(), place);
        return value;
    }

    QString metKey(const QString &key, const Place &place) override
    {
        check(key, place);
        return key;
    }

private:
    void check(const QString &name, const Place &place)
    {
        if (place.of != Place::Of::Test)
            return;
        const QString pointer = QLatin1String("/x-menura") + place.pointer;
        if (place.kind == Kind::Dependency && !m_behaviour.dependencies.find(name))
            m_unknown(pointer, QStringLiteral("dependency"), name);
        else if (place.kind == Kind::Store && !m_behaviour.stores.find(name))
            m_unknown(pointer, QStringLiteral("store"), name);
        else if (place.kind == Kind::Model && !m_api.components.schemas.find(name))
            m_unknown(pointer, QStringLiteral("component schema"), name);
    }

    const Api &m_api;
    const Behaviour &m_behaviour;
    Unknown m_unknown;
};

class Check
{
public:
    Check(const Api &api, Diagnostics *diagnostics)
        : m_api(api)
        , m_behaviour(readBehaviour(api, diagnostics))
        , m_diagnostics(diagnostics)
    {
    }

    void document()
    {
        for (const auto &[name, store, raw] : m_behaviour.stores)
            checkStore(store);
        for (const auto &[name, dependency, raw] : m_behaviour.dependencies)
            checkDependency(name, dependency);
        for (const auto &[name, router, raw] : m_behaviour.routers) {
            names(router.depends, router.pointer + QLatin1String("/depends"));
            if (!router.parent.isEmpty() && !m_behaviour.routers.find(router.parent))
                unknown(router.pointer + QLatin1String("/parent"), DesignText::tr("router"),
                        router.parent);
            const auto parent = [this](const QString &of) {
                const RouterDesign *design = m_behaviour.routers.find(of);
                return design && !design->parent.isEmpty() ? QStringList{design->parent}
                                                           : QStringList();
            };
            if (isInCircle(name, parent))
                report(router.pointer, DesignText::tr("The router %1 is inside itself.").arg(name));
        }
        for (const auto &[name, login, raw] : m_behaviour.logins) {
            if (!m_api.components.securitySchemes.find(name))
                unknown(login.pointer, DesignText::tr("security scheme"), name);
            if (!login.store.isEmpty() && !m_behaviour.stores.find(login.store))
                unknown(login.pointer + QLatin1String("/store"), DesignText::tr("store"),
                        login.store);
        }
        names(m_behaviour.depends, QStringLiteral("/x-menura/depends"));
        TestNames(m_api, m_behaviour,
                  [this](const auto &pointer, const auto &kind, const auto &name) {
                      unknown(pointer, kind, name);
                  })
            .document(m_api.menura);
    }

    void route(const QString &path, const Operation &operation)
    {
        const QString pointer =
            childPointer(childPointer(QStringLiteral("/paths"), path), operation.method);
        m_node = operation.id;
        const RouteBehaviour route = readRouteBehaviour(operation, pointer, m_diagnostics);
        const QString menura = pointer + QLatin1String("/x-menura");
        names(route.depends, menura + QLatin1String("/depends"));
        if (route.router && !route.router->isEmpty()) {
            if (!m_behaviour.routers.find(*route.router)) {
                unknown(menura + QLatin1String("/router"), DesignText::tr("router"), *route.router);
            } else if (const QString prefix = fullPrefix(m_behaviour, *route.router);
                       !path.startsWith(prefix)) {
                report(menura + QLatin1String("/router"),
                       DesignText::tr("The routes of %1 begin with %2, but this path is %3.")
                           .arg(*route.router, prefix, path));
            }
        }
        rules(route.errors);
        if (route.upstream) {
            const QString &at = route.upstream->pointer;
            error(route.upstream->failed, at + QLatin1String("/failed"));
            for (const Named<QString> &status : route.upstream->statuses)
                error(status.value, childPointer(at + QLatin1String("/status"), status.name));
            host(route.upstream->url, at + QLatin1String("/url"));
        }
        hooks(route.tasks);
        if (route.action.kind != ActionDesign::Kind::None &&
            !m_behaviour.stores.find(route.action.store))
            unknown(route.action.pointer, DesignText::tr("store"), route.action.store);
        m_node = NodeId::None;
    }

private:
    void report(const QString &pointer, const QString &message)
    {
        const qsizetype before = m_diagnostics->size();
        reportAt(m_diagnostics, pointer, QStringLiteral("menura-reference"), message);
        if (m_diagnostics->size() > before)
            m_diagnostics->last().node = m_node;
    }

    void unknown(const QString &pointer, const QString &kind, const QString &name)
    {
        report(pointer, DesignText::tr("There is no %1 “%2”.").arg(kind, name));
    }

    void schema(const QString &name, const QString &pointer)
    {
        if (!name.isEmpty() && !m_api.components.schemas.find(name))
            unknown(pointer, DesignText::tr("component schema"), name);
    }

    void names(const QStringList &dependencies, const QString &pointer)
    {
        for (const QString &name : dependencies) {
            if (!m_behaviour.dependencies.find(name))
                unknown(pointer, DesignText::tr("dependency"), name);
        }
    }

    void error(const QString &name, const QString &pointer)
    {
        if (!name.isEmpty() && !m_behaviour.errors.find(name))
            unknown(pointer, DesignText::tr("error"), name);
    }

    /// Whether an address whose host is written out may be asked at all.
    void host(const Json &url, const QString &pointer)
    {
        static const QRegularExpression form(QStringLiteral("^https?://([^/{}]+)(/|$)"));
        const QRegularExpressionMatch match = form.match(url.toString());
        const QString said = match.captured(1);
        if (!match.hasMatch() || m_behaviour.hosts.contains(said, Qt::CaseInsensitive) ||
            m_behaviour.hosts.contains(said.section(u':', 0, 0), Qt::CaseInsensitive))
            return;
        report(pointer, DesignText::tr("%1 is not among the “hosts” of the document and will not "
                                       "be asked.")
                            .arg(said));
    }

    void hooks(const QList<TaskDesign> &tasks)
    {
        for (const TaskDesign &task : tasks)
            host(task.url, task.pointer + QLatin1String("/webhook"));
    }

    void rules(const QList<ErrorRule> &list)
    {
        for (const ErrorRule &rule : list)
            error(rule.error, rule.pointer + QLatin1String("/error"));
    }

    void checkStore(const StoreDesign &store)
    {
        schema(store.model, store.pointer + QLatin1String("/model"));
        schema(store.create, store.pointer + QLatin1String("/create"));
        schema(store.answer, store.pointer + QLatin1String("/answer"));
        error(store.missing, store.pointer + QLatin1String("/missing"));
        error(store.conflict, store.pointer + QLatin1String("/conflict"));
        for (const ForeignKey &foreign : store.foreign) {
            if (!m_behaviour.stores.find(foreign.store))
                unknown(childPointer(store.pointer + QLatin1String("/references"), foreign.field),
                        DesignText::tr("store"), foreign.store);
        }
    }

    /// What is left before the answer must not be needed by what is left behind it.
    void leaving(const QString &name, const DependencyDesign &dependency)
    {
        using Scope = DependencyDesign::ExitScope;
        if (dependency.exit.isEmpty() || dependency.scope == Scope::Function)
            return;
        for (const QString &need : dependency.needs) {
            const DependencyDesign *design = m_behaviour.dependencies.find(need);
            if (design && !design->exit.isEmpty() && design->scope == Scope::Function) {
                report(dependency.pointer + QLatin1String("/scope"),
                       DesignText::tr("%1 is left after the answer and cannot need %2, which is "
                                      "left before it (“scope: function”).")
                           .arg(name, need));
            }
        }
    }

    void checkDependency(const QString &name, const DependencyDesign &dependency)
    {
        names(dependency.needs, dependency.pointer + QLatin1String("/needs"));
        rules(dependency.conditions);
        hooks(dependency.exit);
        leaving(name, dependency);
        if (!dependency.scheme.isEmpty() &&
            !m_api.components.securitySchemes.find(dependency.scheme))
            unknown(dependency.pointer + QLatin1String("/scheme"),
                    DesignText::tr("security scheme"), dependency.scheme);
        if (dependency.isUser && !m_behaviour.logins.find(dependency.scheme)) {
            report(dependency.pointer + QLatin1String("/user"),
                   DesignText::tr("Nobody can log in with %1: “logins” has no such member.")
                       .arg(dependency.scheme));
        }
        const auto needs = [this](const QString &of) {
            const DependencyDesign *design = m_behaviour.dependencies.find(of);
            return design ? design->needs : QStringList();
        };
        if (isInCircle(name, needs)) {
            report(dependency.pointer + QLatin1String("/needs"),
                   DesignText::tr("The dependency %1 needs itself.").arg(name));
        }
    }

    const Api &m_api;
    const Behaviour m_behaviour;
    Diagnostics *m_diagnostics;
    NodeId m_node = NodeId::None;
};

} // namespace

Diagnostics checkBehaviour(const Api &api)
{
    Diagnostics diagnostics;
    Check check(api, &diagnostics);
    check.document();
    for (const Named<PathItem> &path : api.paths) {
        if (path.isRaw())
            continue;
        for (const Operation &operation : path.value.operations)
            check.route(path.name, operation);
    }
    diagnostics += checkNamesInExpressions(api);
    for (Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.node == NodeId::None) // what the extension names has no node of its own
            diagnostic.node = api.id;
    }
    return diagnostics;
}

} // namespace Design
