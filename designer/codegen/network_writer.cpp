#include "designer/codegen/network_writer.h"

#include "designer/codegen/steps_writer.h"

#include <algorithm>

namespace Design::Python
{

namespace
{

/// Whether some path is one of both templates.
bool overlap(const QString &left, const QString &right)
{
    const QStringList a = left.split(u'/');
    const QStringList b = right.split(u'/');
    if (a.size() != b.size())
        return false;
    const auto takes = [](const QString &part, const QString &other) {
        return part.contains(u'{') && !other.isEmpty();
    };
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && !takes(a[i], b[i]) && !takes(b[i], a[i]))
            return false;
    }
    return true;
}

QString share(double value)
{
    return QString::number(value);
}

Code delayOf(const DelayDesign &delay, Module &module)
{
    using Kind = DelayDesign::Kind;
    const auto from = [&](const char *function, const QList<int> &times) {
        QList<Code> arguments;
        for (const int time : times)
            arguments.append(atom(seconds(time)));
        return call(module.use("app.faults", function), arguments);
    };
    switch (delay.kind) {
    case Kind::Uniform:
        break;
    case Kind::Normal:
        return from("normal", {delay.mean, delay.deviation, delay.least, delay.most});
    case Kind::LogNormal:
        return from("log_normal", {delay.mean, delay.deviation, delay.least, delay.most});
    case Kind::Exponential:
        return from("exponential", {delay.mean, delay.least, delay.most});
    }
    return from("uniform", {delay.least, delay.most});
}

} // namespace

NetworkWriter::NetworkWriter(ProjectParts &parts, const QList<RouterEntry> &routers)
    : m_parts(parts)
{
    const Behaviour &behaviour = parts.source.behaviour();
    m_hasFaults = !behaviour.faults.isNone();
    m_hasProxy = behaviour.proxy.isOn();
    for (const RouterEntry &router : routers) {
        for (const RouteEntry &route : router.routes) {
            m_routes.append(route);
            const RouteBehaviour &said = route.behaviour;
            m_hasFaults = m_hasFaults || (said.faults && !said.faults->isNone());
            m_hasProxy = m_hasProxy || (said.proxy && said.proxy->isOn());
        }
    }
}

void NetworkWriter::reportFaults(const FaultDesign &design, const QString &pointer)
{
    if (design.drop > 0 || design.reset > 0)
        m_parts.source.report(pointer, text("A FastAPI application cannot drop or reset a "
                                            "connection; these requests are answered."));
}

Code NetworkWriter::faults(const FaultDesign &design, Module &module)
{
    QList<Code> arguments;
    const auto add = [&](const char *name, double value) {
        if (value > 0)
            arguments.append(keyword(text(name), atom(share(value))));
    };
    if (!design.delay.isNone())
        arguments.append(keyword(text("delay"), delayOf(design.delay, module)));
    add("rate", design.errorRate);
    if (design.errorRate > 0 && design.errorStatus != 503)
        arguments.append(atom(QStringLiteral("status=%1").arg(design.errorStatus)));
    add("truncate", design.truncate);
    add("slow", design.slow);
    if (design.slow > 0 && design.pace != 1024)
        arguments.append(atom(QStringLiteral("pace=%1").arg(design.pace)));
    return call(module.use("app.faults", "Faults"), arguments);
}

QList<Code> NetworkWriter::entries(const Said &ofRoute, const Code &otherwise) const
{
    QList<Code> list;
    QList<const RouteEntry *> before;
    QSet<const RouteEntry *> listed;
    for (const RouteEntry &route : m_routes) {
        const Code said = ofRoute(route.behaviour);
        const auto add = [&](const RouteEntry &entry, const Code &code) {
            list.append({text("("),
                         {literal(Json(entry.method.toUpper())), literal(Json(entry.path)), code},
                         text(")")});
        };
        if (said.isEmpty()) {
            before.append(&route);
            continue;
        }
        for (const RouteEntry *other : std::as_const(before)) {
            if (other->method == route.method && overlap(other->path, route.path) &&
                !listed.contains(other)) {
                listed.insert(other);
                add(*other, otherwise.isEmpty() ? atom(text("None")) : otherwise);
            }
        }
        add(route, said);
    }
    return list;
}

QString NetworkWriter::table(const char *middleware, const Said &ofRoute,
                             const Code &otherwise) const
{
    QList<Code> arguments{
        atom(text(middleware)),
        keyword(text("routes"), {text("["), entries(ofRoute, otherwise), text("]")})};
    if (!otherwise.isEmpty())
        arguments.append(keyword(text("otherwise"), otherwise));
    return laidOut(call(text("app.add_middleware"), arguments), 0) + u'\n';
}

QString NetworkWriter::middleware(Module &module)
{
    const Behaviour &behaviour = m_parts.source.behaviour();
    QString statements;
    if (m_hasProxy) {
        module.use("app.proxy", "ProxyMiddleware");
        const auto server = [&](const ProxyDesign &design) {
            QList<Code> arguments{literal(Json(design.url))};
            if (design.timeout != ProxyDesign().timeout)
                arguments.append(atom(text("timeout=") + seconds(design.timeout)));
            return call(module.use("app.proxy", "RealServer"), arguments);
        };
        const auto ofRoute = [&](const RouteBehaviour &route) {
            if (!route.proxy)
                return Code();
            return route.proxy->isOn() ? server(*route.proxy) : atom(text("None"));
        };
        statements += table("ProxyMiddleware", ofRoute,
                            behaviour.proxy.isOn() ? server(behaviour.proxy) : Code());
    }
    if (m_hasFaults) {
        module.use("app.faults", "FaultsMiddleware");
        const auto said = [&](const FaultDesign &design) {
            return design.isNone() ? atom(text("None")) : faults(design, module);
        };
        const auto ofRoute = [&](const RouteBehaviour &route) {
            return route.faults ? said(*route.faults) : Code();
        };
        statements += table("FaultsMiddleware", ofRoute,
                            behaviour.faults.isNone() ? Code() : faults(behaviour.faults, module));
        reportFaults(behaviour.faults, text("/x-menura/faults"));
        for (const RouteEntry &route : std::as_const(m_routes)) {
            if (route.behaviour.faults)
                reportFaults(*route.behaviour.faults, route.pointer() + text("/x-menura/faults"));
        }
    }
    return statements;
}

} // namespace Design::Python
