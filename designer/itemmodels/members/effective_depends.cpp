#include "designer/itemmodels/members/effective_depends.h"

#include <QCoreApplication>

namespace Design
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Design::EffectiveDepends)
};

void add(const Behaviour &behaviour, const EffectiveDepends &depends, int depth,
         QList<EffectiveDepends> &into)
{
    constexpr int deepest = 30; // a circle is reported elsewhere
    const auto isSame = [&](const EffectiveDepends &known) { return known.name == depends.name; };
    if (depth > deepest || std::any_of(into.cbegin(), into.cend(), isSame))
        return;
    if (const DependencyDesign *design = behaviour.dependencies.find(depends.name)) {
        for (const QString &need : design->needs)
            add(behaviour, {need, EffectiveDepends::From::Need, depends.name}, depth + 1, into);
    }
    if (std::none_of(into.cbegin(), into.cend(), isSame))
        into.append(depends);
}

} // namespace

QList<EffectiveDepends> effectiveDepends(const Behaviour &behaviour, const QString &path,
                                         const Operation &operation)
{
    using From = EffectiveDepends::From;
    const RouteBehaviour route = readRouteBehaviour(operation);
    QList<EffectiveDepends> result;
    for (const QString &name : behaviour.depends)
        add(behaviour, {name, From::Document, {}}, 0, result);
    for (const QString &router : routersOf(behaviour, path, route)) {
        const RouterDesign *design = behaviour.routers.find(router);
        for (const QString &name : design ? design->depends : QStringList())
            add(behaviour, {name, From::Router, router}, 0, result);
    }
    for (const QString &name : route.depends)
        add(behaviour, {name, From::Route, {}}, 0, result);
    return result;
}

QString originWords(const EffectiveDepends &depends)
{
    switch (depends.from) {
    case EffectiveDepends::From::Document:
        return Words::tr("by all routes");
    case EffectiveDepends::From::Router:
        return Words::tr("by router %1").arg(depends.through);
    case EffectiveDepends::From::Need:
        return Words::tr("needed by %1").arg(depends.through);
    case EffectiveDepends::From::Route:
        break;
    }
    return Words::tr("here");
}

bool isGuarded(const Api &api, const Operation &operation, const Behaviour &behaviour,
               const QList<EffectiveDepends> &depends)
{
    const QList<SecurityRequirement> requirements = operation.security.value_or(api.security);
    const bool isOpen = std::any_of(
        requirements.cbegin(), requirements.cend(),
        [](const SecurityRequirement &requirement) { return requirement.schemes.isEmpty(); });
    if (!requirements.isEmpty() && !isOpen)
        return true;
    return std::any_of(depends.cbegin(), depends.cend(), [&](const EffectiveDepends &one) {
        const DependencyDesign *design = behaviour.dependencies.find(one.name);
        return design && !design->scheme.isEmpty() && !design->isOptional;
    });
}

QString accessWords(const Api &api, const Operation &operation,
                    const QList<EffectiveDepends> &depends)
{
    QStringList names;
    bool mayBeOpen = false;
    for (const SecurityRequirement &requirement : operation.security.value_or(api.security)) {
        mayBeOpen = mayBeOpen || requirement.schemes.isEmpty();
        for (const Named<QStringList> &scheme : requirement.schemes)
            names.append(scheme.name);
    }
    if (mayBeOpen)
        names.clear();
    for (const EffectiveDepends &one : depends)
        names.append(one.name);
    names.removeDuplicates();
    return names.isEmpty() ? Words::tr("public") : names.join(QStringLiteral(", "));
}

} // namespace Design
